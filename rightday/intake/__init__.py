"""Intake: what arrives from outside (spreadsheets, quick capture), kept as it came, then understood.

It owns imports, their rows and captured texts, the guessing of columns, the reading of words,
and the undoing of an import as a whole. What it makes (persons, leads) is made by the actions of
the rooms below.
"""
