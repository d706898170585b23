"""Odoo: contacts, with the headers of its screen or of its database. A company is a contact that is one."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

_CONTACT = {
    Field.EXTERNAL_ID: "id,external id",
    Field.IS_COMPANY: "is company,is a company",
    Field.PERSON: "name",
    Field.COMPANY: "company name,related company,parent id,parent name,parent id name",
    Field.EMAIL: "email",
    Field.PHONE: "phone",
    Field.MOBILE: "mobile",
    Field.TITLE: "function,job position",
    Field.PLACE: "city",
    Field.COUNTRY: "country,country id",
    Field.WEBSITE: "website,website link",
    Field.NOTES: "comment,notes",
    Field.OWN: "zip,street,street2,state,state id,vat,type,address type,category id,reference,ref",
}
PROFILES = (
    Profile("odoo", "contact", "Odoo contacts", must("name,is company,city"), _CONTACT, "leads"),
    Profile("odoo", "contact", "Odoo contacts", must("name,is a company,city"), _CONTACT, "leads"),
)
