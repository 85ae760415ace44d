"""Everything that was typed more than two seconds before comes back, whatever refused to take it.

`make measure-desk` runs these and counts the refusals that lose nothing.
"""

import contextlib

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from news.models import Article
from tests import factories as make
from tests.browser.desk import editor_of, log_in, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Words that nobody has saved."
# Milliseconds after which what was typed must have been kept.
PROMISED = 2000
IS_KEPT = """async ([words, promised]) => {
  for (const end = Date.now() + promised; Date.now() < end; await new Promise(requestAnimationFrame)) {
    if ((await drafts.all()).some(({ values }) => values.body_en[0][0].includes(words))) return true;
  }
  return false;
}"""


@pytest.fixture
def article(live_server):
    """A draft in both languages."""
    return make.make_article(title_en="A title", published_at_en=None, published_at_ru=None)


def type_words(page) -> None:
    """Type a title and a paragraph, and wait until they are kept, no longer than promised."""
    page.fill("#id_title_en", WORDS)
    editor_of(page, "en").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(WORDS)
    assert page.evaluate(IS_KEPT, [WORDS, PROMISED])


def comes_back(page) -> None:
    """What is offered says what is different, and fills the form again."""
    expect(page.locator(".offer .slot ins").last).to_contain_text(WORDS)
    page.get_by_role("button", name="Bring back").click()
    stands(page)


def stands(page) -> None:
    expect(page.locator("#id_title_en")).to_have_value(WORDS)
    expect(editor_of(page, "en")).to_contain_text(WORDS)


def saves(page) -> None:
    """The text can be saved, and nothing of it is left in the browser."""
    page.click("button[name=_save] >> nth=0")
    expect(page.locator("ul.messagelist .success")).to_contain_text("Saved.")
    assert Article.objects.get().title_en == WORDS
    assert WORDS in Article.objects.get().body_en
    page.wait_for_load_state()
    assert page.evaluate("drafts.all()") == []


def problem(page):
    return page.locator("#keeping .problem")


def test_a_killed_tab(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    type_words(desk)
    other = desk.context.new_page()
    with desk.expect_event("crash"), contextlib.suppress(PlaywrightError):
        desk.goto("chrome://crash")
    open_form(other, live_server, f"{article.pk}/change/")
    comes_back(other)
    saves(other)


def test_an_ended_session(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    type_words(desk)
    Session.objects.all().delete()
    desk.click("button[name=_save] >> nth=0")
    expect(problem(desk)).to_contain_text("you are not logged in any more")
    with desk.expect_popup() as opened:
        problem(desk).get_by_role("link").click()
    log_in(opened.value, live_server)
    expect(opened.value.locator("#content")).to_contain_text("go back to your text")
    opened.value.close()
    stands(desk)
    saves(desk)


def test_no_connection(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    type_words(desk)
    desk.context.set_offline(True)
    desk.click("button[name=_save] >> nth=0")
    expect(problem(desk)).to_contain_text("the server cannot be reached")
    stands(desk)
    desk.context.set_offline(False)
    saves(desk)


def test_logging_out_leaves_nothing_in_the_browser(desk, live_server, article):
    open_form(desk, live_server, f"{article.pk}/change/")
    type_words(desk)
    other = desk.context.new_page()
    other.goto(f"{live_server.url}/admin/")
    other.click("#logout-form button")
    other.get_by_role("button", name="Stay").click()
    assert len(other.evaluate("drafts.all()")) == 1
    other.click("#logout-form button")
    other.get_by_role("button", name="Log out and remove it").click()
    expect(other.locator("#content")).to_contain_text("You are logged out.")
    expect(desk.locator("#id_username")).to_be_visible()
    desk.wait_for_load_state()
    assert desk.evaluate("drafts.all()") == []
