"""Role plays from real orders, what both noted, and who practised what."""
