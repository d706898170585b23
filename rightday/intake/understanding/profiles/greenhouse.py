"""Greenhouse: its table of candidates. Its other tables name people by number alone."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

PROFILES = (
    Profile(
        "greenhouse", "candidate", "Greenhouse candidates", must("id,first name,last name,recruiter id,coordinator id"),
        {Field.EXTERNAL_ID: "id", Field.GIVEN: "first name", Field.FAMILY: "last name", Field.COMPANY: "company",
         Field.TITLE: "title", Field.HEARD_ON: "created at", Field.OWN: "last activity,recruiter id,coordinator id"},
        "candidates",
    ),
    # Addresses stand in a table of their own, and find their candidate by its id.
    Profile(
        "greenhouse", "candidate", "Greenhouse addresses of candidates", must("candidate id,index,type,value"),
        {Field.EXTERNAL_ID: "candidate id"}, "candidates",
    ),
)  # fmt: skip
