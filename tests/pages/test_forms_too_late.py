"""Forms for a story that is not there (any more), or under an old address: nothing is stored, no text is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, TypoReport
from tests.factories import make_article
from tests.markup import page_of

NOW = timezone.now()
WORDS = {
    "comment": {"name": "Ann", "email": "ann@example.org", "text": "One\nline <b>", "key": "k" * 20},
    "report": {
        "exact": "tade",
        "suggestion": "trade",
        "note": "A <b> note",
        "prefix": "of ",
        "key": "k" * 20,
    },
}
WITHDRAWN = "This story has been withdrawn, so nothing was stored. Your text is still here."
ELSEWHERE = "This story has not been published in English, so nothing was stored. Your text is still here."
NOWHERE = "There is no such story, so nothing was stored. Your text is still here."
HIDDEN = {"published_at_en": None, "published_at_ru": None}
ABSENT = {
    "withdrawn": ({"withdrawn_at_en": NOW, "withdrawal_reason_en": "Wrong."}, 410, WITHDRAWN),
    "in Russian only": ({"published_at_en": None}, 404, ELSEWHERE),
    "embargoed": (HIDDEN | {"published_at_en": NOW + timedelta(days=1)}, 404, NOWHERE),
    "a draft": (HIDDEN, 404, NOWHERE),
}
absences = pytest.mark.parametrize(("fields", "status", "reason"), ABSENT.values(), ids=ABSENT)
forms = pytest.mark.parametrize("form", WORDS)


def stored() -> int:
    return Comment.objects.count() + TypoReport.objects.count()


def typed(page) -> dict[str, str]:
    """What stands in the form, hidden fields included."""
    values = {field["name"]: field.get("value", "") for field in page.all("main form input")}
    return values | {field["name"]: field.children[0][1:] for field in page.all("main form textarea")}


@forms
@absences
def test_the_text_comes_back_with_the_reason(client, db, form, fields, status, reason):
    story = make_article(title_en="Secret plans", **fields)
    response = client.post(story.get_absolute_url("en") + f"{form}/", WORDS[form])
    page = page_of(response, status)
    assert (page.one("main .errors").text, page.texts("main .error")) == (reason, [])
    assert WORDS[form].items() <= typed(page).items()
    assert page.all("main form button") == []
    assert "Secret plans" not in page.text
    assert (response.headers["Cache-Control"], stored()) == ("no-store", 0)


@forms
@absences
def test_the_script_is_told_the_reason(client, db, form, fields, status, reason):
    address = make_article(**fields).get_absolute_url("en") + f"{form}/"
    response = client.post(address, {"name": ""}, headers={"accept": "application/json"})
    assert (response.status_code, response.json()) == (
        status,
        {"stored": False, "errors": {"__all__": [reason]}},
    )
    assert (response.headers["Cache-Control"], stored()) == ("no-store", 0)


@forms
def test_what_was_never_public_is_answered_like_what_does_not_exist(client, db, form):
    draft = make_article(title_en="Secret plans", **HIDDEN)
    answers = [
        client.post(f"/en/news/{pk}/x/{form}/", WORDS[form]).content.replace(b"/%d/" % pk, b"")
        for pk in (draft.pk, 999999)
    ]
    assert answers[0] == answers[1]


@forms
def test_a_form_that_could_not_be_taken_is_taken_when_the_story_is_there(client, db, form):
    story = make_article(published_at_en=None)
    assert client.post(story.get_absolute_url("en") + f"{form}/", WORDS[form]).status_code == 404
    assert client.post(story.get_absolute_url("ru") + f"{form}/", WORDS[form]).status_code == 303
    assert stored() == 1


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("tail", ["comment/", "comment/sent/", "report/", "report/sent/"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_wrong_slug_leads_to_the_right_address(client, db, language, tail, method):
    story = make_article()
    response = getattr(client, method)(f"/{language}/news/{story.pk}/another-title/{tail}")
    assert response.status_code == 301
    assert response.headers["Location"] == story.get_absolute_url(language) + tail
    right = getattr(client, method)(response.headers["Location"])
    assert right.status_code == (302 if tail == "comment/" else 200)


@forms
def test_a_form_of_a_page_with_an_old_slug_is_still_taken(client, db, form):
    story = make_article()
    response = client.post(f"/en/news/{story.pk}/another-title/{form}/", WORDS[form])
    assert (response.status_code, stored()) == (303, 1)
    assert response.headers["Location"] == story.get_absolute_url("en") + f"{form}/sent/"


@pytest.mark.parametrize("tail", ["comment/", "comment/sent/", "report/", "report/sent/"])
@pytest.mark.parametrize("fields", [HIDDEN, ABSENT["withdrawn"][0]])
def test_a_slug_of_a_story_that_is_not_public_is_not_told(client, db, fields, tail):
    story = make_article(title_en="Secret plans", **fields)
    page = page_of(client.get(f"/en/news/{story.pk}/x/{tail}"), 404)
    assert "secret" not in page.text.lower()
