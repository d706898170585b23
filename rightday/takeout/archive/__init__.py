"""The whole agency as one file, and back: a zip with a file of JSON lines for each table, the uploads, and a list.

The format is an open one, described in docs/operate/archive.md: every line is an object with the columns' names,
`archive.json` says what else is in it, with a checksum of each part. Readable without us, and by a later us.
"""
