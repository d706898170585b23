"""What leaves: lists and records as files that other programs read, and the whole agency as one archive.

It owns the archive's format, the files that are made for a download, and their end. It reads every room and decides
nothing about their rows: it is not a backup of the installation (`rightday backup` is, database and all agencies
together), it is not the intake, which reads what other programs wrote, and it keeps no copy longer than it says.
"""
