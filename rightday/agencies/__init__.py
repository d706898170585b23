"""The agency: the staffing firm that uses Rightday, its settings, and the wall around it.

It owns the agency's row, the base model of everything behind the wall, and the receipts that
make a form sent twice act once. It is not where the trade lives: people, leads and calls are
in the rooms above it.
"""
