"""Fill what the list of the desk shows and finds from the newest revisions."""

from itertools import islice

from django.db import migrations
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from news.models.finding import title_words

BATCH = 2000


def fill(apps, schema_editor):
    database = schema_editor.connection.alias
    Article = apps.get_model("news", "Article").objects.using(database)
    revisions = apps.get_model("news", "Revision").objects.using(database)
    newest = revisions.filter(article=OuterRef("pk"), number=OuterRef("version"))
    Article.update(
        changed_at=Coalesce(Subquery(newest.values("created_at")), F("changed_at")),
        changed_by=Subquery(newest.values("author")),
    )
    waiting = dict(revisions.filter(is_draft=True, number=F("article__version")).values_list("article", "texts"))
    rows = Article.only("title_en", "title_ru").order_by("pk").iterator(BATCH)
    while batch := list(islice(rows, BATCH)):
        for row in batch:
            texts = waiting.get(row.pk, {})
            row.title_words = title_words(
                row.title_en, texts.get("en", {}).get("title"), row.title_ru, texts.get("ru", {}).get("title")
            )
        Article.bulk_update(batch, ["title_words"])


class Migration(migrations.Migration):

    dependencies = [("news", "0010_last_change")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
