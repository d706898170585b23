"""The interview feedback call: its plan, the gaps, likely objections, and what the client committed to."""
