"""Lists and single records as files that other programs read: spreadsheets, cards, calendars, JSON.

A list is read a part at a time and written as it is read. What leaves as a spreadsheet or as cards can come in again
through the intake as the same people.
"""
