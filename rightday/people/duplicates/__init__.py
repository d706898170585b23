"""Records that may be one person or one company: found, suggested with reasons, merged, taken apart again.

It owns the comparison, the search over the whole book, the suggestions and the merges. It is not how
somebody is recognised while typing or importing by number or address: that is `people/matching.py`.
"""
