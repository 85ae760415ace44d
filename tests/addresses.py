"""The addresses of every kind of page for readers."""

from news.models import Article
from tests.portal import Portal


def form_address(form: str, story: Article, language: str = "en") -> str:
    """Where a form for readers is sent: `comment`, `report` or `contact`, the last of which knows no story."""
    return f"/{language}/contact/" if form == "contact" else f"{story.get_absolute_url(language)}{form}/"


def addresses(portal: Portal, language: str) -> dict[str, tuple[str, int]]:
    """Every kind of page for readers in a language: its address and status."""
    absent = portal.russian if language == "en" else portal.english

    def of(article, tail=""):
        return article.get_absolute_url(language) + tail

    paths = {
        "front": ("", 200),
        "section": ("section/security/", 200),
        "topic": ("topic/drugs/", 200),
        "archive": ("archive/", 200),
        "archive of a year": ("archive/2020/", 200),
        "archive of a month": ("archive/2020/11/", 200),
        "archive of a day": ("archive/2020/11/09/", 200),
        "archive of an empty day": ("archive/2020/11/10/", 404),
        "no date": ("archive/2020/13/", 404),
        "part of a list": ("archive/?before=253402300799000000-1", 200),
        "no part of a list": ("archive/?before=0-0", 404),
        "this day": ("archive/on-this-day/", 200),
        "day of all years": ("archive/on-this-day/11-09/", 200),
        "empty day of all years": ("archive/on-this-day/11-10/", 404),
        "no day of any year": ("archive/on-this-day/02-30/", 404),
        "states": ("states/", 200),
        "states on a day": ("states/?on=2016-06-24", 200),
        "states before the first": ("states/?on=1999-01-01", 200),
        "lists of no day": ("states/?on=2016-02-30", 404),
        "state": ("states/kz/", 200),
        "page": ("about/", 200),
        "contact form": ("contact/", 200),
        "contact thanks": ("contact/sent/", 200),
        "missing story": ("news/999999/no/", 404),
    }
    return {name: (f"/{language}/{path}", status) for name, (path, status) in paths.items()} | {
        "story": (of(portal.story), 200),
        "plain story": (of(portal.plain), 200),
        "story closed to comments": (of(portal.closed), 200),
        "story of the other language": (of(absent), 404),
        "withdrawn story": (of(portal.withdrawn), 410),
        "embargoed story": (of(portal.embargoed), 404),
        "comment thanks": (of(portal.story, "comment/sent/"), 200),
        "report form": (of(portal.story, "report/"), 200),
        "report thanks": (of(portal.story, "report/sent/"), 200),
    }
