"""English words with several meanings have several Russian ones."""

import pytest
from django.utils import translation

from comments.models import Comment, TypoReport
from news.models import Attachment, SiteSettings
from tests.factories import make_article, make_comment, make_membership, make_state, make_status


@pytest.fixture
def russian(desk, editor):
    """The editor's browser, addressed in Russian."""
    editor.interface_language = "ru"
    editor.save()
    return desk


def label(model, field):
    with translation.override("ru"):
        return str(model._meta.get_field(field).verbose_name)


def test_people_portals_and_documents_are_called_by_their_own_words():
    assert label(Comment, "name") == "имя"
    assert label(SiteSettings, "name_ru").startswith("название")
    assert label(Attachment, "title") == "название"


def test_a_status_agrees_with_what_has_it():
    with translation.override("ru"):
        assert [str(name) for name in Comment.Status.labels] == ["Ожидает", "Одобрен", "Отклонён", "Спам"]
        assert [str(name) for name in TypoReport.Status.labels] == ["Новое", "Принято", "Отклонено"]


def test_the_page_of_a_comment_says_so(russian):
    comment = make_comment(make_article(), status=Comment.Status.REJECTED)
    text = russian.get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()
    assert "<label>Имя:</label>" in text
    assert "Отклонён<" in text
    assert "Название" not in text


def test_lists_say_how_many_rows_they_have_without_declining_their_name(russian):
    for _comment in range(5):
        make_comment(make_article())
    text = russian.get("/admin/comments/comment/").content.decode()
    assert "Всего: 5" in text
    assert "5 комментарии" not in text


def test_a_period_is_written_as_people_write_it(russian):
    state = make_state()
    make_membership(state, make_status(), "2001-06-15", "2005-07-05")
    make_membership(state, make_status("observer"), "2005-07-05")
    text = russian.get(f"/admin/news/state/{state.pk}/change/").content.decode()
    assert "Казахстан: государство-член, 15.06.2001–05.07.2005" in text
    assert "Казахстан: государство-член, 05.07.2005–…" in text
