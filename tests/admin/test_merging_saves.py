"""A save of a page that was opened before somebody else saved: brought together, or asked about."""

import re

import pytest

from news.actions.publishing import complete, open_for_editing, save_article
from news.models import Article
from tests.admin.browsing import errors_of, fields_of, inline, messages_of
from tests.factories import make_article, make_editor, make_section, make_state, make_topic, moscow

FORM = "article_form"
A, B, C = "<p>The first paragraph.</p>", "<p>The second paragraph.</p>", "<p>The third one.</p>"


@pytest.fixture
def article(db):
    return make_article(
        title_en="Old", title_ru="Старое", body_en=A + B, published_at_en=None, published_at_ru=None
    )


@pytest.fixture
def olga(db):
    return make_editor("olga")


def address(article):
    return f"/admin/news/article/{article.pk}/change/"


def opened(desk, article):
    """The page as it is opened."""
    return fields_of(desk.get(address(article)), FORM)


def theirs(article, by=None, publish=(), topics=None, **values):
    """Somebody else saves."""
    other = open_for_editing(article.pk)
    for name, value in values.items():
        setattr(other, name, value)
    revision = save_article(other, by=by, via="form", publish=publish, based_on=other.version)
    if topics is not None:
        other.topics.set(topics)
        complete(revision)


def stored():
    return Article.objects.get()


def keys(answer):
    return list(dict.fromkeys(re.findall(r'name="answer-([0-9a-f]{16})"', answer.content.decode())))


def test_edits_that_do_not_meet_are_saved_together_and_the_person_told(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, title_ru="Новое", body_en=A + B.replace("second", "2nd"))
    answer = desk.post(
        address(article), values | {"title_en": "New", "body_en": A.replace("first", "1st") + B}, follow=True
    )
    assert (stored().title_en, stored().title_ru) == ("New", "Новое")
    assert stored().body_en == A.replace("first", "1st") + B.replace("second", "2nd")
    assert (stored().version, stored().revisions.first().author.username) == (3, "editor")
    said = messages_of(answer)[1]
    assert said.startswith(
        "Brought together with what was saved after you had opened the page (by olga): "
        "English edition: text, Russian edition: title. <a "
    )
    assert f'href="/admin/news/article/{article.pk}/revisions/?from=1&amp;to=2"' in said


def test_what_both_editions_share_is_merged_too(desk, olga, article):
    drugs, trade, sport = make_topic(), make_topic("trade"), make_topic("sport")
    article.topics.set([drugs])
    theirs(article)
    section = make_section()
    values = opened(desk, article)
    theirs(article, olga, topics=[drugs, trade], source_name="TASS", comments_open=False)
    values |= {"topics": [sport.pk], "section": section.pk, "states": [make_state().pk]}
    assert desk.post(address(article), values).status_code == 302
    row = stored()
    assert set(row.topics.all()) == {trade, sport}
    assert (row.section, row.source_name, row.comments_open) == (section, "TASS", False)
    assert row.states.count() == 1


def test_where_both_changed_the_same_both_texts_are_shown_and_everything_typed_stays(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, title_en="Theirs", body_en=A.replace("first", "second, no: third") + B)
    mine = values | {"title_en": "Mine", "body_en": A.replace("first", "only") + B, "_verb": "publish:en"}
    mine |= {"summary_ru": "Моя аннотация."}
    answer = desk.post(address(article), mine)
    assert answer.status_code == 200
    (said,) = errors_of(answer)[""]
    assert said.startswith("olga saved this article on ")
    assert said.endswith("Choose what is to stand, and save again.")
    assert [question.title for question in answer.context["questions"]] == [
        "English edition: title",
        "English edition: text",
    ]
    page = answer.content.decode()
    assert "Theirs (olga)" in page
    assert "second, no: third" in page
    shown = fields_of(answer, FORM)
    assert (shown["title_en"], shown["body_en"]) == ("Mine", A.replace("first", "only") + B)
    assert (shown["summary_ru"], shown["based_on"]) == ("Моя аннотация.", "1")
    assert (stored().title_en, stored().version, stored().published_at_en) == ("Theirs", 2, None)


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        ("mine", A.replace("first", "only") + B),
        ("theirs", A.replace("first", "third") + B),
        ("both", A.replace("first", "third") + A.replace("first", "only") + B),
        ("own", "<p>Written anew.</p><p>In two.</p>" + B),
    ],
)
def test_an_answer_is_what_is_stored(desk, olga, article, choice, body):
    values = opened(desk, article)
    theirs(article, olga, body_en=A.replace("first", "third") + B, title_ru="Новое")
    answer = desk.post(address(article), values | {"body_en": A.replace("first", "only") + B})
    (key,) = keys(answer)
    again = fields_of(answer, FORM)
    again |= {f"answer-{key}": choice, f"own-{key}": "<p>Written anew.</p><p>In two.</p>"}
    assert desk.post(address(article), again).status_code == 302
    assert (stored().body_en, stored().title_ru, stored().version) == (body, "Новое", 3)


