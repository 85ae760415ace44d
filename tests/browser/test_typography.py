"""The typographer at work: shown, applied to the form, taken back, saved."""

import pytest
from playwright.sync_api import expect

from news.models import Article
from tests.browser.desk import editor_of, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TYPED, SET = 'Саммит "Дух Шанхая" - в Пекине', "Саммит «Дух Шанхая» — в Пекине"


def test_changes_are_shown_applied_taken_back_and_saved(desk, live_server):
    open_form(desk, live_server, "add/")
    edition = desk.locator("#edition-ru")
    title, body = desk.locator("#id_title_ru"), desk.locator("#id_body_ru")
    title.fill(TYPED)
    editor_of(desk, "ru").click()
    desk.keyboard.type(TYPED)
    edition.get_by_role("button", name="Typography…").click()
    dialog = desk.get_by_role("dialog", name="Typography of the Russian edition")
    expect(dialog.locator("ins")).to_have_count(4)
    expect(title).to_have_value(TYPED)
    expect(dialog.get_by_role("button", name="Apply to the form")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(title).to_have_value(SET)
    expect(body).to_have_value("<p>Саммит «Дух Шанхая»&nbsp;— в&nbsp;Пекине</p>")
    undo = edition.get_by_role("button", name="Undo", exact=True).first
    expect(undo).to_be_focused()
    desk.keyboard.press("Enter")
    expect(title).to_have_value(TYPED)
    expect(body).to_have_value(f"<p>{TYPED}</p>")
    edition.get_by_role("button", name="Typography…").click()
    desk.get_by_role("button", name="Apply to the form").click()
    desk.click("button[name=_save] >> nth=0")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get()
    assert (article.title_ru, article.body_ru) == (SET, "<p>Саммит «Дух Шанхая»&nbsp;— в&nbsp;Пекине</p>")


def test_what_was_typed_since_is_not_taken_back(desk, live_server):
    open_form(desk, live_server, "add/")
    edition = desk.locator("#edition-ru")
    desk.fill("#id_title_ru", TYPED)
    edition.get_by_role("button", name="Typography…").click()
    desk.get_by_role("button", name="Apply to the form").click()
    desk.fill("#id_title_ru", f"{SET}!")
    expect(edition.locator(".verbs").get_by_role("button", name="Undo", exact=True)).to_be_hidden()


def test_an_answer_that_does_not_come_is_said(desk, live_server):
    open_form(desk, live_server, "add/")
    desk.route("**/typography/ru/", lambda route: route.abort())
    edition = desk.locator("#edition-ru")
    desk.fill("#id_title_ru", TYPED)
    edition.get_by_role("button", name="Typography…").click()
    expect(edition.locator(".verbs > [role=status]")).to_have_text(
        "The changes could not be found out. Please try again."
    )
    expect(desk.locator("#id_title_ru")).to_have_value(TYPED)
