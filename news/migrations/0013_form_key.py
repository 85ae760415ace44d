"""One filled-in form makes one article."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0012_list_of_the_desk'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='form_key',
            field=models.CharField(editable=False, help_text='The filled-in form that made it: no form makes two.', max_length=36, null=True, unique=True),
        ),
    ]
