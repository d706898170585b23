"""The time zone of a place, and the city by which a zone is called.

The zones of countries come from the IANA time zone database (zone.tab in `tzdata`), whose first zone of a
country is mostly the one where most people live; where it is not, the table below decides.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from rightday.kernel.folding import fold

UNKNOWN_ZONE = "UTC"

_COUNTRY_ALIASES = {"UK": "GB", "EL": "GR"}

_MAIN_ZONE = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo",
    "CA": "America/Toronto", "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia", "DE": "Europe/Berlin", "EC": "America/Guayaquil", "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta", "KZ": "Asia/Almaty", "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland", "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv",
    "US": "America/New_York", "UZ": "Asia/Tashkent",
}  # fmt: skip

_IN_PARTS = {
    "US": {
        "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO ID MT NM UT WY", "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA NV OR WA", "America/Anchorage": "AK", "Pacific/Honolulu": "HI",
        "America/Puerto_Rico": "PR",
    },
    "CA": {
        "America/Toronto": "ON QC NU", "America/Halifax": "NS NB PE", "America/St_Johns": "NL",
        "America/Winnipeg": "MB", "America/Regina": "SK", "America/Edmonton": "AB NT",
        "America/Vancouver": "BC", "America/Whitehorse": "YT",
    },
    "AU": {
        "Australia/Sydney": "NSW ACT", "Australia/Melbourne": "VIC", "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA", "Australia/Perth": "WA", "Australia/Darwin": "NT",
        "Australia/Hobart": "TAS",
    },
    "BR": {
        "America/Manaus": "AM RO RR", "America/Cuiaba": "MT MS", "America/Rio_Branco": "AC",
        "America/Fortaleza": "CE MA PI RN PB", "America/Recife": "PE", "America/Bahia": "BA",
    },
    "ES": {"Atlantic/Canary": "CN GC TF"},
    "PT": {"Atlantic/Azores": "20", "Atlantic/Madeira": "30"},
    "MX": {
        "America/Tijuana": "BCN BC", "America/Cancun": "ROO", "America/Hermosillo": "SON",
        "America/Monterrey": "NLE",
    },
}  # fmt: skip

# Big cities whose zone is not their country's main one, or that are named without a country.
_CITIES = {
    "GB": {"Europe/London": "london manchester birmingham leeds glasgow edinburgh bristol liverpool "
    "cardiff belfast "
           "sheffield newcastle nottingham cambridge oxford reading"},
    "US": {
        "America/New_York": "new_york new_york_city nyc brooklyn boston philadelphia atlanta miami "
        "washington "
        "washington_dc charlotte detroit pittsburgh baltimore orlando tampa raleigh columbus cleveland "
        "cincinnati "
        "indianapolis jacksonville",
        "America/Chicago": "chicago houston dallas austin san_antonio fort_worth minneapolis milwaukee "
        "nashville "
        "memphis new_orleans kansas_city st_louis saint_louis omaha oklahoma_city",
        "America/Denver": "denver salt_lake_city albuquerque boise colorado_springs el_paso",
        "America/Phoenix": "phoenix tucson scottsdale",
        "America/Los_Angeles": "los_angeles san_francisco san_diego san_jose seattle portland las_vegas "
        "sacramento "
        "oakland palo_alto",
        "Pacific/Honolulu": "honolulu", "America/Anchorage": "anchorage",
    },
    "CA": {
        "America/Toronto": "toronto montreal ottawa quebec", "America/Vancouver": "vancouver",
        "America/Edmonton": "calgary edmonton", "America/Winnipeg": "winnipeg", "America/Halifax": "halifax",
    },
    "AU": {
        "Australia/Sydney": "sydney canberra", "Australia/Melbourne": "melbourne",
        "Australia/Brisbane": "brisbane",
        "Australia/Perth": "perth", "Australia/Adelaide": "adelaide",
    },
    "RU": {"Asia/Yekaterinburg": "yekaterinburg", "Asia/Novosibirsk": "novosibirsk",
           "Asia/Vladivostok": "vladivostok"},
    "BR": {"America/Manaus": "manaus", "America/Recife": "recife", "America/Fortaleza": "fortaleza"},
    "ID": {"Asia/Makassar": "bali denpasar makassar"},
    "ES": {"Europe/Madrid": "madrid barcelona valencia", "Atlantic/Canary": "las_palmas tenerife"},
    "PT": {"Europe/Lisbon": "lisbon porto", "Atlantic/Madeira": "funchal",
           "Atlantic/Azores": "ponta_delgada"},
    "MX": {"America/Tijuana": "tijuana", "America/Cancun": "cancun", "America/Monterrey": "monterrey"},
    "IE": {"Europe/Dublin": "dublin cork galway"}, "FR": {"Europe/Paris": "paris lyon marseille"},
    "DE": {"Europe/Berlin": "berlin munich munchen hamburg frankfurt cologne koln dusseldorf stuttgart"},
    "NL": {"Europe/Amsterdam": "amsterdam rotterdam utrecht eindhoven"},
    "BE": {"Europe/Brussels": "brussels antwerp"},
    "CH": {"Europe/Zurich": "zurich geneva basel"}, "IT": {"Europe/Rome": "rome milan turin"},
    "AT": {"Europe/Vienna": "vienna"}, "PL": {"Europe/Warsaw": "warsaw krakow wroclaw"},
    "SE": {"Europe/Stockholm": "stockholm gothenburg malmo"}, "NO": {"Europe/Oslo": "oslo bergen"},
    "DK": {"Europe/Copenhagen": "copenhagen"}, "FI": {"Europe/Helsinki": "helsinki"},
    "CZ": {"Europe/Prague": "prague brno"},
    "IN": {"Asia/Kolkata": "mumbai delhi bangalore bengaluru hyderabad pune"},
    "AE": {"Asia/Dubai": "dubai abu_dhabi"},
    "SG": {"Asia/Singapore": "singapore"},
    "IL": {"Asia/Jerusalem": "tel_aviv"},
    "HK": {"Asia/Hong_Kong": "hong_kong"},
    "JP": {"Asia/Tokyo": "tokyo osaka"},
    "ZA": {"Africa/Johannesburg": "cape_town"},
}  # fmt: skip

_CITY_OF_ZONE = {
    "Asia/Calcutta": "Kolkata", "Europe/Kiev": "Kyiv", "Asia/Saigon": "Ho Chi Minh City",
    "Asia/Ho_Chi_Minh": "Ho Chi Minh City", "Asia/Katmandu": "Kathmandu", "Asia/Rangoon": "Yangon",
    "Pacific/Honolulu": "Honolulu", "America/St_Johns": "St John’s", "America/Sao_Paulo": "São Paulo",
    "America/Bogota": "Bogotá", "Atlantic/Canary": "the Canaries", "Atlantic/Azores": "the Azores",
    "GB": "London", "Etc/UTC": "UTC", "Etc/GMT": "GMT", "Atlantic/Reykjavik": "Reykjavík",
    "Europe/Isle_of_Man": "the Isle of Man", "America/Port-au-Prince": "Port-au-Prince",
}  # fmt: skip


@lru_cache(maxsize=4096)
def zone_for(country: str, subdivision: str = "", city: str = "") -> str:
    """The IANA zone of a place: by its city, else its part, else where most of the country lives.

    A known city decides alone when the country is ''. "UTC" when nothing is known.
    """
    country = country.strip().upper()
    country = _COUNTRY_ALIASES.get(country, country)
    part = subdivision.strip().upper().removeprefix(f"{country}-")
    by_city = _city_zone(country, fold(city).replace(" ", "_"))
    if by_city:
        return by_city
    for zone, parts in _IN_PARTS.get(country, {}).items():
        if part in parts.split():
            return zone
    return _MAIN_ZONE.get(country) or _first_zones().get(country, UNKNOWN_ZONE)


def zone_city(zone: str) -> str:
    """The city that names a zone, for "09:42 in London"; works for any text."""
    return _CITY_OF_ZONE.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def _city_zone(country: str, city: str) -> str:
    if not city:
        return ""
    countries = [country] if country else list(_CITIES)
    for name in countries:
        for zone, cities in _CITIES.get(name, {}).items():
            if city in cities.split():
                return zone
    return ""


@lru_cache(maxsize=1)
def _first_zones() -> dict[str, str]:
    """Country → its first zone in zone.tab (columns: country, coordinates, zone, comment)."""
    first: dict[str, str] = {}
    for line in files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            first.setdefault(country, zone)
    return first
