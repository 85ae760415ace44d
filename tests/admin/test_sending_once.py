"""One filled-in form is one article, and no text is lost with an article."""

import pytest

from news.actions.publishing import save_article
from news.admin import sending_once
from news.models import Article
from news.models.standing import Standing, standing
from tests.admin.browsing import errors_of, fields_of, inline
from tests.factories import make_article

FORM = "article_form"
ADD = "/admin/news/article/add/"
NEW = {"title_en": "New", "body_en": "<p>Words.</p>", "title_ru": "Новое", "body_ru": "<p>Слова.</p>"}


def address(article):
    return f"/admin/news/article/{article.pk}/change/"


def new_form(desk):
    return fields_of(desk.get(ADD), FORM) | NEW


def test_a_second_click_makes_no_second_article(desk):
    values = new_form(desk) | {"_verb": "publish:en"}
    first, second = (desk.post(ADD, values) for _click in range(2))
    article = Article.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == address(article)
    assert article.version == 1
    said = [str(message) for message in desk.get(address(article)).context["messages"]]
    assert said[-1] == "This form had been saved already. Here is the article."


def test_the_database_refuses_what_a_second_click_has_overtaken(desk, monkeypatch):
    values = new_form(desk)
    asked = []

    def not_yet(posted):
        asked.append(posted)
        return None if len(asked) == 1 else original(posted)

    original = sending_once._saved_before
    first = Article(**NEW, form_key=values["new_key"])
    save_article(first, by=None, via="form")
    monkeypatch.setattr(sending_once, "_saved_before", not_yet)
    monkeypatch.setattr("news.admin.article_form.ArticleForm._refuse_second", lambda form: None)
    answer = desk.post(ADD, values)
    assert answer.headers["Location"] == address(first)
    assert Article.objects.count() == 1


def test_going_back_and_saving_other_words_loses_neither(desk):
    values = new_form(desk)
    desk.post(ADD, values)
    answer = desk.post(ADD, values | {"title_en": "Other"})
    (said,) = errors_of(answer)[""]
    assert said.startswith("This form has been saved before, with other words.")
    assert 'name="_saveasnew"' in answer.content.decode()
    again = fields_of(answer, FORM)
    assert again["title_en"] == "Other"
    assert desk.post(ADD, again | {"_saveasnew": "1"}).status_code == 302
    assert sorted(Article.objects.values_list("title_en", flat=True)) == ["New", "Other"]


@pytest.mark.parametrize("key", ["", "x", "0" * 400])
def test_a_form_without_a_key_is_one_of_its_own(desk, key):
    answer = desk.post(ADD, new_form(desk) | {"new_key": key})
    assert (answer.status_code, Article.objects.count()) in [(302, 1), (200, 0)]
    assert answer.status_code == (302 if not key else 200)


def test_a_text_is_not_lost_with_its_article(desk):
    article, other = make_article(title_en="Doomed"), make_article()
    values = fields_of(desk.get(address(article)), FORM)
    values |= {"title_en": "Mine", "_verb": "publish:en"} | inline(
        "related_links", {"target": other.pk, "id": "77"}, initial=1
    )
    page = address(article)
    article.delete()
    answer = desk.post(page, values)
    assert answer.status_code == 200
    assert errors_of(answer)[""][0].startswith("Somebody has deleted this article.")
    page = answer.content.decode()
    assert ('action="/admin/news/article/add/"' in page, 'name="_saveasnew"' in page) == (True, True)
    again = fields_of(answer, FORM)
    assert again["title_en"] == "Mine"
    assert desk.post(ADD, again | {"_saveasnew": "1"}).status_code == 302
    saved = Article.objects.get(title_en="Mine")
    assert saved.related_links.get().target == other
    assert standing(saved, "en").code == Standing.DRAFT


def test_an_article_that_is_deleted_at_the_moment_of_the_save_comes_back_too(desk, monkeypatch):
    article = make_article()
    page = address(article)
    values = fields_of(desk.get(page), FORM) | {"title_en": "Mine"}
    article.delete()
    monkeypatch.setattr(sending_once.SendingOnce, "_is_gone", lambda view, number: False)
    answer = desk.post(page, values)
    assert errors_of(answer)[""][0].startswith("Somebody has deleted this article.")
    assert fields_of(answer, FORM)["title_en"] == "Mine"
