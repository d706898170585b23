"""Insight: what became of the leads of any past time, which ones leak, who filled them, which competitors are about.

It reads every room and owns no rows. What it proposes to change is changed by the actions of the
rooms below: a call put on a sheet is a next step of the agenda. It is not where a single lead is looked at.
"""
