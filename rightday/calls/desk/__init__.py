"""Calls that no lead asks for: to candidates, referees, placed consultants, and to clients about an order."""
