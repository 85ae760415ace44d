"""What an editor does on the desk, as the tests in a real browser do it."""

from playwright.sync_api import expect


def log_in(page, live_server, name="editor") -> None:
    """Come in by the page that asks for a password, wherever it leads then."""
    if "/login/" not in page.url:
        page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", "a password")
    page.click("input[type=submit]")


def open_form(desk, live_server, tail: str) -> None:
    desk.goto(f"{live_server.url}/admin/news/article/{tail}")
    expect(desk.locator(".prose-menubar")).to_have_count(2)


def editor_of(desk, language: str):
    return desk.locator(f".edition-{language} .tiptap")


def choose(desk, field: str, words: str) -> None:
    """Choose a row by typing words of its name."""
    desk.locator(f".field-{field} .select2-container").click()
    desk.keyboard.type(words)
    desk.locator(".select2-results__option--highlighted", has_text=words).wait_for()
    desk.keyboard.press("Enter")
