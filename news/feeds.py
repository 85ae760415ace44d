"""Feeds for readers' programs."""

import re

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from news.languages import current
from news.models import Article, SiteSettings
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
        return (site and site.name) or "Infoshos"

    def link(self):
        return reverse("front")

    def feed_url(self):
        return reverse("feed")

    def items(self):
        return Article.objects.published().newest_first().select_related("section", "image")[:FEED_SIZE]

    def item_title(self, item):
        return _NOT_IN_XML.sub("", item.title)

    def item_description(self, item):
        return _NOT_IN_XML.sub("", str(story_body(item.body, {}, absolute=True)))

    def item_author_name(self, item):
        return _NOT_IN_XML.sub("", item.byline) or None

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.published_at

    def item_categories(self, item):
        return [item.section.name] if item.section and item.section.name else []

    def item_guid(self, item):
        return f"tag:infoshos,2026:article-{item.pk}-{current()}"
