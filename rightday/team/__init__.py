"""Who works here: identities, members of an agency with their roles, invitations, and the door.

It owns sign-in (identity → member → agency), roles as a page of plain Python, and the gate
through which every request enters its agency. It is not where people of the trade live: a
candidate or hiring manager is a person in `people/`.
"""
