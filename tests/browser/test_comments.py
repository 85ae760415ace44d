"""Leaving a comment, with and without script."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from comments.models import Comment
from news.actions.publishing import save_article
from news.models import Revision

pytestmark = pytest.mark.browser


def write(page, name="Ann", text="A good story."):
    """Fill in the form."""
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Comment", exact=True).fill(text)


def send(page):
    """Its button."""
    return page.locator("#leave-comment, main form").first.get_by_role("button", name="Send")


def test_a_comment_written_and_sent_by_keyboard_is_stored_once(page, address):
    page.goto(address())
    page.get_by_role("link", name="Add a comment").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ann")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("A good story.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    thanks = page.get_by_text("Your comment has been stored")
    expect(thanks).to_be_focused()
    expect(page.locator("#leave-comment")).to_be_hidden()
    comment = Comment.objects.get()
    assert (comment.name, comment.text, comment.language) == ("Ann", "A good story.", "en")
    assert comment.status == Comment.Status.WAITING


def test_a_double_click_sends_once(page, address):
    page.goto(address())
    write(page)
    with page.expect_request(lambda request: request.method == "POST"):
        send(page).dblclick()
    expect(page.get_by_text("Your comment has been stored")).to_be_visible()
    assert Comment.objects.count() == 1


def test_without_script_a_comment_is_stored_and_thanked_for(without_script, address):
    page = without_script
    page.goto(address("ru"))
    page.locator("[name=name]").fill("Анна")
    page.locator("[name=text]").fill("Хорошая новость.")
    page.locator("#leave-comment button").click()
    page.wait_for_url("**/comment/sent/")
    expect(page.locator("h1")).to_be_visible()
    page.reload()
    comment = Comment.objects.get()
    assert (comment.name, comment.text, comment.language) == ("Анна", "Хорошая новость.", "ru")


def test_a_refused_comment_keeps_its_text_and_says_what_is_wrong(page, address):
    page.goto(address())
    write(page, name="", text="Nobody's words.")
    send(page).click()
    name = page.get_by_label("Your name")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Please give a name: your own or any other.")
    expect(page.get_by_label("Comment", exact=True)).to_have_value("Nobody's words.")
    name.fill("Ann")
    send(page).click()
    expect(page.get_by_text("Your comment has been stored")).to_be_visible()
    assert Comment.objects.get().text == "Nobody's words."


def test_without_script_a_refused_comment_keeps_its_text(without_script, address):
    page = without_script
    page.goto(address())
    write(page, name="", text="Nobody's words.")
    send(page).click()
    expect(page.locator("h1")).to_have_text("The comment was not stored")
    expect(page.get_by_label("Your name")).to_have_accessible_description(
        "Please give a name: your own or any other."
    )
    expect(page.get_by_label("Comment", exact=True)).to_have_value("Nobody's words.")
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (lambda route: route.fulfill(status=503, body="busy"), "The site could not store it."),
        (
            lambda route: route.fulfill(status=413, body="large"),
            "That is more than a form of this site takes.",
        ),
        (lambda route: route.fulfill(status=403, body="no"), "The site refused it, so nothing was stored."),
        (lambda route: route.fulfill(status=200, json={"a": "portal"}), "The site refused it"),
        (lambda route: route.fulfill(status=201, body="cut of"), "No answer came."),
        (lambda route: route.abort(), "No answer came."),
    ],
    ids=["server error", "too large", "a proxy", "another page", "half an answer", "no connection"],
)
def test_a_failure_keeps_the_text_for_another_try(page, address, failure, said):
    page.goto(address())
    page.route("**/comment/", failure)
    write(page)
    send(page).click()
    expect(page.locator("#leave-comment").get_by_role("status")).to_contain_text(said)
    expect(page.get_by_label("Comment", exact=True)).to_have_value("A good story.")
    page.unroute("**/comment/")
    send(page).click()
    expect(page.get_by_text("Your comment has been stored")).to_be_visible()
    assert Comment.objects.count() == 1


def test_the_reason_is_told_when_the_story_was_withdrawn_meanwhile(page, address, story):
    page.goto(address())
    story.withdrawn_at_en, story.withdrawal_reason_en = timezone.now(), "The figures were wrong."
    save_article(story, by=None, via=Revision.Via.FORM)
    write(page)
    send(page).click()
    expect(page.locator("#leave-comment").get_by_role("alert")).to_have_text(
        "This story has been withdrawn, so nothing was stored. Your text is still here."
    )
    expect(page.get_by_label("Comment", exact=True)).to_have_value("A good story.")
    assert not Comment.objects.exists()


def test_a_lost_answer_does_not_store_the_comment_twice(page, address):
    page.goto(address())

    def swallow(route):
        route.fetch()
        route.abort()

    page.route("**/comment/", swallow)
    write(page)
    send(page).click()
    expect(page.locator("#leave-comment").get_by_role("status")).to_contain_text("No answer came.")
    page.unroute("**/comment/")
    send(page).click()
    expect(page.get_by_text("Your comment has been stored")).to_be_visible()
    assert Comment.objects.count() == 1
