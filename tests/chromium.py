"""Finds a Chromium for the tests that need a browser."""

import glob
import os
import shutil
from pathlib import Path

ADVICE = (
    "Chromium is not installed, so the browser tests were skipped. Debian: apt install chromium; elsewhere: "
    ".venv/bin/playwright install chromium; or name one: CHROMIUM=/path/to/chromium"
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome",
    "~/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# It shall talk to the site under test and to nobody else.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def find() -> str | None:
    """The path of the browser, or nothing."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for pattern in PLACES:
        for path in sorted(glob.glob(str(Path(pattern).expanduser())), reverse=True):
            if os.access(path, os.X_OK):
                return path
    return None


def arguments() -> list[str]:
    """Its command line. Root cannot have Chromium's sandbox."""
    return [*ARGUMENTS, *([] if os.getuid() else ["--no-sandbox"])]
