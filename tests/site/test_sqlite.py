"""The LIKE that SQLite is given: that of SQLite itself, in every alphabet."""

import itertools
import sqlite3

import pytest
from django.db import connection

from infoshos.sqlite import like

TABLE = [
    ("%председательство%", "Председательство Китая", True),
    ("%ПРЕДСЕДАТЕЛЬСТВО%", "о председательстве", False),
    ("%ёлка%", "ЁЛКА", True),
    ("москва", "МОСКВА", True),
    ("москва", "МОСКВА.", False),
    ("моск_а", "МОСКВА", True),
    ("м%к%а", "Москва", True),
    ("%100\\%%", "все 100% голосов", True),
    ("%100\\%%", "все 1000 голосов", False),
    ("a\\_b", "a_b", True),
    ("a\\_b", "axb", False),
    ("%", "", True),
    ("%two%", "one\ntwo", True),
    ("1%", 12, True),
]


@pytest.mark.parametrize(("pattern", "value", "expected"), TABLE)
def test_letters_are_folded_and_the_wildcards_are_those_of_sql(pattern, value, expected):
    assert like(pattern, value, "\\") is expected


def test_nobody_can_tell_of_null():
    assert like(None, "a") is None
    assert like("a", None, "\\") is None


def test_ascii_is_matched_as_by_sqlite_itself():
    own = sqlite3.connect(":memory:")
    texts = ["".join(letters) for size in range(4) for letters in itertools.product("aB%", repeat=size)]
    patterns = ["".join(letters) for size in range(5) for letters in itertools.product("Ab%_", repeat=size)]
    for pattern in patterns:
        for text in texts:
            expected = own.execute("SELECT ? LIKE ?", (text, pattern)).fetchone()[0]
            assert like(pattern, text) == bool(expected), (text, pattern)
    own.close()


def test_a_hostile_pattern_takes_no_long_time():
    assert like("%a" * 200 + "%b", "a" * 5000, "\\") is False


def test_every_connection_of_sqlite_has_it(db):
    folds = connection.vendor == "sqlite"  # PostgreSQL has ILIKE for this
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'ПАРТНЁР' LIKE 'партнёр', 'x' LIKE 'X' ESCAPE '!'")
        assert cursor.fetchone() == (folds, folds)
