"""The objection library: what we are told, our answers, and how often each one held."""
