"""Archives for tests, and what an import leaves behind."""

import hashlib
import json
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import storages

from tests.factories import picture_bytes

PDF = b"%PDF-1.4 a paper"


def story(ref="s1", **values) -> dict:
    """A line of a story in both languages."""
    return {
        "ref": ref,
        "title": {"en": f"Story {ref}", "ru": f"Новость {ref}"},
        "body": {"en": "<p>Text.</p>", "ru": "<p>Текст.</p>"},
        "published_at": {"en": "2020-11-09T16:06:00+03:00", "ru": "2020-11-09T16:00:00+03:00"},
    } | values


def write(folder: Path, *stories, media=None, **files) -> Path:
    """Write an archive: `write(folder, story(), topics=[{…}])`. A line may be an object, text or bytes."""
    folder.mkdir(exist_ok=True)
    for name, lines in {"articles": stories, **files}.items():
        (folder / f"{name}.jsonl").write_bytes(b"".join(_bytes(line) + b"\n" for line in lines))
    for name, data in (media or {}).items():
        path = folder / "media" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return folder


def _bytes(line) -> bytes:
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)).encode()


def full(folder: Path) -> Path:
    """An archive with every kind of line and every key."""
    both = {"en": "In English", "ru": "По-русски"}
    lead = {"file": "media/lead.png", "alt": both, "caption": both, "credit": "Ann", "focus": [0.25, 0.75]}
    figure = (
        '<p>Text.</p><figure><img src="media/body.png" alt="a > b"><figcaption>Below</figcaption></figure>'
    )
    first = story(
        "first",
        kind="press-release",
        section="security",
        topics=["trade", "drugs"],
        states=["RU", "KZ"],
        summary=both,
        body={"en": figure, "ru": '<p>См. <a href="ref:second%20one#ru">там</a>.</p>'},
        byline=both,
        slug={"en": "the-first", "ru": "pervaya"},
        withdrawn={"ru": {"at": "2021-01-01T00:00:00+03:00", "reason": "Ошибка"}},
        image=lead,
        related=[
            "second one",
            {
                "url": "https://example.org/a",
                "title": both,
                "source": "Example",
                "date": "2019-12-09",
                "pin": 2,
            },
            {"url": "https://example.org/b", "title": {"en": "B"}, "date": "2010-07-01T10:30:00+04:00"},
        ],
        attachments=[
            {"file": "media/paper.pdf", "title": "Paper", "language": "en"},
            {"file": "media/paper.pdf", "title": "Бумага", "language": "ru"},
        ],
        source={"name": "Example", "url": "https://example.org/"},
        comments_open=False,
        old_urls=["/ru/?idn=1", "/en/?idn=1", {"url": "/old/1", "language": "ru"}],
    )
    draft = story("second one", published_at={}, related=[{"ref": "first", "pin": 1}])
    comment = {"ref": "c1", "article": "first", "language": "en", "name": "Bob", "text": "Two\nlines."}
    report = {
        "ref": "r1",
        "article": "first",
        "language": "en",
        "field": "body",
        "exact": "Text",
        "offset": 0,
    }
    return write(
        folder,
        first,
        draft,
        site=[
            {
                "name": both,
                "address": both,
                "email": "a@example.org",
                "telephone": "+7 000",
                "age_mark": "12+",
            }
        ],
        notices=[{"ref": "grant", "text": both, "order": 1}, {"ref": "old", "text": both, "shown": False}],
        statuses=[
            {"key": key, "name": both, "list_name": both, "order": 1} for key in ("member", "observer")
        ],
        states=[
            _state("KZ", {"status": "member", "since": "2001-06-15"}),
            _state(
                "RU",
                {"status": "observer", "since": "2001-06-15", "until": "2005-01-01"},
                {"status": "member", "since": "2005-01-01"},
            ),
        ],
        sections=[{"slug": "security", "name": both, "description": both, "order": 3}],
        topics=[{"slug": "drugs", "name": both}, {"slug": "trade", "name": {"ru": "Торговля"}}],
        pages=[{"slug": "about", "title": both, "body": {"en": '<p><img src="media/page.png" alt=""></p>'}}],
        images=[{"file": "media/alone.png", "credit": "Ann"}, {"file": "media/page.png", "alt": both}],
        front=[{"position": 0, "article": "first", "until": "2026-12-01T00:00:00+03:00"}],
        comments=[comment | {"status": "approved", "created_at": "2020-11-10T10:00:00.123456+03:00"}],
        reports=[report | {"prefix": "", "suffix": ". ", "created_at": "2020-11-10T10:00:00+03:00"}],
        media={
            "lead.png": picture_bytes(colour="red"),
            "body.png": picture_bytes(colour="green"),
            "page.png": picture_bytes(colour="blue"),
            "alone.png": picture_bytes(colour="white"),
            "paper.pdf": PDF,
        },
    )


def _state(code: str, *memberships) -> dict:
    names = {"name": {"en": code, "ru": code}, "capital": {"en": "Capital", "ru": "Столица"}}
    return {"code": code, "time_zone": "Asia/Almaty", "memberships": memberships} | names


def tables() -> dict[str, list[dict]]:
    """Every row of the portal and of its queue."""
    models = [
        m
        for app in ("news", "comments", "django_tasks_database")
        for m in apps.get_app_config(app).get_models(True)
    ]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


def files_below(folder: Path) -> dict[str, str]:
    """Every file below a folder, with the fingerprint of its content."""
    paths = [path for path in sorted(Path(folder).rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def stored_files() -> dict[str, str]:
    """Every file that the portal has stored."""
    return files_below(settings.MEDIA_ROOT) | files_below(storages["originals"].location)


def everything() -> tuple:
    """All rows and files."""
    return tables(), stored_files()
