"""Outlook: contacts as it writes them to CSV. Its "Title" is a form of address; 0/0/00 is no day."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

PROFILES = (
    Profile(
        "outlook", "contact", "Outlook contacts", must("first name,last name,job title,e mail address,business phone"),
        {Field.GIVEN: "first name", Field.FAMILY: "last name", Field.COMPANY: "company", Field.TITLE: "job title",
         Field.EMAIL: "e mail address,e mail 2 address,e mail 3 address",
         Field.PHONE: "business phone,business phone 2,home phone,home phone 2,primary phone,other phone,"
                      "company main phone",
         Field.MOBILE: "mobile phone", Field.PLACE: "business city", Field.COUNTRY: "business country region",
         Field.NOTES: "notes", Field.WEBSITE: "web page",
         Field.OWN: "title,middle name,suffix,categories,department,location,priority,account"},
        "leads",
    ),
)  # fmt: skip
