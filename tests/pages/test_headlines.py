"""Titles and summaries on pages for readers do not end a line after a short word; what is stored has plain spaces."""

import pytest
from django.utils import timezone

from tests.factories import make_article

TITLE, PRINTED = "О саммите в Пекине 5 июля", "О\u00a0саммите в\u00a0Пекине 5\u00a0июля"


@pytest.fixture
def story(db):
    moment = timezone.now()
    return make_article(
        title_ru=TITLE, summary_ru=TITLE, title_en="On 5 July", published_at_ru=moment, published_at_en=moment
    )


@pytest.mark.parametrize("address", ["/ru/", "/ru/archive/"])
def test_the_titles_of_a_list_hold_together(client, story, address):
    source = client.get(address).content.decode()
    assert f">{PRINTED}</a>" in source
    assert f">{PRINTED}</p>" in source


def test_the_heading_of_a_story_holds_together_and_its_head_is_plain(client, story):
    source = client.get(story.get_absolute_url("ru")).content.decode()
    assert f'<h1 data-field="title">{PRINTED}</h1>' in source
    head, _body = source.split("</head>")
    assert TITLE in head
    assert PRINTED not in head


def test_english_titles_keep_the_day_with_its_month(client, story):
    assert ">On 5\u00a0July</a>" in client.get("/en/").content.decode()
