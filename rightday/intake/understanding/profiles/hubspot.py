"""HubSpot: contacts and companies as its export from the screen writes them."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_CONTACT = {
    Field.GIVEN: "first name",
    Field.FAMILY: "last name",
    Field.EMAIL: "email,work email",
    Field.PHONE: "phone number",
    Field.MOBILE: "mobile phone number",
    Field.TITLE: "job title",
    Field.COMPANY: "associated company,company name",
    Field.COMPANY_ID: "primary associated company id",
    Field.OWNER: "contact owner",
    Field.STATUS: "lead status",
    Field.SPOKE_ON: "last contacted",
    Field.HEARD_ON: "create date",
    Field.PLACE: "city",
    Field.COUNTRY: "country region",
    Field.DO_NOT_EMAIL: "unsubscribed from all email",
    # An activity may be an e-mail that was opened; the stage of a funnel is nobody's word.
    Field.OWN: "last activity date,lifecycle stage,marketing contact status,associated company ids",
}
PROFILES = (
    Profile(
        "hubspot", "contact", "HubSpot contacts", must("record id contact,first name,last name"),
        _CONTACT | {Field.EXTERNAL_ID: "record id contact"}, "leads",
    ),
    Profile(
        "hubspot", "contact", "HubSpot contacts", must("record id,first name,last name,contact owner,lifecycle stage"),
        _CONTACT | {Field.EXTERNAL_ID: "record id"}, "leads",
    ),
    Profile(
        "hubspot", "company", "HubSpot companies", must("record id company,company name"),
        {Field.EXTERNAL_ID: "record id company", Field.COMPANY: "company name", Field.PHONE: "phone number",
         Field.PLACE: "city", Field.COUNTRY: "country region", Field.OWNER: "company owner",
         Field.WEBSITE: "company domain name"}, "leads",
    ),
)  # fmt: skip
