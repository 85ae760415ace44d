"""Other accounts of the machine cannot read what is not published."""

import ast
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages

from infoshos.private import keep_private
from tests.factories import make_image


def mode(path) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def manage(folder, *arguments) -> str:
    """What a command of manage.py prints to somebody whose new files everybody may read."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""},
        umask=0o022,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_the_database_and_what_is_beside_it_are_their_owner_s(tmp_path):
    look = (
        "import os; from django.db import connection; connection.cursor().execute('CREATE TABLE a (b)');"
        "print({entry.name: oct(entry.stat().st_mode & 0o777) for entry in os.scandir(os.environ['DATA_DIR'])})"
    )
    modes = ast.literal_eval(manage(tmp_path, "shell", "--no-imports", "-c", look))
    assert modes == dict.fromkeys(["db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "secret-key"], "0o600")


def test_a_database_that_everybody_could_read_is_closed_at_the_next_start(tmp_path):
    for name in ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm"):
        (tmp_path / name).touch(0o644)
    (tmp_path / "originals").mkdir(0o755)
    keep_private(tmp_path / "db.sqlite3", tmp_path / "originals")
    assert {path.name: mode(path) for path in tmp_path.iterdir()} == {
        "db.sqlite3": 0o600,
        "db.sqlite3-wal": 0o600,
        "db.sqlite3-shm": 0o600,
        "originals": 0o700,
    }


def test_a_database_that_is_there_keeps_what_it_holds(tmp_path):
    (tmp_path / "db.sqlite3").write_bytes(b"rows")
    keep_private(tmp_path / "db.sqlite3", tmp_path / "originals")
    assert (tmp_path / "db.sqlite3").read_bytes() == b"rows"
    assert not (tmp_path / "originals").exists()


def test_what_cannot_be_changed_is_left_to_whoever_opens_it(tmp_path):
    keep_private(tmp_path / "nowhere" / "db.sqlite3", tmp_path / "originals")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_uploads_are_their_owner_s_and_what_is_served_is_everybody_s():
    image = make_image()
    original = Path(image.original.path)
    folders = [Path(storages["originals"].location), original.parent]
    assert ([mode(folder) for folder in folders], mode(original)) == ([0o700, 0o700], 0o600)
    served = Path(settings.MEDIA_ROOT, "images", f"{image.token}.jpg")
    assert mode(served) == 0o644
