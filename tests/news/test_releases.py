"""A revision holds everything that an editor can change of an article."""

import pytest

from news.archive.importing import import_archive
from news.models import Article
from tests.admin.browsing import fields_of, inline
from tests.factories import make_article, make_editor, make_image, make_section, make_state, make_topic
from tests.news.archive_folder import PDF, story, write

pytestmark = pytest.mark.django_db


def test_a_save_of_the_form_leaves_a_revision_with_all_that_it_stored(client):
    client.force_login(make_editor())
    article, other = make_article(), make_article()
    address = f"/admin/news/article/{article.pk}/change/"
    section, image, topic, state = make_section(), make_image(), make_topic(), make_state()
    values = fields_of(client.get(address), "article_form")
    values |= {"section": section.pk, "image": image.pk, "topics": [topic.pk], "states": [state.pk]}
    values |= {"kind": "comment", "source_name": "TASS", "source_url": "https://example.org/"}
    values |= inline(
        "related_links",
        {"target": other.pk, "pin": "2"},
        {"url": "https://example.org/a", "title_en": "There", "date": "2020-11-01", "time": "10:30"},
    )
    del values["comments_open"]
    assert client.post(address, values).status_code == 302
    common = article.revisions.get(number=2).common
    one, two = article.related_links.order_by("pk")
    assert common == {
        "kind": "comment",
        "section": section.pk,
        "image": image.pk,
        "source_name": "TASS",
        "source_url": "https://example.org/",
        "comments_open": False,
        "topics": [topic.pk],
        "states": [state.pk],
        "related_links": [
            _link(one.pk, target=other.pk, pin=2),
            _link(two.pk, url="https://example.org/a", title_en="There", date="2020-11-01", time="10:30:00"),
        ],
        "attachments": [],
    }


def _link(number, **values):
    empty = {"target": None, "url": "", "title_en": None, "title_ru": None, "source": ""}
    return empty | {"date": None, "time": None, "pin": None, "excluded": False} | values | {"id": number}


def test_an_import_leaves_revisions_with_all_that_it_stored(tmp_path):
    papers = [{"file": "media/a.pdf", "title": "Annex", "language": "en"}]
    topics = [{"slug": "drugs", "name": {"en": "Drugs"}}]
    lines = [story("a", related=["b"], attachments=papers), story("b", topics=["drugs"])]
    report = import_archive(write(tmp_path, *lines, topics=topics, media={"a.pdf": PDF}))
    assert report.failures == []
    first, second = (Article.objects.get(import_ref=ref) for ref in "ab")
    common = first.revisions.get().common
    assert [row["target"] for row in common["related_links"]] == [second.pk]
    (paper,) = common["attachments"]
    assert (paper["title"], paper["language"], paper["order"]) == ("Annex", "en", 0)
    assert paper["file"] == first.attachments.get().file.name
    assert second.revisions.get().common["topics"] == [second.topics.get().pk]
