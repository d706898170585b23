"""Job orders: qualified vacancies, who is presented for them, and everything up to the end of a placement.

It owns orders with what is known of them, submittals, interviews, offers, placements, the feedback call and its plan,
objections with their answers, plans made together with a client, and practice. It is not where leads are kept (leads).
"""
