"""How many questions the desk's pages ask of the database, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, Revision
from tests.factories import make_article


@pytest.fixture
def article(db):
    """A live article with 200 revisions, the last one a working copy."""
    story = make_article()
    first = story.revisions.get()
    texts = first.texts | {"en": first.texts["en"] | {"title": "Another title"}}
    Revision.objects.bulk_create(
        Revision(article=story, number=number, via="form", texts=texts, is_draft=True)
        for number in range(2, 201)
    )
    Article.objects.filter(pk=story.pk).update(version=200, live_revision_ru=200)
    return story


@pytest.mark.parametrize(("page", "limit"), [("change", 25), ("history", 8), ("revisions", 8)])
def test_a_page_of_an_article_with_200_revisions(desk, article, page, limit):
    with CaptureQueriesContext(connection) as asked:
        answer = desk.get(f"/admin/news/article/{article.pk}/{page}/")
    assert answer.status_code == 200
    assert len(asked) <= limit
