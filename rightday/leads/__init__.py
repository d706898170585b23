"""Leads: hiring managers with evidence of demand, graded by it and today's date.

It owns evidence, the grade, how a lead ended, and intelligence that has nobody to call yet.
A record of demand whose grade is none is called intelligence, to qualify; it becomes a lead
by itself when its evidence suffices. It is not where calls are logged.
"""
