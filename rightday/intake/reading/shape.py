"""What a sheet says beside its values."""

from dataclasses import dataclass

from rightday.intake.reading import hidden


@dataclass(frozen=True, slots=True)
class Shape:
    """Hidden columns, counted from 0; how many rows with something in them are hidden; rows that are struck through,
    by their number in the sheet.
    """

    columns: tuple[int, ...] = ()
    hidden_rows: int = 0
    struck: frozenset[int] = frozenset()

    def notes(self) -> tuple[str, ...]:
        return hidden.notes(self.columns, self.hidden_rows)


PLAIN = Shape()
