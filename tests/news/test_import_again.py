"""An archive that comes in again: nothing changes but what its lines say differently."""

import json
from datetime import date

import pytest
from django.core.files.storage import default_storage

from comments.models import Comment
from news.actions.publishing import open_for_editing, save_article
from news.archive.importing import import_archive
from news.models import Article, Attachment, AuditEntry, FrontPlace, Image, State
from tests.factories import make_article, make_comment, picture_bytes
from tests.news.archive_folder import PDF, everything, full, stored_files, story, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


def load(folder, **options):
    """Import what must come in without a failure; return the lines of stories by outcome."""
    report = import_archive(folder, **options)
    assert [str(failure) for failure in report.failures] == []
    return dict(report.counts["articles.jsonl"])


def test_a_second_import_changes_nothing(folder):
    load(full(folder))
    before = everything()
    assert load(folder) == {"unchanged": 2}
    assert everything() == before


def test_what_a_line_leaves_out_is_emptied(folder, django_capture_on_commit_callbacks):
    before = _documents()
    load(full(folder))
    kept = {"title": {"en": "Story first"}, "body": {"en": "<p>Text.</p>"}}
    with django_capture_on_commit_callbacks(execute=True):
        assert load(write(folder, {"ref": "first"} | kept)) == {"changed": 1}
    article = Article.objects.get(import_ref="first")
    empty = dict.fromkeys(["title", "summary", "body", "byline"], "")
    assert article.text("ru") == empty | {"slug": "pervaya"}
    assert article.text("en") == empty | {"title": "Story first", "body": "<p>Text.</p>", "slug": "the-first"}
    assert (article.kind, article.section, article.image, article.published_at_en) == (
        "news",
        None,
        None,
        None,
    )
    assert (article.withdrawn_at_ru, article.withdrawal_reason_ru, article.comments_open) == (None, "", True)
    for relation in ("topics", "states", "attachments", "redirects", "related_links"):
        assert not getattr(article, relation).exists()
    assert _documents() == before


def _documents():
    return [name for name in stored_files() if name.startswith("attachments/")]


def test_a_changed_text_is_published_and_leaves_one_revision(folder):
    load(write(folder, story()))
    assert load(write(folder, story(title={"en": "Another", "ru": "Новость s1"}))) == {"changed": 1}
    article = Article.objects.get()
    assert (article.title_en, article.title_ru, article.version) == ("Another", "Новость s1", 2)
    assert (article.slug_en, article.live_revision_en) == ("story-s1", 2)


def test_an_edition_that_did_not_change_keeps_its_working_copy(folder):
    load(write(folder, story()))
    draft = open_for_editing(Article.objects.get().pk)
    draft.title_en, draft.title_ru = "Draft", "Черновик"
    save_article(draft, by=None, via="form")
    assert load(folder) == {"unchanged": 1}
    write(folder, story(title={"en": "Story s1", "ru": "Из архива"}))
    assert load(folder, prevails=True) == {"changed": 1}
    article = Article.objects.get()
    assert (article.title_en, article.title_ru) == ("Story s1", "Из архива")
    draft = open_for_editing(article.pk)
    assert (draft.title_en, draft.title_ru) == ("Draft", "Из архива")


def test_changed_relations_leave_one_revision(folder):
    topics = [{"slug": "drugs", "name": {"en": "Drugs"}}]
    load(write(folder, story("a"), story("b"), topics=topics))
    assert load(write(folder, story("a", topics=["drugs"], related=["b"]), story("b"))) == {
        "changed": 1,
        "unchanged": 1,
    }
    assert list(Article.objects.order_by("import_ref").values_list("version", flat=True)) == [2, 1]


def test_the_first_line_that_says_words_about_a_picture_gives_them(folder):
    media = {"a.png": picture_bytes()}
    lines = [story(ref, image={"file": "media/a.png"} | words) for ref, words in _worded()]
    report = import_archive(write(folder, *lines, media=media))
    assert [str(note) for note in report.notes] == [
        "articles.jsonl:3: media/a.png: keeps the words that articles.jsonl:2 gave the same picture"
    ]
    assert Image.objects.get().caption_en == "First"
    before = everything()
    import_archive(folder)
    assert everything() == before


