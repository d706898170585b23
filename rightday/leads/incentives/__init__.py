"""What members earn by leads: rules, an append-only ledger, approval, payment, statements."""
