"""A bad line is refused with its reason, stores nothing, and leaves no file."""

import json
import os

import pytest
from django.core.management import CommandError, call_command

from news.archive.importing import import_archive
from news.archive.lines import LINE_LIMIT
from news.images import BYTE_LIMIT
from news.models import Article, Redirect
from tests.factories import make_article, make_comment, make_image, make_topic, picture_bytes
from tests.news.archive_folder import PDF, everything, story, write
from tests.news.bad_lines import FIGURE, GOOD, OTHERS, STORIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


def reasons(folder) -> list[str]:
    return [f"{f.file}:{f.number}: {f.reason}" for f in import_archive(folder).failures]


@pytest.mark.parametrize(("bad", "reason"), STORIES)
def test_a_bad_story_is_refused_with_its_reason(folder, bad, reason):
    Redirect.objects.create(old_url="/en/?taken", article=make_article(), language="en")
    media = {"a.png": picture_bytes(), "paper.pdf": PDF, "fake.png": b"<svg onload=alert(1)>"}
    write(folder, bad, media=media)
    with (folder / "media/huge.png").open("wb") as file:
        file.truncate(BYTE_LIMIT + 1)
    before = everything()
    found = import_archive(folder).failures
    assert [(f.file, f.number, f.reason[: len(reason)]) for f in found] == [("articles.jsonl", 1, reason)]
    assert everything() == before


@pytest.mark.parametrize(("file", "bad", "reason"), OTHERS)
def test_a_bad_line_of_another_kind_is_refused_with_its_reason(folder, file, bad, reason):
    both = {"en": "M", "ru": "М"}
    status = {"key": "m", "name": both, "list_name": both}
    import_archive(write(folder, story("old"), statuses=[status]))
    whole = bad if bad == {"ref": "c", "article": "none"} else GOOD.get(file, {}) | bad
    other = write(folder.with_name("other"), **{file: [whole]})
    before = everything()
    found = import_archive(other).failures
    assert [(f.file, f.number, f.reason[: len(reason)]) for f in found] == [(f"{file}.jsonl", 1, reason)]
    assert everything() == before


def test_a_reference_stands_in_one_line_of_a_file(folder):
    write(
        folder, story("a"), story("b"), story(" a "), front=[{"position": 0, "article": ref} for ref in "ab"]
    )
    assert reasons(folder) == [
        "articles.jsonl:3: ref “a” stands in line 1 already",
        "front.jsonl:2: position “0” stands in line 1 already",
    ]


def test_the_imprint_is_one_line(folder):
    assert reasons(write(folder, site=[{}, {}])) == ["site.jsonl:2: one line is expected"]


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(folder):
    write(folder, b'{"ref": "' + b"x" * (2 * LINE_LIMIT), story("a"))
    assert reasons(folder) == ["articles.jsonl:1: the line is longer than 4 MB"]
    assert Article.objects.get().import_ref == "a"


def test_a_byte_order_mark_and_windows_line_ends_are_no_failure(folder):
    assert (
        reasons(write(folder, b"\xef\xbb\xbf" + json.dumps(story("a")).encode() + b"\r", b"\r", story("b")))
        == []
    )
    assert Article.objects.count() == 2


CLIMBING = [
    ("/etc/passwd", "/etc/passwd: not a file name below the folder"),
    ("media/../../secret.png", "media/../../secret.png: not a file name below the folder"),
    ("..", "..: not a file name below the folder"),
    ("media/link.png", "media/link.png: leads out of the folder"),
    ("media/linked/secret.png", "media/linked/secret.png: leads out of the folder"),
    ("media/loop.png", "media/loop.png: there is no such file"),
    ("media/pipe", "media/pipe: not a regular file"),
    ("media", "media: not a regular file"),
    (".", ".: not a regular file"),
    ("media/" + "x" * 256, "media/" + "x" * 256 + ": there is no such file"),
]


@pytest.mark.parametrize(("name", "reason"), CLIMBING)
def test_only_regular_files_below_the_folder_are_read(folder, tmp_path, name, reason):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.png").write_bytes(picture_bytes())
    write(folder, story(image={"file": name}), media={"a.png": b""})
    (folder / "media/link.png").symlink_to(tmp_path / "outside/secret.png")
    (folder / "media/linked").symlink_to(tmp_path / "outside")
    (folder / "media/loop.png").symlink_to(folder / "media/loop.png")
    os.mkfifo(folder / "media/pipe")
    assert [f.reason for f in import_archive(folder).failures] == [f"image: {reason}"]
    assert not Article.objects.exists()


