"""The head of a page, as the tests read it."""

from tests.markup import Element

HOME = "http://127.0.0.1:8000"
SITES = {"en": "Infoshos", "ru": "Инфошос"}
LOCALES = {"en": "en_GB", "ru": "ru_RU"}


def titled(title: str, language: str) -> str:
    """A title as browsers show it."""
    return f"{title} {'—' if language == 'ru' else '–'} {SITES[language]}"


def head(page: Element) -> dict[str, str]:
    """The metadata by name or property, and the canonical address."""
    found = {}
    for meta in page.all("head meta"):
        name = meta.get("name") or meta.get("property")
        if name and name not in {"viewport", "color-scheme"}:
            assert name not in found, name
            found[name] = meta["content"]
    for link in page.all("head link[rel=canonical]"):
        assert "canonical" not in found
        found["canonical"] = link["href"]
    return found


def editions(page: Element) -> dict[str, str]:
    """The addresses of the page by language."""
    return {link["hreflang"]: link["href"] for link in page.all("head link[hreflang]")}
