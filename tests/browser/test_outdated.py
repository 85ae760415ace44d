"""What makes a translation out of date is asked and taken off without leaving the page; without scripts, with it."""

import pytest
from playwright.sync_api import expect

from news.actions.publishing import open_for_editing, save_article
from news.models import Article
from tests import factories as make
from tests.browser.desk import editor_of, log_in, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EN = "<p>Five states signed it.</p><p>The court has a seat.</p>"
RU = "<p>Его подписали пять государств.</p><p>У суда есть место.</p>"


def change(article, **texts):
    story = open_for_editing(article.pk)
    for name, text in texts.items():
        setattr(story, name, text)
    save_article(story, by=None, via="form", publish=["en"], answers={"en": "substance"})


@pytest.fixture
def article(db):
    return make.make_article(body_en=EN, body_ru=RU)


@pytest.fixture
def marked(article):
    """An article with two marks in the Russian edition."""
    change(article, body_en=EN.replace("Five", "Six").replace("a seat", "no seat"))
    return article


def publish(desk):
    desk.locator(".edition-en").get_by_role("button", name="Publish the changes").click()


def test_the_question_stands_in_a_dialog_and_the_enter_key_answers_it(desk, live_server, article):
    loads = []
    open_form(desk, live_server, f"{article.pk}/change/")
    desk.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)
    editor_of(desk, "en").click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" It has 7 judges.")
    publish(desk)
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_contain_text("a figure: 7")
    expect(dialog.get_by_label("Substance")).to_be_focused()
    assert (loads, Article.objects.get().version) == ([], 1)
    dialog.get_by_role("button", name="Back to the text").click()
    expect(dialog).to_have_count(0)
    expect(editor_of(desk, "en")).to_contain_text("It has 7 judges.")
    publish(desk)
    expect(dialog.get_by_label("Substance")).to_be_checked()
    desk.keyboard.press("Enter")
    expect(desk.locator(".messagelist .success")).to_contain_text("The English edition is published.")
    expect(desk.locator(".edition-ru .outdated li")).to_have_count(1)
    assert len(loads) == 1  # shown again when it is stored


def test_nothing_is_asked_where_no_words_change(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    publish(desk)
    expect(desk.locator(".messagelist .success")).to_contain_text("The English edition is published.")


def test_the_question_comes_with_the_form_where_the_server_does_not_answer(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    desk.route("**/weigh/", lambda route: route.abort())
    desk.fill("#id_title_en", "Nine states")
    publish(desk)
    expect(desk.locator("fieldset.weight")).to_contain_text("What changes in the English edition?")
    desk.unroute("**/weigh/")
    publish(desk)
    desk.get_by_role("dialog").get_by_role("button", name="Publish").click()
    expect(desk.locator(".messagelist .success")).to_contain_text("The English edition is published.")


def test_still_valid_takes_a_mark_off_and_keeps_what_is_typed(desk, live_server, marked):
    open_form(desk, live_server, f"{marked.pk}/change/")
    desk.fill("#id_title_ru", "Набрано")
    block = desk.locator(".edition-ru .outdated")
    block.get_by_role("button", name="Still valid", exact=True).first.click()
    expect(block.locator("li")).to_have_count(1)
    expect(desk.locator(".edition-ru .status-line")).to_contain_text("Out of date: 1 paragraph since")
    expect(block.locator("summary")).to_be_focused()
    block.get_by_role("button", name="All of it is still valid").click()
    expect(block).to_have_count(0)
    expect(desk.locator(".edition-ru .status-line")).not_to_contain_text("Out of date")
    expect(desk.locator("#id_title_ru")).to_have_value("Набрано")
    assert Article.objects.get().outdated_ru is None


def test_without_scripts_the_form_asks_and_publishes(without_script, live_server, article):
    make.make_editor()
    log_in(without_script, live_server)
    without_script.goto(f"{live_server.url}/admin/news/article/{article.pk}/change/")
    without_script.fill("#id_body_en", EN.replace("Five", "Six"))
    publish(without_script)
    expect(without_script.locator("#edition-en fieldset.weight")).to_contain_text("a figure: Five, Six")
    expect(without_script.get_by_label("Substance")).to_be_checked()
    publish(without_script)
    expect(without_script.locator(".messagelist .success")).to_contain_text(
        "The English edition is published."
    )
    expect(without_script.locator(".edition-ru .outdated li")).to_have_count(1)
