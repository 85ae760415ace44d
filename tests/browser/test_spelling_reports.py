"""Reporting a spelling error: by keys, by the link, by touch, without script."""

import pytest
from playwright.sync_api import expect

from comments.models import TypoReport
from news.markup import plain_text
from tests.browser.conftest import select

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(page, address):
    """The story's page in English."""
    page.goto(address())
    return page


def dialog(page):
    """The dialog, open or not."""
    return page.locator("dialog")


def test_selected_words_are_stored_with_their_place(opened, story):
    select(opened, ".body p:last-of-type strong, .body strong", "recieve")
    opened.keyboard.press("Control+Enter")
    expect(dialog(opened)).to_be_visible()
    expect(opened.locator("[data-words]")).to_have_text("recieve")
    suggestion = opened.get_by_label("The right spelling")
    expect(suggestion).to_be_focused()
    expect(suggestion).to_have_value("recieve")
    suggestion.fill("receive")
    opened.get_by_label("Note for the editors").fill("i before e")
    dialog(opened).get_by_role("button", name="Send").click()
    expect(opened.get_by_text("The report has been stored")).to_be_visible()

    report = TypoReport.objects.get()
    text = plain_text(story.body_en)
    assert text[report.offset :].startswith("recieve the reports")
    assert report.exact == "recieve"
    assert text.startswith(report.prefix + "recieve" + report.suffix, report.offset - len(report.prefix))
    assert len(report.prefix) == len(report.suffix) == 64
    assert (report.field, report.language, report.revision) == ("body", "en", 1)
    assert (report.suggestion, report.note) == ("receive", "i before e")


def test_blanks_at_the_ends_of_the_selection_are_not_reported(opened, story):
    select(opened, ".body", " tade.")
    opened.keyboard.press("Meta+Enter")
    expect(opened.locator("[data-words]")).to_have_text("tade.")
    expect(opened.locator("[data-before]")).to_have_text("The council met on Monday 🕊 and agreed on ")
    expect(opened.locator("[data-after]")).to_have_text("")
    dialog(opened).get_by_role("button", name="Send").click()
    expect(opened.get_by_text("The report has been stored")).to_be_visible()
    report = TypoReport.objects.get()
    assert plain_text(story.body_en)[report.offset :].startswith("tade.")
    assert report.suggestion == ""


