"""The admin pages of the news app, one module for what belongs together."""

from news.admin import (
    articles,
    audit,
    documents,
    front,
    groups,
    pages,
    pictures,
    redirects,
    states,
    surroundings,
    topics,
    users,
)

__all__ = [
    "articles",
    "audit",
    "documents",
    "front",
    "groups",
    "pages",
    "pictures",
    "redirects",
    "states",
    "surroundings",
    "topics",
    "users",
]
