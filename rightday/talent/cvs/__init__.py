"""CVs: kept as they came, read in a process apart, and what was read proposed to a human.

It owns the file, its text, the proposals with where each stands, and what was decided of each. It is not where a
position, a skill or a number is kept: that is written by their own rooms, once somebody has confirmed it.
"""
