"""Writing in the rich-text editor: links to stories, figures of the library, clean paste."""

import pytest
from playwright.sync_api import expect

from news.markup import canonical
from news.models import Image
from tests import factories as make
from tests.browser.desk import editor_of, open_form
from tests.browser.pasted import CASES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASTE = """([element, html]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "plain words");
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def body(desk, language="en") -> str:
    """The text as it would be stored."""
    return canonical(desk.input_value(f"#id_body_{language}"))


def bar(desk, name: str, language="en"):
    return desk.locator(f".edition-{language} .prose-menubar [data-name={name}]").first


def select_line(desk) -> None:
    """Select the line that was typed, and let the editor see it."""
    desk.keyboard.press("Shift+Home")
    desk.wait_for_function("getSelection().toString()")


def test_a_story_is_linked_by_words_of_its_title_in_either_language(desk, live_server):
    story = make.make_article(title_en="Summit in Astana", title_ru="Саммит в Астане")
    make.make_article(title_en="Astana: a draft", title_ru="", published_at_en=None, published_at_ru=None)
    open_form(desk, live_server, "add/")
    editor_of(desk, "en").click()
    desk.keyboard.type("before")
    select_line(desk)
    desk.keyboard.press("Control+k")
    desk.keyboard.type("саммит аст")
    expect(desk.locator(".desk-dialog .found").first).to_contain_text("Summit in Astana")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".desk-dialog .found").first).to_be_focused()
    desk.keyboard.press("Enter")
    assert body(desk) == f'<p><a href="{story.get_absolute_url("en")}">before</a></p>'
    expect(editor_of(desk, "en")).to_be_focused()
    bar(desk, "link", "ru").click()
    desk.keyboard.type("astana")
    found = desk.locator(".desk-dialog .found")
    expect(found.first).to_contain_text("Саммит в Астане")
    expect(found.filter(has_text="Astana: a draft")).to_contain_text("draft")
    found.first.click()
    assert body(desk, "ru") == f'<p><a href="{story.get_absolute_url("ru")}">Саммит в Астане</a></p>'


def test_an_address_is_linked_changed_and_taken_away(desk, live_server):
    open_form(desk, live_server, "add/")
    editor_of(desk, "en").click()
    desk.keyboard.type("Secretariat")
    select_line(desk)
    desk.keyboard.press("Control+k")
    desk.keyboard.type("eng.sectsco.org/about")
    desk.keyboard.press("Enter")
    assert body(desk) == '<p><a href="https://eng.sectsco.org/about">Secretariat</a></p>'
    desk.keyboard.press("Control+k")
    expect(desk.locator(".desk-dialog input")).to_have_value("https://eng.sectsco.org/about")
    desk.keyboard.type(f"{live_server.url}/en/states/")
    desk.keyboard.press("Enter")
    assert body(desk) == '<p><a href="/en/states/">Secretariat</a></p>'
    desk.keyboard.press("Control+k")
    desk.keyboard.press("Escape")
    expect(editor_of(desk, "en")).to_be_focused()
    desk.keyboard.press("Control+k")
    desk.get_by_role("button", name="Remove the link").click()
    assert body(desk) == "<p>Secretariat</p>"


def test_a_figure_comes_from_the_library_with_its_words(desk, live_server):
    picture = make.make_image(
        alt_ru="Карта",
        caption_ru="Карта региона",
        alt_en="A map",
        caption_en="The region",
        credit="Иван Петров",
    )
    make.make_image(alt_en="Other", alt_ru="Другое")
    open_form(desk, live_server, "add/")
    editor_of(desk, "ru").click()
    bar(desk, "figure", "ru").click()
    expect(desk.locator(".picture-list button")).to_have_count(2)
    desk.keyboard.type("region")
    expect(desk.locator(".picture-list button")).to_have_count(1)
    desk.locator(".picture-list button").click()
    expect(desk.get_by_label("Caption and credit")).to_have_value("Карта региона. Иван Петров")
    desk.get_by_role("button", name="Insert", exact=True).click()
    assert body(desk, "ru") == (
        f'<figure><img src="/media/images/{picture.token}.jpg" alt="Карта">'
        "<figcaption>Карта региона. Иван Петров</figcaption></figure>"
    )


def test_a_picture_is_uploaded_on_the_page_and_refused_with_the_reason(desk, live_server):
    open_form(desk, live_server, "add/")
    desk.get_by_role("button", name="Choose a picture").click()
    desk.get_by_role("button", name="Upload a picture…").click()
    bad = {"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"}
    desk.set_input_files(".desk-dialog [type=file]", files=[bad])
    desk.get_by_label("Alternative text in English").fill("A square")
    desk.get_by_label("Credit", exact=True).fill("Infoshos")
    adding = desk.get_by_role("button", name="Add it to the library and choose it")
    adding.click()
    expect(desk.locator(".desk-dialog .upload .said")).to_contain_text("not a picture")
    assert Image.objects.count() == 0
    good = {"name": "x.png", "mimeType": "image/png", "buffer": make.picture_bytes()}
    desk.set_input_files(".desk-dialog [type=file]", files=[good])
    adding.click()
    expect(desk.locator(".lead-picture img")).to_be_visible()
    picture = Image.objects.get()
    assert (picture.alt_en, picture.credit) == ("A square", "Infoshos")
    expect(desk.locator("#id_image")).to_have_value(str(picture.pk))


@pytest.mark.parametrize(("html", "expected", "pictures"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_pasted_becomes_plain_structure(desk, live_server, html, expected, pictures):
    open_form(desk, live_server, "add/")
    editor_of(desk, "en").click()
    desk.evaluate(PASTE, [editor_of(desk, "en").element_handle(), html])
    assert body(desk) == expected
    said = desk.locator(".edition-en .pasted")
    if pictures:
        expect(said).to_contain_text(f"left out: {pictures}.")
    else:
        expect(said).to_have_text("")
