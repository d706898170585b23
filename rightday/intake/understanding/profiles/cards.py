"""Contact cards, calendars and mail: the tables that our own readers make of them."""

from __future__ import annotations

from typing import Final

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_SEVERAL: Final = range(2, 21)


def _each(name: str) -> str:
    """A header, and the same again with numbers behind it."""
    return ",".join((name, *(f"{name} {number}" for number in _SEVERAL)))


PROFILES = (
    Profile(
        "vcard", "card", "Contact cards", must("full name,given name,family name,company,job title"),
        {Field.PERSON: "full name", Field.GIVEN: "given name", Field.FAMILY: "family name", Field.COMPANY: "company",
         Field.TITLE: "job title", Field.EXTERNAL_ID: "uid", Field.IS_COMPANY: "card of a company",
         Field.PLACE: "city", Field.COUNTRY: "country", Field.NOTES: _each("notes"), Field.WEBSITE: _each("website"),
         Field.OWN: "additional names,prefix,suffix,birthday,role,nickname,categories,time zone,department"},
        "leads", rest=Field.OWN,
    ),
    # An event is agreed with everybody who takes part and is not one of us. Its words may be anybody's.
    Profile(
        "icalendar", "event", "Events of a calendar", must("event,starts,ends,location,name,email"),
        {Field.EVENT: "event", Field.HAPPENS_ON: "starts", Field.PERSON: "name", Field.EMAIL: "email",
         Field.PARTIES: _each("attendee"),
         Field.UNHEARD: f"was to start,ends,location,duration,repeats,status,{_each('notes')}",
         Field.OWN: f"{_each('website')},{_each('conference')},categories,due", Field.LEAVE_OUT: "uid"},
        "leads", rest=Field.OWN,
    ),
    # A message is a note of the day on which it was written: what they write counts, what we write does not.
    Profile(
        "mail", "message", "Messages", must("name,email,date,subject,text,to,attachments,kind"),
        {Field.PERSON: "name", Field.EMAIL: "email", Field.HEARD_ON: "date", Field.KEEP_AS_NOTE: "subject,text",
         Field.PARTIES: "to,cc", Field.PHONE: _each("phone"), Field.UNHEARD: "quoted,attachments,kind,sent by,sent to",
         Field.LEAVE_OUT: "message id,in reply to"},
        "leads", rest=Field.OWN,
    ),
)  # fmt: skip
