"""People working through a placement of ours: start checks, weekly check-ins, extensions, guarantee, end."""
