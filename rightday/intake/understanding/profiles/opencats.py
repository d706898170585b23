"""OpenCATS: its lists of contacts and candidates as CSV, headers as its columns are called on screen."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_PERSON = {
    Field.GIVEN: "first name",
    Field.FAMILY: "last name",
    Field.EMAIL: "email,e mail,email1,email2,e mail 1,e mail 2,2nd e mail",
    Field.PHONE: "work phone,phone work,home phone,phone home,other phone,phone other",
    Field.MOBILE: "cell phone,phone cell",
    Field.PLACE: "city",
    Field.NOTES: "notes,misc notes",
    Field.OWNER: "owner",
    Field.HEARD_ON: "created,date created,created on",
}
PROFILES = (
    Profile(
        "opencats", "contact", "OpenCATS contacts",
        must("first name,last name,company,title,department,cell phone,reports to"),
        _PERSON | {Field.COMPANY: "company", Field.TITLE: "title"}, "leads",
    ),
    Profile(
        "opencats", "candidate", "OpenCATS candidates", must("first name,last name,key skills,current employer"),
        _PERSON | {Field.COMPANY: "current employer", Field.SOURCE: "source", Field.WEBSITE: "web site",
                   Field.OWN: "key skills,current pay,desired pay,can relocate,date available"}, "candidates",
    ),
)  # fmt: skip
