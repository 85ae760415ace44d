"""`make run`: what cannot work ends in one line; the demonstration is loaded where it belongs and once."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from infoshos import prepare
from news.management.commands import load_demo
from news.models import Article
from tests.factories import picture_bytes
from tests.news.archive_folder import PDF, stored_files, story, write

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def port():
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder, port, **environment):
    """Start the portal where it is expected to refuse."""
    environment = {
        **os.environ,
        "DATABASE_URL": "",
        "DATA_DIR": str(folder),
        "PORT": str(port),
        **environment,
    }
    command = [sys.executable, "-m", "infoshos.serve"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def assert_refused(result, *words):
    assert result.returncode == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    for word in words:
        assert word in lines[0]


def test_a_port_in_use_is_named_with_a_way_out(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert_refused(start(tmp_path, port), f"Port {port} is in use", "make run PORT=")


def test_a_port_that_is_none_is_refused(tmp_path):
    assert_refused(start(tmp_path, "eighty"), "PORT='eighty' is not a port")


def test_a_file_that_is_no_database_is_refused(tmp_path, port):
    (tmp_path / "db.sqlite3").write_bytes(b"not a database, but long enough to look like one " * 100)
    assert_refused(start(tmp_path, port), "db.sqlite3 cannot be used", "Move it away")


def test_a_data_folder_that_is_a_file_is_refused(tmp_path, port):
    (tmp_path / "file").touch()
    assert_refused(start(tmp_path / "file", port), "cannot be written to", "DATA_DIR=")


def test_a_database_server_that_does_not_answer_is_named(tmp_path, port):
    url = f"postgres://reader:secret@127.0.0.1:{port}/infoshos"
    result = start(tmp_path, port, DATABASE_URL=url)
    assert_refused(result, "The database cannot be used", "DATABASE_URL")
    assert "secret" not in result.stderr


@pytest.mark.django_db
def test_a_database_of_a_newer_release_is_refused():
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder.Migration.objects.create(app="news", name="9999_tomorrow")
    with pytest.raises(prepare.PrepareError, match=r"news\.9999_tomorrow is unknown"):
        prepare.check_database()


def test_static_files_are_collected_when_they_changed(settings, tmp_path, capsys):
    sources = tmp_path / "sources"
    sources.mkdir()
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [sources]
    storage = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": storage}

    def collected():
        prepare.collect_static()
        return "Collecting" in capsys.readouterr().out

    (sources / "site.css").write_text("p {}")
    assert collected()
    assert not collected()
    (sources / "site.css").write_text("p { margin: 0 }")
    assert collected()


class TestDemonstration:
    """The stories and the account of a trial."""

    @pytest.fixture(autouse=True)
    def small_demo(self, db, settings, tmp_path, monkeypatch):
        settings.DATA_DIR = tmp_path
        settings.DEMO, settings.DATABASE_IS_BUILT_IN, settings.PUBLIC_IS_LOOPBACK = None, True, True
        folder = tmp_path / "demo"
        folder.mkdir()
        (folder / "articles.jsonl").write_text(
            '{"ref": "one", "title": {"en": "One"}, "body": {"en": "<p>One.</p>"}}\n'
        )
        monkeypatch.setattr(load_demo, "DEMO", folder)

    def test_a_new_database_gets_stories_and_an_editor_who_can_log_in(self, client):
        prepare.load_demo()
        login = settings.DATA_DIR / "demo-login.txt"
        name, password = login.read_text().split()
        assert stat.S_IMODE(login.stat().st_mode) == 0o600
        assert Article.objects.count() == 1
        assert client.login(username=name, password=password)
        assert get_user_model().objects.get().is_staff

    def test_a_second_start_changes_nothing(self):
        prepare.load_demo()
        before = (settings.DATA_DIR / "demo-login.txt").read_text()
        prepare.load_demo()
        assert (settings.DATA_DIR / "demo-login.txt").read_text() == before
        with pytest.raises(CommandError, match="in use"):
            call_command("load_demo")

    def test_a_leftover_login_file_is_replaced(self):
        (settings.DATA_DIR / "demo-login.txt").write_text("old\n")
        prepare.load_demo()
        assert (settings.DATA_DIR / "demo-login.txt").read_text().startswith("editor\n")

    @pytest.mark.parametrize(
        ("demo", "built_in", "loads"), [(None, False, 0), (False, True, 0), (True, False, 1)]
    )
    def test_other_databases_are_filled_only_where_asked(self, settings, demo, built_in, loads):
        settings.DEMO, settings.DATABASE_IS_BUILT_IN = demo, built_in
        prepare.load_demo()
        assert Article.objects.count() == loads

    def test_a_site_that_others_can_reach_gets_no_account(self, settings):
        settings.PUBLIC_IS_LOOPBACK = False
        prepare.load_demo()
        assert Article.objects.count() == 1
        assert not get_user_model().objects.exists()
        assert not (settings.DATA_DIR / "demo-login.txt").exists()

    def test_a_broken_archive_leaves_nothing_behind(self, capsys):
        shutil.copy(load_demo.DEMO / "articles.jsonl", load_demo.DEMO / "sections.jsonl")
        prepare.load_demo()
        assert "They were not loaded" in capsys.readouterr().out
        assert not Article.objects.exists()
        assert not get_user_model().objects.exists()

    def test_a_login_is_not_kept_for_an_account_that_was_not_made(self, monkeypatch):
        monkeypatch.setattr(get_user_model().objects, "create_superuser", lambda *args, **fields: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            call_command("load_demo", verbosity=0)
        assert not (settings.DATA_DIR / "demo-login.txt").exists()

    @pytest.mark.parametrize("trouble", ["a wrong line", "no account"])
    def test_files_that_were_written_before_it_failed_are_removed(self, monkeypatch, trouble):
        shutil.rmtree(load_demo.DEMO)
        image = {"file": "media/a.png", "alt": {"en": "A"}}
        paper = {"file": "media/a.pdf", "title": "Paper", "language": "en"}
        first = story("one", image=image, attachments=[paper])
        media = {"a.png": picture_bytes(colour="red"), "a.pdf": PDF}
        if trouble == "a wrong line":
            write(load_demo.DEMO, first, "{", media=media)
        else:
            write(load_demo.DEMO, first, media=media)
            monkeypatch.setattr(load_demo, "make_editor", lambda: 1 / 0)
        before = stored_files()
        with pytest.raises((CommandError, ZeroDivisionError)):
            call_command("load_demo", verbosity=0)
        assert (stored_files(), Article.objects.count()) == (before, 0)
