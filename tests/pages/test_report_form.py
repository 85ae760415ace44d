"""Reporting a spelling error."""

import pytest
from django.utils import timezone

from comments.models import TypoReport
from news.actions.publishing import save_article
from news.models import Revision
from tests.factories import make_article
from tests.markup import page_of

REPORT = {
    "exact": "tade",
    "suggestion": "trade",
    "note": "A letter is missing.",
    "field": "body",
    "prefix": "They spoke of ",
    "suffix": " and transport",
    "offset": "14",
    "revision": "1",
    "key": "0123456789abcdef",
}
SCRIPT = {"headers": {"accept": "application/json"}}


@pytest.fixture
def story(db):
    return make_article()


def address(story, language="en") -> str:
    return story.get_absolute_url(language) + "report/"


def test_a_report_is_stored_with_all_that_the_page_knew(client, story):
    response = client.post(address(story), REPORT)
    assert (response.status_code, response.headers["Cache-Control"]) == (303, "no-store")
    report = TypoReport.objects.get()
    kept = {name: getattr(report, name) for name in REPORT if name != "key"}
    assert kept == {name: REPORT[name] for name in kept} | {"offset": 14, "revision": 1}
    assert (report.article, report.language, report.status) == (story, "en", "new")
    page = page_of(client.get(response.headers["Location"]))
    assert page.one("main h1").text == "Thank you for the report"


def test_correction_and_note_are_optional(client, story):
    assert client.post(address(story, "ru"), {"exact": "слво"}).status_code == 303
    report = TypoReport.objects.get()
    values = (report.language, report.field, report.suggestion, report.note, report.offset, report.revision)
    assert values == ("ru", "body", "", "", None, 1)


@pytest.mark.parametrize("field", ["title", "summary", "body", "caption", "byline"])
def test_every_part_of_a_story_can_be_reported(client, story, field):
    client.post(address(story), REPORT | {"field": field})
    assert TypoReport.objects.get().field == field


def test_the_plain_form_carries_the_revision_of_the_story(client, story):
    save_article(story, by=None, via=Revision.Via.FORM, publish=["en", "ru"])
    page = page_of(client.get(address(story)))
    assert page.one("main form")["action"] == address(story)
    assert page.one("main input[name=revision]")["value"] == "2"
    assert page.one("main input[name=exact]").get("type") == "text"
    assert page.one("main p a")["href"] == story.get_absolute_url("en")


def test_a_revision_of_the_future_becomes_the_one_that_readers_see(client, story):
    client.post(address(story), REPORT | {"revision": "999"})
    assert TypoReport.objects.get().revision == 1


@pytest.mark.parametrize(
    ("length", "message"),
    [
        (201, "The selected text is too long: 201 characters; the limit is 200."),
        (1000, "The selected text is too long: 1000 characters; the limit is 200."),
    ],
)
def test_more_than_two_hundred_characters_are_too_long(client, story, length, message):
    response = client.post(address(story), REPORT | {"exact": "x" * length}, **SCRIPT)
    assert response.status_code == 422
    assert response.json() == {"stored": False, "errors": {"exact": [message]}}
    assert TypoReport.objects.count() == 0


@pytest.mark.parametrize(
    ("length", "noun"), [(201, "знак"), (203, "знака"), (211, "знаков"), (300, "знаков"), (321, "знак")]
)
def test_more_than_two_hundred_characters_in_russian(client, story, length, noun):
    response = client.post(address(story, "ru"), REPORT | {"exact": "я" * length}, **SCRIPT)
    (message,) = response.json()["errors"]["exact"]
    assert message.startswith("Выделенный текст слишком длинный")
    words = [word.strip(".,;:") for word in message.split()]
    assert words[words.index(str(length)) + 1] == noun
    assert "200" in words


def test_exactly_two_hundred_characters_are_stored(client, story):
    assert client.post(address(story), REPORT | {"exact": "ё" * 200}).status_code == 303
    assert TypoReport.objects.get().exact == "ё" * 200


def test_the_nearest_words_around_the_place_are_kept(client, story):
    around = {"prefix": "a" * 150 + "b" * 100, "suffix": "c" * 100 + "d" * 150}
    client.post(address(story), REPORT | around)
    report = TypoReport.objects.get()
    assert (report.prefix, report.suffix) == ("b" * 100, "c" * 100)


def test_blanks_around_the_words_are_kept(client, story):
    client.post(address(story), REPORT | {"exact": " tade ", "prefix": "of ", "suffix": " and"})
    report = TypoReport.objects.get()
    assert (report.prefix, report.exact, report.suffix) == ("of ", " tade ", " and")


@pytest.mark.parametrize("exact", ["", "   ", "\n"])
def test_without_words_there_is_nothing_to_report(client, story, exact):
    response = client.post(address(story), REPORT | {"exact": exact}, **SCRIPT)
    assert response.json()["errors"] == {"exact": ["Please give the words with the error."]}


def test_a_refused_report_comes_back_with_all_its_fields(client, story):
    typed = REPORT | {"exact": "x" * 201, "note": "n <b> & \"'"}
    page = page_of(client.post(address(story), typed), 422)
    assert page.one("main h1").text == "The report was not stored"
    values = {e["name"]: e["value"] for e in page.all("main form input")}
    assert values == {name: typed[name] for name in typed if name != "note"}
    assert page.one("main textarea").children == ["\nn <b> & \"'"]
    assert page.texts("main .error") == ["The selected text is too long: 201 characters; the limit is 200."]


@pytest.mark.parametrize(
    "fields",
    [
        {"field": "imprint"},
        {"offset": "-1"},
        {"offset": "1.5"},
        {"offset": "9" * 5000},
        {"revision": "0"},
        {"revision": "-5"},
        {"revision": "x"},
        {"note": "n" * 1001},
        {"suggestion": "s" * 201},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_no_page_sends_is_refused_with_the_words_kept(client, story, fields):
    page = page_of(client.post(address(story), REPORT | fields), 422)
    assert page.one("main input[name=exact]")["value"] == "tade"
    assert page.texts("main .error") or page.one("main .errors").text
    assert TypoReport.objects.count() == 0


@pytest.mark.parametrize("key", [REPORT["key"], ""], ids=["with script", "without script"])
def test_sent_twice_stored_once(client, story, key):
    for _time in range(2):
        assert client.post(address(story), REPORT | {"key": key}).status_code == 303
    assert TypoReport.objects.count() == 1


def test_two_readers_of_the_same_page_both_have_their_report_stored(client, story):
    client.post(address(story), REPORT | {"key": "a" * 16})
    client.post(address(story), REPORT | {"key": "b" * 16})
    assert TypoReport.objects.count() == 2


def test_a_story_with_closed_comments_still_takes_reports(client, db):
    assert client.post(address(make_article(comments_open=False)), REPORT).status_code == 303


def test_a_withdrawn_story_takes_no_report(client, db):
    story = make_article(withdrawn_at_en=timezone.now(), withdrawal_reason_en="Wrong.")
    assert client.post(address(story), REPORT).status_code in {404, 410}
    assert client.get(address(story)).status_code in {404, 410}
    assert TypoReport.objects.count() == 0
