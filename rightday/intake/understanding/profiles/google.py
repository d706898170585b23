"""Google Contacts: several values in one cell stand between ":::"; labels of numbers are no numbers."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_SEVERAL = range(1, 8)
_OWN = "name prefix,name suffix,nickname,file as,additional name,middle name,labels,group membership,photo,location"
_PERSON = {
    Field.EMAIL: ",".join(f"e mail {n} value" for n in _SEVERAL),
    Field.PHONE: ",".join(f"phone {n} value" for n in _SEVERAL),
    Field.NOTES: "notes",
    Field.WEBSITE: "website 1 value",
    Field.PLACE: "address 1 city",
    Field.COUNTRY: "address 1 country",
}
PROFILES = (
    Profile(
        "google", "contact", "Google contacts", must("first name,last name,file as,organization name"),
        _PERSON | {Field.GIVEN: "first name", Field.FAMILY: "last name", Field.COMPANY: "organization name",
                   Field.TITLE: "organization title", Field.OWN: _OWN}, "leads",
    ),
    Profile(
        "google", "contact", "Google contacts", must("given name,family name,yomi name"),
        _PERSON | {Field.GIVEN: "given name", Field.FAMILY: "family name", Field.COMPANY: "organization 1 name",
                   Field.TITLE: "organization 1 title", Field.OWN: f"{_OWN},name,occupation,subject,priority"}, "leads",
    ),
)  # fmt: skip
