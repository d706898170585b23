"""People: companies, persons, what they did where, how to reach them, and whether we may.

It owns one record per human, whatever roles they play, and per employer; numbers, addresses,
permission to contact, likenesses between records, and the search over them. It is not where
demand lives (leads) nor what we said to them (calls).
"""
