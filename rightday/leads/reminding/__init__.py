"""What must not wait: the mail of a morning, and what a browser says."""
