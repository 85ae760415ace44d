"""Changing what readers see: working copies, publishing, and two editors at one article."""

import pytest

from infoshos.admin_site import POLICY
from news.models import Article
from tests.admin.browsing import errors_of, fields_of, messages_of
from tests.factories import make_article, moscow

FORM = "article_form"
KEPT = (
    "The changes to an edition that readers know are kept as a working copy. "
    "Readers see them when you publish that edition."
)
PUBLISH = '<button class="publish" name="_verb" value="publish:en ru">Publish both editions</button>'


@pytest.fixture
def article(db):
    date = moscow(2020, 11, 9, 16, 6)
    return make_article(title_en="Old", title_ru="Старое", published_at_en=date, published_at_ru=date)


def address(article):
    return f"/admin/news/article/{article.pk}/change/"


def save(desk, article, **changes):
    """Open the page, change something, press Save."""
    values = fields_of(desk.get(address(article)), FORM)
    return desk.post(address(article), values | changes, follow=True)


def stored():
    return Article.objects.get()


def test_a_change_of_a_live_edition_is_kept_and_the_editor_told(desk, editor, article):
    answer = save(desk, article, title_en="New")
    assert KEPT in messages_of(answer)
    assert (stored().title_en, stored().version) == ("Old", 2)
    draft = article.revisions.get(number=2)
    assert (draft.is_draft, draft.author, draft.texts["en"]["title"]) == (True, editor, "New")


def test_an_edition_saved_untouched_is_as_it_was_to_the_blank(desk, db):
    article = make_article(title_ru="В\u00a0Пекине\u00a0— саммит", summary_ru="О\u00a0нём\u2009—\u00a0всё.")
    before = article.revisions.get().texts["ru"]
    answer = save(desk, article, title_en="New  \r\n words")
    newest = article.revisions.get(number=2)
    assert newest.texts["ru"] == before
    assert newest.texts["en"]["title"] == "New words"
    assert "Russian edition: live, with" not in answer.content.decode()


def test_the_editor_goes_on_with_the_working_copy_and_can_publish_it(desk, article):
    save(desk, article, title_en="New", body_ru="<p>Новое.</p>")
    page = desk.get(address(article))
    assert "This is a working copy, saved on" in page.content.decode()
    assert PUBLISH in page.content.decode()
    values = fields_of(page, FORM)
    assert (values["title_en"], values["body_ru"]) == ("New", "<p>Новое.</p>")
    values |= {"_verb": "publish:en ru", "weight_en": "substance", "weight_ru": "substance"}
    answer = desk.post(address(article), values, follow=True)
    assert KEPT not in messages_of(answer)
    (said,) = messages_of(answer)
    assert said.startswith(
        "The English edition is published. The Russian edition is published. Readers see: <a"
    )
    assert (stored().title_en, stored().body_ru) == ("New", "<p>Новое.</p>")
    assert "This is a working copy" not in desk.get(address(article)).content.decode()


def test_a_save_without_a_change_of_text_is_no_working_copy(desk, article):
    answer = save(desk, article, source_name="TASS")
    assert KEPT not in messages_of(answer)
    assert (stored().source_name, article.revisions.first().is_draft) == ("TASS", False)


def test_opening_and_saving_changes_no_text(desk, article):
    before = article.revisions.get().texts
    save(desk, article)
    assert article.revisions.first().texts == before


def test_a_draft_is_written_at_once(desk):
    article = make_article(title_en="Old", published_at_en=None, published_at_ru=None)
    answer = save(desk, article, title_en="New")
    assert KEPT not in messages_of(answer)
    assert stored().title_en == "New"


def test_a_save_without_its_version_is_refused(desk, article):
    values = fields_of(desk.get(address(article)), FORM)
    answer = desk.post(address(article), values | {"based_on": "", "title_en": "Mine"})
    assert answer.status_code == 200
    assert errors_of(answer)[""]
    assert stored().version == 1


def test_the_page_carries_the_policy_of_the_editor_and_its_nonce(desk, article):
    answer = desk.get(address(article))
    policy = answer.headers["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert f'nonce="{nonce}"' in answer.content.decode()
    assert POLICY["style-src"][1] in policy
    assert "'unsafe-inline'" not in policy


def test_one_edition_is_published_without_the_other(desk, article):
    save(desk, article, title_ru="Недописано")
    values = fields_of(desk.get(address(article)), FORM) | {"title_en": "New", "_verb": "publish:en"}
    desk.post(address(article), values | {"weight_en": "substance"}, follow=True)
    assert (stored().title_en, stored().title_ru) == ("New", "Старое")


@pytest.mark.parametrize("day", ["0001-01-01", "1850-01-01", "2300-01-01"])
def test_a_mistyped_year_is_refused_at_the_field(desk, article, day):
    answer = save(desk, article, date_en_0=day, date_en_1="10:00")
    assert errors_of(answer)["date_en"] == ["The year must be from 1900 to 2199."]
    assert stored().version == 1
