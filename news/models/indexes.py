"""Indexes of articles: what readers' lists and the list of the desk are read by.

PostgreSQL has one more, for words of titles, made by a migration: see `news.models.finding`.
"""

from django.db import models
from django.db.models import F

from news.languages import LANGUAGES
from news.models.standing import in_any, missing, outdated, unfinished, unpublished, withdrawn

INDEXES = [
    *(
        models.Index(F(f"published_at_{code}").desc(), F("id").desc(), name=f"article_newest_{code}")
        for code in LANGUAGES
    ),
    *(
        models.Index(
            F("section"),
            F(f"published_at_{code}").desc(),
            F("id").desc(),
            name=f"article_section_{code}",
        )
        for code in LANGUAGES
    ),
    *(
        models.Index(*fields, F("changed_at").desc(), F("id").desc(), name=f"article_{name}changed")
        for name, fields in {"": [], "kind_": [F("kind")], "section_": [F("section")]}.items()
    ),
    # What few articles are, so that no list of them walks over all others.
    *(
        models.Index(
            F("changed_at").desc(),
            F("id").desc(),
            condition=in_any(rule),
            name=f"article_{rule.__name__}",
        )
        for rule in (outdated, unfinished, unpublished, withdrawn)
    ),
    # One for each language: a whole archive may lack one, and a single story the other.
    *(
        models.Index(
            F("changed_at").desc(),
            F("id").desc(),
            condition=missing(code),
            name=f"article_missing_{code}",
        )
        for code in LANGUAGES
    ),
]
