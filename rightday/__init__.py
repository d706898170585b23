"""Rightday: speak to the right people, on the right day, about the right subject.

One Django app made of rooms; ARCHITECTURE in docs/rooms.md says what each owns.
"""

__version__ = "0.1.0"
