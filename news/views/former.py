"""Sections and topics under addresses that they once had."""

from django.http import Http404

from news.languages import column
from news.models import Section, Topic


class Moved(Exception):  # noqa: N818 - no error: the reader is led on
    """The row has another address now."""

    def __init__(self, row: Section | Topic):
        super().__init__(row.slug)
        self.row = row


def of_address(model: type[Section] | type[Topic], slug: str) -> Section | Topic:
    """The row of an address that has a name in the language of the page.

    Raises Moved where it was renamed or merged into another, Http404 where there is none.
    """
    named = model.objects.filter(**{f"{column('name')}__gt": ""})
    if row := named.filter(slug=slug).first():
        return row
    for row in named.exclude(former_slugs=[]):
        if slug in row.former_slugs:
            raise Moved(row)
    raise Http404
