"""The timeline: what happened, by whom, in the words used. Append-only.

It owns the log of events. It is not where state lives: an event is never read to decide
anything, only shown. It may not import the rooms above; their rows are named by string.
"""
