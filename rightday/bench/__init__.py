"""The big book: a seeded installation of a million leads, and the measuring of every page on it.

It owns no rules of the trade and writes rows past the actions, for speed: what it makes is
checked by the same guards as any installation (`rightday doctor`).
"""
