"""What is attached to mail: names and bytes. Pictures in a text and signatures of machines are no files of anybody."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Final

from rightday.intake.reading import mails
from rightday.intake.reading.sniff import Format, sniff
from rightday.kernel.unreadable import Unreadable

_MOST_PARTS: Final = 500
_NOBODYS: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_NAMES: Final = {"text/calendar": "invitation.ics", "text/vcard": "card.vcf", "text/x-vcard": "card.vcf"}
"""Parts that are files even where they have no name."""


def of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file attached to the messages of a file; none where it is no mail."""
    try:
        if sniff(path) not in (Format.EML, Format.MBOX):
            return
        messages = mails.messages(path)
    except (Unreadable, OSError):
        return
    for data in messages:
        yield from _of_message(email.message_from_bytes(data, policy=email.policy.compat32))


def _of_message(message: Message) -> Iterator[tuple[str, bytes]]:
    seen = set()
    for part in _parts(message):
        name = mails.file_name(part) or _NAMES.get(part.get_content_type(), "")
        inside = part.get_payload()
        whole = inside[0] if isinstance(inside, list) and inside else None
        if part.get_content_type() == "message/rfc822" and isinstance(whole, Message):
            name, data = name or "message.eml", whole.as_bytes(policy=email.policy.compat32)
        else:
            decoded = None if part.is_multipart() else part.get_payload(decode=True)
            data = decoded if isinstance(decoded, bytes) else b""
        if name and data and data not in seen and not _belongs_to_text(part):
            seen.add(data)  # an invitation comes as a part and as a file
            yield name, data


def _parts(message: Message) -> Iterator[Message]:
    """Every part, without those of a message that is attached."""
    waiting, count = [message], 0
    while waiting and count < _MOST_PARTS:
        part = waiting.pop(0)
        count += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting[:0] = [one for one in inside if isinstance(one, Message)]
        elif part is not message or mails.file_name(part):
            yield part


def _belongs_to_text(part: Message) -> bool:
    kind, how = part.get_content_type(), part.get_content_disposition()
    return kind in _NOBODYS or (part.get_content_maintype() == "image" and (how == "inline" or "Content-ID" in part))
