"""Every list of stories with none, with one, with more than a page, and at its end."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.utils import timezone

from news.models import Article
from tests.factories import make_article, make_section, make_state, make_topic, moscow
from tests.markup import Element, page_of
from tests.soundness import faults

LISTS = [
    "section/security/",
    "topic/drugs/",
    "states/kz/",
    "archive/",
    "archive/2020/",
    "archive/2020/11/",
    "archive/2020/11/09/",
    "archive/on-this-day/11-09/",
]
# A part of the archive without stories is no page.
NONE_IS_404 = {path for path in LISTS if path.startswith("archive/2020/")} | {"archive/on-this-day/11-09/"}
NOTHING = {"en": "There are no stories here yet.", "ru": "Здесь пока нет материалов."}
NO_TIME = {
    "en": "There are no stories of this time in the archive.",
    "ru": "За это время в архиве нет материалов.",
}
PAGER = {"en": ("Newer", "Older"), "ru": ("Новее", "Раньше")}


@pytest.fixture
def fill(db):
    """Fill every list with stories `No 1`, the oldest, to `No {count}`, all of one day."""
    section, topic, state = make_section(), make_topic(), make_state()

    def fill(count: int):
        rows = []
        for n in range(1, count + 1):
            when = moscow(2020, 11, 9, n // 60, n % 60)
            words = {"title": f"No {n}", "body": "<p>9</p>", "slug": "no", "published_at": when}
            fields = {f"{name}_{code}": value for name, value in words.items() for code in ("en", "ru")}
            rows.append(Article(section=section, **fields))
        topic.articles.set(Article.objects.bulk_create(rows))
        state.articles.set(rows)

    return fill


def titles(page: Element) -> list[str]:
    return [
        heading.text
        for article in page.all("main article")
        for heading in article
        if heading.tag in {"h2", "h3"}
    ]


def ways(page: Element, language: str) -> dict[str, str]:
    """The links to the neighbouring parts of the list: newer, older."""
    newer, older = PAGER[language]
    names = {newer: "newer", older: "older"}
    return {names[a.text]: a["href"] for a in page.all("main nav.pager a") if a.text in names}


def numbers(first: int, last: int) -> list[str]:
    return [f"No {n}" for n in range(first, last - 1, -1)]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_list_without_stories_says_so(client, fill, language, path):
    page = page_of(client.get(f"/{language}/{path}"), 404 if path in NONE_IS_404 else 200)
    assert (titles(page), ways(page, language), faults(page)) == ([], {}, [])
    words = NO_TIME if path.startswith("archive/2020/") else NOTHING
    assert page.one("main p.empty").text == words[language]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_list_of_one_story_is_one_page(client, fill, language, path):
    fill(1)
    page = page_of(client.get(f"/{language}/{path}"))
    assert (titles(page), ways(page, language), faults(page)) == (["No 1"], {}, [])
    assert page.all("main p.empty") == []


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_31st_story_stands_alone_on_the_last_page(client, fill, language, path):
    fill(31)
    address = f"/{language}/{path}"
    first = page_of(client.get(address))
    assert (titles(first), list(ways(first, language)), faults(first)) == (numbers(31, 2), ["older"], [])
    last = page_of(client.get(address + ways(first, language)["older"]))
    assert (titles(last), list(ways(last, language)), faults(last)) == (["No 1"], ["newer"], [])
    again = page_of(client.get(address + ways(last, language)["newer"]))
    assert (titles(again), list(ways(again, language))) == (numbers(31, 2), ["older"])


@pytest.mark.parametrize("path", LISTS)
def test_a_whole_number_of_pages_has_no_empty_one_after_it(client, fill, path):
    fill(60)
    first = page_of(client.get(f"/en/{path}"))
    last = page_of(client.get(f"/en/{path}" + ways(first, "en")["older"]))
    assert (titles(last), list(ways(last, "en"))) == (numbers(30, 1), ["newer"])


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, 1), (2, 2), (6, 6), (7, 7), (18, 18), (19, 18), (60, 18)]
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_front_page_with_any_number_of_stories(client, fill, language, count, shown):
    fill(count)
    page = page_of(client.get(f"/{language}/"))
    assert (titles(page), faults(page)) == (numbers(count, count - shown + 1), [])
    assert page.texts("main p.empty") == ([] if count else [NOTHING[language]])
    # The rest stands in the archive.
    assert bool(page.all("main .more a")) == (count > 6)


UNPUBLISHED = {
    "missing": ({"title": "", "body": ""}, 404),
    "draft": ({"published_at": None}, 404),
    "embargoed": ({"published_at": moscow(2199, 11, 9)}, 404),
    "withdrawn": ({"withdrawn_at": timezone.now(), "withdrawal_reason": "42"}, 410),
}


@pytest.mark.parametrize("state", UNPUBLISHED)
@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_an_edition_that_is_not_public_stands_in_no_list_of_its_language(
    client, fill, language, other, state
):
    fields, status = UNPUBLISHED[state]
    fill(1)
    row = Article.objects.get()
    when = moscow(2020, 11, 9, 12)
    values = {f"title_{code}": f"Twin {code}" for code in ("en", "ru")}
    values |= {f"published_at_{code}": when for code in ("en", "ru")}
    values |= {f"{name}_{language}": value for name, value in fields.items()}
    twin = make_article(section=row.section, topics=row.topics.all(), states=row.states.all(), **values)
    for path in ["", *LISTS]:
        assert titles(page_of(client.get(f"/{language}/{path}"))) == ["No 1"], path
        assert titles(page_of(client.get(f"/{other}/{path}"))) == [f"Twin {other}", "No 1"], path
    assert (fed(client, language), fed(client, other)) == (["No 1"], [f"Twin {other}", "No 1"])
    answer = page_of(client.get(twin.get_absolute_url(language)), status)
    assert faults(answer) == []
    # Its address says where it can be read.
    assert twin.get_absolute_url(other) in [a["href"] for a in answer.all("main a")]
    assert faults(page_of(client.get(twin.get_absolute_url(other)))) == []


def fed(client, language: str) -> list[str]:
    """The titles in the feed."""
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(client.get(f"/{language}/feed.atom").content)  # noqa: S314 - our own bytes
    return [entry.findtext(f"{atom}title") for entry in root.iter(f"{atom}entry")]
