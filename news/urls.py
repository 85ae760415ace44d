"""Addresses of the news app, below the language."""

from django.urls import path, register_converter
from django.views.decorators.http import require_safe

from news import feeds
from news.views import archive, articles, front, pages, sections, states, topics


class Year:
    """A year of four digits."""

    regex = "[0-9]{4}"
    to_python = int

    def to_url(self, value):
        return f"{value:04}"


class TwoDigits(Year):
    """A month or a day of two digits."""

    regex = "[0-9]{2}"

    def to_url(self, value):
        return f"{value:02}"


register_converter(Year, "year")
register_converter(TwoDigits, "two")

urlpatterns = [
    path("", front.front_page, name="front"),
    path("feed.atom", require_safe(feeds.NewestFeed()), name="feed"),
    path("news/<int:pk>/", articles.article, name="article-short"),
    path("news/<int:pk>/<slug:slug>/", articles.article, name="article"),
    path("section/<slug:slug>/", sections.section, name="section"),
    path("topic/<slug:slug>/", topics.topic, name="topic"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<year:year>/", archive.archive, name="archive-year"),
    path("archive/<year:year>/<two:month>/", archive.archive, name="archive-month"),
    path("archive/<year:year>/<two:month>/<two:day>/", archive.archive, name="archive-day"),
    path("archive/on-this-day/", archive.on_this_day, name="today"),
    path("archive/on-this-day/<two:month>-<two:day>/", archive.on_this_day, name="on-this-day"),
    path("states/", states.states, name="states"),
    path("states/<slug:code>/", states.state, name="state"),
    path("<slug:slug>/", pages.page, name="page"),
]
