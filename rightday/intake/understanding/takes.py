"""Which way of a draft takes the values of each field."""

from collections.abc import Callable

from rightday.intake.reading.book import Cell
from rightday.intake.understanding.columns import Column
from rightday.intake.understanding.draft import Draft
from rightday.intake.understanding.fields import Field

TAKES: dict[Field, Callable[[Draft, Column, Cell, str], None]] = {
    **dict.fromkeys(Field, Draft.take_text),
    Field.PHONE: Draft.take_phone,
    Field.MOBILE: Draft.take_phone,
    Field.EMAIL: Draft.take_email,
    Field.SPOKE_ON: Draft.take_day,
    Field.NEXT_ON: Draft.take_day,
    Field.HEARD_ON: Draft.take_day,
    Field.FEE: Draft.take_fee,
    Field.NEEDS: Draft.take_needs,
    Field.NOTES: Draft.take_note,
    Field.KEEP_AS_NOTE: Draft.take_note,
    Field.DO_NOT_CONTACT: Draft.take_refusal,
    Field.STATUS: Draft.take_status,
    Field.WEBSITE: Draft.take_website,
    Field.DO_NOT_EMAIL: Draft.take_no_mail,
    Field.EXTERNAL_ID: Draft.take_id,
    Field.COMPANY_ID: Draft.take_id,
    Field.OWN: Draft.take_own,
    Field.IS_COMPANY: Draft.take_is_company,
    Field.HAPPENS_ON: Draft.take_happens,
    Field.EVENT: Draft.take_event,
    Field.PARTIES: Draft.take_parties,
    Field.UNHEARD: Draft.take_unheard,
    Field.THEIR_ERROR: Draft.take_their_error,
    Field.LEAVE_OUT: Draft.leave_out,
}
