"""Where the people of a row are, as far as the row tells."""

from __future__ import annotations

from rightday.intake.understanding.records import Record
from rightday.kernel import phones, places


def zone_of(record: Record) -> str:
    """Where they are, when the place or the number says it for certain; '' leaves it to company and agency."""
    by_place = places.zone_for(record.country if len(record.country) == 2 else "", city=record.place)
    if record.place and by_place != places.UNKNOWN_ZONE:
        return by_place
    numbers = (phones.zone_of(phone.e164) for phone in record.phones if phone.e164)
    return next((zone for zone in numbers if zone), "")
