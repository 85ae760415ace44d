"""The readable part of an article's address."""

import re

import iuliia
from django.utils.text import slugify

LIMIT = 80


def slug_from(title: str) -> str:
    """Make a slug of a title: Russian transliterated by the scheme that Wikipedia publishes, then ASCII.

    Cut at a word's end at `LIMIT` characters. A title without a letter or digit that can be written in ASCII
    becomes `story`.
    """
    slug = re.sub(r"[-_]+", "-", slugify(iuliia.WIKIPEDIA.translate(title))).strip("-")
    if len(slug) > LIMIT:
        slug = slug[: LIMIT + 1].rpartition("-")[0] or slug[:LIMIT]
    return slug or "story"
