"""Many leads: the list and the board, filters, orders, labels, views that were kept, what leaves as a file."""