def test_a_link_inside_the_folder_is_followed(folder):
    write(folder, story(image={"file": "media/link.png"}), media={"a.png": picture_bytes()})
    (folder / "media/link.png").symlink_to("a.png")
    assert reasons(folder) == []


def test_files_of_lines_are_regular_files_too(folder, tmp_path):
    (tmp_path / "topics.jsonl").write_text("{}")
    write(folder, story())
    (folder / "topics.jsonl").symlink_to(tmp_path / "topics.jsonl")
    os.mkfifo(folder / "pages.jsonl")
    (folder / "front.jsonl").mkdir()
    assert [str(failure) for failure in import_archive(folder).failures] == [
        "front.jsonl: not a regular file",
        "pages.jsonl: not a regular file",
        "topics.jsonl: leads out of the folder",
    ]


def test_a_file_that_the_format_does_not_know_is_noted(folder):
    report = import_archive(write(folder, story(), artciles=[story("b")]))
    assert [str(note) for note in report.notes] == [
        "artciles.jsonl: the format knows no such file; it was not read"
    ]
    assert report.failures == []


def test_a_line_that_fails_late_leaves_no_file_and_keeps_those_of_others(folder):
    make_topic("drugs")
    bad = story(
        "bad",
        image={"file": "media/a.png", "alt": {"en": "Lead"}},
        body={"en": FIGURE.format("b.png")},
        attachments=[{"file": "media/paper.pdf", "title": "P", "language": "en"}],
        topics=["drugs"],
        old_urls=["/en/?taken"],
    )
    Redirect.objects.create(old_url="/en/?taken", article=make_article(), language="en")
    media = {"a.png": picture_bytes(), "b.png": picture_bytes(colour="red"), "paper.pdf": PDF}
    late = (
        {"file": "media/paper.pdf", "title": "Q", "language": "en"},
        {"file": "media/a.png", "title": "R", "language": "en"},
    )
    before = everything()
    write(folder, bad, story("late", image={"file": "media/b.png"}, attachments=late), media=media)
    assert len(reasons(folder)) == 2
    assert everything() == before
    # The picture's words come from the first line that is stored, not from the one that failed.
    words = {"file": "media/a.png", "alt": {"en": "Good"}}
    report = import_archive(write(folder, bad, story("good", image=words)))
    assert (len(report.failures), report.notes) == (1, [])
    assert Article.objects.get(import_ref="good").image.alt_en == "Good"


def test_an_interrupted_import_leaves_no_file_of_its_last_line(folder, monkeypatch):
    def interrupted(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("news.archive.articles.save_article", interrupted)
    write(folder, story(image={"file": "media/a.png"}), media={"a.png": picture_bytes()})
    before = everything()
    with pytest.raises(KeyboardInterrupt):
        import_archive(folder)
    assert everything() == before


def test_a_body_cannot_keep_the_import_busy(folder):
    body = '<img src="' * 20_000 + "<img " * 20_000 + "<a " * 20_000
    assert reasons(write(folder, story(body={"en": body}))) == [
        "articles.jsonl:1: body.en: The markup is nested too deeply."
    ]


def test_hostile_markup_is_cleaned_as_in_every_way_in(folder):
    body = '<p onclick="x()">A<script>alert(1)</script><img src="media/a.png" onerror="x()"></p>'
    assert reasons(write(folder, story(body={"en": body}), media={"a.png": picture_bytes()})) == []
    assert Article.objects.get().body_en.startswith('<p>A<img src="/media/images/')
    assert "onerror" not in Article.objects.get().body_en


def test_the_picture_of_another_portal_is_not_shown_here(folder):
    image = make_image()
    body = {"en": f'<p><img src="/media/images/{image.token}.jpg" alt=""></p>'}
    assert reasons(write(folder, story(body=body))) == []


def test_a_comment_keeps_the_address_that_its_reader_left(folder):
    comment = make_comment(make_article(title_en="Here"), email="reader@example.org")
    ref = f"article-{comment.article_id}"
    line = GOOD["comments"] | {
        "ref": f"comment-{comment.pk}",
        "article": ref,
        "created_at": comment.created_at.isoformat(),
    }
    assert reasons(write(folder, story(ref, title={"en": "Here"}), comments=[line])) == []
    comment.refresh_from_db()
    assert (comment.text, comment.email) == ("T", "reader@example.org")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none", r"^There is no folder .*/none\.$"),
        ("file", r"/file is not a folder\.$"),
        ("empty", r"/empty is no archive: articles\.jsonl: there is no such file\.$"),
        ("nul\0", r"^There is no folder "),
    ],
)
def test_what_is_no_archive_is_one_clear_line(tmp_path, path, reason):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match=reason):
        call_command("import_archive", tmp_path / path)
