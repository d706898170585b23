"""Bullhorn's own loader and exports: dotted columns, ";" between several values, ids under externalID."""

from __future__ import annotations

from rightday.intake.understanding.fields import Field
from rightday.intake.understanding.profiles.profile import Profile, must

# Its loader writes what it did with each row into a file of its own: these columns stand before those of the row.
_ERROR = "failure reason,reason,error code"
_PERSON = {
    Field.GIVEN: "first name",
    Field.FAMILY: "last name",
    Field.EXTERNAL_ID: "external id",
    Field.EMAIL: "email,email2,email3",
    Field.PHONE: "phone,phone2,phone3,work phone",
    Field.MOBILE: "mobile",
    Field.TITLE: "occupation",
    Field.PLACE: "address city",
    Field.COUNTRY: "address country name",
    Field.NOTES: "comments,description",
    Field.OWNER: "owner name",
    Field.STATUS: "status",
    Field.SOURCE: "source",
    Field.HEARD_ON: "date added",
    Field.DO_NOT_EMAIL: "mass mail opt out",
    Field.THEIR_ERROR: _ERROR,
    # The parts say the same, and "type", "category" and "specialties" would be taken for what is asked for.
    Field.OWN: "name,name prefix,name suffix,nick name,skill set,primary skills name,secondary skills name,role",
}
PROFILES = (
    Profile(
        "bullhorn", "ClientContact", "Bullhorn client contacts",
        must("client corporation external id,external id,first name,mass mail opt out"),
        _PERSON | {Field.COMPANY_ID: "client corporation external id", Field.COMPANY: "client corporation name",
                   Field.SPOKE_ON: "date last visit"},
        "leads",
    ),
    Profile(
        "bullhorn", "Candidate", "Bullhorn candidates", must("external id,first name,mass mail opt out,date available"),
        _PERSON | {Field.COMPANY: "company name", Field.NEXT_ON: "date next call", Field.RATE: "day rate",
                   Field.OWN: f"{_PERSON[Field.OWN]},salary,hourly rate,date of birth,company url"},
        "candidates",
    ),
    Profile(
        "bullhorn", "Candidate", "Bullhorn candidates", must("external id,first name,last name,name"), _PERSON,
        "candidates",
    ),
    Profile(
        "bullhorn", "Lead", "Bullhorn leads", must("campaign source,lead source,first name,mass mail opt out"),
        _PERSON | {Field.COMPANY: "company name", Field.COMPANY_ID: "client corporation external id",
                   Field.SOURCE: "lead source", Field.EXTERNAL_ID: "external id,custom text1",
                   Field.OWN: f"{_PERSON[Field.OWN]},salary,priority,company url,assigned to name"},
        "leads",
    ),
    Profile(
        "bullhorn", "ClientCorporation", "Bullhorn companies",
        must("external id,annual revenue,fee arrangement,name"),
        {Field.COMPANY: "name", Field.EXTERNAL_ID: "external id", Field.PLACE: "address city",
         Field.COUNTRY: "address country name", Field.PHONE: "phone", Field.WEBSITE: "company url",
         Field.THEIR_ERROR: _ERROR,
         Field.NOTES: "notes,company description", Field.STATUS: "status", Field.FEE: "fee arrangement",
         Field.OWN: "billing phone,billing contact,revenue"},
        "leads",
    ),
)  # fmt: skip
