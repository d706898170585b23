"""Filters of leads: what an address asks for (`Filters`), and the rows it means (`apply`)."""

from rightday.leads.lists.filter_values import Days, Filters, Layout, Sort, Step, View
from rightday.leads.lists.narrowing import apply

__all__ = ["Days", "Filters", "Layout", "Sort", "Step", "View", "apply"]
