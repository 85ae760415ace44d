"""An archive comes in whole, line by line."""

from datetime import date, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments.models import Comment, TypoReport
from news.actions.pictures import find_picture
from news.archive.importing import import_archive
from news.images import served_url
from news.models import Article, FrontPlace, Image, Membership, Page, Redirect
from tests.factories import make_editor, moscow, picture_bytes
from tests.news.archive_folder import PDF, everything, full, story, tables, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


def load(folder, **options):
    """Import what must come in without a failure; return the lines of stories by outcome."""
    report = import_archive(folder, **options)
    assert [str(failure) for failure in report.failures] == []
    return dict(report.counts["articles.jsonl"])


def test_a_story_comes_in_with_all_that_belongs_to_it(folder):
    assert load(full(folder)) == {"created": 2}
    first, second = Article.objects.order_by("import_ref")
    picture = find_picture(picture_bytes(colour="green"))
    assert first.text("en") == {
        "title": "Story first",
        "summary": "In English",
        "body": f'<p>Text.</p><figure><img src="{served_url(picture.token)}" alt="a &gt; b">'
        "<figcaption>Below</figcaption></figure>",
        "byline": "In English",
        "slug": "the-first",
    }
    assert first.body_ru == f'<p>См. <a href="/ru/news/{second.pk}/novost-second-one/">там</a>.</p>'
    assert (first.kind, first.section.slug, first.comments_open) == ("press-release", "security", False)
    assert (first.source_name, first.source_url) == ("Example", "https://example.org/")
    assert sorted(first.topics.values_list("slug", flat=True)) == ["drugs", "trade"]
    assert sorted(first.states.values_list("code", flat=True)) == ["KZ", "RU"]
    assert first.published_at_en == moscow(2020, 11, 9, 16, 6)
    assert (first.withdrawn_at_ru, first.withdrawal_reason_ru) == (moscow(2021, 1, 1), "Ошибка")
    assert (first.withdrawn_at_en, first.withdrawal_reason_en) == (None, None)
    assert (first.image.alt_ru, first.image.credit, first.image.focus_y) == ("По-русски", "Ann", 0.75)
    assert list(first.attachments.values_list("title", "language", "format", "size", "order")) == [
        ("Paper", "en", "pdf", len(PDF), 0),
        ("Бумага", "ru", "pdf", len(PDF), 1),
    ]
    assert list(Redirect.objects.values_list("old_url", "language", "article__import_ref")) == [
        ("/en/?idn=1", "en", "first"),
        ("/old/1", "ru", "first"),
        ("/ru/?idn=1", "ru", "first"),
    ]


def test_related_links_come_in_their_order_with_days_and_moments(folder):
    load(full(folder))
    links = Article.objects.get(import_ref="first").related_links
    assert list(links.values_list("target__import_ref", "url", "title_ru", "date", "time", "pin")) == [
        ("second one", "", "", None, None, None),
        (None, "https://example.org/a", "По-русски", date(2019, 12, 9), None, 2),
        (None, "https://example.org/b", "", date(2010, 7, 1), time(10, 30), None),
    ]


def test_what_stands_around_stories_comes_in(folder):
    load(full(folder))
    assert list(Membership.objects.values_list("state__code", "status__key", "since", "until")) == [
        ("KZ", "member", date(2001, 6, 15), None),
        ("RU", "observer", date(2001, 6, 15), date(2005, 1, 1)),
        ("RU", "member", date(2005, 1, 1), None),
    ]
    picture = find_picture(picture_bytes(colour="blue"))
    assert picture.alt_ru == "По-русски"
    assert Page.objects.get().body_en == f'<p><img src="{served_url(picture.token)}" alt=""></p>'
    assert list(FrontPlace.objects.values_list("position", "article__import_ref")) == [(0, "first")]
    comment, report = Comment.objects.get(), TypoReport.objects.get()
    assert (comment.text, comment.status, comment.email) == ("Two\nlines.", "approved", "")
    assert len(comment.sending_key) == 64
    assert comment.sending_key.startswith("import:")
    assert comment.created_at == moscow(2020, 11, 10, 10, 0, 0, 123456)
    # The first save left the link to a later story out, the second round put it in.
    assert (report.revision, report.suffix, report.offset, report.status) == (1, ". ", 0, "new")


