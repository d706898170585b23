"""Several files that came at once, or in one zip: a page for all of them, and each an import of its own.

It owns what is done to all of them together. How they are taken apart is the reading's. It is not the import of
one file: that is everything beside it.
"""
