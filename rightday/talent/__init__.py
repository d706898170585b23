"""Talent: persons as candidates, what they can do and want, and who speaks for them.

It owns what somebody wants of their next work, skills with their evidence, CVs, references and quotes, where they may
and must not be sent, and most placeable candidates. It is not where they are presented for a vacancy (joborders).
"""
