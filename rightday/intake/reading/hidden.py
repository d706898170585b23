"""What is said of a sheet in which something is hidden: it is read like the rest, and somebody may not have seen it."""

from collections.abc import Collection

from rightday.intake.reading.book import letter

_MOST_NAMED = 12


def notes(columns: Collection[int], rows: int) -> tuple[str, ...]:
    """Sentences about hidden columns, counted from 0, and so many hidden rows."""
    found = []
    if columns:
        names = ", ".join(letter(column) for column in sorted(columns)[:_MOST_NAMED])
        more = " and more" if len(columns) > _MOST_NAMED else ""
        kind = "Column" if len(columns) == 1 else "Columns"
        found.append(f"{kind} {names}{more}: hidden in the file, and read like the others.")
    if rows:
        what = "One row is" if rows == 1 else f"{rows:,} rows are"
        found.append(f"{what} hidden in the file, and read like the others.")
    return tuple(found)
