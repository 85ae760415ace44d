"""Who changed an article last, and the words of its titles: what the list of the desk shows and finds."""

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0009_open_sessions'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='changed_at',
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), default=django.utils.timezone.now, editable=False, help_text='Of the newest revision.', verbose_name='last change'),
        ),
        migrations.AddField(
            model_name='article',
            name='changed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='changed by'),
        ),
        migrations.AddField(
            model_name='article',
            name='title_words',
            field=models.TextField(blank=True, db_default='', default='', editable=False, help_text='Of all titles, also those of a working copy: see `news.models.finding`.'),
        ),
    ]
