"""Who may be the same person or company, what was decided, and merges with their way back."""

import django.db.models.deletion
from django.db import migrations, models

import rightday.agencies.wall


class Migration(migrations.Migration):
    dependencies = [("rightday", "0004_files")]
    operations = [
        migrations.CreateModel(
            name='CompanySuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('reasons', models.JSONField(default=list)),
                ('against', models.JSONField(blank=True, default=list)),
                ('likeness', models.FloatField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('later_until', models.DateField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('same', models.BooleanField(null=True)),
                ('company', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company')),
                ('decided_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('other', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [
                    models.Index(fields=['agency', 'company'], name='company_pair_by_company'),
                    models.Index(fields=['agency', 'other'], name='company_pair_by_other'),
                    models.Index(condition=models.Q(('decided_at', None)), fields=['agency', '-likeness', 'id'], name='company_pair_open'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('agency', 'company', 'other'), name='company_pair_once'),
                    models.CheckConstraint(condition=models.Q(('company__lt', models.F('other'))), name='company_pair_ordered'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DuplicateSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('state', models.CharField(choices=[('running', 'Running'), ('done', 'Done')], max_length=8)),
                ('part', models.CharField(max_length=12)),
                ('cursor', models.CharField(blank=True, max_length=254)),
                ('seen', models.PositiveIntegerField(default=0)),
                ('found', models.PositiveIntegerField(default=0)),
                ('started_at', models.DateTimeField()),
                ('state_at', models.DateTimeField(auto_now=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [
                    models.UniqueConstraint(fields=('agency',), name='duplicate_search_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('kind', models.CharField(choices=[('person', 'Person'), ('company', 'Company')], max_length=8)),
                ('gone', models.BigIntegerField()),
                ('gone_name', models.CharField(max_length=200)),
                ('gone_key', models.CharField(max_length=200)),
                ('row', models.JSONField(default=dict)),
                ('moved', models.JSONField(default=list)),
                ('folded', models.JSONField(default=list)),
                ('made', models.JSONField(default=list)),
                ('changed', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('company', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company')),
                ('person', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.person')),
                ('undone_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [
                    models.Index(fields=['agency', 'person', 'id'], name='merge_by_person'),
                    models.Index(fields=['agency', 'company', 'id'], name='merge_by_company'),
                    models.Index(fields=['agency', 'kind', 'gone_key'], name='merge_by_key'),
                    models.Index(fields=['agency', 'id'], name='merge_by_age'),
                ],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('agency', 'kind', 'gone'), name='merged_away_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('company__isnull', True), ('kind', 'person'), ('person__isnull', False)), models.Q(('company__isnull', False), ('kind', 'company'), ('person__isnull', True)), _connector='OR'), name='merge_of_one_kind'),
                ],
            },
        ),
        migrations.AddField(
            model_name='duplicatesuggestion',
            name='against',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='duplicatesuggestion',
            name='ask',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='duplicatesuggestion',
            name='later_until',
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name='duplicatesuggestion',
            index=models.Index(condition=models.Q(('decided_at', None)), fields=['agency', '-likeness', 'id'], name='suggestion_open'),
        ),
    ]
