"""The editors' screen of the front page: what it shows of each place, and what its buttons do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.actions import front
from news.models import FrontArrangement, FrontPlace
from tests.admin.browsing import messages_of
from tests.admin.people import make_person
from tests.factories import make_article, moscow
from tests.markup import page_of

SCREEN, ARRANGE = "/admin/news/frontplace/", "/admin/news/frontplace/arrange/"
NOW = timezone.now()


@pytest.fixture
def stories(db):
    """Eight stories, the newest first."""
    return [
        make_article(
            title_en=f"No {n}",
            title_ru=f"Номер {n}",
            **{f"published_at_{code}": NOW - timedelta(hours=n) for code in ("en", "ru")},
        )
        for n in range(8)
    ]


def pin(article, position, **fields):
    return FrontPlace.objects.create(article=article, position=position, **fields)


def places(client, language="en") -> list[tuple[str, str, str]]:
    """The label of each place, its story and where that comes from, in the order of the page."""
    page = page_of(client.get(f"{SCREEN}?language={language}"))
    found = []
    for article in page.all("main article"):
        if not article.all(".whence"):
            continue
        title = next(link.text for link in article.all("a") if link.text)
        found.append((article.one(".whence strong").text, title, article.all(".whence span")[0].text))
    return found


def press(client, do, version=0, **said):
    return client.post(ARRANGE, {"do": do, "language": "en", "based_on": version, **said})


def test_each_place_says_its_story_and_where_it_comes_from(desk, editor, stories):
    pin(stories[5], 0, pinned_by=editor, pinned_at=moscow(2026, 1, 2, 10, 5), until=moscow(2190, 1, 1, 9, 0))
    pin(stories[6], 3)
    assert places(desk) == [
        ("Lead", "No 5", "pinned by editor on 2 Jan 2026, 10:05, until 1 Jan 2190, 09:00"),
        ("Place 1", "No 0", "automatic"),
        ("Place 2", "No 1", "automatic"),
        ("Place 3", "No 6", "pinned"),
        ("Place 4", "No 2", "automatic"),
        ("Place 5", "No 3", "automatic"),
    ]


def test_the_screen_is_the_front_page(desk, client, stories):
    pin(stories[5], 2)
    for language in ("en", "ru"):
        readers = page_of(client.get(f"/{language}/")).one("main")
        here = page_of(desk.get(f"{SCREEN}?language={language}")).one("main")
        for selector in ("h2", "h3", ".kicker", ".summary", ".gist", ".meta"):
            assert here.texts(selector) == readers.texts(selector)
        assert here.one(".front")["class"] == readers.one(".front")["class"]


def test_in_russian(client, stories):
    client.force_login(make_person("editor", interface_language="ru"))
    pin(stories[5], 1)
    assert places(client, "en")[:2] == [
        ("Главный материал", "No 0", "автоматически"),
        ("Место 1", "No 5", "закреплено"),
    ]
    page = page_of(client.get(SCREEN))
    assert page.one("h1").text == "Главная страница русской версии"


def test_a_story_that_cannot_be_opened_in_the_language_is_named_with_the_reason(desk, stories):
    later = moscow(2190, 1, 1, 9, 0)
    pin(make_article(title_en="Embargoed", published_at_en=later), 0)
    page = page_of(desk.get(f"{SCREEN}?language=en"))
    waits = page.all("form.waits span")[0].text
    assert waits.startswith("Lead waits for “Embargoed”: embargoed until 1 Jan 2190, 09:00")
    assert places(desk)[0] == ("Lead", "No 0", "automatic")
    assert page_of(desk.get(f"{SCREEN}?language=ru")).all("form.waits") == []


def test_who_waits_at_a_place_that_is_empty_is_named_too(desk, db):
    make_article()
    pin(make_article(title_en="Embargoed", published_at_en=moscow(2190, 1, 1, 9, 0)), 4)
    waits = page_of(desk.get(f"{SCREEN}?language=en")).all(".waiting form.waits span")[0].text
    assert waits.startswith("Place 4 waits for “Embargoed”")


def test_the_buttons_do_what_they_say(desk, editor, stories):
    answer = press(desk, "pin:2", article=stories[4].pk)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{SCREEN}?language=en")
    assert messages_of(desk.get(SCREEN)) == ["Pinned: Place 2."]
    press(desk, "move:0", version=1, position=2)
    press(desk, "until", version=2, position=0, until_0="2190-01-01", until_1="09:00")
    place = FrontPlace.objects.get()
    assert (place.position, place.article, place.until) == (0, stories[4], moscow(2190, 1, 1, 9, 0))
    press(desk, "always", version=3, position=0)
    assert FrontPlace.objects.get().until is None
    press(desk, "pin", version=4, article=stories[7].pk, to=0)
    assert [row.article for row in FrontPlace.objects.all()] == [stories[7], stories[4]]
    press(desk, "off", version=5, position=0)
    assert [row.article for row in FrontPlace.objects.all()] == [stories[4]]
    assert messages_of(desk.get(SCREEN))[-1] == "Taken off: Lead."


def test_who_has_no_place_left_is_told(desk, stories):
    for position in range(6):
        pin(stories[position], position)
    press(desk, "pin:0", article=stories[7].pk)
    assert "There was no place left for “No 5”." in messages_of(desk.get(SCREEN))


def test_the_second_editor_is_told_who_was_quicker(desk, client, stories):
    pin(stories[5], 0)
    colleague = make_person("editor", "colleague")
    front.take_off(0, by=colleague, based_on=0)
    answer = press(desk, "pin:0", article=stories[3].pk)
    assert answer.status_code == 409
    (message,) = messages_of(answer)
    assert message.startswith("colleague changed the front page on ")
    assert (FrontPlace.objects.count(), FrontArrangement.objects.get().version) == (0, 1)
    # The page that comes back is the newest: its buttons work.
    page = page_of(answer, 409)
    assert {field["value"] for field in page.all("input[name=based_on]")} == {"1"}


@pytest.mark.parametrize(
    ("day", "time", "message"),
    [
        ("2020-01-15", "10:00", "This time has passed: in Moscow it is"),
        ("", "", "Say until when."),
        ("2190-01-15", "", "Enter a valid time."),
        ("1990-13-40", "10:00", "Enter a valid date."),
    ],
)
def test_a_wrong_moment_comes_back_with_the_reason_beside_it(desk, stories, day, time, message):
    pin(stories[5], 1)
    answer = press(desk, "until", position=1, until_0=day, until_1=time)
    assert answer.status_code == 422
    form = page_of(answer, 422).one("details[open]")
    assert form.texts(".errorlist li")[0].startswith(message)
    assert [field.get("value", "") for field in form.all("input")] == [day, time]
    assert FrontPlace.objects.get().until is None


@pytest.mark.parametrize(
    "said",
    [
        {"do": ""},
        {"do": "fly:2"},
        {"do": "pin:9", "article": "1"},
        {"do": "pin:x", "article": "1"},
        {"do": "pin:0", "article": "9" * 30},
        {"do": "off", "position": "-1"},
        {"do": "off", "position": "0", "based_on": "x"},
        {"do": "off", "position": "²"},
    ],
)
def test_what_no_page_sends_changes_nothing(desk, stories, said):
    pin(stories[5], 0)
    answer = press(desk, **said) if "based_on" not in said else desk.post(ARRANGE, said)
    assert answer.status_code in {409, 422}
    assert FrontPlace.objects.get().article == stories[5]


def test_a_story_is_found_by_words_of_its_title_and_drafts_are_not(desk, stories):
    make_article(title_en="No draft", published_at_en=None, published_at_ru=None)
    later = moscow(2190, 1, 1, 9, 0)
    make_article(title_en="No hurry", published_at_en=later, published_at_ru=None)
    pin(stories[3], 0)
    pin(stories[4], 1, until=NOW - timedelta(hours=1))  # expired: it stands nowhere

    def offered(query):
        page = page_of(desk.get(SCREEN, {"language": "en", "place": "2", "q": query}))
        return [li.all("span[lang]")[0].text for li in page.all("#chooser li")]

    assert set(offered("no")) == {"No hurry", *(f"No {n}" for n in (0, 1, 2, 4, 5, 6, 7))}
    assert offered("no hur") == ["No hurry"]
    assert offered("номер 4") == ["No 4"]
    # Unasked: what is to come, then the newest.
    assert offered("") == ["No hurry", *(f"No {n}" for n in (0, 1, 2, 4, 5, 6, 7))]
    page = page_of(desk.get(SCREEN, {"place": "2", "q": "zzz"}))
    assert page.texts("#chooser li") == ["Nothing found."]


@pytest.mark.parametrize("place", ["6", "x", "-1", "²", "9" * 50])
def test_there_is_no_choice_for_a_place_that_is_none(desk, stories, place):
    assert page_of(desk.get(SCREEN, {"place": place})).all("#chooser") == []


def test_whoever_may_only_look_sees_no_buttons(client, stories):
    from django.contrib.auth.models import Permission

    reader = make_person("moderator")
    reader.user_permissions.add(Permission.objects.get(codename="view_frontplace"))
    client.force_login(reader)
    assert page_of(client.get(SCREEN)).all(".controls") == []
    assert press(client, "pin:0", article=stories[0].pk).status_code == 403
    client.force_login(make_person("author"))
    assert client.get(SCREEN).status_code == 403
    assert press(client, "pin:0", article=stories[0].pk).status_code == 403
    assert not FrontPlace.objects.exists()


def test_the_address_of_the_buttons_alone_leads_to_the_screen(desk, db):
    answer = desk.get(ARRANGE)
    assert (answer.status_code, answer.headers["Location"]) == (302, SCREEN)


def test_an_empty_portal_has_a_screen(desk, db):
    assert page_of(desk.get(SCREEN)).one("p.empty").text == "There are no stories here yet."


def test_as_many_questions_with_every_place_pinned_as_with_none(desk, stories, django_assert_num_queries):
    # The session, the account; the page with its surroundings; who is pinned; the version; the choice.
    counts = 2 + 2 + 5 + 1 + 1 + 1
    with django_assert_num_queries(counts):
        desk.get(SCREEN, {"place": "1"})
    for position in range(6):
        pin(stories[position], position)
    with django_assert_num_queries(counts):
        desk.get(SCREEN, {"place": "1"})
