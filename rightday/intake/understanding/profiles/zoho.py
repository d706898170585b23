"""Zoho CRM: its exports of leads, contacts and accounts."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_PERSON = {
    Field.EXTERNAL_ID: "record id",
    Field.GIVEN: "first name",
    Field.FAMILY: "last name",
    Field.EMAIL: "email,secondary email",
    Field.PHONE: "phone,home phone,other phone,asst phone",
    Field.MOBILE: "mobile",
    Field.NOTES: "description",
    Field.SOURCE: "lead source",
    Field.HEARD_ON: "created time",
    Field.DO_NOT_EMAIL: "email opt out",
}
PROFILES = (
    Profile(
        "zoho", "contact", "Zoho contacts", must("record id,contact owner,account name,last name"),
        _PERSON | {Field.COMPANY: "account name", Field.COMPANY_ID: "account name id", Field.OWNER: "contact owner",
                   Field.TITLE: "title", Field.PLACE: "mailing city", Field.COUNTRY: "mailing country",
                   Field.OWN: "contact owner id,last activity time,department"}, "leads",
    ),
    Profile(
        "zoho", "lead", "Zoho leads", must("record id,lead owner,company,last name"),
        _PERSON | {Field.COMPANY: "company", Field.OWNER: "lead owner", Field.STATUS: "lead status",
                   Field.GRADE: "rating", Field.TITLE: "designation,title", Field.PLACE: "city",
                   Field.COUNTRY: "country", Field.OWN: "lead owner id,last activity time,annual revenue"}, "leads",
    ),
    Profile(
        "zoho", "account", "Zoho accounts", must("record id,account owner,account name"),
        {Field.EXTERNAL_ID: "record id", Field.COMPANY: "account name", Field.OWNER: "account owner",
         Field.PHONE: "phone", Field.WEBSITE: "website", Field.PLACE: "billing city",
         Field.COUNTRY: "billing country", Field.OWN: "account owner id"}, "leads",
    ),
)  # fmt: skip
