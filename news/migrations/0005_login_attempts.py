from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0004_groups'),
    ]

    operations = [
        migrations.CreateModel(
            name='LoginAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('first', 'First'), ('second', 'Second')], max_length=10)),
                ('account', models.CharField(help_text='Keyed hash of the name, whether it exists or not.', max_length=64)),
                ('network', models.CharField(help_text='Keyed hash of the network from which it came.', max_length=64)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['step', 'account', 'network', 'at'], name='attempt_of_account'), models.Index(fields=['step', 'network', 'at'], name='attempt_from_network'), models.Index(fields=['at'], name='attempt_by_age')],
                'constraints': [models.CheckConstraint(condition=models.Q(('step__in', ['first', 'second'])), name='attempt_step'), models.CheckConstraint(condition=models.Q(models.Q(('account', ''), _negated=True), models.Q(('network', ''), _negated=True)), name='attempt_has_account_and_network')],
            },
        ),
    ]
