"""What is done with an edition: publish, schedule, withdraw, and the way back; in the form, whole or not at all."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from news.actions.publishing import open_for_editing
from news.actions.verbs import Order, Verb, carry_out, parse_order
from news.models import Article, AuditEntry
from news.models.standing import Standing, standing
from tests.admin.browsing import errors_of, fields_of, inline, inline_errors, messages_of
from tests.admin.people import make_person
from tests.factories import make_article, make_editor, moscow

FORM = "article_form"
ADD = "/admin/news/article/add/"
DRAFT = {"published_at_en": None, "published_at_ru": None}
NEW = {"title_en": "New", "body_en": "<p>Words.</p>"}


def address(article):
    return f"/admin/news/article/{article.pk}/change/"


def press(desk, article, verb, **changes):
    """Open the page, fill something in, press a button."""
    values = fields_of(desk.get(address(article)), FORM)
    return desk.post(address(article), values | changes | ({"_verb": verb} if verb else {}), follow=True)


def stored():
    return Article.objects.with_editions().get()


def code(language="en"):
    return standing(stored(), language).code


def at(moment):
    local = timezone.localtime(moment)
    return f"{local:%Y-%m-%d}", f"{local:%H:%M}"


@pytest.fixture
def tomorrow():
    return (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)


def scheduled(moment, language="en"):
    day, time = at(moment)
    return {f"schedule_{language}_0": day, f"schedule_{language}_1": time}


def test_a_draft_is_published_now_one_edition_without_the_other(desk):
    article = make_article(**DRAFT)
    before = timezone.now().replace(second=0, microsecond=0)
    answer = press(desk, article, "publish:ru", title_ru="Новое")
    (said,) = messages_of(answer)
    link = stored().get_absolute_url("ru")
    assert said == f'The Russian edition is published. Readers see: <a href="{link}">Russian edition</a>'
    assert (code("en"), code("ru"), stored().title_ru) == (Standing.DRAFT, Standing.LIVE, "Новое")
    assert before <= stored().published_at_ru <= timezone.now()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["published the English edition; published the Russian edition"]),
        ("ru", ["опубликована английская версия; опубликована русская версия"]),
    ],
)
def test_the_history_says_what_was_done(desk, editor, language, words):
    article = make_article(**DRAFT)
    press(desk, article, "publish:en ru")
    with translation.override(language):
        entries = AuditEntry.objects.about(Article, article.pk)
        assert [entry.summary for entry in entries if entry.changes.get("verbs")] == words
    assert {entry.person for entry in entries} == {"editor"}
    page = desk.get(address(article).replace("change", "log")).content.decode()
    assert "published the English edition" in page


def test_a_story_of_an_earlier_day_keeps_its_date(desk):
    press(desk, make_article(**DRAFT), "publish:en", date_en_0="2009-06-15", date_en_1="16:06")
    assert stored().published_at_en == moscow(2009, 6, 15, 16, 6)


def test_a_schedule_is_an_embargo_that_can_be_moved_and_taken_back(desk, tomorrow):
    article = make_article(**DRAFT)
    answer = press(desk, article, "schedule:en", **scheduled(tomorrow))
    assert "The English edition is scheduled for " in messages_of(answer)[0]
    assert "Readers see nothing of this article." in messages_of(answer)[0]
    assert (code(), stored().published_at_en) == (Standing.EMBARGOED, tomorrow)
    later = tomorrow + timedelta(hours=1)
    press(desk, article, "schedule:en", **scheduled(later))
    assert stored().published_at_en == later
    press(desk, article, "", title_en="Changed meanwhile")
    assert (stored().title_en, stored().published_at_en) == ("Changed meanwhile", later)
    press(desk, article, "unschedule:en")
    assert (code(), stored().published_at_en) == (Standing.DRAFT, None)


def test_what_is_scheduled_can_be_published_now(desk, tomorrow):
    article = make_article(published_at_en=tomorrow)
    press(desk, article, "publish:en")
    assert (code(), stored().published_at_en <= timezone.now()) == (Standing.LIVE, True)


def test_a_withdrawal_needs_a_reason_and_shows_it(desk, client):
    article = make_article()
    answer = press(desk, article, "withdraw:en")
    assert errors_of(answer) == {"reason_en": ["Say why it is withdrawn: readers will ask."]}
    assert code() == Standing.LIVE
    press(desk, article, "withdraw:en", reason_en="Mistaken.")
    assert (code(), code("ru")) == (Standing.WITHDRAWN, Standing.LIVE)
    page = client.get(article.get_absolute_url("en"))
    assert (page.status_code, "Mistaken." in page.content.decode()) == (410, True)
    since = stored().withdrawn_at_en
    press(desk, article, "withdraw:en", reason_en="Mistaken in part.")
    assert (stored().withdrawal_reason_en, stored().withdrawn_at_en) == ("Mistaken in part.", since)


def test_lifting_a_withdrawal_shows_what_readers_knew(desk):
    article = make_article(title_en="Old", withdrawn_at_en=timezone.now(), withdrawal_reason_en="Wrong.")
    answer = press(desk, article, "restore:en", title_en="Unfinished")
    assert messages_of(answer)[0].startswith("The withdrawal of the English edition is lifted. Readers see:")
    assert (code(), stored().title_en) == (Standing.CHANGED, "Old")


def test_publishing_a_withdrawn_edition_shows_its_new_text(desk):
    article = make_article(withdrawn_at_en=timezone.now(), withdrawal_reason_en="Wrong.")
    press(desk, article, "publish:en", title_en="New", weight_en="substance")
    assert (code(), stored().title_en, stored().withdrawal_reason_en) == (Standing.LIVE, "New", "")


def test_saving_a_draft_of_a_live_story_changes_nothing_that_readers_see(desk, client):
    article = make_article(title_en="Old")
    before = client.get(article.get_absolute_url("en")).content
    answer = press(desk, article, "", title_en="New", body_en="<p>New.</p>")
    assert client.get(article.get_absolute_url("en")).content == before
    assert code() == Standing.CHANGED
    assert messages_of(answer)[0].startswith("Saved. Readers see:")
    press(desk, article, "publish:en", weight_en="substance")
    assert (code(), stored().title_en) == (Standing.LIVE, "New")


def test_the_date_of_a_live_edition_can_be_corrected(desk):
    article = make_article(published_at_en=moscow(2020, 11, 9, 16, 6, 30))
    press(desk, article, "")
    assert stored().published_at_en == moscow(2020, 11, 9, 16, 6, 30)
    press(desk, article, "", date_en_0="2009-06-15", date_en_1="12:00")
    assert stored().published_at_en == moscow(2009, 6, 15, 12, 0)
    press(desk, article, "", date_en_0="", date_en_1="")
    assert stored().published_at_en == moscow(2009, 6, 15, 12, 0)


TWICE = "Moscow’s clock was changed and showed this time twice or never. Choose one an hour away."
REFUSED = {
    "a schedule without a time": ("schedule:en", {}, "schedule_en", "Say when it is to appear."),
    "a schedule in the past": (
        "schedule:en",
        {"schedule_en_0": "2020-01-01", "schedule_en_1": "10:00"},
        "schedule_en",
        "This time has passed: in Moscow it is ",
    ),
    "a time that Moscow's clock left out": (
        "publish:en",
        {"date_en_0": "2010-03-28", "date_en_1": "02:30"},
        "date_en",
        TWICE,
    ),
    "a time that Moscow's clock showed twice": (
        "publish:en",
        {"date_en_0": "2010-10-31", "date_en_1": "02:30"},
        "date_en",
        TWICE,
    ),
    "a date that has not come": (
        "publish:en",
        {"date_en_0": "2190-01-01", "date_en_1": "10:00"},
        "date_en",
        "This date has not come. Empty it, and use “Schedule”.",
    ),
    "a date of a draft": (
        "",
        {"date_en_0": "2020-01-01", "date_en_1": "10:00"},
        "date_en",
        "A draft has no date. Press “Publish now” to publish it with this one, or empty it.",
    ),
    "a time that nobody schedules": (
        "publish:en",
        {"schedule_en_0": "2190-01-01", "schedule_en_1": "10:00"},
        "schedule_en",
        "Press “Schedule” for this time, or empty it.",
    ),
    "half a time": ("schedule:en", {"schedule_en_0": "2190-01-01"}, "schedule_en", "Enter a valid time."),
    "no title": (
        "publish:en",
        {"title_en": ""},
        "title_en",
        "An edition that is published or scheduled needs a title.",
    ),
    "no text": (
        "schedule:en",
        {"body_en": "<p> </p>", "schedule_en_0": "2190-01-01", "schedule_en_1": "10:00"},
        "body_en",
        "An edition that is published or scheduled needs a text.",
    ),
    "both, of which one is empty": (
        "publish:en ru",
        {"title_ru": ""},
        "title_ru",
        "An edition that is published or scheduled needs a title.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_said_at_the_field_and_nothing_is_lost(desk, name):
    verb, values, field, message = REFUSED[name]
    article = make_article(**DRAFT)
    answer = press(desk, article, verb, summary_en="Typed a moment ago.", **values)
    assert answer.status_code == 200
    assert {key: [words[: len(message)] for words in found] for key, found in errors_of(answer).items()} == {
        field: [message]
    }
    assert fields_of(answer, FORM) | values == fields_of(answer, FORM)
    assert fields_of(answer, FORM)["summary_en"] == "Typed a moment ago."
    assert (code("en"), code("ru"), stored().version) == (Standing.DRAFT, Standing.DRAFT, 1)


def test_a_live_edition_cannot_lose_its_words(desk):
    answer = press(desk, make_article(), "", title_en="")
    assert list(errors_of(answer)) == ["title_en"]


def test_a_reason_that_nobody_withdraws_for_is_not_forgotten(desk):
    answer = press(desk, make_article(), "", reason_en="Wrong.")
    assert errors_of(answer) == {"reason_en": ["Press “Withdraw” for this reason, or empty it."]}
    assert fields_of(answer, FORM)["reason_en"] == "Wrong."


def test_a_related_link_to_itself_is_refused_and_nothing_published(desk):
    article = make_article(**DRAFT)
    link = inline("related_links", {"target": article.pk})
    answer = press(desk, article, "publish:en", **link)
    assert inline_errors(answer, "related_links") == [{"target": ["A story cannot be related to itself."]}]
    assert (code(), stored().version) == (Standing.DRAFT, 1)


def test_of_two_editors_who_publish_at_once_the_second_adds_to_the_first_and_is_told(desk):
    article = make_article(**DRAFT)
    values = fields_of(desk.get(address(article)), FORM)
    theirs = open_for_editing(article.pk)
    carry_out(Order(Verb.PUBLISH, ("en",)), theirs, by=make_editor("olga"), based_on=1)
    links = inline("related_links", {"url": "https://example.org/", "title_en": "There"})
    first = stored().published_at_en
    mine = values | links | {"title_en": "Mine", "_verb": "publish:en", "weight_en": "substance"}
    answer = desk.post(address(article), mine, follow=True)
    assert messages_of(answer)[1].startswith(
        "Brought together with what was saved after you had opened the page (by olga): English edition: date of "
    )
    assert (stored().title_en, stored().version, stored().related_links.count()) == ("Mine", 3, 1)
    assert (code(), stored().published_at_en) == (Standing.LIVE, first)


def test_an_embargo_that_ends_while_the_page_is_open_is_not_taken_back(desk, tomorrow):
    article = make_article(published_at_en=tomorrow)
    values = fields_of(desk.get(address(article)), FORM)
    Article.objects.update(published_at_en=timezone.now())
    answer = desk.post(address(article), values | {"_verb": "unschedule:en"})
    assert errors_of(answer) == {
        "": ["The edition stands otherwise by now, and nothing has been done. Open the page again."]
    }
    assert code() == Standing.LIVE


@pytest.mark.parametrize("verb", ["publish", "publish:", "publish:de", "explode:en", "publish:en de", ":en"])
def test_there_are_no_other_buttons(desk, verb):
    article = make_article(**DRAFT)
    values = fields_of(desk.get(address(article)), FORM)
    assert desk.post(address(article), values | {"_verb": verb}).status_code == 403
    assert stored().version == 1
    with pytest.raises(ValueError, match=r".*"):
        parse_order(verb)


def test_an_author_has_no_buttons_and_no_way_around(client, db):
    author = make_person("author")
    client.force_login(author)
    values = fields_of(client.get(ADD), FORM)
    page = client.get(ADD).content.decode()
    assert 'name="_verb"' not in page
    assert not [name for name in values if name.startswith(("date_", "schedule_", "reason_"))]
    assert client.post(ADD, values | NEW | {"_verb": "publish:en"}).status_code == 403
    assert not Article.objects.exists()
