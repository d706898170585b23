"""Skills: the agency's library of words for them, and the evidence that somebody has one. Not matching."""
