"""Pages ask the same small number of questions of the database, whether their lists hold 1 row or 30."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, Notice, Page, RelatedLink, SiteSettings
from tests import factories as make
from tests.portal import attach

# The surroundings of a page take five: imprint, notices, sections, pages, states.
CHROME = 5


def states(count: int) -> list:
    """States with codes AA, AB, …, all members, one of them with `count` periods."""
    member, observer = make.make_status(), make.make_status("observer")
    rows = []
    for n in range(count):
        code = f"{chr(65 + n // 26)}{chr(65 + n % 26)}"
        rows.append(make.make_state(code, name_en=f"State {n}", name_ru=f"Страна {n}"))
        make.make_membership(rows[-1], member if n % 2 else observer, since="2020-01-01")
    for n in range(count):
        make.make_membership(rows[0], observer, since=date(1990 + n, 1, 1), until=date(1990 + n, 6, 1))
    return rows


def fill(count: int) -> Article:
    """A portal whose every list holds `count` rows; returns its story."""
    SiteSettings.objects.create(pk=1, name_en="Infoshos", name_ru="Инфошос")
    section = make.make_section()
    concerned = states({1: 3, 30: 27}[count])
    topics = [make.make_topic(f"topic-{n}") for n in range(count)]
    for n in range(count):
        if n:
            make.make_section(f"section-{n}")
        Notice.objects.create(ref=f"n{n}", text_en="Notice.", text_ru="Строка.")
        texts = {"title_en": "T", "title_ru": "Т", "body_en": "<p>T</p>", "body_ru": "<p>Т</p>"}
        Page.objects.create(slug=f"page-{n}", **texts)
    pictures = [make.make_image() for _n in range(2)]
    figures = "".join(f'<figure><img src="/media/images/{p.token}.jpg" alt=""></figure>' for p in pictures)
    when = make.moscow(2020, 11, 9, 16, 6)
    stories = [
        make.make_article(
            section=section,
            states=concerned,
            topics=topics,
            image=pictures[0],
            body_en=figures,
            body_ru=figures,
            published_at_en=when,
            published_at_ru=when,
        )
        for _n in range(count + 1)
    ]
    story, *others = stories
    for other in others:
        RelatedLink.objects.create(article=story, target=other)
        RelatedLink.objects.create(article=story, url="https://example.org/", title_en="T", title_ru="Т")
        make.make_comment(story)
        make.make_comment(story, language="ru")
        attach(story)
    return story


COUNTS = {
    # Two for the lists, three for “on this day”: the first and the last year, and the stories.
    "": CHROME + 2 + 3,
    "section/security/": CHROME + 2,
    "topic/topic-0/": CHROME + 2,
    # Three for the menu; then the list, the topics, and whether the other language has stories.
    "archive/": CHROME + 3 + 3,
    "archive/2020/": CHROME + 3 + 2,
    # Three for the calendar.
    "archive/2020/11/": CHROME + 3 + 2 + 3,
    "archive/2020/11/09/": CHROME + 3 + 2 + 3,
    # Where there is no story, instead of the list and the other language, the nearest days: two, unless the calendar
    # knows them; and the old address that any missing page may be.
    "archive/2019/": CHROME + 3 + 2 + 1,
    "archive/2020/12/": CHROME + 3 + 3 + 1,
    "archive/2020/11/10/": CHROME + 3 + 3 + 1,
    # The first and the last year, the list, the nearest days.
    "archive/on-this-day/": CHROME + 4,
    # The same, and three for whether the other language has stories.
    "archive/on-this-day/11-09/": CHROME + 4 + 3,
    "archive/on-this-day/11-10/": CHROME + 4 + 3 + 1,
    "states/": CHROME + 2,
    "states/?on=2020-06-01": CHROME + 2 + 1,
    "states/aa/": CHROME + 3,
    "page-0/": CHROME + 2,
    "contact/": CHROME,
    "contact/sent/": CHROME,
    "feed.atom": 3,
    "no-such-page/": CHROME + 2,
    # The story, its documents, its topics and states, the pictures in its text, the links of editors, what else
    # fits, the comments.
    "{story}": CHROME + 7,
    "{story}report/": CHROME + 1,
    "{story}comment/sent/": CHROME + 1,
    "{story}?utm_source=x": CHROME + 7 + 1,
}


NOT_FOUND = {
    "no-such-page/",
    "archive/2019/",
    "archive/2020/12/",
    "archive/2020/11/10/",
    "archive/on-this-day/11-10/",
}
# Where related stories stand.
BOXES = {"{story}", "{story}?utm_source=x"}
# What a page may ask at most.
LIMIT = 13


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_questions_does_not_grow_with_the_lists(client, db, count, language):
    address = fill(count).get_absolute_url(language)
    asked = {}
    for path in COUNTS:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path.format(story=address) if "{" in path else f"/{language}/{path}")
        assert response.status_code == (404 if path in NOT_FOUND else 200), path
        asked[path] = len(queries)
    # Where editors have filled the box of related stories, nothing else is looked for.
    assert asked == {path: n - (count == 30 and path in BOXES) for path, n in COUNTS.items()}
    assert max(asked.values()) <= LIMIT
