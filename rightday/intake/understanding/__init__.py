"""From rows to records: what the columns of somebody's file mean, and what each row says."""
