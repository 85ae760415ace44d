"""Passkeys in a real browser, with an authenticator that the browser makes up."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from news.models import OneTimeKey, Passkey, RecoveryCode
from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "/admin/account/second-factor/"


@pytest.fixture
def site(live_server):
    """The portal under a name: passkeys belong to one."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def desk(page, site):
    """An editor's browser with an authenticator; a script that our policy stops fails the test."""
    stopped = []
    page.on("console", lambda m: stopped.append(m.text) if "Content Security Policy" in m.text else None)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    page.authenticator = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.devtools = devtools
    make.make_editor()
    type_password(page, site)
    yield page
    assert stopped == []


def type_password(page, site):
    page.goto(f"{site}/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "a password")
    page.click("input[type=submit]")


def log_out(page):
    page.click("#logout-form button")
    expect(page.locator("#logout-form")).to_have_count(0)


def add_passkey(desk, site, name="Work laptop"):
    desk.goto(f"{site}{HERE}")
    desk.fill("input[name=name]", name)
    desk.click("form[data-passkey=create] button")


def test_a_passkey_is_added_and_lets_in(desk, site):
    add_passkey(desk, site)
    expect(desk.locator("ul.codes li")).to_have_count(10)
    assert (Passkey.objects.get().name, OneTimeKey.objects.count()) == ("Work laptop", 0)
    log_out(desk)
    type_password(desk, site)
    expect(desk.locator("#id_code")).to_be_visible()
    desk.goto(f"{site}/admin/news/topic/")
    expect(desk.locator("#id_password")).to_be_visible()
    type_password(desk, site)
    desk.click("form[data-passkey=get] input[type=submit]")
    expect(desk.locator("#logout-form")).to_be_visible()
    used = Passkey.objects.get()
    assert used.used_at
    assert used.uses > 0
    log_out(desk)
    type_password(desk, site)
    desk.click("form[data-passkey=get] input[type=submit]")
    expect(desk.locator("#logout-form")).to_be_visible()


def test_a_copy_of_a_passkey_does_not_let_in(desk, site):
    add_passkey(desk, site)
    expect(desk.locator("ul.codes li")).to_have_count(10)
    log_out(desk)
    # The device that has been used since counts further than the copy.
    Passkey.objects.update(uses=1000)
    type_password(desk, site)
    desk.click("form[data-passkey=get] input[type=submit]")
    expect(desk.locator(".errornote").first).to_have_text("The passkey was not accepted.")
    desk.goto(f"{site}/admin/news/topic/")
    expect(desk.locator("#id_password")).to_be_visible()


def test_an_answer_is_good_once(desk, site):
    add_passkey(desk, site)
    expect(desk.locator("ul.codes li")).to_have_count(10)
    log_out(desk)
    type_password(desk, site)
    with desk.expect_request(lambda request: request.method == "POST") as sent:
        desk.click("form[data-passkey=get] input[type=submit]")
    answer = parse_qs(sent.value.post_data)["passkey"][0]
    expect(desk.locator("#logout-form")).to_be_visible()
    log_out(desk)
    type_password(desk, site)
    expect(desk.locator("#id_code")).to_be_visible()
    desk.evaluate(
        """answer => {
            const form = document.querySelector("form[data-passkey]");
            form.elements.passkey.value = answer;
            form.submit();
        }""",
        answer,
    )
    expect(desk.locator(".errornote").first).to_have_text("The passkey was not accepted.")


def test_a_person_who_declines_can_type_a_code(desk, site):
    add_passkey(desk, site)
    code = desk.locator("ul.codes li").first.inner_text()
    log_out(desk)
    desk.devtools.send(
        "WebAuthn.removeVirtualAuthenticator", {"authenticatorId": desk.authenticator["authenticatorId"]}
    )
    type_password(desk, site)
    desk.fill("#id_code", code)
    desk.click("#code-form input[type=submit]")
    expect(desk.locator("#logout-form")).to_be_visible()
    assert RecoveryCode.objects.filter(used_at__isnull=False).count() == 1


def test_a_passkey_cannot_be_added_twice_to_the_same_device(desk, site):
    add_passkey(desk, site)
    expect(desk.locator("ul.codes li")).to_have_count(10)
    desk.goto(f"{site}{HERE}")
    alert = desk.locator("form[data-passkey=create] [role=alert]")
    expect(alert).to_be_hidden()
    add_passkey(desk, site, "Again")
    expect(alert).to_be_visible()
    assert Passkey.objects.count() == 1


def test_where_the_address_is_numbers_no_passkey_is_offered(live_server, page):
    make.make_editor()
    numbers = live_server.url.replace("localhost", "127.0.0.1")
    type_password(page, numbers)
    page.goto(f"{numbers}{HERE}")
    expect(page.locator("form[data-passkey]")).to_have_count(0)
    expect(page.get_by_text("Passkeys work where the site has a name")).to_be_visible()
    expect(page.locator("img.qr")).to_be_visible()
    assert page.locator("img.qr").evaluate("image => image.naturalWidth") > 100
