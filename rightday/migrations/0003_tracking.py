"""Hiring processes, hand-offs, incentives, competitors, labels, kept views; how often each lead was called."""

import django.db.models.deletion
from django.db import migrations, models

import rightday.agencies.wall
from rightday.db.scope import wall_open
from rightday.leads.lead_words import words_of

OF_LEAD = (
    "FROM rightday_call c WHERE c.agency_id = rightday_lead.agency_id AND c.lead_id = rightday_lead.id"
    " AND c.undone_at IS NULL"
)
COUNTED = (
    f"UPDATE rightday_lead SET call_count = (SELECT COUNT(*) {OF_LEAD}), last_call_on = (SELECT MAX(c.day) {OF_LEAD}),"
    f" last_talk_on = (SELECT MAX(c.day) {OF_LEAD} AND c.result IN"
    " ('met', 'progressed', 'not_now', 'not_interested'))"
    f" WHERE EXISTS (SELECT 1 {OF_LEAD})"
)


HEARD = (
    "UPDATE rightday_lead SET last_heard_on = COALESCE((SELECT MAX(e.true_on) FROM rightday_evidence e"
    " WHERE e.agency_id = rightday_lead.agency_id AND e.lead_id = rightday_lead.id"
    " AND e.shows NOT IN ('name_confirmed', 'company_confirmed', 'phone_tested')), heard_on)"
)


def count_calls(apps, schema_editor):
    schema_editor.execute(COUNTED, None)
    schema_editor.execute(HEARD, None)


def write_words(apps, schema_editor):
    """The words of every title, of all agencies; a part of the leads at a time."""
    using = schema_editor.connection.alias
    written, leads = apps.get_model("rightday", "LeadWord").objects, apps.get_model("rightday", "Lead").objects
    rows = leads.using(using).exclude(title="").order_by("pk").values_list("pk", "agency_id", "title")
    last = 0
    with wall_open():
        while some := list(rows.filter(pk__gt=last)[:5000]):
            written.using(using).bulk_create(
                written.model(agency_id=agency_id, lead_id=pk, word=word)
                for pk, agency_id, title in some
                for word in words_of(title)
            )
            last = some[-1][0]


