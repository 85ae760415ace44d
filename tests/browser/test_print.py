"""A story on paper: whole, in order, well broken into pages, and nothing beside it."""

import time

import pytest
from django.conf import settings
from playwright.sync_api import expect

from news.archive.importing import import_archive
from news.markup import image_tokens
from news.models import Article, RelatedLink
from tests import factories as make
from tests.addresses import addresses
from tests.browser import paper
from tests.browser.wording import story_on_paper
from tests.portal import FIGURE, make_portal

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("language", ["en", "ru"])
DEMO = settings.BASE_DIR / "news" / "demo"
FORMATS = {"en": "Letter", "ru": "A4"}

# What each of these styles does to a printed story must not pass unnoticed.
DAMAGES = {
    "a paragraph hidden": ".body p:last-child { display: none }",
    "a paragraph invisible": ".body p:last-child { visibility: hidden }",
    "a paragraph cut off": ".body p:last-child { height: 2.2em; overflow: hidden }",
    "a paragraph white": ".body p:last-child { color: white; print-color-adjust: exact }",
    "a paragraph beside the page": ".body p:last-child { margin-left: -100mm }",
    "words said twice": ".body p:last-child::after { content: 'A long sentence.' }",
    "paragraphs in another order": ".body { display: flex; flex-direction: column-reverse }",
    "a paragraph broken": ".body p:last-child { break-inside: auto; font-size: 60pt }",
    "a heading alone": "h1 + .summary { break-before: page }",
    "no caption": ".body figcaption { display: none }",
    "no credit": ".lead-figure .credit { display: none }",
    "no picture": ".lead-figure img { display: none }",
    "a picture cut off": ".lead-figure img { height: 400mm; max-height: none !important }",
    "no name of the time": ".zone { display: none }",
    "no address": "p.printed-url { display: none }",
    "no imprint": ".imprint { display: none }",
    "the menu": ".tools { display: block !important }",
    "the comments": ".comments { display: block !important }",
}


def faults(page, story, language="en", **options) -> list[str]:
    """What is wrong with the paper that comes out when the story that `page` shows is printed."""
    printed = paper.read(page.pdf(**{"format": FORMATS[language]} | options))
    pictures = bool(story.image) + len(image_tokens(getattr(story, f"body_{language}")))
    return paper.faults(printed, story_on_paper(story, language), pictures)


def press_print(page) -> None:
    """Press the story's button and wait until the browser is asked to print."""
    page.evaluate("() => { print = () => document.body.setAttribute('data-printed', ''); }")
    page.locator("[data-print]").click()
    page.locator("[data-printed]").wait_for()


def test_every_story_of_the_archive_is_printed_whole(reader, live_server):
    assert import_archive(DEMO).failures == []
    page, found = reader(), {}
    for language in FORMATS:
        stories = Article.objects.published(language).select_related("image")
        assert len(stories) > 5
        for story in stories:
            address = story.get_absolute_url(language)
            page.goto(live_server.url + address)
            press_print(page)
            if wrong := faults(page, story, language):
                found[address] = wrong
    assert found == {}


def test_no_damage_passes_unnoticed(reader, story, address):
    page, unnoticed = reader(bypass_csp=True), []
    page.goto(address())
    press_print(page)
    assert faults(page, story) == []
    for damage, style in DAMAGES.items():
        added = page.add_style_tag(content=f"@media print {{ {style} }}")
        if not faults(page, story):
            unnoticed.append(damage)
        added.evaluate("style => style.remove()")
    assert unnoticed == []


@pytest.fixture
def long_story(live_server):
    """A story that takes pages, with a headline as long as one can be and everything that a text can hold."""
    figures = [
        FIGURE.format(
            token=make.make_image(make.picture_bytes(size=size)).token, alt="A map", caption="The region"
        )
        for size in ((1200, 800), (900, 2000), (3000, 500))
    ]
    sentence = "Agreements on consignment notes, terminals and dangerous goods await ratification. "
    items = "".join(f"<li>{n}: {sentence * (n % 3 + 1)}</li>" for n in range(12))
    rows = "".join(f"<tr><th>{2001 + n}</th><td>{sentence}</td></tr>" for n in range(40))
    wide = "".join(f"<td>Internationalisation {n}</td>" for n in range(10))
    parts = [
        f'<p>{sentence * 9}<a href="https://example.org/{"long-address/" * 12}">An agreement</a></p>',
        f'<ul class="dash">{items}</ul>{figures[0]}<ol>{items}</ol>{figures[1]}',
        f"<blockquote><p>{sentence * 4}</p><p>{sentence}</p></blockquote><hr>{figures[2]}",
        f"<table><thead><tr><th>Year</th><th>What was decided</th></tr></thead><tbody>{rows}</tbody></table>",
        f"<table><tbody><tr>{wide}</tr></tbody></table><ul><li>One<ul><li>Two</li></ul></li></ul>",
        *(f"<h2>Part {n}</h2><h3>Terms</h3><p>{sentence * n}</p>" for n in range(1, 12)),
    ]
    story = make.make_article(title_en=(sentence * 5)[:299], body_en="".join(parts), image=make.make_image())
    RelatedLink.objects.create(article=story, url="https://example.org/paper", title_en="A paper elsewhere")
    return story


@pytest.mark.parametrize(
    "sheet",
    [{"format": "A4"}, {"format": "Letter", "landscape": True}, {"format": "A5"}, {"format": "A3"}],
    ids=str,
)
def test_a_long_story_is_broken_well_on_every_sheet(page, live_server, long_story, sheet):
    page.goto(live_server.url + long_story.get_absolute_url("en"))
    press_print(page)
    assert faults(page, long_story, **sheet) == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_picture_that_nobody_scrolled_to_is_printed(reader, live_server, script):
    token = make.make_image().token
    body = "<p>Words.</p>" * 400 + FIGURE.format(token=token, alt="A map", caption="The region")
    story = make.make_article(body_en=body)
    page = reader(java_script_enabled=script)
    page.goto(live_server.url + story.get_absolute_url("en"))
    assert faults(page, story) == []


def test_the_button_waits_for_pictures_that_are_on_their_way(page, address, story):
    def dawdle(route):
        time.sleep(0.5)
        route.fallback()

    page.route("**/media/images/*", dawdle)
    page.goto(address())
    press_print(page)
    assert faults(page, story) == []


def test_a_dark_screen_prints_black_on_white(reader, story, address):
    page = reader(color_scheme="dark")
    page.goto(address())
    press_print(page)
    assert faults(page, story, print_background=True) == []
    first, *_rest = paper.read(page.pdf(format="A4", print_background=True)).images
    assert first.getpixel((0, 0)) == first.getpixel((first.width // 2, first.height - 1)) == 255
    wordmark = first.crop((0, 0, first.width, first.height // 10))
    assert wordmark.getextrema() == (pytest.approx(0, abs=60), 255)


@LANGUAGES
def test_no_page_prints_what_only_works_on_a_screen(page, live_server, language):
    page.emulate_media(media="print")
    printed = {}
    for name, (path, _status) in addresses(make_portal(), language).items():
        page.goto(live_server.url + path, wait_until="domcontentloaded")
        seen = "nav, aside, form, button, dialog, .skip, .actions, .comments, .clock"
        found = page.locator(seen).evaluate_all(
            "all => all.filter((e) => e.checkVisibility()).map((e) => e.outerHTML)"
        )
        if found:
            printed[name] = found
    assert printed == {}


def test_without_script_no_button_promises_to_print(without_script, address):
    without_script.goto(address())
    expect(without_script.get_by_role("button", name="Print")).to_be_hidden()
