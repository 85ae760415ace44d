"""Stories that lack a part, and headlines as long and as short as can be: no page breaks or leaves a hole."""

import pytest

from news.models import RelatedLink
from tests.factories import make_article, make_image, make_section, make_state, make_topic, moscow
from tests.markup import Element, page_of
from tests.pages.test_lists import LISTS, fed
from tests.soundness import faults

WHEN = {"published_at_en": moscow(2020, 11, 9, 12), "published_at_ru": moscow(2020, 11, 9, 12)}
# A part of a story: what it is without it, and what shows it on its page and in lists.
PARTS = {
    "summary": ({"summary_en": "", "summary_ru": ""}, "header .summary", ".gist"),
    "picture": ({"image": None}, "figure.lead-figure", "img"),
    "section": ({"section": None}, "header .kicker a", ".kicker"),
    "byline": ({"byline_en": "", "byline_ru": ""}, "header .byline", None),
    "topics": ({"topics": []}, "footer a.tag[href=/en/topic/drugs/]", None),
    "states": ({"states": []}, "footer a.tag[href=/en/states/kz/]", None),
    "source": ({"source_name": "", "source_url": ""}, "footer .source", None),
}


@pytest.fixture
def rich(db) -> dict:
    """The fields of a story that has every part."""
    return {
        "section": make_section(),
        "image": make_image(),
        "byline_en": "Ann Brown",
        "byline_ru": "Анна Бурова",
        "topics": [make_topic()],
        "states": [make_state()],
        "source_name": "Secretariat",
        "source_url": "https://example.org/",
        **WHEN,
    }


def page(client, address: str) -> Element:
    found = page_of(client.get(address))
    assert faults(found) == [], address
    return found


def lists_of(client, missing: str, language: str = "en") -> list[Element]:
    """The teasers of the only story in every list that can hold it."""
    homes = {"topics": "topic/drugs/", "states": "states/kz/", "section": "section/security/"}
    paths = [path for path in LISTS if path != homes.get(missing) and "section/" not in path]
    return [page(client, f"/{language}/{path}").one("main article") for path in paths]


@pytest.mark.parametrize("missing", [None, *PARTS])
def test_a_story_without_a_part_has_no_trace_of_it(client, rich, missing):
    story = make_article(**rich | (PARTS[missing][0] if missing else {}))
    own = page(client, story.get_absolute_url("en")).one("article.story")
    for name, (_fields, selector, _in_list) in PARTS.items():
        assert len(own.all(selector)) == (name != missing), name
    assert len(own.all("footer .tags")) == 2 - (missing in {"topics", "states"})
    for teaser in lists_of(client, missing):
        for name, (_fields, _on_page, selector) in PARTS.items():
            assert selector is None or len(teaser.all(selector)) == (name != missing), name
    page(client, "/en/")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_story_of_a_title_and_a_text_alone(client, rich, language):
    without = {name: value for fields, *_rest in PARTS.values() for name, value in fields.items()}
    story = make_article(comments_open=False, **rich | without)
    own = page(client, story.get_absolute_url(language)).one("article.story")
    title = getattr(story, f"title_{language}")
    assert own.one("h1").text == title
    assert own.one(".kicker").text == {"en": "News", "ru": "Новость"}[language]
    assert [own.all(selector) for _fields, selector, _in_list in PARTS.values()] == [[]] * len(PARTS)
    assert own.all("footer .tags") == []
    assert own.one("header .meta").texts("time") == [
        {"en": "9 November 2020, 12:00", "ru": "09.11.2020 12:00"}[language]
    ]
    for path in ("", "archive/", "archive/on-this-day/11-09/"):
        teaser = page(client, f"/{language}/{path}").one("main article")
        assert teaser.texts("a") == [title]


LONG_WORDS = {
    "en": "counterrevolutionaries’ incomprehensibilities institutionalised ",
    "ru": "человеконенавистничество превысокомногорассмотрительствующий частнопредпринимательский ",
}
HEADLINES = {
    "long": {code: ((words * 9).capitalize()[:299] + "!") for code, words in LONG_WORDS.items()},
    "one word": {"en": "W" * 300, "ru": "Щ" * 300},
    "one letter": {"en": "A", "ru": "Я"},
    "a sign": {"en": "?", "ru": "№"},
}


@pytest.mark.parametrize("kind", HEADLINES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_headline_of_any_length_is_shown_whole_wherever_it_stands(client, rich, language, kind):
    headline = HEADLINES[kind][language]
    other = make_article(title_en="Later", title_ru="Позже")
    story = make_article(title_en=HEADLINES[kind]["en"], title_ru=HEADLINES[kind]["ru"], **rich)
    RelatedLink.objects.create(article=other, target=story)
    address = story.get_absolute_url(language)
    own = page(client, address)
    dash = {"en": "–", "ru": "—"}[language]
    assert (own.one("h1").text, own.one("title").text) == (headline, f"{headline} {dash} Infoshos")
    assert len(address) < 120
    for path in ["", *LISTS]:
        assert headline in [
            a.text for a in page(client, f"/{language}/{path}").all(f"main a[href={address}]")
        ], path
    assert page(client, other.get_absolute_url(language)).one(".related a").text == headline
    assert headline in fed(client, language)
    for form in ("report/", "comment/sent/"):
        assert page(client, address + form).one(f"main a[href={address}]")


def test_a_story_whose_section_has_no_name_in_the_language_names_none(client, rich):
    rich["section"].name_ru = ""
    rich["section"].save()
    story = make_article(**rich)
    russian = page(client, story.get_absolute_url("ru"))
    assert russian.one("header .kicker").text == "Новость"
    assert page(client, story.get_absolute_url("en")).one("header .kicker").text == "News Security"
    assert page_of(client.get("/ru/section/security/"), 404)
    for path in [path for path in ["", *LISTS] if "section/" not in path]:
        assert page(client, f"/ru/{path}").one("main article").all(".kicker") == [], path
        assert page(client, f"/en/{path}").one("main article").texts(".kicker") == ["Security"], path
    assert "<category" not in client.get("/ru/feed.atom").content.decode()
    assert 'href="/ru/section/' not in client.get("/ru/").content.decode()
