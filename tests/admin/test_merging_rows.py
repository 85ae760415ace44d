"""Links and documents of a page that was opened before somebody else saved: merged row by row."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.admin.browsing import errors_of, fields_of, inline
from tests.admin.test_merging_saves import FORM, address, opened, theirs
from tests.factories import make_article, make_editor


@pytest.fixture
def article(db):
    return make_article(title_en="Old", title_ru="Старое", published_at_en=None, published_at_ru=None)


@pytest.fixture
def olga(db):
    return make_editor("olga")


def test_links_are_merged_row_by_row(desk, olga, article):
    first, second, third = (make_article() for _number in range(3))
    values = opened(desk, article) | inline("related_links", {"target": first.pk}, {"target": second.pk})
    desk.post(address(article), values)
    mine = opened(desk, article)
    others = opened(desk, article)
    # They remove the first, pin the second and add one; mine gives the second a place in a list and an outside page.
    others |= {"related_links-0-DELETE": "on", "related_links-1-pin": "4", "related_links-TOTAL_FORMS": "3"}
    others |= {"related_links-2-target": third.pk}
    assert desk.post(address(article), others).status_code == 302
    mine |= {"related_links-1-source": "ours", "related_links-TOTAL_FORMS": "3"}
    mine |= {"related_links-2-url": "https://example.org/", "related_links-2-title_en": "There"}
    assert desk.post(address(article), mine).status_code == 302
    rows = article.related_links.values_list("target", "pin", "source", "url")
    assert set(rows) == {
        (second.pk, 4, "ours", ""),
        (third.pk, None, "", ""),
        (None, None, "", "https://example.org/"),
    }


def test_the_same_new_link_on_both_sides_is_one(desk, article):
    other = make_article()
    mine, others = opened(desk, article), opened(desk, article)
    desk.post(address(article), others | inline("related_links", {"target": other.pk}))
    answer = desk.post(address(article), mine | inline("related_links", {"target": other.pk, "pin": "1"}))
    assert answer.status_code == 302
    assert list(article.related_links.values_list("target", "pin")) == [(other.pk, 1)]


def test_documents_are_merged_with_their_files(desk, article):
    papers = [
        {"title": name, "language": "en", "file": document(name), "order": number}
        for number, name in enumerate(["first", "second"])
    ]
    answer = desk.post(address(article), opened(desk, article) | inline("attachments", *papers))
    assert answer.status_code == 302, errors_of(answer)
    mine, others = opened(desk, article), opened(desk, article)
    assert (
        desk.post(
            address(article), others | {"attachments-0-DELETE": "on", "attachments-1-title": "renamed"}
        ).status_code
        == 302
    )
    mine |= {"attachments-1-file": document("replaced"), "attachments-TOTAL_FORMS": "3"}
    mine |= {"attachments-2-title": "third", "attachments-2-language": "ru", "attachments-2-order": "5"}
    mine |= {"attachments-2-file": document("third")}
    answer = desk.post(address(article), mine)
    assert answer.status_code == 302, errors_of(answer)
    found = set()
    for row in article.attachments.all():
        with row.file.open() as file:
            found.add((row.title, file.read()))
    assert found == {("renamed", b"%PDF-1.4 replaced"), ("third", b"%PDF-1.4 third")}


def document(words):
    return SimpleUploadedFile(f"{words}.pdf", f"%PDF-1.4 {words}".encode())


def test_a_changed_link_that_somebody_removed_is_asked_about(desk, article):
    other = make_article()
    desk.post(address(article), opened(desk, article) | inline("related_links", {"target": other.pk}))
    mine, others = opened(desk, article), opened(desk, article)
    desk.post(address(article), others | {"related_links-0-DELETE": "on"})
    answer = desk.post(address(article), mine | {"related_links-0-pin": "3"})
    (question,) = answer.context["questions"]
    assert question.title == "related link"
    assert "3" in question.mine
    again = fields_of(answer, FORM) | {f"answer-{question.key}": "mine"}
    assert desk.post(address(article), again).status_code == 302
    assert list(article.related_links.values_list("target", "pin")) == [(other.pk, 3)]


def test_a_question_about_a_link_names_the_story(desk, article):
    other = make_article(title_en="Samarkand")
    desk.post(address(article), opened(desk, article) | inline("related_links", {"target": other.pk}))
    mine, others = opened(desk, article), opened(desk, article)
    desk.post(address(article), others | {"related_links-0-pin": "2"})
    answer = desk.post(address(article), mine | {"related_links-0-pin": "3"})
    (question,) = answer.context["questions"]
    assert question.title == "related link, place among the pinned (Samarkand)"


def test_a_preview_shows_the_page_as_it_is_also_with_a_link_that_is_gone(desk, article):
    other = make_article(title_en="Samarkand")
    desk.post(address(article), opened(desk, article) | inline("related_links", {"target": other.pk}))
    values = opened(desk, article)
    article.related_links.get().delete()
    theirs(article, title_ru="Новое")
    answer = desk.post(f"/admin/news/article/{article.pk}/preview/en/", values | {"title_en": "Mine"})
    assert answer.status_code == 200
    assert "Mine" in answer.content.decode()
    assert "Samarkand" in answer.content.decode()