@pytest.mark.parametrize(
    ("selector", "words", "field"),
    [
        ("h1", "council", "title"),
        (".summary", "happened", "summary"),
        (".byline", "Brown", "byline"),
        (".lead-figure", "table", "caption"),
    ],
)
def test_every_field_of_the_story_can_be_reported(opened, selector, words, field):
    select(opened, selector, words)
    opened.keyboard.press("Control+Enter")
    dialog(opened).get_by_role("button", name="Send").click()
    expect(opened.get_by_text("The report has been stored")).to_be_visible()
    report = TypoReport.objects.get()
    assert (report.field, report.exact) == (field, words)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The selected text is too long: the limit is 200"), ("ru", "Выделенный текст слишком длинный")],
)
def test_too_long_a_selection_is_refused_in_the_language_of_the_page(page, address, language, said):
    page.goto(address(language))
    page.locator(".body p").last.select_text()
    page.keyboard.press("Control+Enter")
    toast = page.locator(".toast")
    expect(toast).to_contain_text(said)
    expect(toast).to_contain_text("200")
    expect(dialog(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(toast).to_be_hidden()


@pytest.mark.parametrize(
    ("selector", "words"), [(".kicker", "News"), (".comments", "Leave"), (".lead-figure .credit", "Infoshos")]
)
def test_a_selection_outside_the_words_of_the_story_does_nothing(opened, selector, words):
    select(opened, selector, words)
    opened.keyboard.press("Control+Enter")
    expect(dialog(opened)).to_be_hidden()
    expect(opened.locator(".toast")).to_be_hidden()


def test_a_selection_across_two_fields_does_nothing(opened):
    opened.evaluate(
        """() => getSelection().setBaseAndExtent(
            document.querySelector("h1").firstChild, 4, document.querySelector(".summary").firstChild, 4)"""
    )
    opened.keyboard.press("Control+Enter")
    expect(dialog(opened)).to_be_hidden()


def test_nothing_selected_does_nothing(opened):
    opened.locator(".body p").first.click()
    opened.keyboard.press("Control+Enter")
    expect(dialog(opened)).to_be_hidden()


def test_a_selection_in_a_form_field_does_nothing(opened):
    select(opened, ".body", "tade")
    field = opened.locator("#leave-comment textarea")
    field.fill("some words")
    field.select_text()
    opened.keyboard.press("Control+Enter")
    expect(dialog(opened)).to_be_hidden()


def test_escape_closes_the_dialog_and_gives_focus_and_selection_back(opened):
    link = opened.get_by_role("link", name="Report a spelling error")
    link.focus()
    select(opened, ".body", "tade")
    opened.keyboard.press("Enter")
    expect(dialog(opened)).to_be_visible()
    opened.keyboard.type("trade")
    opened.keyboard.press("Escape")
    expect(dialog(opened)).to_be_hidden()
    expect(link).to_be_focused()
    opened.wait_for_function("getSelection().toString() === 'tade'")
    assert not TypoReport.objects.exists()


def test_the_dialog_is_filled_in_and_sent_by_keyboard(opened):
    select(opened, ".body", "tade")
    opened.keyboard.press("Control+Enter")
    opened.keyboard.press("Control+A")
    opened.keyboard.type("trade")
    opened.keyboard.press("Enter")
    expect(opened.get_by_text("The report has been stored")).to_be_visible()
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(dialog(opened)).to_be_hidden()
    assert TypoReport.objects.get().suggestion == "trade"


def test_what_the_server_refuses_is_shown_at_the_field(opened):
    select(opened, ".body", "tade")
    opened.keyboard.press("Control+Enter")
    note = opened.get_by_label("Note for the editors")
    note.fill("n" * 1001)
    dialog(opened).get_by_role("button", name="Send").click()
    expect(note).to_be_focused()
    expect(note).to_have_accessible_description("Too long: 1001 characters; the limit is 1000.")
    expect(opened.get_by_text("The report has been stored")).to_be_hidden()
    assert not TypoReport.objects.exists()


def test_nothing_is_said_to_be_sent_when_the_server_fails(opened):
    opened.route("**/report/", lambda route: route.fulfill(status=500))
    select(opened, ".body", "tade")
    opened.keyboard.press("Control+Enter")
    dialog(opened).get_by_role("button", name="Send").click()
    expect(dialog(opened).get_by_role("status")).to_contain_text("could not store the report")
    expect(opened.get_by_text("The report has been stored")).to_be_hidden()


def test_a_report_on_its_way_is_not_replaced_by_another(opened):
    held = []
    opened.route("**/report/", lambda route: held.append(route))
    select(opened, ".body", "tade")
    opened.keyboard.press("Control+Enter")
    with opened.expect_request("**/report/"):
        dialog(opened).get_by_role("button", name="Send").click()
    opened.keyboard.press("Escape")
    select(opened, ".body", "recieve")
    opened.keyboard.press("Control+Enter")
    expect(opened.locator("[data-words]")).to_have_text("tade")
    held.pop().continue_()
    expect(opened.get_by_text("The report has been stored")).to_be_visible()
    assert TypoReport.objects.get().exact == "tade"


def test_two_errors_on_one_page_are_two_reports(opened):
    for words in ("tade", "recieve"):
        select(opened, ".body", words)
        opened.keyboard.press("Control+Enter")
        dialog(opened).get_by_role("button", name="Send").click()
        expect(opened.get_by_text("The report has been stored")).to_be_visible()
        dialog(opened).get_by_role("button", name="Close").click()
    assert sorted(TypoReport.objects.values_list("exact", flat=True)) == ["recieve", "tade"]


def test_the_link_takes_the_selection_along(opened):
    select(opened, ".body", "tade")
    opened.get_by_role("link", name="Report a spelling error").click()
    expect(opened.locator("[data-words]")).to_have_text("tade")


def test_the_link_leads_to_the_plain_form_when_nothing_is_selected(opened):
    opened.get_by_role("link", name="Report a spelling error").click()
    opened.wait_for_url("**/report/")
    expect(opened.get_by_label("The words with the error")).to_be_visible()


def test_without_script_the_plain_form_stores_the_report(without_script, address):
    page = without_script
    page.goto(address())
    page.get_by_role("link", name="Report a spelling error").click()
    page.get_by_label("The words with the error").fill("tade")
    page.get_by_label("The right spelling").fill("trade")
    page.get_by_role("main").get_by_role("button", name="Send").click()
    page.wait_for_url("**/report/sent/")
    report = TypoReport.objects.get()
    assert (report.exact, report.suggestion, report.revision) == ("tade", "trade", 1)


def test_a_finger_selects_and_taps_the_bar(reader, address):
    page = reader(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page.goto(address())
    bar = page.locator("[data-report-bar]")
    expect(bar).to_be_hidden()
    select(page, ".body", "tade")
    expect(bar).to_be_visible()
    bar.get_by_role("button").tap()
    expect(page.locator("[data-words]")).to_have_text("tade")
    dialog(page).get_by_role("button", name="Send").tap()
    expect(page.get_by_text("The report has been stored")).to_be_visible()
    expect(bar).to_be_hidden()
    assert TypoReport.objects.get().exact == "tade"


def test_a_mouse_is_not_bothered_by_the_bar(opened):
    box = opened.locator(".body p").first.bounding_box()
    opened.mouse.dblclick(box["x"] + 60, box["y"] + 12)
    expect(opened.locator("[data-report-bar]")).to_be_hidden()
