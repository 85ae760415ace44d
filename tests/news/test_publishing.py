"""Saving an article: one transaction, one revision, and readers see what was published."""

from datetime import UTC, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone, translation

from news.actions.publishing import open_for_editing, save_article, working_copy
from news.markup import canonical
from news.models import Article, Revision
from tests.factories import make_article, make_editor, moscow

pytestmark = pytest.mark.django_db

DRAFT = {"published_at_en": None, "published_at_ru": None}


def save(article, **options):
    return save_article(article, **{"by": None, "via": Revision.Via.FORM} | options)


def stored(article):
    return Article.objects.get(pk=article.pk)


def change(article, **fields):
    """What an editor does: open, change, save. Returns the revision."""
    publish = fields.pop("publish", ())
    opened = open_for_editing(article.pk)
    for name, value in fields.items():
        setattr(opened, name, value)
    return save(opened, publish=publish, based_on=opened.version)


def test_a_save_leaves_one_revision_with_both_editions():
    editor = make_editor()
    article = Article(
        title_en="Ministers meet",
        summary_en="In short.",
        body_en="<p>They met.</p>",
        byline_en="A. Author",
        published_at_en=moscow(2020, 11, 9, 16, 6),
        title_ru="Встреча министров",
        body_ru="<p>Встретились.</p>",
        withdrawn_at_ru=moscow(2020, 11, 10),
        withdrawal_reason_ru="Ошибка.",
    )
    revision = save(article, by=editor, via=Revision.Via.IMPORT)
    assert list(article.revisions.all()) == [revision]
    assert (revision.number, revision.author, revision.via, revision.is_draft) == (1, editor, "import", False)
    revision.refresh_from_db()
    assert revision.texts == {
        "en": {
            "title": "Ministers meet",
            "summary": "In short.",
            "body": "<p>They met.</p>",
            "byline": "A. Author",
            "slug": "ministers-meet",
            "published_at": "2020-11-09T16:06:00+03:00",
            "withdrawn_at": None,
            "withdrawal_reason": None,
        },
        "ru": {
            "title": "Встреча министров",
            "summary": "",
            "body": "<p>Встретились.</p>",
            "byline": "",
            "slug": "vstrecha-ministrov",
            "published_at": None,
            "withdrawn_at": "2020-11-10T00:00:00+03:00",
            "withdrawal_reason": "Ошибка.",
        },
    }
    assert stored(article).version == 1


@pytest.mark.parametrize("via", Revision.Via.values)
def test_every_save_by_every_path_is_numbered(via):
    article = make_article(**DRAFT)
    for _time in range(2):
        save(article, via=via)
    assert list(article.revisions.values_list("number", "via")) == [(3, via), (2, via), (1, "form")]
    assert stored(article).version == 3


def test_nothing_is_written_when_the_revision_cannot_be():
    article = make_article(**DRAFT, title_en="Old")
    article.title_en = "New"
    with pytest.raises(IntegrityError):
        save(article, via=None)
    assert (stored(article).title_en, stored(article).version) == ("Old", 1)
    assert article.revisions.count() == 1


def test_a_new_article_is_not_there_when_its_revision_cannot_be():
    with pytest.raises(IntegrityError):
        save(Article(title_en="New"), via=None)
    assert not Article.objects.exists()


def test_a_change_of_a_live_edition_is_a_working_copy():
    article = make_article(title_en="Old", body_en="<p>Old.</p>")
    revision = change(article, title_en="New", body_en="<p>New.</p>", summary_en="New.", slug_en="new")
    shown = stored(article)
    assert (shown.title_en, shown.body_en, shown.slug_en) == ("Old", "<p>Old.</p>", "old")
    assert shown.summary_en == "What happened, in short."
    assert revision.is_draft
    assert revision.texts["en"]["title"] == "New"
    assert working_copy(shown) == revision
    opened = open_for_editing(article.pk)
    assert (opened.title_en, opened.body_en, opened.slug_en) == ("New", "<p>New.</p>", "new")
    assert stored(article).title_en == "Old"


def test_publishing_shows_the_working_copy():
    article = make_article(title_en="Old")
    change(article, title_en="New")
    published = change(article, publish=["en", "ru"])
    assert not published.is_draft
    assert working_copy(stored(article)) is None
    assert stored(article).title_en == "New"
    assert published.number == stored(article).version == 3


def test_saving_again_keeps_a_working_copy_one():
    article = make_article(title_en="Old")
    change(article, title_en="New")
    again = change(article, title_en="Newer")
    assert again.is_draft
    assert stored(article).title_en == "Old"
    assert open_for_editing(article.pk).title_en == "Newer"


