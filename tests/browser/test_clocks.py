"""The clocks of the capitals."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.clocks import local_time
from tests import factories as make

pytestmark = pytest.mark.browser

WRONG_DEVICE_CLOCK = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture
def front(live_server):
    """The front page, with states in three zones."""
    member = make.make_status()
    for code, zone in (("RU", "Europe/Moscow"), ("IN", "Asia/Kolkata"), ("EG", "Africa/Cairo")):
        make.make_membership(make.make_state(code, name_en=code, capital_en=zone, time_zone=zone), member)
    return f"{live_server.url}/en/"


def clock(page, zone):
    """The clock beside a capital."""
    return page.locator(".states li", has_text=zone).locator(".clock")


def serve_time(page, moment: datetime) -> list:
    """Let the server's clock show `moment`; return the list in which requests for it are counted."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(status=204, headers={"Date": format_datetime(moment.astimezone(UTC), usegmt=True)})

    page.unroute("**/time")
    page.route("**/time", answer)
    return asked


def test_clocks_are_right_on_a_device_whose_clock_is_wrong(page, front):
    page.clock.install(time=WRONG_DEVICE_CLOCK)
    page.goto(front)
    expect(clock(page, "Moscow").locator(".visually-hidden")).to_have_text("UTC+3")
    for zone in ("Europe/Moscow", "Asia/Kolkata"):
        now = timezone.now()
        possible = {f"{local_time(zone, now - timedelta(minutes=late)):%H:%M}" for late in (0, 1)}
        assert clock(page, zone).inner_text()[:5] in possible


def test_clocks_go_on_with_the_minute(page, front):
    page.clock.install(time=WRONG_DEVICE_CLOCK)
    serve_time(page, datetime(2020, 11, 9, 13, 5, 30, tzinfo=UTC))
    page.goto(front)
    expect(clock(page, "Moscow")).to_contain_text("16:05")
    expect(clock(page, "Kolkata")).to_contain_text("18:35")
    page.clock.run_for(35_000)
    expect(clock(page, "Moscow")).to_contain_text("16:06")
    expect(clock(page, "Kolkata")).to_contain_text("18:36")


def test_a_change_of_the_offset_is_kept_to_the_second(page, front):
    page.goto(front)
    data = clock(page, "Cairo").evaluate("clock => ({...clock.dataset})")
    change = datetime.fromtimestamp(int(data["next"]), UTC)
    page.clock.install(time=WRONG_DEVICE_CLOCK)
    serve_time(page, change - timedelta(seconds=30))
    page.goto(front)
    before = change + timedelta(seconds=int(data["clock"]) - 30)
    expect(clock(page, "Cairo")).to_contain_text(f"{before:%H:%M}")
    page.clock.run_for(35_000)
    after = change + timedelta(seconds=int(data["then"]))
    expect(clock(page, "Cairo")).to_contain_text(f"{after:%H:%M}")


def test_after_sleep_the_server_is_asked_again(page, front):
    page.clock.install(time=WRONG_DEVICE_CLOCK)
    serve_time(page, datetime(2020, 11, 9, 13, 5, 30, tzinfo=UTC))
    page.goto(front)
    expect(clock(page, "Moscow")).to_contain_text("16:05")
    asked = serve_time(page, datetime(2020, 11, 9, 20, 0, tzinfo=UTC))
    page.clock.set_system_time(WRONG_DEVICE_CLOCK + timedelta(hours=7))
    page.clock.run_for(35_000)
    expect(clock(page, "Moscow")).to_contain_text("23:00")
    assert len(asked) == 1


def test_without_an_answer_the_offset_stays(page, front):
    page.route("**/time", lambda route: route.abort())
    page.goto(front)
    page.wait_for_load_state("networkidle")
    assert clock(page, "Moscow").inner_text() == "UTC+3"


def test_the_panel_does_not_move_when_the_clocks_begin(page, front, without_script):
    boxes = []
    for reader in (without_script, page):
        reader.set_viewport_size({"width": 1280, "height": 800})
        reader.goto(front)
        if reader is page:
            expect(clock(page, "Moscow").locator(".visually-hidden")).to_be_attached()
        boxes.append([reader.locator(".states li").nth(n).bounding_box() for n in range(3)])
    assert boxes[0] == boxes[1]
