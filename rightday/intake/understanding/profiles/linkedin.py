"""LinkedIn: the archive's list of connections. An address is the person; the day of connecting is no talk."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

PROFILES = (
    Profile(
        "linkedin", "profile", "LinkedIn connections", must("first name,last name,connected on,position"),
        {Field.GIVEN: "first name", Field.FAMILY: "last name", Field.EXTERNAL_ID: "url", Field.EMAIL: "email address",
         Field.COMPANY: "company", Field.TITLE: "position", Field.HEARD_ON: "connected on"}, "leads",
    ),
)  # fmt: skip
