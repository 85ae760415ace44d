"""Indexes for the list of the desk: its order, its filters, and on PostgreSQL the words of titles."""

from django.db import migrations, models

NAME = "article_title_words"


def index_words(apps, schema_editor):
    """SQLite has no such index, and reads the column."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE INDEX {NAME} ON news_article USING gin (to_tsvector('simple', title_words))"
        )


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {NAME}")


class Migration(migrations.Migration):

    dependencies = [("news", "0011_fill_last_change")]

    operations = [
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='article_changed'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.F('kind'), models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='article_kind_changed'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.F('section'), models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), name='article_section_changed'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('title_en__isnull', True), ('title_en', ''), _connector='OR'), name='article_missing_en'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('title_ru__isnull', True), ('title_ru', ''), _connector='OR'), name='article_missing_ru'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(models.Q(('title_en__gt', ''), ('withdrawn_at_en__isnull', True), models.Q(('published_at_en__isnull', True), ('body_en__isnull', True), ('body_en', ''), _connector='OR')), models.Q(('title_ru__gt', ''), ('withdrawn_at_ru__isnull', True), models.Q(('published_at_ru__isnull', True), ('body_ru__isnull', True), ('body_ru', ''), _connector='OR')), _connector='OR'), name='article_unfinished'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('live_revision_en__lt', models.F('version')), ('live_revision_ru__lt', models.F('version')), _connector='OR'), name='article_unpublished'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('changed_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(models.Q(('title_en__gt', ''), ('withdrawn_at_en__isnull', False)), models.Q(('title_ru__gt', ''), ('withdrawn_at_ru__isnull', False)), _connector='OR'), name='article_withdrawn'),
        ),
        migrations.RunPython(index_words, drop_index),
    ]
