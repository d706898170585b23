"""What is remembered of files: their shapes, fields of their own, ids of other systems."""

import django.db.models.deletion
from django.db import migrations, models

import rightday.agencies.wall


class Migration(migrations.Migration):
    dependencies = [("rightday", "0003_tracking")]
    operations = [
        migrations.CreateModel(
            name='Takeout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('stored', models.CharField(max_length=100)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for a worker'), ('making', 'Being made'), ('done', 'Ready'), ('failed', 'Stopped'), ('gone', 'Deleted')], default='waiting', max_length=10)),
                ('rows', models.PositiveBigIntegerField(default=0)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('problem', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('state_at', models.DateTimeField(auto_now=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField(null=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['agency', 'id'], name='takeout_by_age')],
            },
        ),
        migrations.AddField("import", "bundle", models.CharField(blank=True, default="", max_length=24), preserve_default=False),
        migrations.AddIndex(
            "import",
            models.Index(condition=models.Q(("bundle__gt", "")), fields=["agency", "bundle", "id"], name="import_by_bundle"),
        ),
        migrations.AlterField(
            "import",
            "state",
            models.CharField(
                choices=[
                    ("read", "Read"), ("trying", "Being tried"), ("tried", "Tried"), ("waiting", "Waiting for a worker"),
                    ("running", "Running"), ("paused", "Paused"), ("done", "Done"), ("failed", "Failed"),
                    ("undoing", "Being undone"), ("undone", "Undone"), ("refused", "Could not be read"),
                ],
                default="read", max_length=10,
            ),
        ),
    ]
