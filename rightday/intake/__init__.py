"""Intake: what arrives from outside (spreadsheets, quick capture), kept as it came, then understood.

It owns imports, their rows and captured texts, the guessing of columns, the reading of words,
and the undoing of an import or a capture as a whole. It is not where persons and leads are changed:
what it makes of them is made by the actions of the rooms below.
"""