def test_taking_the_change_back_ends_the_working_copy():
    article = make_article(title_en="Old")
    change(article, title_en="New")
    assert not change(article, title_en="Old").is_draft
    assert stored(article).live_revision_en == 3


def test_one_edition_can_be_published_and_the_other_kept():
    article = make_article(title_en="Old", title_ru="Старое")
    change(article, title_en="New", title_ru="Новое")
    revision = change(article, publish=["ru"])
    shown = stored(article)
    assert (shown.title_en, shown.title_ru) == ("Old", "Новое")
    assert revision.is_draft
    assert (shown.live_revision_en, shown.live_revision_ru) == (1, 3)
    assert open_for_editing(article.pk).title_en == "New"


@pytest.mark.parametrize(
    "hidden",
    [
        {"published_at_ru": None},
        {"published_at_ru": timezone.now() + timedelta(days=1)},
        {"published_at_ru": None, "withdrawn_at_ru": timezone.now(), "withdrawal_reason_ru": "Ошибка."},
    ],
    ids=["draft", "embargoed", "withdrawn before it was out"],
)
def test_beside_a_live_edition_the_other_is_written_at_once(hidden):
    article = make_article(title_en="Old", title_ru="Старое", **hidden)
    change(article, title_en="New", title_ru="Новое")
    shown = stored(article)
    assert (shown.title_en, shown.title_ru) == ("Old", "Новое")
    assert (shown.live_revision_en, shown.live_revision_ru) == (1, 2)


def test_the_live_revision_is_the_newest_that_the_page_could_be_made_from():
    article = make_article(title_en="Old")
    assert (stored(article).live_revision_en, stored(article).live_revision_ru) == (1, 1)
    change(article, title_en="New")
    assert (stored(article).live_revision_en, stored(article).live_revision_ru) == (1, 2)
    change(article, publish=["en"])
    assert (stored(article).live_revision_en, stored(article).live_revision_ru) == (3, 3)


def test_dates_and_what_both_editions_share_are_written_at_once():
    article = make_article(title_en="Old")
    until = moscow(2026, 1, 2, 3)
    revision = change(article, title_en="New", kind="interview", source_name="TASS", published_at_en=until)
    shown = stored(article)
    assert (shown.title_en, shown.kind, shown.source_name) == ("Old", "interview", "TASS")
    assert shown.published_at_en == until
    assert revision.texts["en"]["published_at"] == until.isoformat()


def test_saving_what_is_stored_leaves_an_equal_revision():
    date = moscow(2020, 11, 9, 16, 6)
    article = make_article(published_at_en=date, published_at_ru=date.astimezone(UTC))
    change(article)
    newest, first = article.revisions.all()
    assert newest.texts == first.texts


def test_a_live_edition_can_be_withdrawn_with_its_text_kept():
    article = make_article(title_en="Old")
    change(article, withdrawn_at_en=timezone.now(), withdrawal_reason_en="Mistaken.")
    assert not Article.objects.published("en").exists()
    assert stored(article).title_en == "Old"


def test_the_slug_is_made_from_the_title_and_stays():
    article = make_article(**DRAFT, title_en="First words", title_ru="Первые слова")
    assert (article.slug_en, article.slug_ru) == ("first-words", "pervye-slova")
    change(article, title_en="Other words", title_ru="Другие слова")
    assert (stored(article).slug_en, stored(article).slug_ru) == ("first-words", "pervye-slova")
    change(article, slug_en="")
    assert stored(article).slug_en == "other-words"


def test_a_title_is_not_needed_and_then_there_is_no_slug():
    article = make_article(**DRAFT, title_ru="", body_ru="")
    assert not article.slug_ru


def test_bodies_are_stored_canonical():
    body = 'Hello<script>alert(1)</script> <b onclick="x()">bold</b><p></p>'
    article = make_article(**DRAFT, body_en=body)
    assert stored(article).body_en == canonical(body) == "<p>Hello <strong>bold</strong></p>"
    assert article.revisions.get().texts["en"]["body"] == "<p>Hello <strong>bold</strong></p>"


def test_a_body_that_cannot_be_stored_is_refused_whole():
    article = make_article(**DRAFT, title_en="Old")
    with pytest.raises(ValidationError):
        change(article, title_en="New", body_ru="<div>" * 1000)
    assert (stored(article).title_en, article.revisions.count()) == ("Old", 1)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_language_of_the_editor_changes_nothing_of_what_is_stored(language):
    with translation.override(language):
        article = make_article(**DRAFT, title_en="English", title_ru="Русский")
    shown = stored(article)
    assert (shown.title_en, shown.title_ru) == ("English", "Русский")
    assert (shown.slug_en, shown.slug_ru) == ("english", "russky")
