"""A lead handed from one colleague to another: offered, accepted, returned with a reason, its clocks."""
