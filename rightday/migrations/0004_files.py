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
        migrations.CreateModel(
            name='ExternalId',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('system', models.CharField(max_length=20)),
                ('kind', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=100)),
                ('company', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='external_ids', to='rightday.company')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.lead')),
                ('person', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='external_ids', to='rightday.person')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('person__isnull', False)), fields=['agency', 'person'], name='external_by_person'), models.Index(condition=models.Q(('company__isnull', False)), fields=['agency', 'company'], name='external_by_company'), models.Index(condition=models.Q(('lead__isnull', False)), fields=['agency', 'lead'], name='external_by_lead')],
                'constraints': [models.UniqueConstraint(fields=('agency', 'system', 'kind', 'value'), name='external_once'), models.CheckConstraint(condition=models.Q(models.Q(('company__isnull', True), ('lead__isnull', True), ('person__isnull', False)), models.Q(('company__isnull', False), ('lead__isnull', True), ('person__isnull', True)), models.Q(('company__isnull', True), ('lead__isnull', False), ('person__isnull', True)), _connector='OR'), name='external_of_one')],
            },
        ),
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('name', models.CharField(max_length=200)),
                ('value', models.TextField()),
                ('batch', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.import')),
                ('company', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kept', to='rightday.company')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.lead')),
                ('person', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kept', to='rightday.person')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('person__isnull', False)), fields=['agency', 'person', 'id'], name='kept_by_person'), models.Index(condition=models.Q(('company__isnull', False)), fields=['agency', 'company', 'id'], name='kept_by_company'), models.Index(condition=models.Q(('lead__isnull', False)), fields=['agency', 'lead', 'id'], name='kept_by_lead')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('company__isnull', True), ('lead__isnull', True), ('person__isnull', False)), models.Q(('company__isnull', False), ('lead__isnull', True), ('person__isnull', True)), models.Q(('company__isnull', True), ('lead__isnull', False), ('person__isnull', True)), _connector='OR'), name='kept_of_one')],
            },
        ),
        migrations.CreateModel(
            name='Shape',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('key', models.CharField(max_length=64)),
                ('fields', models.JSONField(default=dict)),
                ('holds', models.CharField(max_length=12)),
                ('dayfirst', models.BooleanField(null=True)),
                ('region', models.CharField(max_length=2)),
                ('currency', models.CharField(max_length=3)),
                ('file', models.CharField(max_length=255)),
                ('at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('agency', 'key'), name='shape_once')],
            },
        ),
        migrations.CreateModel(
            name='Suppressed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('hash', models.CharField(max_length=64)),
                ('on', models.DateField()),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('agency', 'hash'), name='suppressed_once')],
            },
        ),
        migrations.RemoveIndex("lead", "lead_by_made"),
        migrations.AddIndex(
            "lead",
            models.Index(
                fields=[
                    "agency", "made_at", "id", "outcome", "owner", "heard_by", "milestone_on", "last_talk_on",
                    "last_heard_on", "heard_on", "last_call_on", "milestone", "round", "stage", "call_count",
                ],
                name="lead_history",
            ),
        ),
    ]
