"""What the typographer would change in the form of an article, asked for and not stored."""

import pytest

from news.models import Article, Revision
from tests.admin.people import make_person
from tests.factories import make_article
from tests.markup import page_of, parse

ADDRESS = "/admin/news/article/typography/ru/"


def ask(client, address=ADDRESS, **texts):
    return client.post(address, texts)


def test_the_changed_texts_come_back_under_the_names_of_their_fields(desk):
    answer = ask(
        desk, title_ru='Новый "саммит"', summary_ru="Ничего", body_ru="<p>в Пекине - 10000 рублей</p>"
    ).json()
    assert answer["texts"] == {
        "title_ru": "Новый «саммит»",
        "body_ru": "<p>в&nbsp;Пекине&nbsp;— 10&nbsp;000&nbsp;рублей</p>",
    }


def test_what_can_be_seen_is_marked_and_spaces_are_counted(desk):
    page = parse(ask(desk, title_ru='"Да" в Пекине', body_ru="<p>в доме, и в нём</p>").json()["html"])
    assert [mark.text for mark in page.all("del")] == ['[removed: "]', '[removed: "]']
    assert [mark.text for mark in page.all("ins")] == ["[added: «]", "[added: »]"]
    assert "3 spaces become non-breaking." in page.text


def test_each_edition_is_set_in_its_language(desk):
    texts = {"title_en": '"Yes" - it\'s', "title_ru": '"Да" - это'}
    assert ask(desk, ADDRESS.replace("ru", "en"), **texts).json()["texts"] == {"title_en": "“Yes” – it’s"}
    assert ask(desk, **texts).json()["texts"] == {"title_ru": "«Да» — это"}


def test_marks_that_do_not_pair_are_shown(desk):
    page = parse(ask(desk, body_ru='<p>Газета "Правда</p>').json()["html"])
    assert page.one(".unpaired li").text == 'Газета "Правда'
    assert "There is nothing to change." in page.text


def test_a_body_that_cannot_be_stored_is_refused_with_the_reason(desk):
    answer = ask(desk, body_ru="<p>" + "<strong><em>" * 70 + "а</p>")
    assert answer.status_code == 422
    assert answer.json()["problem"] == "The markup is nested too deeply."


def test_nothing_is_stored(desk):
    article = make_article(title_ru='Новый "саммит"')
    counts = Article.objects.count(), Revision.objects.count()
    ask(desk, title_ru='Новый "саммит"')
    article.refresh_from_db()
    assert article.title_ru == 'Новый "саммит"'
    assert (Article.objects.count(), Revision.objects.count()) == counts


def test_strangers_moderators_and_other_methods_are_turned_away(client, desk):
    assert desk.get(ADDRESS).status_code == 405
    assert ask(desk, ADDRESS.replace("ru", "de")).status_code == 404
    client.logout()
    assert ask(client).status_code == 302
    client.force_login(make_person("moderator"))
    assert ask(client).status_code == 403


@pytest.mark.parametrize(("language", "words"), [("en", "Typography…"), ("ru", "Типографика…")])
def test_each_edition_has_the_button(db, client, language, words):
    client.force_login(make_person("editor", interface_language=language))
    page = page_of(client.get("/admin/news/article/add/"))
    assert [button.text for button in page.all("button[data-typography]")] == [words, words]
