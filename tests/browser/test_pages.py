"""What holds for every page in a browser: it fits, it keeps to itself, it can be told in order."""

import pytest
from playwright.sync_api import expect

from news.models import State
from tests.addresses import addresses
from tests.portal import make_portal

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("language", ["en", "ru"])

# Headings in their order, names of what is operated, ids: what a screen reader goes by.
FAULTS = """() => {
  const faults = [];
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`two #${id}`);
  let last = 0;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4)")) {
    const level = +heading.tagName[1];
    if (level > last + 1) faults.push(`h${level} after h${last}: ${heading.textContent}`);
    last = level;
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea"))
    if (!field.labels.length) faults.push(`no label: ${field.name}`);
  for (const link of document.querySelectorAll("a[href]:not([aria-hidden]), button"))
    if (!link.textContent.trim() && !link.querySelector("img[alt]:not([alt=''])"))
      faults.push(`no words: ${link.outerHTML}`);
  for (const part of document.querySelectorAll("nav, aside, dialog"))
    if (!part.ariaLabel && !part.hasAttribute("aria-labelledby")) faults.push(`no name: ${part.outerHTML}`);
  return faults;
}"""


@pytest.fixture
def pages(live_server):
    """The addresses of every kind of page, in a portal with one of everything."""
    portal = make_portal()
    State.objects.filter(code="MN").update(
        name_en="United Arab Emirates",
        name_ru="Объединённые Арабские Эмираты",
        capital_en="Sri Jayawardenepura Kotte",
        capital_ru="Шри-Джаяварденепура-Котте",
    )

    def of(language):
        for name, (path, _status) in addresses(portal, language).items():
            yield name, live_server.url + path

    return of


@LANGUAGES
def test_no_page_scrolls_sideways_at_320_pixels(page, pages, language):
    """Which is also 1280 pixels enlarged to 400 %."""
    page.set_viewport_size({"width": 320, "height": 256})
    wide = {}
    for name, url in pages(language):
        page.goto(url, wait_until="domcontentloaded")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    assert wide == {}


@LANGUAGES
def test_no_page_breaks_the_security_policy_or_asks_another_origin(page, pages, live_server, language):
    said, asked = [], set()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))
    for _name, url in pages(language):
        page.goto(url)
    # The browser also notes every answer of 404 or 410, which some of these pages are.
    assert [text for text in said if not text.startswith("Failed to load resource")] == []
    assert asked == {live_server.url}


@LANGUAGES
def test_every_page_can_be_told_in_order(page, pages, language):
    faults = {}
    for name, url in pages(language):
        page.goto(url, wait_until="domcontentloaded")
        if found := page.evaluate(FAULTS):
            faults[name] = found
    assert faults == {}


def test_the_language_switch_keeps_the_story(page, address):
    page.goto(address("en"))
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url(address("ru"))
    expect(page.locator("h1")).to_have_text("Совет собрался весной")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(address("en"))


def test_the_menu_of_a_narrow_screen_opens_without_script(reader, address):
    page = reader(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.goto(address())
    section = page.get_by_role("navigation", name="Sections").get_by_role("link", name="Security")
    expect(section).to_be_hidden()
    page.get_by_role("button", name="Sections").click()
    expect(section).to_be_visible()
    page.keyboard.press("Escape")
    expect(section).to_be_hidden()


def test_the_first_key_leads_past_the_menus(page, address):
    page.goto(address())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
