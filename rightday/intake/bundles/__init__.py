"""Several files that came at once, or in one zip: a page for all of them, and each an import of its own.

It owns how they are taken apart and what is done to all of them together. It is not the import of
one file: that is everything beside it.
"""
