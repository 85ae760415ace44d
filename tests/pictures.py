"""Takes the pictures of the documentation anew, of the portal with its demonstration: `make pictures`.

    python tests/pictures.py [NAME …]

Each is a screenshot in docs/pictures/, as WebP. With names, only these are taken.
"""
# ruff: noqa: T201 - a program speaks by printing

import contextlib
import io
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
START_WITHIN = 60  # seconds


@dataclass(frozen=True)
class Picture:
    """A picture: where, how wide and high, in which scheme and language of the desk, and what is done before."""

    name: str
    path: str
    height: int
    width: int = 1280
    scheme: str = "light"
    language: str = ""  # of the desk; readers' pages have theirs in the address
    before: Callable[[Page], None] = lambda page: None
    whole: bool = False


ARTICLE = "/admin/news/article/5/change/"


def change_and_save(page: Page) -> None:
    """Change a figure and a word of a live story, save that, and look at the difference."""
    page.goto(ARTICLE)
    summary = page.locator("#id_summary_en")
    summary.fill(summary.input_value().replace("twenty-fourth", "24th").replace("takes", "is taking"))
    page.locator("#id_title_en").fill(
        "SCO prime ministers meet in Moscow; the chair of their council passes to Tajikistan"
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").first.click()
    page.goto("/admin/news/article/5/revisions/")


def typed(page: Page) -> None:
    """Type as people type, and ask for the typography."""
    page.locator("#id_title_en").fill('"SCO Plus": prime ministers meet in Moscow - and agree')
    page.locator("#edition-en").get_by_role("button", name="Typography…").click()
    page.get_by_role("dialog").wait_for()


def suggestions(page: Page) -> None:
    """Go down to the suggested stories."""
    page.locator(".suggestions").first.evaluate("box => box.scrollIntoView()")


def the_first(page: Page) -> None:
    """Open the first row of a list."""
    page.locator("#result_list tbody th a").first.click()


def with_embargo(page: Page) -> None:
    """Schedule a release, then look at the desk."""
    page.goto("/admin/news/article/add/")
    for code, title in (
        ("en", "Drug control: the year in figures"),
        ("ru", "Борьба с наркотиками: год в цифрах"),
    ):
        page.locator(f"#id_title_{code}").fill(title)
        page.locator(f"#edition-{code} .ProseMirror[role=textbox]").click()
        page.keyboard.type(title)
    for code in ("en", "ru"):
        edition = page.locator(f"#edition-{code}")
        edition.get_by_text("Schedule…", exact=True).click()
        later = datetime.now(UTC) + timedelta(days=2)
        page.locator(f"#id_schedule_{code}_0").fill(f"{later:%Y-%m-%d}")
        page.locator(f"#id_schedule_{code}_1").fill("10:00")
        with page.expect_navigation():
            edition.get_by_role("button", name="Schedule", exact=True).click()
    page.goto("/admin/")


PICTURES = [
    Picture("front-en", "/en/", 1500),
    Picture("front-ru", "/ru/", 1500, scheme="dark"),
    Picture("story-en", "/en/news/7/", 1500),
    Picture("story-ru", "/ru/news/7/", 1500, scheme="dark"),
    Picture("desk-article", ARTICLE, 1000, width=1440, language="en"),
    Picture("desk-article-ru", ARTICLE, 1000, width=1440, scheme="dark", language="ru"),
    Picture("desk-related", ARTICLE, 620, language="en", before=suggestions),
    Picture("desk-typography", ARTICLE, 700, language="en", before=typed),
    Picture("desk-list", "/admin/news/article/", 760, language="en"),
    Picture("desk-front", "/admin/news/frontplace/", 1000, language="en"),
    Picture("desk-picture", "/admin/news/image/", 800, language="en", before=the_first),
    Picture("desk-state", "/admin/news/state/", 800, language="en", before=the_first),
    Picture("desk-difference", "/admin/", 700, language="en", before=change_and_save),
    Picture("desk", "/admin/", 800, language="en", before=with_embargo),
]


@contextlib.contextmanager
def portal() -> Iterator[tuple[str, str, str]]:
    """Run the portal with its demonstration in a folder of its own; yield its address, a user and a password."""
    with tempfile.TemporaryDirectory(prefix="infoshos-pictures-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {**os.environ, "DATA_DIR": folder, "DATABASE_URL": "", "DEBUG": "1"}

        def manage(*arguments: str) -> list[str]:
            return [sys.executable, str(ROOT / "manage.py"), *arguments]

        for arguments in (["migrate", "-v0"], ["load_demo"], ["worker", "--batch", "--no-reload"]):
            subprocess.run(manage(*arguments), env=environment, check=True, stdout=subprocess.DEVNULL)
        user, password = Path(folder, "demo-login.txt").read_text(encoding="utf-8").split()
        command = manage("runserver", "--noreload", f"127.0.0.1:{port}")
        server = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(f"http://127.0.0.1:{port}/en/")
            yield f"http://127.0.0.1:{port}", user, password
        finally:
            server.terminate()
            server.wait()


def _wait(address: str) -> None:
    until = time.monotonic() + START_WITHIN
    while True:
        try:
            urllib.request.urlopen(address).close()  # noqa: S310 - our own server
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def take(picture: Picture, browser: Browser, address: str, user: str, password: str) -> None:
    """Take one picture."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    if picture.language:
        page.goto("/admin/login/")
        page.fill("#id_username", user)
        page.fill("#id_password", password)
        page.click("[type=submit]")
        if page.locator("html").get_attribute("lang") != picture.language:
            page.locator("#user-tools [lang]").first.click()
    page.goto(picture.path)
    picture.before(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    data = page.screenshot(full_page=picture.whole)
    target = FOLDER / f"{picture.name}.webp"
    Image.open(io.BytesIO(data)).convert("RGB").save(target, quality=82, method=6)
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} KB  {page.title()}")
    context.close()


def main(names: list[str]) -> None:
    """Take all pictures, or those that are named."""
    chosen = [picture for picture in PICTURES if not names or picture.name in names]
    with portal() as (address, user, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        for picture in chosen:
            take(picture, browser, address, user, password)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
