"""A candidate presented for an order: submitted, interviewed in rounds, offered, placed, or stopped with a reason."""
