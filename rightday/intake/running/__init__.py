"""From records to rows of the book: judged, tried, written chunk by chunk, taken out again."""