def test_a_third_save_meanwhile_asks_again_only_about_what_is_new(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, title_en="Theirs", summary_en="Theirs too.")
    answer = desk.post(address(article), values | {"title_en": "Mine", "summary_en": "Mine too."})
    title, summary = keys(answer)
    again = fields_of(answer, FORM) | {f"answer-{title}": "own", f"own-{title}": "Ours"}
    again |= {f"answer-{summary}": "mine"}
    theirs(article, olga, summary_en="Theirs, third.")
    answer = desk.post(address(article), again)
    assert answer.status_code == 200
    one, other = answer.context["questions"]
    assert (one.key, one.chosen, one.own) == (title, "own", "Ours")
    assert (other.key != summary, other.chosen) == (True, "")
    again = fields_of(answer, FORM) | {f"answer-{title}": "own", f"answer-{other.key}": "theirs"}
    assert desk.post(address(article), again).status_code == 302
    assert (stored().title_en, stored().summary_en) == ("Ours", "Theirs, third.")


def test_wrong_words_of_ones_own_are_said_at_the_question(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, title_en="Theirs")
    answer = desk.post(address(article), values | {"title_en": "Mine"})
    (key,) = keys(answer)
    again = fields_of(answer, FORM) | {f"answer-{key}": "own", f"own-{key}": "x" * 301}
    answer = desk.post(address(article), again)
    (question,) = answer.context["questions"]
    assert question.wrong.startswith("Ensure this value has at most 300 characters")
    assert (question.own, stored().version) == ("x" * 301, 2)


def test_nobody_publishes_words_that_the_page_did_not_show(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, body_en=A + B + C)
    answer = desk.post(address(article), values | {"title_en": "New", "_verb": "publish:en"}, follow=True)
    assert (stored().title_en, stored().body_en, stored().published_at_en) == ("New", A + B + C, None)
    assert messages_of(answer)[-1].startswith("Nothing was published or scheduled: ")
    values = fields_of(answer, FORM) | {"_verb": "publish:en"}
    desk.post(address(article), values)
    assert stored().published_at_en is not None


def test_changes_elsewhere_do_not_hold_back_a_button(desk, olga, article):
    values = opened(desk, article)
    theirs(article, olga, title_ru="Новое", source_name="TASS")
    desk.post(address(article), values | {"title_en": "New", "_verb": "publish:en"})
    row = stored()
    assert (row.title_en, row.title_ru, row.source_name) == ("New", "Новое", "TASS")
    assert row.published_at_en is not None


def test_a_withdrawal_does_not_wait(desk, olga):
    article = make_article(title_en="Old", body_en=A + B)
    values = opened(desk, article)
    theirs(article, olga, body_en=A + B + C, publish=["en"])
    desk.post(address(article), values | {"reason_en": "Wrong.", "_verb": "withdraw:en"})
    row = stored()
    assert (row.withdrawal_reason_en, row.body_en) == ("Wrong.", A + B + C)


def test_an_old_page_does_not_take_back_a_corrected_date(desk, olga):
    old, new = moscow(2020, 11, 9, 16, 6), moscow(2020, 11, 10, 9, 0)
    article = make_article(title_en="Old", published_at_en=old)
    values = opened(desk, article)
    theirs(article, olga, published_at_en=new)
    assert desk.post(address(article), values | {"title_en": "New"}).status_code == 302
    assert stored().published_at_en == new


def test_a_mistake_elsewhere_is_mended_first_and_then_both_are_brought_together(desk, olga, article):
    other = make_article()
    desk.post(address(article), opened(desk, article) | inline("related_links", {"target": other.pk}))
    values = opened(desk, article)
    theirs(article, olga, title_ru="Новое")
    article.related_links.get().delete()
    answer = desk.post(address(article), values | {"title_en": "New", "source_url": "no address"})
    assert errors_of(answer)[""][0].endswith("When all is in order, both are brought together.")
    assert [form.errors for form in answer.context["inline_admin_formsets"][0].formset] == [{}]
    again = fields_of(answer, FORM) | {"source_url": ""}
    assert desk.post(address(article), again).status_code == 302
    row = Article.objects.get(pk=article.pk)
    assert (row.title_en, row.title_ru, row.related_links.count()) == ("New", "Новое", 0)


def test_a_revision_of_earlier_days_is_asked_about_where_it_does_not_know(desk, olga, article):
    article.revisions.update(common=None)
    values = opened(desk, article)
    theirs(article, olga, title_ru="Новое", source_name="TASS")
    answer = desk.post(address(article), values | {"title_en": "New"})
    (question,) = answer.context["questions"]
    assert (question.title, question.mine, question.theirs) == ("source", "", "TASS")
    again = fields_of(answer, FORM) | {f"answer-{question.key}": "theirs"}
    assert desk.post(address(article), again).status_code == 302
    assert (stored().title_en, stored().title_ru, stored().source_name) == ("New", "Новое", "TASS")
