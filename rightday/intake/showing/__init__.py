"""Imports on the screen and as files: what was understood, how far it is, what became of each row."""
