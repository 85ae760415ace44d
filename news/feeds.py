"""Feeds for readers' programs."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from news.languages import column, current
from news.models import Article, Revision, SiteSettings
from news.templatetags.story import story_body

FEED_SIZE = 30
# XML cannot carry these, not even escaped.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class NewestFeed(Feed):
    """The newest stories of one language, whole, as Atom."""

    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        """Answer so that programs of other sites may read it."""
        response = super().__call__(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def title(self):
        site = SiteSettings.objects.filter(pk=1).first()
        return _clean(site and site.name) or "Infoshos"

    # Addresses stand under PUBLIC_URL: Django would take the host that the request names, and whoever asked first
    # would have it cached for everybody.

    def link(self):
        return settings.PUBLIC_URL + reverse("front")

    def feed_url(self):
        return settings.PUBLIC_URL + reverse("feed")

    def item_link(self, item):
        return settings.PUBLIC_URL + item.get_absolute_url()

    def items(self):
        items = Article.objects.published().newest_first().select_related("section", "image")[:FEED_SIZE]
        changed = _live_since([item.pk for item in items])
        for item in items:
            # The text of an embargoed story is older than its publication.
            item.changed_at = max(item.published_at, changed.get(item.pk, item.published_at))
        return items

    def item_title(self, item):
        return _clean(item.title)

    def item_description(self, item):
        return _clean(story_body(item.body, {}, absolute=True))

    def item_author_name(self, item):
        return _clean(item.byline) or None

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.changed_at

    def item_categories(self, item):
        return [_clean(item.section.name)] if item.section and item.section.name else []

    def item_guid(self, item):
        return f"tag:infoshos,2026:article-{item.pk}-{current()}"


def _live_since(articles: list[int]) -> dict:
    """When the text was saved that each story's page in this language is made from, by the story's number."""
    live = F(f"article__{column('live_revision')}")
    return dict(
        Revision.objects.filter(article__in=articles, number=live).values_list("article", "created_at")
    )


def _clean(text) -> str:
    return _NOT_IN_XML.sub("", str(text or ""))