class Migration(migrations.Migration):

    dependencies = [
        ('rightday', '0002_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('kind', models.CharField(choices=[('today', 'Added to today'), ('hand', 'Handed on'), ('own', 'Owner changed'), ('move', 'Moved'), ('step', 'Next step changed'), ('label', 'Labelled'), ('unlabel', 'Label taken off')], max_length=12)),
                ('values', models.JSONField(default=dict)),
                ('leads', models.JSONField()),
                ('total', models.PositiveIntegerField()),
                ('before', models.JSONField(default=list)),
                ('skipped', models.JSONField(default=list)),
                ('done', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone', models.PositiveIntegerField(default=0)),
                ('kept', models.JSONField(default=list)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FallBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('round', models.PositiveSmallIntegerField()),
                ('place', models.PositiveSmallIntegerField()),
                ('restarts_at', models.PositiveSmallIntegerField()),
                ('why', models.CharField(choices=[('no_contender', 'No contender'), ('declined', 'Offer declined'), ('counter_offer', 'Counter-offer accepted'), ('no_show', 'Did not start'), ('failed_probation', 'Probation failed'), ('other', 'Began again')], max_length=20)),
                ('on', models.DateField()),
                ('filled_by', models.CharField(blank=True, choices=[('us', 'Us'), ('competitor', 'A competitor'), ('own', 'Their own hire')], max_length=12)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='fall_backs', to='rightday.lead')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='HandOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('words', models.TextField(blank=True)),
                ('grade', models.CharField(max_length=4)),
                ('offered_at', models.DateTimeField()),
                ('answer_by', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('returned', 'Returned'), ('withdrawn', 'Taken back'), ('lapsed', 'Not answered in time')], max_length=10)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, choices=[('no_demand', 'no demand is known'), ('wrong_person', 'another person decides'), ('moved', 'the person has moved'), ('no_number', 'no number that works'), ('known', 'we know this one already'), ('not_ours', 'not what we place'), ('no_time', 'no time for it now'), ('other', 'something else')], max_length=20)),
                ('answer_words', models.TextField(blank=True)),
                ('call_by', models.DateTimeField(null=True)),
                ('called_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('giver', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hand_offs', to='rightday.lead')),
                ('receiver', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='IncentiveRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('number', models.PositiveSmallIntegerField()),
                ('earns', models.CharField(choices=[('hot_lead', 'Hot lead passed on'), ('client', 'Lead became a client'), ('by_hand', 'Added by hand'), ('correction', 'Correction')], max_length=20)),
                ('pays', models.CharField(choices=[('colleagues', 'a colleague'), ('others', 'a candidate, consultant or referee'), ('anybody', 'whoever passed it on')], max_length=12)),
                ('amount', models.PositiveIntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('begins', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('made_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Label',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('name', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=40)),
                ('made_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='LeadLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('label', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.label')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='labels', to='rightday.lead')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='LedgerLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('number', models.PositiveIntegerField()),
                ('day', models.DateField()),
                ('lead', models.PositiveBigIntegerField(null=True)),
                ('earns', models.CharField(choices=[('hot_lead', 'Hot lead passed on'), ('client', 'Lead became a client'), ('by_hand', 'Added by hand'), ('correction', 'Correction')], max_length=20)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('amount', models.IntegerField()),
                ('currency', models.CharField(max_length=3)),
                ('once', models.CharField(max_length=80, null=True)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('corrects', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.ledgerline')),
                ('made_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('member', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('person', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.person')),
                ('rule', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.incentiverule')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='LedgerMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('kind', models.CharField(choices=[('approved', 'Approved'), ('declined', 'Declined'), ('paid', 'Paid')], max_length=10)),
                ('on', models.DateField()),
                ('words', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('line', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='rightday.ledgerline')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('place', models.PositiveSmallIntegerField()),
                ('expected', models.DateField(null=True)),
                ('told', models.BooleanField(default=False)),
                ('call_on', models.DateField(null=True)),
                ('done_on', models.DateField(null=True)),
                ('answer', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No')], max_length=3)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(auto_now=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='rightday.lead')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ProcessTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('number', models.PositiveIntegerField()),
                ('milestones', models.JSONField()),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('published_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('made_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('published_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('name', models.CharField(max_length=60)),
                ('screen', models.CharField(choices=[('leads', 'Leads'), ('people', 'People'), ('companies', 'Companies')], max_length=20)),
                ('query', models.CharField(blank=True, max_length=1000)),
                ('shared', models.CharField(choices=[('me', 'Only me'), ('sales', 'Sales'), ('recruiters', 'Recruiters'), ('all', 'Everybody')], default='me', max_length=12)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('owner', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Sighting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('kind', models.CharField(choices=[('cv_sent', 'sent a CV'), ('interviewing', 'has somebody in interviews'), ('filled', 'filled the place'), ('called', 'called about it'), ('contractors', 'has contractors there'), ('other', 'was seen there')], max_length=16)),
                ('with_words', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField(blank=True)),
                ('seen_on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('company', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company')),
                ('competitor', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='sightings', to='rightday.company')),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sightings', to='rightday.lead')),
                ('said_by', rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.person')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='KeptView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('sidebar', models.BooleanField(default=True)),
                ('member', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member')),
                ('view', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='kept', to='rightday.savedview')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='company',
            name='competitor',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='intelligence',
            name='answer',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='intelligence',
            name='closed_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='intelligence',
            name='due',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='intelligence',
            name='owner',
            field=rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.member'),
        ),
        migrations.AddField(
            model_name='intelligence',
            name='version',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='lead',
            name='call_count',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='lead',
            name='filler',
            field=models.CharField(blank=True, choices=[('us', 'Us'), ('competitor', 'A competitor'), ('own', 'Their own hire')], max_length=12),
        ),
        migrations.AddField(
            model_name='lead',
            name='filler_who',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='lead',
            name='last_call_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='lead',
            name='last_talk_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='lead',
            name='uncalled_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='lead',
            name='milestone',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='lead',
            name='milestone_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='lead',
            name='rival',
            field=rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company'),
        ),
        migrations.AddField(
            model_name='lead',
            name='round',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='lead',
            name='stage',
            field=models.PositiveSmallIntegerField(choices=[(1, 'CVs received'), (2, 'Interviews booked'), (3, 'Interviewing'), (4, 'Decision'), (5, 'Offer'), (6, 'Resignation'), (7, 'Start'), (8, 'Probation')], default=1),
        ),
        migrations.AddField(
            model_name='member',
            name='digest',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='member',
            name='notify',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='nextstep',
            name='weight',
            field=models.FloatField(default=1),
        ),
        migrations.AddField(
            model_name='outcome',
            name='known_by',
            field=models.CharField(blank=True, choices=[('manager', 'the manager said so'), ('candidate', 'a candidate said so'), ('market', 'somebody in the market said so'), ('seen', 'we saw it ourselves'), ('guess', 'nobody said so, we think so')], max_length=16),
        ),
        migrations.AddField(
            model_name='outcome',
            name='rival',
            field=rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.company'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='was_of',
            field=rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='past_outcomes', to='rightday.lead'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='reopened_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='outcome',
            index=models.Index(condition=models.Q(('was_of__isnull', False)), fields=['agency', 'was_of'], name='outcome_past'),
        ),
        migrations.AddIndex(
            model_name='outcome',
            index=models.Index(condition=models.Q(('rival__isnull', False)), fields=['agency', 'rival', 'on', 'id'], name='outcome_by_rival'),
        ),
        migrations.AlterField(
            model_name='call',
            name='kind',
            field=models.CharField(choices=[('lead', 'Lead call'), ('qualify', 'Qualifying call'), ('confirm', 'Confirming call'), ('milestone', 'Milestone call'), ('call_back', 'Call back as agreed'), ('keep_in_touch', 'Keep in touch'), ('knowledge', 'Knowledge call'), ('referral', 'Referral call'), ('check_in', 'Weekly check-in'), ('find_out', 'Find out from others')], max_length=24),
        ),
        migrations.AlterField(
            model_name='nextstep',
            name='kind',
            field=models.CharField(choices=[('lead', 'Lead call'), ('qualify', 'Qualifying call'), ('confirm', 'Confirming call'), ('milestone', 'Milestone call'), ('call_back', 'Call back as agreed'), ('keep_in_touch', 'Keep in touch'), ('knowledge', 'Knowledge call'), ('referral', 'Referral call'), ('check_in', 'Weekly check-in'), ('find_out', 'Find out from others')], max_length=24),
        ),
        migrations.AddIndex(
            model_name='company',
            index=models.Index(condition=models.Q(('competitor', True)), fields=['agency', 'name', 'id'], name='company_rivals'),
        ),
        migrations.AddIndex(
            model_name='intelligence',
            index=models.Index(condition=models.Q(('closed_on', None)), fields=['agency', 'owner', 'due', 'id'], name='intelligence_due'),
        ),
        migrations.AddField(
            model_name='lead',
            name='template',
            field=rightday.agencies.wall.AgencyForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.processtemplate'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['agency', 'made_at', 'id'], name='lead_by_made'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('template__isnull', False)), fields=['agency', 'template'], name='lead_by_template'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'stage', 'milestone_on', 'id'], name='lead_board'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'owner', 'stage', 'milestone_on', 'id'], name='lead_board_own'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'last_call_on', 'id'], name='lead_quiet'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'owner', 'last_call_on', 'id'], name='lead_quiet_own'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'call_count', 'last_call_on', 'id'], name='lead_once'),
        ),
        migrations.AddIndex(
            model_name='bulkact',
            index=models.Index(fields=['agency', 'by', 'id'], name='bulk_act_by_member'),
        ),
        migrations.AddIndex(
            model_name='bulkact',
            index=models.Index(condition=models.Q(('finished_at', None)), fields=['agency', 'id'], name='bulk_act_going_on'),
        ),
        migrations.AddConstraint(
            model_name='fallback',
            constraint=models.UniqueConstraint(fields=('agency', 'lead', 'round'), name='fall_back_once'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['agency', 'receiver', 'answer', 'id'], name='handoff_by_receiver'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['agency', 'giver', 'answer', 'id'], name='handoff_by_giver'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['agency', 'receiver', 'offered_at'], name='handoff_received'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['agency', 'giver', 'offered_at'], name='handoff_given'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(condition=models.Q(('seen_at', None)), fields=['agency', 'giver', 'id'], name='handoff_unsettled'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['agency', 'lead', 'id'], name='handoff_by_lead'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(condition=models.Q(('answer', '')), fields=['agency', 'answer_by'], name='handoff_waiting'),
        ),
        migrations.AddConstraint(
            model_name='handoff',
            constraint=models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('agency', 'lead'), name='handoff_one_waiting'),
        ),
        migrations.AddConstraint(
            model_name='incentiverule',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='incentive_rule_number_once'),
        ),
        migrations.AddConstraint(
            model_name='label',
            constraint=models.UniqueConstraint(fields=('agency', 'key'), name='label_once'),
        ),
        migrations.AddIndex(
            model_name='leadlabel',
            index=models.Index(fields=['agency', 'lead'], name='lead_label_by_lead'),
        ),
        migrations.AddConstraint(
            model_name='leadlabel',
            constraint=models.UniqueConstraint(fields=('agency', 'label', 'lead'), name='lead_label_once'),
        ),
        migrations.AddIndex(
            model_name='ledgerline',
            index=models.Index(fields=['agency', 'day', 'id'], name='ledger_by_day'),
        ),
        migrations.AddIndex(
            model_name='ledgerline',
            index=models.Index(fields=['agency', 'lead', 'id'], name='ledger_by_lead'),
        ),
        migrations.AddIndex(
            model_name='ledgerline',
            index=models.Index(fields=['agency', 'member', 'id'], name='ledger_by_member'),
        ),
        migrations.AddIndex(
            model_name='ledgerline',
            index=models.Index(fields=['agency', 'person', 'id'], name='ledger_by_person'),
        ),
        migrations.AddConstraint(
            model_name='ledgerline',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='ledger_number_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerline',
            constraint=models.UniqueConstraint(fields=('agency', 'corrects'), name='ledger_corrected_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerline',
            constraint=models.UniqueConstraint(fields=('agency', 'once'), name='ledger_settled_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('member__isnull', False), ('person__isnull', True)), models.Q(('member__isnull', True), ('person__isnull', False)), _connector='OR'), name='ledger_one_earner'),
        ),
        migrations.AddConstraint(
            model_name='ledgermark',
            constraint=models.UniqueConstraint(fields=('agency', 'line', 'kind'), name='ledger_mark_once'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('agency', 'lead', 'round', 'place'), name='milestone_once'),
        ),
        migrations.AddConstraint(
            model_name='processtemplate',
            constraint=models.UniqueConstraint(fields=('agency', 'number'), name='template_number_once'),
        ),
        migrations.AddConstraint(
            model_name='processtemplate',
            constraint=models.UniqueConstraint(condition=models.Q(('published_at', None)), fields=('agency',), name='template_one_draft'),
        ),
        migrations.AddIndex(
            model_name='savedview',
            index=models.Index(fields=['agency', 'shared', 'owner'], name='saved_view_by_reach'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('agency', 'owner', 'name'), name='saved_view_name_once'),
        ),
        migrations.AddConstraint(
            model_name='keptview',
            constraint=models.UniqueConstraint(fields=('agency', 'member', 'view'), name='kept_view_once'),
        ),
        migrations.AddIndex(
            model_name='sighting',
            index=models.Index(fields=['agency', 'competitor', 'seen_on', 'id'], name='sighting_by_competitor'),
        ),
        migrations.AddIndex(
            model_name='sighting',
            index=models.Index(fields=['agency', 'company', 'id'], name='sighting_by_company'),
        ),
        migrations.AddIndex(
            model_name='sighting',
            index=models.Index(fields=['agency', 'lead', 'id'], name='sighting_by_lead'),
        ),
        migrations.AddField(
            model_name='lead',
            name='last_heard_on',
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name='LeadWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', rightday.agencies.wall.AgencyField(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rightday.agency')),
                ('word', models.CharField(max_length=40)),
                ('lead', rightday.agencies.wall.AgencyForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='words', to='rightday.lead')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        migrations.RunPython(count_calls, migrations.RunPython.noop),
        migrations.RunPython(write_words, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='leadword',
            constraint=models.UniqueConstraint(fields=('agency', 'word', 'lead'), name='lead_word_once'),
        ),
        migrations.AddIndex(
            model_name='leadword',
            index=models.Index(fields=['agency', 'lead'], name='lead_word_by_lead'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['agency', 'last_heard_on', 'id'], name='lead_by_heard'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['agency', 'source', 'id'], name='lead_by_source'),
        ),
        migrations.AddIndex(
            model_name='outcome',
            index=models.Index(fields=['agency', 'kind', 'id'], name='outcome_by_kind'),
        ),
        migrations.AddIndex(
            model_name='nextstep',
            index=models.Index(fields=['agency', 'due', 'id'], name='step_by_due'),
        ),
        migrations.AddIndex(
            model_name='nextstep',
            index=models.Index(fields=['agency', 'kind', 'due', 'id'], name='step_by_kind'),
        ),
        migrations.AddIndex(
            model_name='nextstep',
            index=models.Index(condition=models.Q(('agreed', True)), fields=['agency', 'due', 'id'], name='step_agreed'),
        ),
        migrations.AddIndex(
            model_name='nextstep',
            index=models.Index(condition=models.Q(('place', 9)), fields=['agency', 'owner', 'due', 'id'], name='step_off_sheet'),
        ),
        migrations.AddIndex(
            model_name='company',
            index=models.Index(condition=models.Q(('city__gt', '')), fields=['agency', 'city'], name='company_by_city'),
        ),
        migrations.AddIndex(
            model_name='company',
            index=models.Index(condition=models.Q(('country__gt', '')), fields=['agency', 'country'], name='company_by_country'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('city__gt', '')), fields=['agency', 'city'], name='person_by_city'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('heard_from__isnull', False)), fields=['agency', 'heard_from', 'id'], name='lead_by_teller'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(condition=models.Q(('next_step__isnull', False)), fields=['agency', 'heard_by', 'source', 'id'], name='lead_by_hearer'),
        ),
    ]