def test_an_import_leaves_revisions_in_the_name_of_who_ran_it(folder):
    editor = make_editor()
    load(write(folder, story()), by=editor)
    revision = Article.objects.get().revisions.get()
    assert (revision.via, revision.author, revision.is_draft) == ("import", editor, False)
    assert revision.texts["ru"]["body"] == "<p>Текст.</p>"


def test_a_dry_run_leaves_tables_and_folders_untouched(folder):
    before = everything()
    assert load(full(folder), dry_run=True) == {"created": 2}
    assert everything() == before


def test_a_dry_run_finds_what_the_import_would_find(folder):
    write(
        folder,
        story("s1", related=["nowhere"]),
        story("s2", section="none"),
        media={"x.png": picture_bytes()},
    )
    dry = import_archive(folder, dry_run=True)
    assert dry.failures == import_archive(folder).failures
    assert [str(failure) for failure in dry.failures] == [
        "articles.jsonl:2: section: there is no section “none”",
        "articles.jsonl:1: related[1]: there is no story “nowhere”",
    ]


def test_a_related_story_may_come_later(folder):
    load(write(folder, story("a", related=["b"]), story("b", related=["a"])))
    first, second = Article.objects.order_by("import_ref")
    assert [link.target for link in first.related_links.all()] == [second]
    assert [link.target for link in second.related_links.all()] == [first]
    assert (first.version, second.version) == (1, 1)


def test_a_related_story_that_is_nowhere_is_reported_and_the_rest_is_stored(folder):
    for _time in range(2):
        report = import_archive(write(folder, story("a", related=["none", "b"]), story("b")))
        assert [tuple(f) for f in report.failures] == [
            ("articles.jsonl", 1, "related[1]: there is no story “none”")
        ]
        assert [
            link.target.import_ref for link in Article.objects.get(import_ref="a").related_links.all()
        ] == ["b"]


def test_a_link_in_a_text_may_lead_to_a_later_story_and_to_none(folder):
    link = '<p><a href="ref:b#en">here</a></p>'
    load(write(folder, story("a", body={"en": link}), story("b")))
    target = Article.objects.get(import_ref="b")
    assert (
        Article.objects.get(import_ref="a").body_en
        == f'<p><a href="/en/news/{target.pk}/story-b/">here</a></p>'
    )
    report = import_archive(write(folder, story("c", body={"en": link.replace("ref:b", "ref:x")})))
    assert [str(f) for f in report.failures] == ["articles.jsonl:1: body.en: there is no story “x”"]
    assert Article.objects.get(import_ref="c").body_en == "<p><a>here</a></p>"


def test_one_picture_under_two_names_is_one_row(folder):
    both = {"a.png": picture_bytes(), "b.png": picture_bytes()}
    load(
        write(
            folder,
            story("a", image={"file": "media/a.png"}),
            story("b", image={"file": "media/b.png"}),
            media=both,
        )
    )
    assert Image.objects.count() == 1


def test_a_failed_line_does_not_stop_the_others(folder):
    report = import_archive(write(folder, story("a"), "{", "", story("b")))
    assert [f.number for f in report.failures] == [2]
    assert report.counts["articles.jsonl"] == {"created": 2}


def test_progress_counts_bytes_up_to_the_last(folder):
    steps = []
    import_archive(full(folder), progress=lambda *step: steps.append(step))
    size = sum(path.stat().st_size for path in folder.glob("*.jsonl"))
    assert steps[-1] == (size, size)
    assert steps == sorted(steps)


def test_the_command_says_what_it_did(folder):
    out = StringIO()
    call_command("import_archive", write(folder, story(), story("b")), stdout=out)
    assert out.getvalue() == "articles.jsonl: 2 created, 0 changed, 0 unchanged\n"


def test_the_command_fails_where_a_line_failed(folder):
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match=r"^Failures: 1\. All other lines were imported\.$"):
        call_command("import_archive", write(folder, "[]", story()), stdout=out, stderr=err)
    assert (
        err.getvalue() == "articles.jsonl:1: the line is not an object: it must begin with { and end with }\n"
    )
    assert Article.objects.count() == 1


def test_a_dry_run_of_the_command_stores_nothing(folder):
    before = tables()
    call_command("import_archive", full(folder), dry_run=True, stdout=StringIO())
    assert tables() == before


def test_the_moment_of_an_import_does_not_matter_for_a_future_story(folder):
    load(write(folder, story(published_at={"en": "2199-01-01T00:00:00+03:00"})))
    assert not Article.objects.published("en", at=timezone.now()).exists()
