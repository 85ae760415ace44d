"""Arranging the front page: pin, move, take off, limit; wholly or not at all, never over somebody else’s work."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone, translation

from news.actions import front
from news.models import AuditEntry, FrontPlace
from news.queries import front_page
from tests.admin.people import make_person
from tests.factories import make_article, make_editor
from tests.news.test_publishing_conflicts import together

NOW = timezone.now()
DEAD = {"withdrawn_at_en": NOW, "withdrawal_reason_en": "Wrong."}
DEAD |= {"withdrawn_at_ru": NOW, "withdrawal_reason_ru": "Ошибка."}


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def do(editor):
    """A verb of an editor who has just looked at the page."""

    def carry_out(verb, *arguments, **options):
        seen = {"by": editor, "based_on": front.arrangement().version}
        return getattr(front, verb)(*arguments, **seen | options)

    return carry_out


def arranged() -> dict:
    return {place.position: place.article.title_en for place in FrontPlace.objects.select_related("article")}


def pinned(*positions) -> dict:
    """Stories named A, B, … at places."""
    for letter, position in zip("ABCDEF", positions, strict=False):
        FrontPlace.objects.create(article=make_article(title_en=letter), position=position)
    return arranged()


def test_a_story_is_pinned_and_it_is_known_by_whom_and_until_when(do, editor):
    story, until = make_article(title_en="New"), NOW + timedelta(days=1)
    assert do("pin", story.pk, position=2, until=until) == []
    place = FrontPlace.objects.get()
    assert (place.position, place.article, place.until, place.pinned_by) == (2, story, until, editor)
    assert NOW <= place.pinned_at <= timezone.now()


def test_what_stood_there_moves_down_to_the_next_free_place(do):
    pinned(0, 1, 3)
    do("pin", make_article(title_en="New").pk, position=0)
    assert arranged() == {0: "New", 1: "A", 2: "B", 3: "C"}


def test_a_story_for_which_no_place_is_left_is_told(do):
    pinned(*range(6))
    (left,) = do("pin", make_article(title_en="New").pk, position=1)
    assert left.article.title_en == "F"
    assert arranged() == {0: "A", 1: "New", 2: "B", 3: "C", 4: "D", 5: "E"}


def test_a_story_stands_at_one_place(do):
    pinned(0, 1)
    story = FrontPlace.objects.get(position=1).article
    do("pin", story.pk, position=0)
    assert arranged() == {0: "B", 1: "A"}


@pytest.mark.parametrize(
    ("before", "position", "to", "after"),
    [
        ([0, 1], 0, 1, {1: "A", 0: "B"}),
        ([0, 1], 0, 4, {4: "A", 1: "B"}),
        ([5, 2], 2, 5, {2: "A", 5: "B"}),
        ([3], 3, 3, {3: "A"}),
    ],
)
def test_a_moved_story_and_the_one_that_stood_there_change_places(do, before, position, to, after):
    pinned(*before)
    do("move", position, to=to)
    assert arranged() == after


def test_a_place_is_freed_and_limited(do):
    pinned(0, 1)
    do("take_off", 0)
    until = NOW + timedelta(hours=3)
    do("limit", 1, until=until)
    assert [(place.position, place.until) for place in FrontPlace.objects.all()] == [(1, until)]
    do("limit", 1, until=None)
    assert FrontPlace.objects.get().until is None


@pytest.mark.parametrize(
    "fields",
    [{"published_at_en": None, "published_at_ru": None}, DEAD, {"title_en": "", "body_ru": ""}],
    ids=["draft", "withdrawn", "no edition whole"],
)
def test_what_nobody_will_be_able_to_open_holds_no_place(do, fields):
    story = make_article(**fields)
    with pytest.raises(ValidationError, match="Readers cannot open this story"):
        do("pin", story.pk, position=0)
    assert (arranged(), front.arrangement().version) == ({}, 0)


def test_an_embargoed_story_may_be_pinned_and_appears_at_its_minute(do, monkeypatch):
    shown = make_article(title_en="Now")
    embargo = NOW + timedelta(hours=1)
    do("pin", make_article(title_en="Later", published_at_en=embargo, published_at_ru=embargo).pk, position=0)
    with translation.override("en"):
        assert front_page().lead == shown
        monkeypatch.setattr(timezone, "now", lambda: embargo)
        assert front_page().lead.title == "Later"


def test_a_withdrawn_story_falls_out_by_itself(do):
    story = make_article(title_en="Pinned")
    do("pin", story.pk, position=0)
    other = make_article(title_en="Newest")
    type(story).objects.filter(pk=story.pk).update(**DEAD)
    with translation.override("en"):
        assert [slot.article for slot in front_page().slots] == [other]


@pytest.mark.parametrize("moment", [NOW - timedelta(minutes=1), NOW])
def test_a_moment_that_has_passed_is_refused(do, moment):
    pinned(0)
    for verb, arguments in (("limit", [0]), ("pin", [make_article().pk])):
        with pytest.raises(ValidationError, match="This time has passed: in Moscow it is"):
            do(verb, *arguments, until=moment, **({"position": 1} if verb == "pin" else {}))
    assert (arranged(), FrontPlace.objects.get().until) == ({0: "A"}, None)


@pytest.mark.parametrize(
    ("verb", "arguments", "options"),
    [
        ("move", [1], {"to": 0}),
        ("take_off", [1], {}),
        ("limit", [1], {"until": None}),
        ("move", [0], {"to": 6}),
    ],
)
def test_what_is_not_there_is_refused(do, verb, arguments, options):
    pinned(0)
    with pytest.raises(ValidationError):
        do(verb, *arguments, **options)
    assert (arranged(), front.arrangement().version) == ({0: "A"}, 0)


def test_what_has_expired_makes_room_for_good(do):
    pinned(0, 1)
    FrontPlace.objects.filter(position=0).update(until=NOW - timedelta(minutes=1))
    do("pin", make_article(title_en="New").pk, position=0)
    assert arranged() == {0: "New", 1: "B"}


def test_the_second_of_two_editors_changes_nothing_and_is_told_of_the_first(do, editor):
    pinned(0, 1)
    seen = front.arrangement().version
    do("take_off", 0)
    colleague = make_person("editor", "colleague")
    for verb, arguments, options in (
        ("take_off", [1], {}),
        ("move", [1], {"to": 0}),
        ("limit", [1], {"until": None}),
        ("pin", [make_article().pk], {"position": 1}),
    ):
        with pytest.raises(front.FrontChangedError) as refusal:
            getattr(front, verb)(*arguments, by=colleague, based_on=seen, **options)
        assert refusal.value.newest.changed_by == editor
    assert arranged() == {1: "B"}


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_in_the_same_moment_one_wins_and_the_other_is_told():
    people = [make_editor("ann"), make_editor("bob")]
    stories = [make_article(title_en="Of ann"), make_article(title_en="Of bob")]
    actions = [
        lambda by=by, story=story: front.pin(story.pk, position=0, by=by, based_on=0)
        for by, story in zip(people, stories, strict=True)
    ]
    # SQLite has one writer at a time, and its database in memory one connection.
    ended = together(*actions) if connection.vendor == "postgresql" else [outcome(one) for one in actions]
    (loser,) = [number for number, one in enumerate(ended) if isinstance(one, front.FrontChangedError)]
    assert ended[1 - loser] == []
    assert ended[loser].newest.changed_by == people[1 - loser]
    assert arranged() == {0: stories[1 - loser].title_en}
    assert AuditEntry.objects.count() == 1


def outcome(action):
    """What an action returns or raises."""
    try:
        return action()
    except front.FrontChangedError as error:
        return error


@pytest.mark.parametrize("group", ["author", "moderator"])
def test_only_editors_arrange_the_front_page(db, group):
    pinned(0)
    with pytest.raises(PermissionDenied):
        front.take_off(0, by=make_person(group), based_on=0)
    assert arranged() == {0: "A"}


def test_every_change_is_in_the_log(do, editor):
    pinned(0, 5)
    do("pin", make_article(title_en="New").pk, position=5)
    do("move", 0, to=3)
    do("limit", 3, until=NOW + timedelta(days=1))
    do("take_off", 3)
    said = AuditEntry.objects.order_by("id").values_list("title", "changes", "person")
    assert [(title, changes["places"], person) for title, changes, person in said] == [
        ("B", [["taken-off", 5]], "editor"),
        ("New", [["pinned", 5]], "editor"),
        ("A", [["moved", 3]], "editor"),
        ("A", [["limited", 3]], "editor"),
        ("A", [["taken-off", 3]], "editor"),
    ]
    with translation.override("en"):
        assert AuditEntry.objects.order_by("id")[1].summary == "pinned to the front page: place 5"


def test_an_import_is_told_to_whoever_has_the_page_open(do, tmp_path):
    from news.archive.importing import import_archive
    from tests.news.archive_folder import story, write

    lines = [story("a"), story("b")]
    folder = write(tmp_path, *lines, front=[{"position": 0, "article": "a"}])
    import_archive(folder)
    assert (front.arrangement().version, FrontPlace.objects.get().pinned_by) == (1, None)
    import_archive(folder)
    assert front.arrangement().version == 1