def _worded():
    return [("a", {}), ("b", {"caption": {"en": "First"}}), ("c", {"caption": {"en": "Other"}})]


def test_an_attachment_of_the_same_content_stays_as_it_is(folder, django_capture_on_commit_callbacks):
    papers = [{"file": f"media/{n}.pdf", "title": n, "language": "en"} for n in ("a", "b")]
    load(write(folder, story(attachments=papers), media={"a.pdf": PDF, "b.pdf": PDF + b"b"}))
    kept, gone = Attachment.objects.all()
    (folder / "media/b.pdf").write_bytes(PDF + b"c")
    with django_capture_on_commit_callbacks(execute=True):
        load(write(folder, story(attachments=papers[::-1])))
    new, still = Attachment.objects.all()
    assert (still.pk, still.file.name, still.order) == (kept.pk, kept.file.name, 1)
    with default_storage.open(new.file.name) as file:
        assert file.read() == PDF + b"c"
    assert not default_storage.exists(gone.file.name)


def test_memberships_become_those_of_the_line(folder):
    load(full(folder))
    lines = [json.loads(line) for line in (folder / "states.jsonl").read_text().splitlines()]
    lines[1]["memberships"][0]["until"] = lines[1]["memberships"][1]["since"] = "2004-01-01"
    report = import_archive(write(folder, states=lines))
    assert (report.failures, dict(report.counts["states.jsonl"])) == ([], {"unchanged": 1, "changed": 1})
    periods = State.objects.get(code="RU").memberships.values_list("since", "until")
    assert list(periods) == [(date(2001, 6, 15), date(2004, 1, 1)), (date(2004, 1, 1), None)]


def test_pinned_places_are_replaced(folder):
    both = [story("a"), story("b")]
    load(write(folder, *both, front=[{"position": 0, "article": "a"}, {"position": 1, "article": "b"}]))
    load(write(folder, *both, front=[{"position": 0, "article": "b"}, {"position": 1, "article": "a"}]))
    assert list(FrontPlace.objects.values_list("position", "article__import_ref")) == [(0, "b"), (1, "a")]


def test_a_row_that_was_never_imported_is_known_again_by_its_number(folder):
    article = make_article(title_en="Here")
    comment = make_comment(article)
    ref = f"article-{article.pk}"
    line = {
        "ref": f"comment-{comment.pk}",
        "article": ref,
        "language": "en",
        "name": "Ann",
        "text": "Edited.",
    }
    line |= {"created_at": comment.created_at.isoformat(), "status": "approved"}
    load(write(folder, story(ref, title={"en": "Here"}), comments=[line]))
    assert (Article.objects.get().pk, Comment.objects.get().text) == (article.pk, "Edited.")
    load(write(folder, story(ref, title={"en": "Another story of the same number"})))
    assert Article.objects.count() == 1  # its reference is its own from now on


def test_another_story_of_the_same_number_is_a_new_one(folder):
    article = make_article(title_en="Here")
    load(write(folder, story(f"article-{article.pk}")))
    assert Article.objects.count() == 2


@pytest.mark.parametrize(("text", "count"), [("Six states met.", 1), ("Five states gathered.", None)])
def test_a_translation_is_out_of_date_where_a_line_brings_another_figure(folder, text, count):
    line = {
        "ref": "first",
        "title": {"en": "Meeting", "ru": "Встреча"},
        "body": {"en": "<p>Five states met.</p>", "ru": "<p>Встретились пять стран.</p>"},
        "published_at": {"en": "2020-11-09T13:06:00Z", "ru": "2020-11-09T13:06:00Z"},
    }
    load(write(folder, line))
    load(write(folder, line | {"body": line["body"] | {"en": f"<p>{text}</p>"}}))
    article = Article.objects.get()
    assert (article.outdated_ru, article.outdated_en) == (count, None)
    logged = AuditEntry.objects.filter(model="news.article").values_list("via", "changes")
    assert list(logged) == ([("command", {"outdated": [["ru", 1]]})] if count else [])
