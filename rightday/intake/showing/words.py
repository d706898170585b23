"""Words of an import's screens: what fields, sheets, states and kinds of rows are called."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from rightday.intake.models import Import, ImportRow
from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.holds import Holds

Became = ImportRow.Became
State = Import.State

FIELD_WORDS: Final = {
    Field.PERSON: _("Person: name"),
    Field.GIVEN: _("Person: given name"),
    Field.FAMILY: _("Person: family name"),
    Field.TITLE: _("Person: job title"),
    Field.COMPANY: _("Company: name"),
    Field.PHONE: _("Person: phone"),
    Field.MOBILE: _("Person: mobile"),
    Field.EMAIL: _("Person: email"),
    Field.PLACE: _("Company: place"),
    Field.COUNTRY: _("Company: country"),
    Field.WEBSITE: _("Company: website"),
    Field.SPOKE_ON: _("Call: day it reached them"),
    Field.NEXT_ON: _("Call: day of the next"),
    Field.HEARD_ON: _("Evidence: day it was heard"),
    Field.NEEDS: _("Lead: whom they look for"),
    Field.STATUS: _("Status, word for word"),
    Field.GRADE: _("Grade of yours, word for word"),
    Field.SOURCE: _("Lead: source"),
    Field.OWNER: _("Lead: owner"),
    Field.FEE: _("Company: fee"),
    Field.RATE: _("Market: rate heard"),
    Field.DO_NOT_CONTACT: _("Person: do not contact"),
    Field.DO_NOT_EMAIL: _("Person: do not email"),
    Field.EXTERNAL_ID: _("Id in the other system"),
    Field.COMPANY_ID: _("Company: id in the other system"),
    Field.IS_COMPANY: _("Whether the row is a company"),
    Field.HAPPENS_ON: _("Agreed day, or the day it was"),
    Field.EVENT: _("What is agreed"),
    Field.PARTIES: _("People who take part"),
    Field.UNHEARD: _("Note, shows nothing"),
    Field.THEIR_ERROR: _("Why another system refused the row"),
    Field.NOTES: _("Evidence, and note"),
    Field.OWN: _("A field of its own"),
    Field.KEEP_AS_NOTE: _("Note, word for word"),
    Field.LEAVE_OUT: _("Leave out"),
}
LEFT_OUT: Final = "out"
HOLDS_WORDS: Final = {
    Holds.LEADS: _("Leads"),
    Holds.CANDIDATES: _("Candidates"),
    Holds.FOLLOW_UPS: _("Calls to make"),
}
SKIP_WORDS: Final = {
    "title": _("a title"),
    "header": _("a header again"),
    "section": _("the head of a section"),
    "total": _("a sum"),
    "note": _("a remark"),
}
# Label, label of its tab, tone of its bar, icon, tone of the row's mark.
BECAME_WORDS: Final = {
    Became.LEAD: (_("New lead"), _("New leads"), "fill", "tick", ""),
    Became.INTELLIGENCE: (_("Intelligence, not a lead yet"), _("Intelligence"), "band-f", "note", ""),
    Became.PERSON: (_("New person"), _("New people"), "fill", "people", ""),
    Became.KNOWN: (_("Somebody you know already"), _("Known"), "other", "user", ""),
    Became.DECIDE: (_("Duplicate for you to decide"), _("To decide"), "none", "half", "warm"),
    Became.REFUSED: (_("Cannot be used"), _("Cannot be used"), "unk", "warn", "gap"),
}
# What stands beside the number of each: of one, of more.
BESIDE: Final = {
    Became.LEAD: ("", ""),
    Became.INTELLIGENCE: (_("with the question to ask next"), _("each with the question to ask next")),
    Became.PERSON: (_("somebody to place, or who said no"), _("people to place, and people who said no")),
    Became.KNOWN: (_("added to their record, nothing replaced"), _("added to their records, nothing replaced")),
    Became.DECIDE: (_("brought in, and marked for you"), _("brought in, and marked for you")),
    Became.REFUSED: (_("with its reason, yours to download"), _("each with its reason, yours to download")),
}
KIND_WORDS: Final = {
    Became.LEAD: _("Lead"),
    Became.INTELLIGENCE: _("Intelligence"),
    Became.PERSON: _("New person"),
    Became.KNOWN: _("Known person"),
    Became.DECIDE: _("To decide"),
    Became.REFUSED: _("Cannot be used"),
}
STATE_WORDS: Final = {
    State.READ: _("Read, not brought in"),
    State.TRYING: _("Being tried"),
    State.TRIED: _("Tried, not brought in"),
    State.WAITING: _("Waiting to begin"),
    State.RUNNING: _("Running"),
    State.PAUSED: _("Paused"),
    State.DONE: _("Complete"),
    State.FAILED: _("Stopped by a problem"),
    State.UNDOING: _("Being undone"),
    State.UNDONE: _("Undone"),
    State.REFUSED: _("Could not be read"),
}
BROUGHT: Final = (Became.LEAD, Became.INTELLIGENCE, Became.PERSON, Became.KNOWN, Became.DECIDE)


def size_words(size: int) -> str:
    """ "84 KB", "12 MB" """
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{round(size / (1024 * 1024))} MB"
