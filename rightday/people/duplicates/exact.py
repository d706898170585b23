"""What names one person and nobody else: the address of a profile, the id of another system, as they are compared."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

PROFILE_HOSTS: Final = ("linkedin.com", "xing.com")
"""Networks whose addresses of profiles are understood, as they stand in an address."""
_LINKEDIN: Final = "linkedin"
_SYSTEM_WORDS: Final = {
    "atomic": "Atomic CRM", "bullhorn": "Bullhorn", "file": "the file", "google": "Google", "greenhouse": "Greenhouse",
    "hubspot": "HubSpot", "odoo": "Odoo", "opencats": "OpenCATS", "outlook": "Outlook", "pipedrive": "Pipedrive",
    "salesforce": "Salesforce", "zoho": "Zoho",
}  # fmt: skip
_NUMBER: Final = re.compile(r"0*(\d+?)(?:\.0+)?")
_GUID: Final = re.compile(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
_CASE_SAFE: Final = re.compile(r"[0-9A-Za-z]{15}[A-Z0-5]{3}")


def profile(address: str) -> str:
    """The address of a profile in the form in which it is compared; '' for what names nobody.

    "https://uk.linkedin.com/in/Ada-King/?x=1" is "linkedin.com/in/ada-king".
    """
    bare = unquote(address).strip().casefold().partition("?")[0].partition("#")[0].rstrip("/")
    host, _slash, path = bare.removeprefix("https://").removeprefix("http://").partition("/")
    first, *names = path.split("/")
    if not names or not names[0]:
        return ""
    if _is_of(host, "xing.com"):
        return f"xing.com/profile/{names[0]}" if first == "profile" else ""
    if not _is_of(host, "linkedin.com") or first not in ("in", "pub"):
        return ""
    if first == "pub" and len(names) > 1:  # an old address: of one name there are many, told apart by what follows
        return f"linkedin.com/pub/{'/'.join(names)}"
    return f"linkedin.com/in/{names[0]}"


def same_id(system: str, kind: str, value: str) -> str:
    """An id as it is compared: however a spreadsheet has changed it, it is the same id.

    "00123" and "123.0" are one, and the long form of a Salesforce id is the short one.
    """
    value = value.strip()
    if number := _NUMBER.fullmatch(value):
        value = number[1]
    elif _GUID.fullmatch(value):
        value = value.strip("{}").casefold()
    elif system == "salesforce" and _CASE_SAFE.fullmatch(value):
        value = value[:15]
    return f"{system}/{kind}/{value}"


def link_of(system: str, value: str) -> str:
    """The profile that an id is, where the system names people by the addresses of their profiles; else ''."""
    return profile(value) if system == _LINKEDIN else ""


def system_words(system: str) -> str:
    """ "Bullhorn", as it stands behind "same id in"."""
    return _SYSTEM_WORDS.get(system, system.capitalize())


def _is_of(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
