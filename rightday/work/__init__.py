"""Background work: a lease for lost workers, retries, and recurring work, on django-tasks.

It owns the worker's heartbeats and the calendar of recurring work. It is not where tasks live:
each room has its own `tasks.py`.
"""
