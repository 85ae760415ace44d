"""The list of articles, the page of one with many revisions, and the story for readers, among a million."""

import re
import time
from datetime import timedelta
from statistics import median

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.actions.publishing import open_for_editing, save_article
from news.models import Article, RelatedLink, Revision, Topic
from tests.factories import make_article, make_editor, make_image, make_section, make_state, make_topic

REVISIONS = 200
FEW = 1000
# Queries.
PROMISED = {"the page of an article": 25, "the story for readers": 13}
LIST = "/admin/news/article/"
QUESTIONS = {
    "the list": "",
    "the list's last page": "?p=20",
    "drafts": "?status=draft",
    "withdrawn": "?status=withdrawn",
    "a missing edition": "?status=missing&edition=ru",
    "a common word": "?q=coun",
    "a rare word": "?q=samarkand",
}


def templates() -> list[Article]:
    """Articles that stand as those of a newsroom do."""
    now = timezone.now()
    made = [
        make_article(title_en=f"The council meets, part {n}", title_ru=f"Совет, часть {n}") for n in range(90)
    ]
    made += [make_article(title_ru="", body_ru="", title_en="English council") for _n in range(6)]
    made.append(make_article(published_at_en=None, title_en="A draft of the council"))
    made.append(make_article(published_at_ru=now + timedelta(days=3)))
    made.append(make_article(withdrawn_at_en=now, withdrawal_reason_en="A mistake."))
    return made


def copy(model, rows: str, values: dict[str, str], count: int) -> None:
    """Insert `count` rows made from those that `rows` joins to the numbers n.i; `values` are what differs."""
    columns = [
        field.column
        for field in model._meta.concrete_fields
        if field.column in values or field.column != "id"
    ]
    wanted = ", ".join(values.get(name, f"t.{name}") for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "  # noqa: S608 - names of our own columns
            f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}) "
            f"SELECT {wanted} FROM n JOIN {model._meta.db_table} t ON {rows}"
        )
        cursor.execute("ANALYZE")


def enlarge(made: list[Article], topic: Topic, count: int) -> None:
    """Add `count` articles with the topic and a revision each, copied from those that were made."""
    copied = f"t.{{}} = {made[0].pk} + n.i % {len(made)}"
    number = f"{Article.objects.latest('pk').pk + 1} + n.i"
    unique = {"form_key": "NULL", "import_ref": "NULL"}
    copy(Article, copied.format("id"), {"id": number, **unique}, count)
    copy(Revision, f"t.number = 1 AND {copied.format('article_id')}", {"article_id": number}, count)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Article.topics.through._meta.db_table} (article_id, topic_id) "  # noqa: S608 - our own
            f"SELECT id, {topic.pk} FROM news_article WHERE id >= {number.split()[0]}"
        )
        cursor.execute("ANALYZE")


def often_saved(topic: Topic) -> Article:
    """An article with everything, which was saved many times."""
    article = make_article(
        title_en="Samarkand",
        section=make_section(),
        image=make_image(),
        topics=[topic],
        states=[make_state()],
    )
    for number in range(3):
        RelatedLink.objects.create(article=article, target=make_article(), pin=number + 1)
    for number in range(REVISIONS - 1):
        article = open_for_editing(article.pk)
        article.body_en = f"<p>The text as it was after {number} changes.</p>"
        save_article(article, by=None, via=Revision.Via.FORM)
    assert article.version == REVISIONS
    return article


def typical_seconds(client, address: str) -> float:
    """How long a page takes, of five times the middle one."""
    taken = []
    for _time in range(5):
        before = time.perf_counter()
        assert client.get(address).status_code == 200
        taken.append(time.perf_counter() - before)
    return median(taken)


@pytest.mark.django_db
def test_the_desk_of_a_large_archive(client, full_size, figure):
    client.force_login(make_editor())
    topic = make_topic()
    article, made = often_saved(topic), templates()
    enlarge(made, topic, FEW)
    pages = {name: LIST + question for name, question in QUESTIONS.items()}
    pages["the page of an article"] = f"{LIST}{article.pk}/change/"
    pages["the story for readers"] = article.get_absolute_url("en")
    few = {name: typical_seconds(client, address) for name, address in pages.items()}
    count = 1_000_000 if full_size else 20_000
    enlarge(made, topic, count)

    for name, address in pages.items():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counted = [
            query["sql"] for query in asked if re.search(r'COUNT\(.*FROM "news_article"', query["sql"])
        ]
        figure(f"{name}: questions that count articles", len(counted), at_most=0)
        figure(f"{name}: queries", len(asked), at_most=PROMISED.get(name, 12))
        if full_size:
            ratio = typical_seconds(client, address) / few[name]
            figure(f"{name}: time among {count:,} to time among {FEW:,}", round(ratio, 1), at_most=5)
