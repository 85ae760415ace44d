"""What is exported comes back the same, byte for byte."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from comments.models import Comment, TypoReport
from news.actions.publishing import open_for_editing, save_article
from news.archive.errors import ArchiveError
from news.archive.exporting import export_archive
from news.archive.importing import import_archive
from news.models import (
    Article,
    Attachment,
    FrontPlace,
    Image,
    Notice,
    Page,
    RelatedLink,
    Section,
    SiteSettings,
    State,
    Status,
    Topic,
)
from tests.factories import make_article, make_comment, make_image, make_section, make_topic, moscow
from tests.news.archive_folder import everything, files_below, full, story, write

pytestmark = pytest.mark.django_db


def empty_the_tables():
    """A database as after `migrate`."""
    for model in (Article, Page, Image, State, Status, Section, Topic, Notice, SiteSettings):
        model.objects.all().delete()  # what belongs to stories and states goes with them


def lines(folder: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text().splitlines()]


def round_trip(folder: Path) -> tuple[dict, dict]:
    """Export, import into an empty database, export; return both archives."""
    export_archive(folder / "first")
    empty_the_tables()
    report = import_archive(folder / "first")
    assert [str(remark) for remark in report.failures + report.notes] == []
    export_archive(folder / "second")
    return files_below(folder / "first"), files_below(folder / "second")


def test_an_imported_archive_comes_back_the_same(tmp_path):
    assert import_archive(full(tmp_path / "archive")).failures == []
    first, second = round_trip(tmp_path)
    assert first == second
    assert len(first) == 12 + 5  # every kind of line, and four pictures with one document


def test_the_demonstration_comes_back_the_same(tmp_path):
    assert import_archive(settings.BASE_DIR / "news/demo").failures == []
    first, second = round_trip(tmp_path)
    assert first == second


def test_an_archive_is_imported_over_its_own_database_without_a_change(tmp_path):
    import_archive(full(tmp_path / "archive"))
    export_archive(tmp_path / "out")
    before = everything()
    assert import_archive(tmp_path / "out").failures == []
    assert everything() == before


def test_what_editors_and_readers_made_comes_back_the_same(tmp_path):
    picture, lost = make_image(), make_image()
    body = f'<figure><img src="/media/images/{picture.token}.jpg" alt=""></figure>'
    first = make_article(image=make_image(), section=make_section(), topics=[make_topic()], body_en=body)
    links = [f"/en/news/{first.pk}/x/", "/en/news/999999999/x/", "/en/about/"]
    body_en = "<p>" + "".join(f'<a href="{link}">a</a>' for link in links) + "</p>"
    gone = f'<p>Text<img src="/media/images/{lost.token}.jpg" alt=""></p>'
    second = make_article(
        body_en=body_en, body_ru=gone, comments_open=False, title_en=" A tab\tand\x07 a space "
    )
    lost.delete()
    make_article(title_en="", title_ru="")
    RelatedLink.objects.create(article=second, target=first, pin=0)
    FrontPlace.objects.create(position=3, article=second, until=moscow(2030, 1, 1))
    SiteSettings.objects.create(pk=1)
    make_comment(first, text="One\r\ntwo", email="reader@example.org")
    report = {"article": first, "language": "ru", "revision": 1, "field": "title", "exact": " x "}
    TypoReport.objects.create(**report, created_at=moscow(2024, 1, 1), sending_key="k")
    out_first, out_second = round_trip(tmp_path)
    assert out_first == out_second
    stories = lines(tmp_path / "first", "articles")
    assert [line["ref"] for line in stories] == sorted([f"article-{first.pk}", f"article-{second.pk}"])
    exported = stories[[line["ref"] for line in stories].index(f"article-{second.pk}")]
    assert exported["body"] == {
        "en": body_en.replace(links[0], f"ref:article-{first.pk}#en"),
        "ru": "<p>Text</p>",
    }
    assert (exported["title"]["en"], exported["comments_open"]) == ("A tab and a space", False)
    assert exported["related"] == [{"ref": f"article-{first.pk}", "pin": 1}]
    assert "reader@example.org" not in (tmp_path / "first/comments.jsonl").read_text()


def test_lines_have_the_keys_of_the_format_in_its_order_and_nothing_empty(tmp_path):
    import_archive(full(tmp_path / "archive"))
    export_archive(tmp_path / "out")
    first, second = lines(tmp_path / "out", "articles")
    assert list(first) == [
        "ref",
        "kind",
        "section",
        "topics",
        "states",
        "title",
        "summary",
        "body",
        "byline",
        "slug",
        "published_at",
        "withdrawn",
        "image",
        "related",
        "attachments",
        "source",
        "comments_open",
        "old_urls",
    ]
    assert list(second) == ["ref", "kind", "title", "body", "slug", "related"]
    assert first["published_at"] == {"en": "2020-11-09T16:06:00+03:00", "ru": "2020-11-09T16:00:00+03:00"}
    assert first["old_urls"] == ["/en/?idn=1", {"url": "/old/1", "language": "ru"}, "/ru/?idn=1"]
    assert first["related"][2] == {
        "url": "https://example.org/b",
        "title": {"en": "B"},
        "date": "2010-07-01T10:30:00+04:00",
    }
    assert list(lines(tmp_path / "out", "site")[0]) == ["name", "address", "email", "telephone", "age_mark"]


def test_media_are_named_by_their_content(tmp_path):
    import_archive(full(tmp_path / "archive"))
    export_archive(tmp_path / "out")
    media = files_below(tmp_path / "out/media")
    assert len(media) == 5
    assert all(name.partition(".")[0] == digest[:16] for name, digest in media.items())


def test_only_files_with_lines_are_written_but_stories_always(tmp_path):
    assert export_archive(tmp_path / "out") == {}
    assert list(files_below(tmp_path / "out")) == ["articles.jsonl"]


def test_a_working_copy_is_not_exported(tmp_path):
    article = make_article(title_en="Public")
    draft = open_for_editing(article.pk)
    draft.title_en = "Not yet"
    save_article(draft, by=None, via="form")
    export_archive(tmp_path / "out")
    assert lines(tmp_path / "out", "articles")[0]["title"]["en"] == "Public"


def test_a_reference_of_a_number_gives_way_to_an_imported_one(tmp_path):
    article = make_article()
    import_archive(write(tmp_path / "archive", story(f"article-{article.pk}")))
    export_archive(tmp_path / "out")
    refs = [line["ref"] for line in lines(tmp_path / "out", "articles")]
    assert refs == [f"article-{article.pk}", f"article-{article.pk}-here"]


@pytest.mark.parametrize("present", ["a file", "a full folder"])
def test_nothing_is_written_over(tmp_path, present):
    path = tmp_path / "out"
    if present == "a file":
        path.write_text("mine")
    else:
        path.mkdir()
        (path / "mine").write_text("mine")
    before = files_below(tmp_path)
    with pytest.raises(ArchiveError, match="is there already and is no empty folder"):
        export_archive(path)
    assert files_below(tmp_path) == before


def test_an_empty_folder_is_filled(tmp_path):
    make_article()
    (tmp_path / "out").mkdir()
    assert export_archive(tmp_path / "out") == {"articles.jsonl": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_export_leaves_nothing(tmp_path):
    article = make_article()
    Attachment.objects.create(
        article=article, title="Lost", language="en", file="attachments/none.pdf", format="pdf", size=1
    )
    with pytest.raises(CommandError, match=r"^The stored file attachments/none\.pdf is missing\.$"):
        call_command("export_archive", tmp_path / "out", stdout=StringIO())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_no_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"none/out cannot be made: No such file or directory\.$"):
        call_command("export_archive", tmp_path / "none/out")


def test_the_command_counts_lines(tmp_path):
    make_comment(make_article())
    out = StringIO()
    call_command("export_archive", tmp_path / "out", stdout=out)
    assert out.getvalue() == "articles.jsonl: 1\ncomments.jsonl: 1\n"


@pytest.mark.django_db(transaction=True)
def test_an_export_shows_one_moment(tmp_path):
    """Outside a transaction, as the command runs it; nothing is left open afterwards."""
    import_archive(full(tmp_path / "archive"))
    seen = []

    def watch(file):
        seen.append(connection.in_atomic_block or connection.connection.in_transaction)

    export_archive(tmp_path / "out", progress=watch)
    assert set(seen) == {True}
    State.objects.all().delete()
    assert (Article.objects.count(), Comment.objects.count()) == (2, 1)
    assert default_storage.exists(Attachment.objects.first().file.name)


def test_a_story_that_is_never_shown_beside_another_stays_so(tmp_path, db):
    lines = [
        story("a", related=[{"ref": "b", "excluded": True}, {"ref": "c", "pin": 1}]),
        story("b"),
        story("c"),
    ]
    import_archive(write(tmp_path / "archive", *lines))
    link = RelatedLink.objects.get(target__import_ref="b")
    assert (link.article.import_ref, link.excluded, link.pin) == ("a", True, None)
    export_archive(tmp_path / "out")
    exported = json.loads((tmp_path / "out" / "articles.jsonl").read_text().splitlines()[0])
    assert exported["related"] == [{"ref": "b", "excluded": True}, {"ref": "c", "pin": 1}]
    assert import_archive(tmp_path / "out").counts["articles.jsonl"] == {"unchanged": 3}
