"""The screen of the front page at work: dragging, arrow keys, typing a title, and all of it without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.actions import front
from news.models import Article, FrontPlace, User
from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(desk, live_server):
    """The screen with eight stories, the newest first."""
    for n in range(8):
        dates = {f"published_at_{code}": timezone.now() - timedelta(hours=n) for code in ("en", "ru")}
        make.make_article(title_en=f"No {n}", title_ru=f"Номер {n}", **dates)
    desk.goto(f"{live_server.url}/admin/news/frontplace/?language=en")
    return desk


def pinned() -> dict:
    return {place.position: place.article.title_en for place in FrontPlace.objects.select_related("article")}


def place(screen, number: int):
    """The story at a place."""
    return screen.locator("main article", has=screen.locator(f".controls[data-position='{number}']"))


def test_stories_are_dragged_to_places_without_leaving_the_page(screen):
    screen.set_viewport_size({"width": 1280, "height": 2600})  # nothing scrolls while it is dragged
    loads = []
    screen.on(
        "request", lambda request: loads.append(request.url) if request.is_navigation_request() else None
    )
    screen.locator(".list article", has_text="No 6").drag_to(place(screen, 1))
    expect(place(screen, 1).locator("h3")).to_have_text("No 6")
    place(screen, 1).drag_to(place(screen, 0))
    expect(place(screen, 0).locator("h2")).to_have_text("No 6")
    expect(screen.locator("#said")).to_have_text("Moved: Lead.")
    assert (pinned(), loads) == ({0: "No 6"}, [])


def test_a_story_is_moved_by_the_arrow_keys_and_keeps_the_focus(screen):
    place(screen, 2).locator(".handle").focus()
    for number in (1, 0):
        screen.keyboard.press("ArrowUp")
        expect(place(screen, number).locator(".handle")).to_be_focused()
    expect(place(screen, 0).locator("h2")).to_have_text("No 2")
    screen.keyboard.press("ArrowUp")  # no further
    screen.keyboard.press("ArrowDown")
    expect(place(screen, 1).locator(".handle")).to_be_focused()
    assert pinned() == {1: "No 2"}


def test_a_story_is_pinned_by_typing_its_title(screen):
    later = timezone.now() + timedelta(days=2)
    make.make_article(title_en="The council will meet", published_at_en=later, published_at_ru=later)
    place(screen, 0).get_by_role("link", name="Another story…").click()
    expect(screen.get_by_label("Words of the title")).to_be_focused()
    screen.keyboard.type("counc")
    expect(screen.locator("#chooser li")).to_have_count(1)
    screen.get_by_role("button", name="Pin here: The council will meet").click()
    expect(screen.locator("#chooser")).to_have_count(0)
    expect(place(screen, 0).locator(".waits")).to_contain_text(
        "Lead waits for “The council will meet”: embargoed until"
    )
    expect(place(screen, 0).locator("h2")).to_have_text("No 0")
    assert pinned() == {0: "The council will meet"}


def test_the_choice_is_closed_by_the_escape_key(screen):
    place(screen, 3).get_by_role("link", name="Another story…").click()
    expect(screen.locator("#chooser")).to_be_visible()
    screen.keyboard.press("Escape")
    expect(screen.locator("#chooser")).to_have_count(0)
    expect(place(screen, 3).get_by_role("link", name="Another story…")).to_be_focused()


def test_what_a_colleague_did_meanwhile_is_told_and_stays(screen):
    colleague = User.objects.create_superuser("colleague")
    front.pin(Article.objects.get(title_en="No 5").pk, position=0, by=colleague, based_on=0)
    place(screen, 1).get_by_role("button", name="Keep it here").click()
    expect(screen.locator(".messages")).to_contain_text("colleague changed the front page")
    expect(place(screen, 0).locator("h2")).to_have_text("No 5")
    assert pinned() == {0: "No 5"}
    place(screen, 1).get_by_role("button", name="Keep it here").click()
    expect(place(screen, 1).locator(".whence")).to_contain_text("pinned by editor")
    assert pinned() == {0: "No 5", 1: "No 0"}


def test_everything_works_without_scripts(screen, chromium, live_server):
    context = chromium.new_context(
        java_script_enabled=False,
        storage_state=screen.context.storage_state(),
        viewport={"width": 390, "height": 800},
    )
    plain = context.new_page()
    plain.goto(f"{live_server.url}/admin/news/frontplace/?language=en")
    place(plain, 1).get_by_role("link", name="Another story…").click()
    plain.get_by_label("Words of the title").fill("no 7")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("button", name="Pin here: No 7").click()
    expect(plain.locator(".messages")).to_have_text("Pinned: Place 1.")
    place(plain, 1).get_by_role("button", name="Up: No 7").click()
    expect(plain.locator(".messages")).to_have_text("Moved: Lead.")
    place(plain, 0).get_by_text("Until…").click()
    place(plain, 0).get_by_label("Day").fill("2190-01-15")
    place(plain, 0).get_by_label("Moscow time", exact=True).fill("10:00")
    place(plain, 0).get_by_role("button", name="Set").click()
    expect(place(plain, 0).locator(".whence")).to_contain_text("until 15 Jan 2190, 10:00")
    place(plain, 0).get_by_role("button", name="Take off").click()
    expect(place(plain, 0).locator("h2")).to_have_text("No 0")
    context.close()
    assert pinned() == {}
