"""Invented names for the big book. Any likeness to living people is chance."""

from __future__ import annotations

GIVEN = (
    "Ada Adil Agnes Aisha Alan Alison Amara Amir Ana Andrew Anneke Anya Arthur Asha Ben Bianca Bruno Carys Chen Clara "
    "Colin Dana Daniel Dev Diego Dora Ebo Elena Elif Emma Erik Esther Fatima Felix Finn Frida Gareth Grace Halima "
    "Hanna Harry Helen Hilary Hugh Ian Ife Imran Ines Ingrid Irene Isaac Jamal Jane Joan Jonas Jose Judith Kai Karen "
    "Karim Kemal Lars Laura Lena Leo Liam Lina Lucia Luke Maeve Magnus Maria Mark Marta Martin Maya Mei Mina Nadia "
    "Naomi Nils Noor Nora Olga Oliver Omar Oscar Paul Peter Priya Rafael Rania Rhys Rosa Rowan Ruth Sam Sara Sean "
    "Selma Simon Sofia Stefan Tara Tess Theo Tia Tomas Uma Vera Victor Wen Yara Yusuf Zara Zoe"
).split()
_LISTED = (
    "Abbott Achter Adebayo Ahlqvist Akhtar Andersen Asante Bannon Banks Barros Becker Bell Bergman Bianchi Bowen "
    "Brandt Brennan Carver Castell Chaudhry Coyle Cruz Dahl Delacroix Demir Diallo Dolan Duarte Ekwueme Eriksen "
    "Falk Farouk Fischer Foley Fontaine Frey Gallo Garcia Gill Grant Haddad Hale Hansen Hartley Hassan Hughes Ibrahim "
    "Ito Jansen Jensen Joshi Karim Kaya Keller Khan Kim Kovacs Kruger Lange Larsen Lee Lindholm Lopez Marsh Mbeki "
    "Mendes Meyer Moran Moreau Moss Nair Natarajan Novak Nwosu Okafor Olsen Osei Oyelaran Patel Pereira Petrov Pike "
    "Pryce Quinn Rahman Rey Rossi Ruiter Saleh Santos Sato Schmidt Shah Silva Singh Szabo Tanaka Thorne Vass Virtanen "
    "Walsh Weber Whitby Whitlow Wong Yilmaz Young Zhao Zimmer"
).split()
_FAMILY_FIRST = (
    "Ash Bar Beck Ben Birk Black Brad Bram Brig Burn Cald Car Chal Clay Cole Cran Dal Den Dray Dun Ed Elm Farn Fen "
    "Gar Glan Grim Had Hal Ham Har Hath Hem Hol Ing Kel Kemp Kirk Lang Lin Lock Mal Mar Mel Nor Oak Or Pem Pen Rad "
    "Ren Rock Sel Shel Stan Sut Thorn Tor Wal War Whit Win Wood Wyn"
).split()
_FAMILY_LAST = (
    "bank beck berg born borough bourne bridge brook bury by combe cote croft dale den don er field fold ford gate "
    "grave greave ham hart hill house hurst ing ington kin lake land leigh ley low man mead mere mond more ney over "
    "port ridge sby shaw son stead stein stone ston stow thorpe ton vale wall well wick win with wood worth"
).split()
FAMILY = tuple(dict.fromkeys((*_LISTED, *(f"{first}{last}" for first in _FAMILY_FIRST for last in _FAMILY_LAST))))
"""As many as matter in life: among 300,000 people a full name is shared by two or three, not by dozens."""
FIRM_FIRST = (
    "Alder Amber Anchor Arden Ashby Atlas Aurora Beacon Birch Blackwater Brayford Bright Cairn Castle Cedar Clifton "
    "Compass Corvid Crown Dale Delta Drift Eagle Elm Ember Fenwick Fern Forge Garnet Glen Granite Greyfriars Halden "
    "Harbour Hazel Heron Holt Iron Ivy Juniper Kestrel Lark Linden Lumen Maple Marlow Meridian Merlin Mill Moor North "
    "Northgate Norwood Oak Onyx Orbital Orchard Osprey Pearl Pine Portland Quarry Raven Reed Ridge River Rowan Sable "
    "Saffron Salt Sable Silver Slate Solent Spruce Stone Summit Swift Tarn Thorn Tidewater Timber Vale Vesper Violet "
    "Wells Westbrook Willow Winter Wren Yew"
).split()
FIRM_SECOND = (
    "Aviation Bank Brewing Capital Care Clinics Components Dental Design Digital Energy Engineering Estates Foods "
    "Freight Games Grid Health Homes Hotels Insurance Interiors Labs Legal Logistics Media Mobility Motors Optics "
    "Packaging Partners Payments Pharma Ports Power Rail Retail Robotics Security Semiconductors Shipping Software "
    "Studios Systems Telecom Textiles Trust Utilities Water"
).split()
TITLES = (
    "Head of platform",
    "Engineering manager",
    "VP engineering",
    "Head of data",
    "Delivery manager",
    "Director of IT",
    "Infrastructure manager",
    "Product director",
    "Test lead",
    "Security architect",
    "Operations director",
    "Finance director",
    "Quality director",
    "Analytics manager",
)
NEEDS = (
    "2 platform engineers",
    "Java developer",
    "Site reliability engineer",
    "3 data engineers",
    "Test analyst",
    "Security architect",
    "Business analyst",
    "Delivery lead",
    "2 React developers",
    "Payroll consultant",
)
SAID = (
    "Seeing two people this week.",
    "Has contractors until the end of March.",
    "Wants somebody who has done this before.",
    "Board signs off every hire on Mondays.",
    "Call before ten, never after lunch.",
    "Decides together with finance.",
)
CITIES = (
    ("London", "GB", "Europe/London", "+4420"),
    ("Manchester", "GB", "Europe/London", "+44161"),
    ("Bristol", "GB", "Europe/London", "+44117"),
    ("Dublin", "IE", "Europe/Dublin", "+3531"),
    ("Berlin", "DE", "Europe/Berlin", "+4930"),
    ("New York", "US", "America/New_York", "+1212"),
)
