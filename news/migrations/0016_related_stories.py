"""Stories that are never related, and the newest stories of a topic and of a state by their numbers."""

from django.db import migrations, models
from django.db.models import Q

_INDEX = "CREATE INDEX article_{one}_newest ON news_article_{one}s ({one}_id, article_id)"


class Migration(migrations.Migration):

    dependencies = [("news", "0015_second_factor")]

    operations = [
        migrations.AddField(
            model_name='relatedlink',
            name='excluded',
            field=models.BooleanField(db_default=False, default=False, verbose_name='never show here'),
        ),
        migrations.AddConstraint(
            model_name='relatedlink',
            constraint=models.CheckConstraint(condition=Q(('excluded', False), Q(('pin__isnull', True), ('target__isnull', False)), _connector='OR'), name='related_excluded_is_a_story', violation_error_message='What is never shown is a story of this portal, and has no place among the pinned.'),
        ),
        *(
            migrations.RunSQL(_INDEX.format(one=one), f"DROP INDEX article_{one}_newest")
            for one in ("topic", "state")
        ),
    ]
