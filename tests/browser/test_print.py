"""A story on paper."""

import pytest
from playwright.sync_api import expect

from news.models import RelatedLink, SiteSettings
from tests import factories as make

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(page, address, story, settings):
    """The story's page as the printer sees it."""
    SiteSettings.objects.create(pk=1, name_en="Infoshos", address_en="1 Long Street", registration_en="No. 1")
    related = make.make_article(title_en="An older story")
    RelatedLink.objects.create(article=story, target=related)
    RelatedLink.objects.create(article=story, url="https://example.org/paper", title_en="A paper elsewhere")
    page.goto(address())
    page.emulate_media(media="print")
    return page


def test_the_story_is_printed_whole(printed, story, settings):
    for text in (
        "The council met in spring",
        "What happened, in short.",
        "Ann Brown",
        "9 November 2020, 16:06",
        "The table of the council",
        "Infoshos",
        "The council met on Monday",
        "The region",
        "Иван Петров",
        "It will recieve the reports in spring",
        "https://example.org/source",
        settings.PUBLIC_URL + story.get_absolute_url("en"),
        "An older story",
        "https://example.org/paper",
        "1 Long Street",
        "No. 1",
    ):
        expect(printed.get_by_text(text).locator("visible=true").first).to_be_visible()
    assert all(p.is_visible() for p in printed.locator(".body p").all())
    assert all(picture.is_visible() for picture in printed.locator(".story img").all())


def test_what_only_works_on_a_screen_is_not_printed(printed):
    for part in ("nav", ".panel", ".actions", "form", "button", "dialog"):
        assert not any(element.is_visible() for element in printed.locator(part).all()), part


def test_the_print_button_prints(page, address):
    page.add_init_script("print = () => (document.title = 'printed')")
    page.goto(address())
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_without_script_no_button_promises_to_print(without_script, address):
    without_script.goto(address())
    expect(without_script.get_by_role("button", name="Print")).to_be_hidden()
