"""Writing to the editors, with and without script."""

import pytest
from playwright.sync_api import expect

from comments.models import Message

pytestmark = pytest.mark.browser
STORED = "Your message has been stored; the editors have it."


@pytest.fixture
def contact(live_server):
    """The address of the form."""
    return f"{live_server.url}/en/contact/"


def write(page, name="Ann", text="Dear editors!"):
    """Fill in what must be given."""
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your message").fill(text)


def send(page):
    """Press the button."""
    page.get_by_role("button", name="Send").click()


def test_a_message_is_stored_once_and_the_reader_told(page, contact):
    page.goto(contact)
    write(page)
    page.get_by_label("Subject").fill("A question")
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("button", name="Send").dblclick()
    expect(page.get_by_text(STORED)).to_be_focused()
    expect(page.locator("#message")).to_be_hidden()
    message = Message.objects.get()
    assert (message.name, message.subject, message.text) == ("Ann", "A question", "Dear editors!")


def test_a_refused_message_keeps_its_text_and_says_what_is_wrong(page, contact):
    page.goto(contact)
    write(page)
    email = page.get_by_label("E-mail")
    email.fill("ann")
    send(page)
    expect(email).to_be_focused()
    expect(email).to_have_accessible_description("This is not an e-mail address. Correct it or leave it out.")
    expect(page.get_by_label("Your message")).to_have_value("Dear editors!")
    email.fill("ann@example.org")
    send(page)
    expect(page.get_by_text(STORED)).to_be_visible()
    assert Message.objects.get().email == "ann@example.org"


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (lambda route: route.fulfill(status=503, body="busy"), "The site could not store it."),
        (lambda route: route.fulfill(status=403, body="no"), "The site refused it, so nothing was stored."),
        (lambda route: (route.fetch(), route.abort()), "No answer came."),
        (lambda route: route.abort(), "No answer came."),
    ],
    ids=["server error", "a proxy", "a lost answer", "no connection"],
)
def test_a_failure_keeps_the_text_for_another_try(page, contact, failure, said):
    page.goto(contact)
    page.route("**/contact/", failure)
    write(page)
    send(page)
    expect(page.get_by_role("status")).to_contain_text(said)
    expect(page.get_by_label("Your message")).to_have_value("Dear editors!")
    page.unroute("**/contact/")
    send(page)
    expect(page.get_by_text(STORED)).to_be_visible()
    assert Message.objects.count() == 1


def test_without_script_the_same_is_done_by_pages(without_script, contact):
    page = without_script
    page.goto(contact)
    write(page, name="")
    send(page)
    expect(page.locator("h1")).to_have_text("The message was not stored")
    expect(page.get_by_label("Your message")).to_have_value("Dear editors!")
    page.get_by_label("Your name").fill("Ann")
    send(page)
    page.wait_for_url("**/contact/sent/")
    expect(page.get_by_text(STORED)).to_be_visible()
    page.reload()
    assert Message.objects.count() == 1


def test_a_page_of_refusal_stays_a_plain_form_for_a_browser_with_script(page, contact):
    page.goto(contact)
    page.evaluate("document.querySelector('#message').submit()")
    expect(page.locator("h1")).to_have_text("The message was not stored")
    write(page)
    send(page)
    page.wait_for_url("**/contact/sent/")
    assert Message.objects.count() == 1
