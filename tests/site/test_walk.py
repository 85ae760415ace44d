"""Every address that the portal's links lead to is there and sound: with the demonstration, and with nothing."""

from django.utils import translation

from news.archive.importing import import_archive
from news.management.commands.load_demo import DEMO
from news.models import Article, Image, Page, Section, State, Topic
from news.tasks import make_sizes
from tests.markup import page_of, parse
from tests.site.test_languages import foreign
from tests.site.walking import Walk
from tests.soundness import faults


def public(language: str) -> set[str]:
    """The addresses of everything that has a page of its own in a language."""
    with translation.override(language):
        named = [row for model in (Section, Topic, State) for row in model.objects.all() if row.name]
        rows = [*named, *Page.objects.published(), *Article.objects.published()]
        return {row.get_absolute_url() for row in rows}


def test_the_demonstration_can_be_walked_through_and_every_page_is_sound(client, db):
    assert import_archive(DEMO).failures == []
    # The sizes of one picture stand for all: making them takes longer than anything else here.
    shown = Image.objects.filter(articles__in=Article.objects.published("en")).earliest("pk")
    make_sizes.call(shown.pk)
    walk = Walk(client).from_("/en/", "/ru/")
    assert walk.faults == []
    for language in ("en", "ru"):
        assert public(language) - set(walk.pages(language)) == set()
    endings = {address.rpartition(".")[2] for address in walk.seen if f"/{shown.token}-" in address}
    assert endings == {"avif", "webp", "jpg"}


def test_a_portal_with_one_of_everything_is_sound(client, portal):
    assert Walk(client).from_("/en/", "/ru/").faults == []


def test_the_walk_finds_what_is_broken_and_who_named_it(client, portal):
    links = [
        "/en/none/",
        "/elsewhere/",
        "ftp://example.org/",
        "#nowhere",
        "/en/help/#main",
        "/media/none.jpg",
    ]
    body = "".join(f'<p><a href="{link}">Words</a></p>' for link in links)
    Page.objects.filter(slug="about").update(title_en="Help", body_en=f"{body}<h3>Too low</h3>", title_ru="")
    Page.objects.filter(slug="help").update(body_en="<p>Слова</p>")
    assert sorted(set(Walk(client).from_("/en/", "/ru/").faults)) == [
        "/en/about/: h3 follows h1: Too low (named by /en/)",
        "/en/about/: leads out of its language to /elsewhere/ (named by /en/)",
        "/en/about/: leads to /en/about/#nowhere, which is not there (named by /en/)",
        "/en/about/: names 'ftp://example.org/' (named by /en/)",
        "/en/help/: 'Слова' in <meta lang=en>: Слова (named by /en/)",
        "/en/help/: 'Слова' in <p lang=en>: Слова (named by /en/)",
        "/en/help/: is titled 'Help – Infoshos' as /en/about/ is (named by /en/)",
        "/en/none/: 404 (named by /en/about/)",
        "/media/none.jpg: 404 (named by /en/about/)",
    ]


def test_what_is_unsound_is_found():
    page = parse(
        '<h1>One</h1><h1>Two</h1><h4>Four</h4><p id="a"></p><p id="a">None</p><ul></ul><a href="/x"></a>'
        '<label for="b">B</label><img src="/x"><b>%(name)s</b><a href="/en/None/">{{ x }}</a><p role="status"></p>'
        '<a href="/x" aria-hidden="true"></a><a href="/x"><img src="/x" alt="X" width="1" height="1"></a>'
    )
    assert faults(page) == [
        "not one h1: [(1, 'One'), (1, 'Two'), (4, 'Four')]",
        "h4 follows h1: Four",
        "id 'a' stands 2 times",
        "<label for=b> names nothing",
        "<p> says nothing: {'id': 'a'}",
        "<ul> holds nothing",
        "<a> says nothing: {'href': '/x'}",
        "<img> lacks something: {'src': '/x'}",
        "<p> says 'None'",
        "<b> says '%(name)s'",
        "<a> says '{{ x }}'",
        "<a href='/en/None/'>",
    ]


NOTHING = {"en": "There are no stories here yet.", "ru": "Здесь пока нет материалов."}
NO_TIME = {
    "en": "There are no stories of this time in the archive.",
    "ru": "За это время в архиве нет материалов.",
}
NO_STATES = {
    "en": "On this day the organisation had no states yet.",
    "ru": "В этот день в организации ещё не было ни одного государства.",
}
# What a portal without any row says at the addresses that know of no row.
EMPTY = {
    "": (200, NOTHING),
    "archive/": (200, NOTHING),
    "archive/2020/": (404, NO_TIME),
    "archive/2020/11/": (404, NO_TIME),
    "archive/2020/11/09/": (404, NO_TIME),
    "archive/on-this-day/": (200, NOTHING),
    "archive/on-this-day/02-29/": (404, NOTHING),
    "states/": (200, NO_STATES),
    "states/?on=2016-06-24": (200, NO_STATES),
}


def test_an_empty_portal_can_be_walked_through_and_says_that_there_is_nothing_yet(client, db):
    walk = Walk(client).from_("/en/", "/ru/")
    assert walk.faults == []
    for language in ("en", "ru"):
        for path, (status, words) in EMPTY.items():
            page = page_of(client.get(f"/{language}/{path}"), status)
            assert page.texts("main p.empty") == [words[language]], path
            assert [*faults(page), *foreign(page)] == [], path
        start = f"/{language}/"
        paths = {address.removeprefix(start).partition("?")[0] for address in walk.pages(language)}
        assert paths == {"", "archive/", "archive/on-this-day/", "states/", "contact/"}
        feed = client.get(f"{start}feed.atom")
        assert (feed.status_code, feed.content.count(b"<entry>")) == (200, 0)


def test_what_an_empty_portal_does_not_have_is_not_found(client, db):
    missing = ["section/security/", "topic/drugs/", "states/kz/", "about/", "news/1/", "archive/?before=0-0"]
    for language in ("en", "ru"):
        for path in missing:
            response = client.get(f"/{language}/{path}")
            page = parse(response.content)
            assert (response.status_code, [*faults(page), *foreign(page)]) == (404, []), path
