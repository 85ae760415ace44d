"""What stands around every page: the portal's name and imprint, notices, menus, the lists of states."""

from dataclasses import dataclass

from news.languages import column
from news.models import Notice, Page, Section, SiteSettings
from news.queries import StateList, state_lists


@dataclass
class Chrome:
    """The surroundings of a page, in its language."""

    site: SiteSettings
    notices: list[Notice]
    sections: list[Section]
    pages: list[Page]
    state_lists: list[StateList]


def for_page() -> Chrome:
    """Read the surroundings. Five queries, whatever the page."""
    return Chrome(
        site=SiteSettings.objects.filter(pk=1).first() or SiteSettings(),
        notices=list(Notice.objects.filter(shown=True, **{f"{column('text')}__gt": ""})),
        sections=list(Section.objects.filter(**{f"{column('name')}__gt": ""})),
        pages=list(Page.objects.published().defer("body")),
        state_lists=state_lists(),
    )
