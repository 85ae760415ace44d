"""An editor at work: the rich-text editor under our security policy, tabs, working copies, both languages."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Article
from tests import factories as make
from tests.browser.desk import choose, editor_of, open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = (
    "<p>First words — “quoted”,&nbsp;and <strong>bold</strong>.</p><h2>A heading</h2>"
    '<ul class="dash"><li>with a dash;</li><li>and another.</li></ul><ol><li>one</li></ol>'
    '<blockquote><p>A quotation.</p></blockquote><p>A <a href="https://example.org/">link</a>, H<sub>2</sub>O</p>'
    '<figure><img src="/media/images/{token}.jpg" alt="A map"><figcaption>The region</figcaption></figure>'
    "<table><thead><tr><th>Year</th></tr></thead><tbody><tr><td>2001</td></tr></tbody></table>"
)


def test_a_bilingual_release_is_posted_with_one_load_of_the_page_and_read(desk, live_server):
    desk.set_viewport_size({"width": 1400, "height": 900})
    make.make_image(alt_en="Flags of the states")
    for code, name in (("KZ", "Kazakhstan"), ("UZ", "Uzbekistan")):
        make.make_state(code, name_en=name)
    loads = []
    desk.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)
    open_form(desk, live_server, "add/")
    desk.fill("#id_title_en", "Ministers meet in Tashkent")
    editor_of(desk, "en").click()
    desk.keyboard.type("The ministers met. They will meet again ")
    desk.keyboard.press("Enter")
    desk.keyboard.type("A second paragraph.")
    desk.fill("#id_title_ru", "Министры встретились в Ташкенте")
    editor_of(desk, "ru").click()
    desk.keyboard.type("Министры встретились.")
    choose(desk, "states", "Kazakhstan")
    choose(desk, "states", "Uzbekistan")
    choose(desk, "image", "Flags of the states")
    desk.get_by_role("button", name="Publish both editions").first.click()
    expect(desk.locator(".messagelist .success")).to_contain_text("The Russian edition is published.")
    article = Article.objects.get()
    assert loads == [
        f"{live_server.url}/admin/news/article/{tail}"
        for tail in ("add/", f"{article.pk}/change/")  # opened, and shown when it is stored
    ]
    # Blanks that were typed stay blanks: an editor's script that our policy hinders makes &nbsp; of them.
    assert "&nbsp;" not in article.body_en
    assert re.sub(r" </p>", "</p>", article.body_en) == (
        "<p>The ministers met. They will meet again</p><p>A second paragraph.</p>"
    )
    assert ({state.code for state in article.states.all()}, article.image.alt_en) == (
        {"KZ", "UZ"},
        "Flags of the states",
    )
    desk.get_by_role("link", name="Russian edition").click()
    assert desk.url == f"{live_server.url}/ru/news/{article.pk}/ministry-vstretilis-v-tashkente/"
    expect(desk.locator("article.story .body")).to_have_text("Министры встретились.")


def test_opening_and_saving_changes_no_character_of_a_text(desk, live_server):
    image = make.make_image()
    article = make.make_article(body_en=BODY.format(token=image.token))
    stored = Article.objects.get().body_en
    open_form(desk, live_server, f"{article.pk}/change/")
    desk.get_by_role("button", name="Publish both editions").first.click()
    expect(desk.locator(".messagelist .success").first).to_be_visible()
    saved = Article.objects.get()
    assert saved.body_en == stored
    assert saved.version == 2


def test_a_change_to_a_live_story_waits_until_it_is_published(desk, live_server):
    article = make.make_article(body_en="<p>Old words.</p>")
    address = f"{live_server.url}{article.get_absolute_url('en')}"
    open_form(desk, live_server, f"{article.pk}/change/")
    editor_of(desk, "en").click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" New words.")
    desk.click("button[name=_save] >> nth=0")
    expect(desk.locator(".messagelist .warning")).to_contain_text("working copy")
    expect(desk.locator(".working-copy")).to_contain_text("Readers see the text before it")
    assert "New words." not in desk.request.get(address).text()
    expect(editor_of(desk, "en")).to_contain_text("Old words. New words.")
    desk.locator(".edition-en").get_by_role("button", name="Publish the changes").click()
    desk.get_by_role("dialog").get_by_role("button", name="Publish").click()
    expect(desk.locator(".messagelist .success").first).to_contain_text("The English edition is published.")
    assert "Old words. New words." in desk.request.get(address).text()


def test_the_tab_with_an_error_is_opened(desk, live_server):
    desk.set_viewport_size({"width": 1000, "height": 900})
    open_form(desk, live_server, "add/")
    desk.fill("#id_title_en", "A title")
    desk.get_by_role("tab", name="Russian edition").click()
    desk.get_by_text("Schedule…").locator("visible=true").click()
    desk.fill("#id_schedule_ru_0", "2020-01-15")
    desk.fill("#id_schedule_ru_1", "10:00")
    desk.get_by_role("tab", name="English edition").click()
    desk.click("button[name=_save] >> nth=0")
    expect(desk.get_by_role("tab", name="Russian edition")).to_have_attribute("aria-selected", "true")
    expect(desk.locator(".edition-ru .errorlist").first).to_be_visible()
    expect(desk.locator("#id_schedule_ru_0")).to_have_value("2020-01-15")


def test_both_editions_stand_side_by_side_where_there_is_room(desk, live_server):
    desk.set_viewport_size({"width": 1400, "height": 900})
    open_form(desk, live_server, "add/")
    english, russian = (desk.locator(f".edition-{code} .tiptap").bounding_box() for code in ("en", "ru"))
    assert (english["y"], english["x"] + english["width"] < russian["x"]) == (russian["y"], True)
    expect(desk.locator(".edition-tabs")).to_be_hidden()
    desk.set_viewport_size({"width": 900, "height": 900})
    expect(desk.locator(".edition-tabs")).to_be_visible()
    expect(desk.locator("#id_title_ru")).to_be_hidden()


def test_the_enter_key_saves_and_does_not_publish(desk, live_server):
    open_form(desk, live_server, "add/")
    desk.fill("#id_title_en", "A draft")
    desk.locator("#id_title_en").press("Enter")
    expect(desk.locator(".messagelist .success")).to_contain_text("Readers see nothing of this article.")
    assert Article.objects.get().published_at_en is None


def test_an_edition_is_scheduled_and_withdrawn_by_keyboard(desk, live_server):
    article = make.make_article(published_at_en=None)
    open_form(desk, live_server, f"{article.pk}/change/")
    english = desk.locator(".edition-en .verbs")
    english.get_by_text("Schedule…").focus()
    desk.keyboard.press("Enter")
    desk.fill("#id_schedule_en_0", "2190-01-15")
    desk.fill("#id_schedule_en_1", "10:00")
    english.get_by_role("button", name="Schedule", exact=True).focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".edition-en .status-line")).to_contain_text("Embargoed until 15 January 2190, 10:00")
    english.get_by_role("button", name="Publish now").click()
    expect(desk.locator(".edition-en .status-line")).to_contain_text("Live since")
    english.get_by_text("Withdraw…").click()
    desk.fill("#id_reason_en", "Mistaken.")
    english.get_by_role("button", name="Withdraw", exact=True).click()
    expect(desk.locator(".edition-en .status-line")).to_contain_text("Mistaken.")
    assert Article.objects.get().withdrawal_reason_en == "Mistaken."


def test_the_tabs_are_worked_by_arrow_keys(desk, live_server):
    desk.set_viewport_size({"width": 1000, "height": 900})
    open_form(desk, live_server, "add/")
    desk.get_by_role("tab", name="English edition").focus()
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("tab", name="Russian edition")).to_be_focused()
    expect(desk.locator("#id_title_ru")).to_be_visible()
    expect(desk.locator("#id_title_en")).to_be_hidden()


def test_the_editor_speaks_russian_where_the_account_does(desk, live_server):
    desk.click(".choose-language button")
    expect(desk.locator("html")).to_have_attribute("lang", "ru")
    open_form(desk, live_server, "add/")
    bar = desk.locator(".edition-ru .prose-menubar")
    expect(bar.get_by_role("button", name="полужирный")).to_be_visible()
    english = re.compile(r"[A-Za-z]{3,}")
    labels = bar.locator("[aria-label]").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert [label for label in labels if english.search(label.replace("HTML", ""))] == []
