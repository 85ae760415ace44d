"""The server's part in keeping what was typed: answers for scripts, differences, forgetting at log-out."""

import pytest
from django.urls import reverse

from news.models import Article
from tests import factories as make
from tests.admin.browsing import fields_of

pytestmark = pytest.mark.django_db
SCRIPT = {"X-Answer": "json"}


def change_page(article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def test_a_script_is_told_where_the_stored_form_leads(desk):
    article = make.make_article(title_en="Before")
    values = fields_of(desk.get(change_page(article)), "article_form") | {"title_en": "After", "_save": "1"}
    response = desk.post(change_page(article), values, headers=SCRIPT)
    assert (response.status_code, response.json()) == (200, {"location": change_page(article)})
    assert Article.objects.get().revisions.order_by("-number").first().texts["en"]["title"] == "After"
    assert "Saved." in desk.get(change_page(article)).content.decode()


def test_a_script_gets_the_page_with_the_errors_where_there_are_any(desk):
    article = make.make_article()
    values = fields_of(desk.get(change_page(article)), "article_form") | {"source_url": "no address"}
    response = desk.post(change_page(article), values | {"_save": "1"}, headers=SCRIPT)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_without_the_script_a_stored_form_leads_on(desk):
    article = make.make_article()
    values = fields_of(desk.get(change_page(article)), "article_form") | {"_save": "1"}
    assert desk.post(change_page(article), values).status_code == 302


def test_a_script_is_told_that_nobody_is_logged_in(client):
    article = make.make_article()
    for response in (
        client.post(change_page(article), {"title_en": "Lost?"}, headers=SCRIPT),
        client.get(reverse("admin:presence"), headers=SCRIPT),
    ):
        assert (response.status_code, response.json()) == (401, {})


def test_presence_says_who_is_there_with_a_token_that_forms_accept(client, editor):
    client.force_login(editor)
    client.handler.enforce_csrf_checks = True
    now = client.get(reverse("admin:presence")).json()
    assert now["person"] == editor.pk
    article = make.make_article()
    values = fields_of(client.get(change_page(article)), "article_form")
    values |= {"csrfmiddlewaretoken": now["token"], "_save": "1"}
    assert client.post(change_page(article), values, headers=SCRIPT).status_code == 200


def test_the_difference_is_told_in_words_and_not_in_markup(desk):
    texts = {
        "label": ["Title", "Text"],
        "language": ["en", "ru"],
        "kind": ["text", "body"],
        "before": ["Old <b>title", "<p>Первое слово.</p>"],
        "after": ["New <b>title", "<p>Второе слово.</p><script>alert(1)</script>"],
        "other": ["Section", "<i>Kind</i>"],
    }
    html = desk.post(reverse("admin:draft-difference"), texts).content.decode()
    assert "Old" in html
    assert "&lt;b&gt;title" in html
    assert "Второе" in html
    assert "Section, &lt;i&gt;Kind&lt;/i&gt;" in html
    assert "<script" not in html


def test_a_text_that_could_not_be_stored_is_compared_all_the_same(desk):
    deep = "<blockquote>" * 100 + "<p>Deep words.</p>"
    texts = {"label": "Text", "language": "en", "kind": "body", "before": "<p>Words.</p>", "after": deep}
    response = desk.post(reverse("admin:draft-difference"), texts)
    assert response.status_code == 200
    assert "Deep" in response.content.decode()


def test_a_draft_goes_on_where_a_refused_form_comes_back(desk):
    values = {"title_en": "A title", "source_url": "no address", "draft": '"><script>', "_save": "1"}
    article = make.make_article()
    values = fields_of(desk.get(change_page(article)), "article_form") | values
    html = desk.post(change_page(article), values).content.decode()
    assert '<input type="hidden" name="draft" value="&quot;&gt;&lt;script&gt;">' in html


def test_logging_out_has_the_browser_forget_what_was_kept(desk):
    response = desk.post(reverse("admin:logout"))
    assert response.headers["Clear-Site-Data"] == '"storage"'
    assert "data-forget-drafts" in response.content.decode()


@pytest.mark.parametrize("name", ["presence", "here-again", "draft-difference"])
def test_strangers_are_asked_to_log_in(client, name):
    assert client.get(reverse(f"admin:{name}")).status_code == 302
