"""The kinds of lines, in the order in which an import reads them. The readers' app adds its own at the end."""

from news.archive.articles import Articles
from news.archive.front import Front
from news.archive.kind import Kind
from news.archive.pictures import Images
from news.archive.states import States
from news.archive.surroundings import Notices, Pages, Sections, Site, Statuses, Topics

# Without this file a folder is no archive.
ESSENTIAL = Articles.file

_kinds: list[Kind] = [
    kind() for kind in (Site, Notices, Statuses, States, Sections, Topics, Pages, Images, Articles, Front)
]


def register(*kinds: type[Kind]) -> None:
    """Add kinds after those that are there."""
    _kinds.extend(kind() for kind in kinds)


def kinds() -> list[Kind]:
    """All kinds."""
    return list(_kinds)
