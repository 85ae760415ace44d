"""An archive that comes in again after editors have worked: both stay, or the line is reported."""

import pytest

from news.actions.publishing import complete, open_for_editing, save_article
from news.archive.importing import import_archive
from news.models import Article, Attachment
from tests.factories import make_article
from tests.news.archive_folder import PDF, story, write

pytestmark = pytest.mark.django_db
BODY = "<p>The first.</p><p>The second.</p>"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "archive"


def load(folder, *lines, media=None, **options):
    report = import_archive(write(folder, *lines, media=media), **options)
    return [str(failure) for failure in report.failures]


def line(**values):
    return story(**({"body": {"en": BODY, "ru": "<p>Текст.</p>"}} | values))


def edit(publish=("en", "ru"), **values):
    """An editor saves."""
    article = open_for_editing(Article.objects.get(import_ref="s1").pk)
    for name, value in values.items():
        setattr(article, name, value)
    save_article(article, by=None, via="form", publish=publish)


def stored():
    return Article.objects.get(import_ref="s1")


def test_the_same_archive_again_leaves_what_editors_published(folder):
    load(folder, line())
    edit(title_en="Edited", source_name="TASS")
    assert load(folder, line()) == []
    assert (stored().title_en, stored().source_name, stored().version) == ("Edited", "TASS", 2)


def test_what_the_line_changed_and_what_editors_changed_both_stay(folder):
    load(folder, line())
    edit(title_en="Edited", body_en=BODY.replace("first", "1st"), comments_open=False)
    changed = line(body={"en": BODY.replace("second", "2nd"), "ru": "<p>Иначе.</p>"}, kind="comment")
    for _time in range(2):
        assert load(folder, changed) == []
        row = stored()
        assert row.body_en == BODY.replace("first", "1st").replace("second", "2nd")
        assert (row.title_en, row.body_ru, row.kind) == ("Edited", "<p>Иначе.</p>", "comment")
        assert (row.comments_open, row.version) == (False, 3)


def test_readers_get_the_line_and_the_unpublished_changes_stay_unpublished(folder):
    load(folder, line())
    edit(publish=(), body_en=BODY.replace("first", "unfinished"))
    assert load(folder, line(body={"en": BODY.replace("second", "2nd"), "ru": "<p>Текст.</p>"})) == []
    assert stored().body_en == BODY.replace("second", "2nd")
    working = open_for_editing(stored().pk)
    assert working.body_en == BODY.replace("first", "unfinished").replace("second", "2nd")


def test_where_both_changed_the_same_the_line_is_reported_and_nothing_of_it_stored(folder):
    load(folder, line())
    edit(title_en="Edited")
    changed = line(title={"en": "From the archive", "ru": "Из архива"})
    assert load(folder, changed) == [
        "articles.jsonl:1: title.en: an editor has changed this since the last import, and the line says something "
        "else than both; import it with --archive-prevails, or change the line"
    ]
    assert (stored().title_en, stored().title_ru, stored().version) == ("Edited", "Новость s1", 2)
    assert load(folder, changed, prevails=True) == []
    assert (stored().title_en, stored().title_ru) == ("From the archive", "Из архива")


def test_links_of_editors_stay_beside_those_of_the_line(folder):
    load(folder, line(related=["b"]), story("b"), story("c"))
    other = make_article()
    article = open_for_editing(stored().pk)
    article.related_links.create(target=other)
    complete(save_article(article, by=None, via="form"))
    for _time in range(2):
        assert load(folder, line(related=["b", "c"]), story("b"), story("c")) == []
        named = {Article.objects.get(import_ref=ref).pk for ref in "bc"}
        assert set(stored().related_links.values_list("target", flat=True)) == {other.pk, *named}
    assert load(folder, line(related=["c"]), story("b"), story("c")) == []
    named = Article.objects.get(import_ref="c").pk
    assert set(stored().related_links.values_list("target", flat=True)) == {other.pk, named}


def test_documents_of_editors_stay_while_the_line_has_the_same(folder):
    papers = [{"file": "media/a.pdf", "title": "a", "language": "en"}]
    media = {"a.pdf": PDF}
    load(folder, line(attachments=papers), media=media)
    edit()
    Attachment.objects.update(title="renamed")
    complete(stored().revisions.first())
    assert load(folder, line(attachments=papers)) == []
    assert Attachment.objects.get().title == "renamed"
    more = [*papers, {"file": "media/a.pdf", "title": "b", "language": "en"}]
    (failure,) = load(folder, line(attachments=more))
    assert failure.startswith("articles.jsonl:1: attachments: an editor has changed this")
