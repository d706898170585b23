"""The agenda: the next step that every open record has, the order of Today, and what a member
intends for the day.

It owns next steps (one table for all kinds of record) and intentions. It is not where a
result is logged (calls) nor where demand lives (leads): they ask it to plan.
"""
