"""A scripted editor posts a bilingual release: how many clicks and page loads it takes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.models import Article
from tests import factories as make
from tests.browser.desk import editor_of, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Of a mouse only, in every page of the browser, kept over a page load.
COUNTING = """
addEventListener("pointerdown", ({ isTrusted }) => {
  if (isTrusted) localStorage.setItem("clicks", Number(localStorage.getItem("clicks") ?? 0) + 1);
}, { capture: true });
"""
WORDS = {
    "Alternative text in English": "Ministers at a round table",
    "Alternative text in Russian": "Министры за круглым столом",
    "Caption in English": "The council in session",
    "Caption in Russian": "Заседание совета",
    "Credit": "Иван Петров",
}


@pytest.fixture
def archive(live_server):
    """States, and stories about them that may be related."""
    states = [
        make.make_state(code, name_en=name)
        for code, name in (("KZ", "Kazakhstan"), ("UZ", "Uzbekistan"), ("IN", "India"))
    ]
    for days in range(1, 6):
        dates = {f"published_at_{code}": timezone.now() - timedelta(days=days) for code in ("en", "ru")}
        make.make_article(title_en=f"Of Kazakhstan {days}", states=states[:1], **dates)


def type_into(desk, place, words: str) -> None:
    """Click a field and type."""
    desk.locator(place).click()
    desk.keyboard.type(words)


def choose_states(desk, *names: str) -> None:
    """Choose states by typing the beginnings of their names."""
    for name in names:
        desk.locator(".field-states .select2-selection").click()
        desk.keyboard.type(name)
        desk.locator(".select2-results__option--highlighted", has_text=name).click()


def upload_picture(desk) -> None:
    """Add a picture with its words to the library, and choose it."""
    desk.get_by_role("button", name="Choose a picture").click()
    desk.get_by_role("button", name="Upload a picture…").click()
    with desk.expect_file_chooser() as chooser:
        desk.locator(".desk-dialog [type=file]").click()
    chooser.value.set_files(
        {"name": "council.png", "mimeType": "image/png", "buffer": make.picture_bytes(size=(900, 600))}
    )
    for label, words in WORDS.items():
        desk.get_by_label(label, exact=True).click()
        desk.keyboard.type(words)
    desk.get_by_role("button", name="Add it to the library and choose it").click()
    expect(desk.locator(".lead-picture img")).to_be_visible()


def test_a_bilingual_release_takes_one_page_load_and_few_clicks(desk, live_server, archive, figure):
    desk.set_viewport_size({"width": 1400, "height": 900})
    open_form(desk, live_server, "add/")
    desk.add_init_script(COUNTING)
    desk.evaluate(COUNTING)
    loads = []
    desk.on("request", lambda one: loads.append(one.url) if one.is_navigation_request() else None)
    for code, title, summary, text in (
        ("en", "Ministers meet in Tashkent", "They spoke of trade.", "The ministers met."),
        ("ru", "Министры встретились в Ташкенте", "Говорили о торговле.", "Министры встретились."),
    ):
        type_into(desk, f"#id_title_{code}", title)
        type_into(desk, f"#id_summary_{code}", summary)
        editor_of(desk, code).click()
        desk.keyboard.type(text)
    choose_states(desk, "Kazakhstan", "Uzbekistan")
    upload_picture(desk)
    for days in (1, 2, 3):
        desk.get_by_role("button", name=f"Pin: Of Kazakhstan {days}").click()
    desk.get_by_role("button", name="Publish both editions").first.click()
    expect(desk.locator("ul.messagelist .success")).to_contain_text("The Russian edition is published.")
    clicks = int(desk.evaluate("localStorage.getItem('clicks')"))
    check_story(desk, live_server)
    figure("clicks for a bilingual release, besides typing", clicks, at_most=25)
    figure("page loads between “Add” and seeing it live", len(loads), at_most=1)


def check_story(desk, live_server) -> None:
    """The story is live in both languages, with all that was asked for."""
    article = Article.objects.get(title_en="Ministers meet in Tashkent")
    assert {state.code for state in article.states.all()} == {"KZ", "UZ"}
    assert article.related_links.count() == 3
    assert (article.image.alt_ru, article.image.caption_en, article.image.credit) == (
        WORDS["Alternative text in Russian"],
        WORDS["Caption in English"],
        WORDS["Credit"],
    )
    for code, caption in (("en", "The council in session"), ("ru", "Заседание совета")):
        page = desk.request.get(f"{live_server.url}{article.get_absolute_url(code)}")
        assert page.status == 200
        assert caption in page.text()
