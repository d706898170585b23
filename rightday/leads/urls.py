"""Addresses of leads."""

from __future__ import annotations

from django.urls import path

from rightday.leads import views, views_changes
from rightday.leads.bulk import views as views_acts
from rightday.leads.handoffs import views as views_handoffs
from rightday.leads.incentives import views as views_incentives
from rightday.leads.incentives import views_ledger
from rightday.leads.lists import views as views_lists
from rightday.leads.lists import views_board, views_export, views_labels
from rightday.leads.process import views_template, views_track
from rightday.leads.reminding import views as views_reminders
from rightday.leads.watching import views as views_watch
from rightday.leads.watching import views_sightings

urlpatterns = [
    path("leads/", views_lists.leads, name="leads"),
    path("leads/around/", views_lists.around, name="leads_around"),
    path("leads/board/<int:stage>/", views_lists.column, name="lead_column"),
    path("leads/acts/", views_acts.acts, name="lead_acts"),
    path("leads/acts/new/", views_acts.asking, name="asking_act"),
    path("leads/acts/count/", views_acts.counting, name="counting_act"),
    path("leads/acts/<int:act_id>/", views_acts.act, name="lead_act"),
    path("leads/acts/<int:act_id>/going-on/", views_acts.going_on, name="going_on_act"),
    path("leads/acts/<int:act_id>/undoing/", views_acts.undoing, name="undoing_act"),
    path("leads/export/<slug:kind>/", views_export.export, name="leads_export"),
    path("leads/new/", views.new_lead, name="new_lead"),
    path("leads/handoffs/", views_handoffs.hand_offs, name="hand_offs"),
    path("leads/handoffs/<int:hand_off_id>/acceptance/", views_handoffs.acceptance, name="hand_off_acceptance"),
    path("leads/handoffs/<int:hand_off_id>/return/", views_handoffs.return_of, name="hand_off_return"),
    path("leads/handoffs/<int:hand_off_id>/withdrawal/", views_handoffs.withdrawal, name="hand_off_withdrawal"),
    path("leads/handoffs/<int:hand_off_id>/keeping/", views_handoffs.keeping, name="hand_off_keeping"),
    path("leads/to-qualify/", views_watch.to_qualify, name="to_qualify"),
    path("leads/to-find-out/", views_watch.to_find_out, name="to_find_out"),
    path("leads/watches/<int:watch_id>/", views_watch.watch, name="watch"),
    path("leads/watches/<int:watch_id>/day/", views_watch.day, name="watch_day"),
    path("leads/watches/<int:watch_id>/answer/", views_watch.answer, name="watch_answer"),
    path("leads/watches/<int:watch_id>/manager/", views_watch.manager, name="watch_manager"),
    path("leads/watches/<int:watch_id>/end/", views_watch.end, name="watch_end"),
    path("leads/watches/<int:watch_id>/reopening/", views_watch.reopening, name="watch_reopening"),
    path("reminders/", views_reminders.reminders, name="reminders"),
    path("companies/<int:company_id>/watches/", views_watch.new_watch, name="company_watch"),
    path("leads/<int:lead_id>/", views.lead, name="lead"),
    path("leads/<int:lead_id>/stage/", views_board.stage, name="lead_stage"),
    path("leads/<int:lead_id>/stage/undo/<str:token>/", views_board.stage_undo, name="lead_stage_undo"),
    path("leads/<int:lead_id>/handing/", views_handoffs.handing, name="lead_handing"),
    path("leads/<int:lead_id>/evidence/", views_changes.evidence, name="lead_evidence"),
    path("leads/<int:lead_id>/confirmation/", views_changes.confirmation, name="lead_confirmation"),
    path("leads/<int:lead_id>/step/", views_changes.step, name="lead_step"),
    path("leads/<int:lead_id>/outcome/", views_changes.outcome, name="lead_outcome"),
    path("leads/<int:lead_id>/reopening/", views_changes.reopening, name="lead_reopening"),
    path("leads/<int:lead_id>/labels/", views_labels.labels, name="lead_labels"),
    path("leads/<int:lead_id>/labels/<int:label_id>/removal/", views_labels.removal, name="lead_label"),
    path("leads/<int:lead_id>/notes/", views_changes.notes, name="lead_notes"),
    path("leads/<int:lead_id>/details/", views_changes.details, name="lead_details"),
    path("leads/<int:lead_id>/milestones/<int:place>/", views_track.milestone, name="lead_milestone"),
    path("leads/<int:lead_id>/milestones/<int:place>/fall/", views_track.fall, name="lead_fall"),
    path("leads/<int:lead_id>/filler/", views_track.filler, name="lead_filler"),
    path("leads/<int:lead_id>/vacancy/", views_track.vacancy, name="lead_vacancy"),
    path("leads/<int:lead_id>/asked/", views_track.asked_others, name="lead_asked"),
    path("leads/<int:lead_id>/calling/", views_track.calling, name="lead_calling"),
    path("leads/<int:lead_id>/undo/<str:token>/", views_track.undo, name="lead_undo"),
    path("leads/<int:lead_id>/undo-fall/<str:token>/", views_track.undo_fall, name="lead_undo_fall"),
    path("settings/process/", views_template.process, name="settings_process"),
    path("settings/process/milestones/", views_template.add, name="settings_process_milestones"),
    path("settings/process/milestones/<int:place>/", views_template.change, name="settings_process_milestone"),
    path("settings/process/publication/", views_template.publish, name="settings_process_publish"),
    path("settings/process/discarding/", views_template.discard, name="settings_process_discard"),
    path("settings/process/drafts/<int:event_id>/", views_template.bring_back, name="settings_process_draft"),
    path("leads/<int:lead_id>/sightings/", views_sightings.sightings, name="lead_sightings"),
    path(
        "leads/<int:lead_id>/sightings/<int:sighting_id>/removal/",
        views_sightings.sighting_removal,
        name="lead_sighting_removal",
    ),
    path("results/incentives/", views_incentives.incentives, name="incentives"),
    path("results/incentives/download/", views_incentives.download, name="incentives_download"),
    path("results/incentives/mine/", views_incentives.mine, name="incentives_mine"),
    path("results/incentives/members/<int:member_id>/", views_incentives.of_member, name="incentives_member"),
    path("results/incentives/people/<int:person_id>/", views_incentives.of_person, name="incentives_person"),
    path("results/incentives/lines/", views_ledger.lines, name="incentives_lines"),
    path("results/incentives/lines/<int:line_id>/correction/", views_ledger.correction, name="incentives_correction"),
    path("results/incentives/lines/<int:line_id>/decline/", views_ledger.decline, name="incentives_decline"),
    path("results/incentives/approvals/", views_ledger.approvals, name="incentives_approvals"),
    path("results/incentives/payments/", views_ledger.payments, name="incentives_payments"),
    path("results/incentives/rules/", views_ledger.rules, name="incentives_rules"),
    path("results/incentives/rules/<int:rule_id>/", views_ledger.rule, name="incentives_rule"),
    path("results/incentives/rules/<int:rule_id>/end/", views_ledger.rule_end, name="incentives_rule_end"),
]
