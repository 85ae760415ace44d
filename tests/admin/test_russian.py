"""English words with several meanings have several Russian ones."""

import pytest
from django.utils import translation

from comments.models import Comment, TypoReport
from news.models import Attachment, SiteSettings
from tests.factories import make_article, make_comment


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
