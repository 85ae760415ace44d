"""Clocks of the capitals: offset now, next change, offset after it."""

from datetime import UTC, datetime, timedelta

import pytest

from news.clocks import Clock, clock, local_time


def utc(*when):
    return datetime(*when, tzinfo=UTC)


HOUR = 3600
# Egypt's summer time of 2026: from Friday 24 April, 00:00, to Thursday's end, 29 October, 24:00, local time.
SPRING, AUTUMN = utc(2026, 4, 23, 22), utc(2026, 10, 29, 21)


def test_cairo_says_when_its_clock_changes():
    assert clock("Africa/Cairo", utc(2026, 1, 15, 12, 34, 56)) == Clock(2 * HOUR, SPRING, 3 * HOUR)
    assert clock("Africa/Cairo", utc(2026, 7, 1)) == Clock(3 * HOUR, AUTUMN, 2 * HOUR)


def test_the_new_offset_holds_from_the_moment_of_the_change():
    before = clock("Africa/Cairo", SPRING - timedelta(microseconds=1))
    assert (before.offset, before.next_change, before.next_offset) == (2 * HOUR, SPRING, 3 * HOUR)
    assert clock("Africa/Cairo", SPRING) == Clock(3 * HOUR, AUTUMN, 2 * HOUR)
    assert clock("Africa/Cairo", SPRING + timedelta(minutes=59)).offset == 3 * HOUR


def test_a_change_within_an_hour_is_seen_by_the_minute():
    # Lord Howe Island moves by half an hour, at 02:00 local time: at :30 of an hour in UTC.
    change = utc(2026, 4, 4, 15)
    assert clock("Australia/Lord_Howe", change - timedelta(minutes=1)) == Clock(
        11 * HOUR, change, 10 * HOUR + HOUR // 2
    )
    assert clock("Australia/Lord_Howe", utc(2026, 10, 3, 15, 29)).next_change == utc(2026, 10, 3, 15, 30)
    assert clock("Australia/Lord_Howe", utc(2026, 10, 3, 15, 30)).offset == 11 * HOUR
    assert clock("Australia/Lord_Howe", utc(2026, 10, 3, 15, 45)).next_change == utc(2027, 4, 3, 15)


def test_kazakhstan_has_one_time_since_march_2024():
    change = utc(2024, 2, 29, 18)  # 1 March, 00:00 in Almaty and Astana
    assert clock("Asia/Almaty", utc(2024, 2, 1)) == Clock(6 * HOUR, change, 5 * HOUR)
    assert clock("Asia/Almaty", change) == Clock(5 * HOUR, None, 5 * HOUR)
    assert local_time("Asia/Almaty", change - timedelta(minutes=1)).strftime("%d %H:%M") == "29 23:59"
    assert local_time("Asia/Almaty", change).strftime("%d %H:%M") == "29 23:00"


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("Asia/Kathmandu", "UTC+5:45"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("Asia/Tehran", "UTC+3:30"),
        ("Europe/Moscow", "UTC+3"),
        ("Asia/Ulaanbaatar", "UTC+8"),
        ("Africa/Abidjan", "UTC"),
        ("America/Sao_Paulo", "UTC−3"),
        ("Pacific/Marquesas", "UTC−9:30"),
        ("Pacific/Kiritimati", "UTC+14"),
    ],
)
def test_offsets_are_written_as_people_write_them(zone, label):
    assert clock(zone, utc(2026, 1, 15)).utc_label == label


def test_the_moment_counts_and_not_the_zone_that_it_is_written_in():
    moment = utc(2026, 7, 1, 12)
    elsewhere = moment.astimezone(local_time("Asia/Tokyo", moment).tzinfo)
    assert clock("Africa/Cairo", elsewhere) == clock("Africa/Cairo", moment)
    assert local_time("Asia/Kathmandu", elsewhere).strftime("%H:%M") == "17:45"
