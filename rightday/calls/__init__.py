"""Calls: what kind, by which plan, with what result, and who is on the phone with whom.

It owns calls made, what came of each, and presence on the phone; the rule by which a result
leaves the next step; and the plans. It is not where the order of the day is kept (agenda).
"""
