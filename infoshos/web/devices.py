"""What a browser says of itself, in plain words."""

import re

from django.utils.translation import gettext as _

# The first that fits: many call themselves by the names of those that they descend from.
_BROWSERS = [
    ("Яндекс Браузер", r"YaBrowser/"),
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
]
_SYSTEMS = [
    ("Windows", r"Windows"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("macOS", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
]


def device_words(user_agent: str) -> str:
    """The browser and the system: “Firefox, Windows”."""
    browser = _first(_BROWSERS, user_agent) or _("unknown browser")
    system = _first(_SYSTEMS, user_agent) or _("unknown system")
    return f"{browser}, {system}"


def _first(names: list[tuple[str, str]], user_agent: str) -> str | None:
    return next((name for name, pattern in names if re.search(pattern, user_agent)), None)
