"""On publishing a change of a live edition the editor says whether it is spelling or substance."""

import pytest

from news.freshness import marked
from news.models import Article, AuditEntry, ParagraphPair
from tests.admin.browsing import errors_of, fields_of, messages_of
from tests.admin.people import make_person
from tests.factories import make_article
from tests.markup import page_of, parse

FORM = "article_form"
OLD = "<p>Five states signed it.</p><p>The court has a seat.</p>"
SUBSTANCE = "<p>Six states signed it.</p><p>The court has no seat.</p>"
SPELLING = "<p>Five states signed it!</p><p>The court has a seat.</p>"
RU = "<p>Его подписали пять государств.</p><p>У суда есть место.</p>"


@pytest.fixture
def article(db):
    return make_article(body_en=OLD, body_ru=RU)


def address(article, page="change"):
    return f"/admin/news/article/{article.pk}/{page}/"


def press(desk, article, verb="publish:en", **changes):
    values = fields_of(desk.get(address(article)), FORM)
    return desk.post(address(article), values | changes | {"_verb": verb}, follow=True)


def places(language="ru"):
    return [one.place_ru for one in marked(ParagraphPair.objects.all(), language)]


def test_the_form_comes_back_with_the_question_and_the_text(desk, article):
    answer = press(desk, article, body_en=SUBSTANCE)
    assert errors_of(answer) == {
        "": ["Nothing has been published yet: say first, above the edition, what it is that changes."]
    }
    question = page_of(answer).one("#edition-en fieldset.weight")
    assert question.one("legend").text == "What changes in the English edition?"
    assert [field["value"] for field in question.all("input") if field.get("checked") is not None] == [
        "substance"
    ]
    assert [" ".join(line.text.split()) for line in question.all("li")] == [
        "a figure: Five, Six",
        "a negation: no",
    ]
    assert fields_of(answer, FORM)["body_en"] == SUBSTANCE
    assert (Article.objects.get().body_en, Article.objects.get().version) == (OLD, 1)


def test_the_answer_publishes(desk, article):
    answer = press(desk, article, body_en=SUBSTANCE, weight_en="substance")
    assert messages_of(answer)[0].startswith("The English edition is published.")
    assert places() == [2, 3]
    entry = AuditEntry.objects.get(changes__has_key="outdated")
    assert (entry.person, entry.via) == ("editor", "page")
    assert entry.summary == "marked as out of date in the Russian edition: 2"


def test_spelling_is_guessed_and_marks_nothing(desk, article):
    question = page_of(press(desk, article, body_en=SPELLING)).one("fieldset.weight")
    assert [field["value"] for field in question.all("input") if field.get("checked") is not None] == [
        "spelling"
    ]
    press(desk, article, body_en=SPELLING, weight_en="spelling")
    assert (Article.objects.get().body_en, places()) == (SPELLING, [])


def test_the_answer_is_kept_when_the_form_comes_back_for_another_reason(desk, article):
    answer = press(
        desk, article, "publish:en ru", body_en=SUBSTANCE, body_ru=f"{RU}<p>Ещё.</p>", weight_en="spelling"
    )
    english, russian = page_of(answer).all("fieldset.weight")
    assert [field["value"] for field in english.all("input") if field.get("checked") is not None] == [
        "spelling"
    ]
    assert russian.one("legend").text == "What changes in the Russian edition?"


@pytest.mark.parametrize(
    ("fields", "changes"),
    [
        ({}, {}),
        ({}, {"byline_en": "Ann"}),
        ({}, {"body_en": OLD.replace("Five", "<strong>Five</strong>")}),
        ({"published_at_en": None}, {"body_en": SUBSTANCE}),
        ({"title_ru": "", "summary_ru": "", "body_ru": "", "published_at_ru": None}, {"body_en": SUBSTANCE}),
    ],
    ids=["no change", "byline", "formatting", "first publication", "no counterpart"],
)
def test_nothing_is_asked_where_no_translation_can_go_out_of_date(desk, article, fields, changes):
    story = make_article(**{"body_en": OLD, "body_ru": RU} | fields)
    answer = press(desk, story, **changes)
    assert messages_of(answer)[0].startswith("The English edition is published.")
    assert places() == []


def ask(client, article, verb="publish:en", **words):
    values = {"title_en": article.title_en, "summary_en": article.summary_en, "body_en": OLD, "_verb": verb}
    return client.post(address(article, "weigh"), values | words)


def test_scripts_ask_without_saving(desk, article):
    answer = ask(desk, article, body_en=SUBSTANCE)
    dialog = parse(answer.content).one("dialog")
    assert dialog.one("button.publish")["value"] == "publish:en"
    assert [field["value"] for field in dialog.all("input") if field.get("checked") is not None] == [
        "substance"
    ]
    assert Article.objects.get().version == 1


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"verb": ""},
        {"verb": "nonsense"},
        {"body_en": SUBSTANCE, "verb": "withdraw:en"},
        {"body_en": "x" * 600_000},
    ],
    ids=["no change", "no verb", "no such verb", "another verb", "too long"],
)
def test_scripts_are_told_that_there_is_nothing_to_ask(desk, article, words):
    answer = ask(desk, article, **words)
    assert (answer.status_code, answer.content) == (204, b"")


def test_whoever_may_not_change_an_article_learns_nothing_of_it(client, article):
    client.force_login(make_person("author"))
    assert ask(client, article, body_en=SUBSTANCE).status_code == 404
    assert client.post(address(article, "still-valid"), {"valid": "ru:1"}).status_code in {403, 404}
