"""One thing done to many leads at once, part by part, and taken back as a whole."""
