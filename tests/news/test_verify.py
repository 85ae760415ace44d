"""`manage.py verify` finds every text that did not come in the right way, and its advice helps."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from news.actions.publishing import open_for_editing, save_article
from news.models import Article, Page, Revision
from tests.factories import make_article

pytestmark = pytest.mark.django_db
# Sanitising changes none of these.
TIDY_BUT_NOT_CANONICAL = ["Bare words", "<p>Words.</p><p></p>", "<p>Words.</p>\n", "<figure></figure>"]
NOT_SANITISED = [
    "<p>Words.<script>alert(1)</script></p>",
    "<P>Words.</P>",
    '<p style="color: red">Words.</p>',
]


def verify() -> tuple[list[str], list[str]]:
    """What it prints: complaints and the sum, where there is nothing to put right."""
    out, err = StringIO(), StringIO()
    call_command("verify", stdout=out, stderr=err)
    return err.getvalue().splitlines(), out.getvalue().splitlines()


def complaints() -> tuple[list[str], str]:
    """The complaints and the advice, where there is something to put right."""
    err = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("verify", stdout=StringIO(), stderr=err)
    return err.getvalue().splitlines(), str(failed.value)


def save(article, **options):
    return save_article(article, by=None, via=Revision.Via.FORM, **options)


def test_what_came_in_by_the_form_is_canonical():
    make_article()
    Page.objects.create(slug="about", title_en="About", body_en="<p>Words.</p>")
    assert verify() == ([], ["6 texts checked, 0 not canonical"])


@pytest.mark.parametrize("html", TIDY_BUT_NOT_CANONICAL + NOT_SANITISED)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_body_that_storing_again_would_change_is_named(html, language):
    article = make_article()
    Article.objects.update(**{f"body_{language}": html})
    assert complaints()[0] == [f"article {article.pk} ({language}): not canonical"]


def test_a_page_is_named():
    page = Page.objects.create(slug="about", title_ru="О портале", body_ru="Голые слова")
    assert complaints()[0] == [f"page {page.pk} (ru): not canonical"]


def test_what_cannot_be_stored_again_is_named_with_the_reason():
    article = make_article()
    Article.objects.update(body_en="<blockquote>" * 70 + "<p>Deep.</p>" + "</blockquote>" * 70)
    assert complaints()[0] == [f"article {article.pk} (en): The markup is nested too deeply."]


def test_an_older_revision_is_named_and_is_no_failure():
    article = make_article()
    spoil(article, 1)
    save(article, publish=["en", "ru"])
    assert verify() == (
        [f"article {article.pk}, revision 1 (en): not canonical (a record)"],
        [
            "6 texts checked, 1 not canonical",
            "Records are older revisions. They stay as they are; one that is restored becomes canonical.",
        ],
    )


def spoil(article, number):
    """A revision as nothing of ours would write it."""
    revision = article.revisions.get(number=number)
    revision.texts["en"]["body"] = "Bare words"
    Revision.objects.filter(pk=revision.pk).update(texts=revision.texts)


def test_a_working_copy_is_named_and_can_be_put_right():
    article = make_article()
    article.title_en = "Another title"
    save(article)
    spoil(article, 2)
    assert complaints()[0] == [f"article {article.pk}, working copy (en): not canonical"]
    save(open_for_editing(article.pk))
    assert verify()[0] == [f"article {article.pk}, revision 2 (en): not canonical (a record)"]


def test_the_advice_for_a_story_helps():
    article = make_article()
    Article.objects.update(body_en="Bare words")
    assert complaints()[1].startswith("Open what is listed in the admin, save it, and publish it")
    save(open_for_editing(article.pk), publish=["en"])
    assert verify()[0] == []
    assert Article.objects.get().body_en == "<p>Bare words</p>"
