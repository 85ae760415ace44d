"""A form that came after the session had ended, without script: what was typed comes back and can be sent again."""

import pytest
from django.test import Client
from django.urls import reverse

from news.models import Article
from tests.admin.browsing import FormReader, fields_of

pytestmark = pytest.mark.django_db
ADD = reverse("admin:news_article_add")
WORDS = "A title that took some time to find"


@pytest.fixture
def browser(editor):
    """A browser that is asked for tokens, and its filled-in form."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    values = fields_of(client.get(ADD), "article_form") | {"title_en": WORDS, "_save": "1"}
    return client, values


def again(response) -> dict:
    """The fields of the form that sends everything again."""
    reader = FormReader(None)
    reader.feed(response.content.decode())
    return {name: value for name, value in reader.values.items() if name not in {"next", "language"}}


def test_what_was_typed_comes_back_and_is_sent_again_after_a_new_log_in(browser, editor):
    client, values = browser
    client.logout()
    client.get(reverse("admin:login"))
    token = client.cookies["csrftoken"].value
    refused = client.post(ADD, values | {"csrfmiddlewaretoken": token})
    assert refused.status_code == 403
    assert WORDS in refused.content.decode()
    client.force_login(editor)
    client.cookies["csrftoken"] = "x" * 32  # who logs in gets a new one
    late = client.post(ADD, again(refused))
    assert late.status_code == 403
    assert "You are logged in again." in late.content.decode()
    assert client.post(ADD, again(late)).status_code == 302
    assert Article.objects.get().title_en == WORDS


def test_a_form_of_another_site_is_not_given_back(browser):
    client, values = browser
    bad = values | {"csrfmiddlewaretoken": "x" * 64}
    response = client.post(
        ADD, bad, headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    )
    assert response.status_code == 403
    assert WORDS not in response.content.decode()


def test_passwords_are_not_given_back(editor, client):
    client.get(reverse("admin:login"))
    address = reverse("admin:news_user_add")
    response = client.post(
        address, {"username": "a name that is long enough", "password1": "secret words here"}
    )
    assert "a name that is long enough" in response.content.decode()
    assert "secret words here" not in response.content.decode()


def test_markup_in_what_comes_back_is_text(editor, client):
    response = client.post(ADD, {"title_en": "</textarea> <script>alert(1)</script>", '"><b>': "x"})
    assert "<script>alert" not in response.content.decode()
    assert '"><b>' not in response.content.decode()


def test_strangers_who_open_a_page_are_led_to_log_in(client):
    assert client.get(ADD).status_code == 302
    assert client.post(ADD, {"title_en": WORDS}, headers={"X-Answer": "json"}).status_code == 401
