"""Chromium prints the sheets: SVG into JPEG, HTML into PDF."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from .sheet import Sheet

CHROMIUM = "/usr/bin/chromium"  # Debian's; the one that Playwright brings does as well
BYTE_LIMIT = 210_000
_QUALITIES = range(88, 40, -4)


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium that runs as long as the block."""
    with sync_playwright() as playwright:
        own = {"executable_path": CHROMIUM} if Path(CHROMIUM).exists() else {}
        chromium = playwright.chromium.launch(args=["--no-sandbox", "--force-color-profile=srgb"], **own)
        yield chromium
        chromium.close()


def print_picture(chromium: Browser, sheet: Sheet, file: Path) -> None:
    """Draw at twice the size and reduce, which smooths edges; the quality is the best within the limit of bytes."""
    page = chromium.new_page(viewport={"width": sheet.width, "height": sheet.height}, device_scale_factor=2)
    page.set_content(f'<body style="margin:0;background:#000">{sheet}', timeout=120_000)
    shot = page.screenshot(timeout=300_000)
    page.close()
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    picture = picture.resize((sheet.width, sheet.height), Image.Resampling.LANCZOS)
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= BYTE_LIMIT:
            break
    file.write_bytes(buffer.getvalue())
