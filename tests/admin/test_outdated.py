"""What is out of date, on an article's page and in the list; taking marks off."""

import pytest

from news.actions.publishing import open_for_editing, save_article
from news.models import Article, ParagraphPair
from tests.admin.browsing import messages_of
from tests.factories import make_article, moscow
from tests.markup import page_of

EN = "<p>Five states signed it.</p><p>The court has a seat.</p>"
RU = "<p>Его подписали пять государств.</p><p>У суда есть место.</p>"


@pytest.fixture
def article(editor):
    story = make_article(title_en="One", title_ru="Один", body_en=EN, body_ru=RU)
    open_ = open_for_editing(story.pk)
    open_.title_en = "Two"
    open_.body_en = EN.replace("Five", "Six") + "<p>A bank was founded in 2026.</p>"
    save_article(open_, by=editor, via="form", publish=["en"], answers={"en": "substance"})
    ParagraphPair.objects.exclude(outdated="").update(since=moscow(2026, 7, 4, 0, 30))
    Article.objects.update(outdated_since_ru=moscow(2026, 7, 4, 0, 30))
    return story


def address(article, page="change"):
    return f"/admin/news/article/{article.pk}/{page}/"


def press(desk, article, number=0, **headers):
    button = page_of(desk.get(address(article))).all("details.outdated button")[number]
    assert button["formaction"] == address(article, "still-valid")
    return desk.post(button["formaction"], {"valid": button["value"]}, **headers)


def test_the_page_shows_each_paragraph_with_what_changed_in_its_source(desk, article):
    page = page_of(desk.get(address(article)))
    assert page.all("#edition-en details.outdated") == []
    block = page.one("#edition-ru details.outdated")
    title, changed, added = block.all("li")
    assert [" ".join(one.all("h3")[0].text.split()) for one in (title, changed, added)] == [
        "The English title was changed 4 July 2026, 00:30",
        "The English paragraph was changed 4 July 2026, 00:30",
        "The English edition has a new paragraph 4 July 2026, 00:30",
    ]
    assert (title.texts("del"), title.texts("ins")) == (["[removed: One]"], ["[added: Two]"])
    assert (changed.texts("del"), changed.texts("ins")) == (["[removed: Five]"], ["[added: Six]"])
    assert changed.one(".own").text == "Его подписали пять государств."
    assert added.one(".help").text == "Nothing corresponds to it here."
    assert added.one("button").text == "Not needed here"


def test_the_status_line_says_how_many_and_since_when(desk, article):
    line = page_of(desk.get(address(article))).one("#edition-ru .status-line").text
    assert line.endswith("Out of date: 3 paragraphs since 4 July 2026.")


def test_the_list_shows_and_finds_them(desk, article):
    make_article()
    page = page_of(desk.get("/admin/news/article/?status=outdated"))
    assert page.texts("#result_list .outdated") == ["out of date: 3 paragraphs since 4 July 2026"]
    assert len(page.all("#result_list tbody tr")) == 1
    for edition, found in (("ru", 1), ("en", 0)):
        rows = page_of(desk.get(f"/admin/news/article/?status=outdated&edition={edition}"))
        assert len(rows.all("#result_list tbody tr")) == found


def test_one_click_takes_one_mark_off(desk, article):
    answer = press(desk, article, 1)
    assert answer.status_code == 302
    page = desk.get(address(article))
    assert messages_of(page) == ["1 mark is taken off."]
    assert len(page_of(page).all("details.outdated li")) == 2


def test_one_click_takes_all_marks_off(desk, article):
    answer = press(desk, article, 3, headers={"accept": "application/json"})
    assert answer.json()["left"] == 0
    assert answer.json()["said"] == "3 marks are taken off."
    assert "Out of date" not in answer.json()["line"]
    assert page_of(desk.get(address(article))).all("details.outdated") == []


def test_a_click_on_a_page_that_somebody_has_overtaken_changes_nothing(desk, article):
    stale = page_of(desk.get(address(article))).all("details.outdated button")[0]["value"]
    story = open_for_editing(article.pk)
    story.body_ru = RU.replace("пять", "5")
    save_article(story, by=None, via="form", publish=["ru"], answers={"ru": "spelling"})
    answer = desk.post(
        address(article, "still-valid"), {"valid": stale}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 409
    assert answer.json()["said"].startswith("Somebody has saved the article meanwhile.")
    assert Article.objects.get().outdated_ru == 3


@pytest.mark.parametrize(
    ("value", "status"), [("", 404), ("de:1", 404), ("ru:", 302), ("ru:x", 302), ("ru:999", 302)]
)
def test_what_is_no_mark_takes_none_off(desk, article, value, status):
    assert desk.post(address(article, "still-valid"), {"valid": value}).status_code == status
    assert Article.objects.get().outdated_ru == 3


def test_an_article_that_is_gone_is_not_found(desk, article):
    assert desk.post("/admin/news/article/999/still-valid/", {"valid": "ru:1"}).status_code == 404
