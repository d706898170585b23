"""Salesforce: reports of contacts and leads, and the tables of its data export."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_PERSON = {
    Field.GIVEN: "first name",
    Field.FAMILY: "last name",
    Field.EMAIL: "email",
    Field.PHONE: "phone,home phone,other phone,assistant phone",
    Field.MOBILE: "mobile,mobile phone",
    Field.TITLE: "title",
    Field.PLACE: "mailing city,city",
    Field.COUNTRY: "mailing country,country",
    Field.NOTES: "description",
    Field.SOURCE: "lead source",
    Field.HEARD_ON: "created date",
    Field.DO_NOT_CONTACT: "do not call",
    Field.DO_NOT_EMAIL: "email opt out,has opted out of email",
}
PROFILES = (
    Profile(
        "salesforce", "Contact", "Salesforce contacts", must("contact id,account name,last name"),
        _PERSON | {Field.EXTERNAL_ID: "contact id", Field.COMPANY: "account name", Field.COMPANY_ID: "account id",
                   Field.OWNER: "contact owner"}, "leads",
    ),
    Profile(
        "salesforce", "Contact", "Salesforce contacts", must("id,account id,last name,mailing city"),
        _PERSON | {Field.EXTERNAL_ID: "id", Field.COMPANY_ID: "account id", Field.OWN: "owner id,name"}, "leads",
    ),
    Profile(
        "salesforce", "Lead", "Salesforce leads", must("lead id,company account,last name"),
        _PERSON | {Field.EXTERNAL_ID: "lead id", Field.COMPANY: "company account", Field.OWNER: "lead owner",
                   Field.STATUS: "lead status", Field.GRADE: "rating"}, "leads",
    ),
    Profile(
        "salesforce", "Account", "Salesforce accounts", must("account id,account name,billing city"),
        {Field.EXTERNAL_ID: "account id", Field.COMPANY: "account name", Field.PLACE: "billing city",
         Field.COUNTRY: "billing country", Field.PHONE: "phone", Field.WEBSITE: "website",
         Field.OWNER: "account owner"}, "leads",
    ),
)  # fmt: skip
