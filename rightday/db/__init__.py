"""What stands under all rooms: the two database backends that make keys with the agency, the
compiler that walls deletes and updates, row-level security, and statements compiled once.

It knows fields by their marks (`agency_of_row`, `within_agency`, `seen_by_identity`), not the
rooms that use them. Raw SQL that concerns no room's rows lives here.
"""
