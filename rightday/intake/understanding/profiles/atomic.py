"""Atomic CRM: its export of contacts; the grade of its own is a status."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_CONTACT = {
    Field.GIVEN: "first name", Field.FAMILY: "last name", Field.TITLE: "title", Field.NOTES: "background",
    Field.HEARD_ON: "first seen", Field.GRADE: "status", Field.WEBSITE: "linkedin url",
    Field.EMAIL: "email work,email home,email other", Field.PHONE: "phone work,phone home,phone other",
    Field.OWN: "gender,has newsletter,tags,nb tasks,sales id,last seen",
}  # fmt: skip
PROFILES = (
    Profile(
        "atomic", "contact", "Atomic CRM contacts", must("first name,last name,first seen,last seen,has newsletter"),
        _CONTACT | {Field.EXTERNAL_ID: "id", Field.COMPANY_ID: "company id", Field.COMPANY: "company",
                    Field.OWNER: "sales", Field.OWN: f"{_CONTACT[Field.OWN]},company name"}, "leads",
    ),
)  # fmt: skip
