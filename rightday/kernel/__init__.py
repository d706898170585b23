"""Plain Python that every other room may lean on; it leans on none.

The kernel reads what people write down: phone numbers, names, days, fees and rates; and it
reckons with what they mean: working days and call hours in a place, the zone of a place,
ratios with their intervals. Each function is pure: the time of now comes in as an argument, and the same
call gives the same answer. The room owns no rows and knows neither Django nor the trade's
records (persons, leads, calls). It does not raise on what somebody typed: what cannot be
understood comes back as it was written, with a sentence that says what to do about it.
"""
