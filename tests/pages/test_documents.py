"""A document is published with the edition in its language."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from news.models import Attachment
from tests.factories import make_article
from tests.markup import page_of
from tests.portal import attach

HIDDEN = {
    "a draft": {"published_at_ru": None},
    "under embargo": {"published_at_ru": timezone.now() + timedelta(days=1)},
    "withdrawn": {"withdrawn_at_ru": timezone.now(), "withdrawal_reason_ru": "Ошибка."},
    "without a text": {"body_ru": ""},
}


def listed(client, article, language):
    page = page_of(client.get(article.get_absolute_url(language)))
    return [link["href"] for link in page.all(".attachments a")]


@pytest.fixture
def pair(db):
    """A story with an English and a Russian document."""

    def make(**fields):
        article = make_article(**fields)
        return article, attach(article, language="en"), attach(article, language="ru")

    return make


def test_both_editions_show_the_documents_of_both(client, pair):
    article, english, russian = pair()
    for language in ("en", "ru"):
        assert listed(client, article, language) == [english.file.url, russian.file.url]


@pytest.mark.parametrize("why", HIDDEN)
def test_an_edition_that_is_not_public_keeps_its_documents_to_itself(client, pair, why):
    article, english, russian = pair(**HIDDEN[why])
    assert listed(client, article, "en") == [english.file.url]
    assert client.get(russian.file.url).status_code == 404
    answer = client.get(english.file.url)
    assert b"".join(answer) == b"%PDF-1.7"
    assert list(Attachment.objects.published()) == [english]


def test_documents_of_a_story_that_nobody_sees_are_not_served(client, pair):
    _article, english, russian = pair(published_at_en=None, published_at_ru=None)
    assert [client.get(row.file.url).status_code for row in (english, russian)] == [404, 404]


def test_a_document_may_be_kept_for_minutes_only(client, pair):
    _article, english, _russian = pair()
    answer = client.get(english.file.url)
    assert b"".join(answer)
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_a_file_without_a_row_is_not_served(client, pair):
    _article, english, _russian = pair()
    Attachment.objects.all().delete()
    assert default_storage.exists(english.file.name)
    assert client.get(english.file.url).status_code == 404
