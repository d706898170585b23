"""Pipedrive: people and organizations, each header with the kind of record before it."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

PROFILES = (
    Profile(
        "pipedrive", "person", "Pipedrive people", must("person id,person name"),
        {Field.EXTERNAL_ID: "person id", Field.PERSON: "person name", Field.COMPANY: "person organization",
         Field.COMPANY_ID: "person organization id,organization id", Field.TITLE: "person job title",
         Field.EMAIL: "person email,person email work,person email home,person email other",
         Field.PHONE: "person phone,person phone work,person phone home,person phone other",
         Field.MOBILE: "person phone mobile", Field.OWNER: "person owner", Field.NEXT_ON: "person next activity date",
         Field.HEARD_ON: "person person created,person created", Field.NOTES: "person note,person notes",
         # The parts say the same as the name; the last activity may be a mail.
         Field.OWN: "person first name,person last name,person last activity date,person label,person labels"},
        "leads",
    ),
    Profile(
        "pipedrive", "organization", "Pipedrive organizations", must("organization id,organization name"),
        {Field.EXTERNAL_ID: "organization id", Field.COMPANY: "organization name", Field.OWNER: "organization owner",
         Field.PLACE: "organization city town village locality of address",
         Field.COUNTRY: "organization country of address"}, "leads",
    ),
)  # fmt: skip
