"""Two editors at one article, seen by one of them: who is here, what was saved, and what has to be chosen."""

import pytest
from playwright.sync_api import expect

from news.actions.presence import tell
from news.actions.publishing import open_for_editing, save_article
from news.models import Article
from tests import factories as make
from tests.browser.desk import editor_of, log_in, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>The first paragraph.</p><p>The second one.</p>"
LOOK_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def article(live_server):
    return make.make_article(title_en="Old", body_en=BODY, published_at_en=None, published_at_ru=None)


@pytest.fixture
def olga(live_server):
    return make.make_editor("olga")


def saves(page, olga, article, **values):
    """Somebody else saves; the database in memory has one writer at a time, and lets nobody wait."""
    page.wait_for_load_state("networkidle")
    other = open_for_editing(article.pk)
    for name, value in values.items():
        setattr(other, name, value)
    save_article(other, by=olga, via="form")


def test_a_page_hears_of_colleagues_and_of_saves_while_it_is_looked_at(desk, live_server, article, olga):
    tell(article, olga, is_writing=True)
    open_form(desk, live_server, f"{article.pk}/change/")
    line = desk.locator("#presence")
    expect(line).to_contain_text("olga has had this article open since")
    expect(line).to_contain_text("and is writing.")
    saves(desk, olga, article, title_ru="Новое")
    desk.evaluate(LOOK_AGAIN)
    expect(line.get_by_role("link", name="What was saved")).to_be_visible()
    asked = []
    desk.on("request", lambda request: asked.append(request.url) if "/presence/" in request.url else None)
    desk.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden'})")
    desk.evaluate(LOOK_AGAIN)
    desk.fill("#id_title_en", "Typed while hidden")
    assert asked == []


def test_two_edits_of_a_paragraph_are_chosen_from_by_keyboard(desk, live_server, article, olga):
    open_form(desk, live_server, f"{article.pk}/change/")
    saves(desk, olga, article, body_en=BODY.replace("first", "Monday"), title_ru="Новое")
    editor_of(desk, "en").click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("Mine: ")
    desk.click("button[name=_save] >> nth=0")
    question = desk.locator("#questions fieldset")
    expect(question).to_have_count(1)
    expect(question).to_contain_text("[added: Monday]")
    expect(editor_of(desk, "en")).to_contain_text("Mine: The first paragraph.")
    own = question.locator(".own")
    expect(own).to_be_hidden()
    question.get_by_label("Mine").focus()
    desk.keyboard.press("ArrowLeft")  # the last of the four
    expect(own).to_be_visible()
    own.locator(".ProseMirror[contenteditable]").click()
    desk.keyboard.press("Control+A")
    desk.keyboard.type("Ours.")
    desk.click("button[name=_save] >> nth=0")
    expect(desk.locator(".messagelist")).to_contain_text("Russian edition: title")
    stored = Article.objects.get()
    assert (stored.body_en, stored.title_ru) == ("<p>Ours.</p><p>The second one.</p>", "Новое")


def test_without_script_a_question_is_answered_too(without_script, live_server, article, olga):
    make.make_editor()
    log_in(without_script, live_server)
    page = without_script
    tell(article, olga)
    page.goto(f"{live_server.url}/admin/news/article/{article.pk}/change/")
    expect(page.locator("#presence")).to_contain_text("olga has had this article open since")
    saves(page, olga, article, title_en="Theirs")
    page.fill("#id_title_en", "Mine")
    page.click("button[name=_save] >> nth=0")
    page.get_by_label("Theirs").check()
    page.click("button[name=_save] >> nth=0")
    assert Article.objects.get().title_en == "Theirs"
