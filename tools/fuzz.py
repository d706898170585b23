"""Feeds the readers of files with broken ones for some seconds: `python tools/fuzz.py 20`.

Guided by what the readers run through (atheris) where it can be installed; else it says so and ends well:
the tests do the same by chance. Anything but a book or a refusal is a failure, with the file that made it.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))


def main() -> int:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    try:
        import atheris
    except ImportError:
        print("atheris cannot be installed here; the tests try the readers by chance alone.")
        return 0
    with atheris.instrument_imports(include=["rightday.intake.reading"]):
        from rightday.intake.reading import Format, Unreadable, opening
    from tests.intake.reading.test_opening import SEEDS

    folder = Path(tempfile.mkdtemp(prefix="rightday-fuzz-"))
    seeds, place = folder / "seeds", folder / "file"
    seeds.mkdir()
    for number, seed in enumerate(SEEDS):
        (seeds / str(number)).write_bytes(seed)
    foreign = {Format.XLS, Format.XLSB, Format.ODS}  # these may panic: that is what opening is there for

    def try_one(data: bytes) -> None:
        place.write_bytes(data)
        try:
            found = opening.sniff(place)
            book = opening.open_here(place, "x") if found in foreign else opening.READERS[found](place, "x")
            for table in book.tables:
                if sum(1 for _row in table.rows()) != table.row_count:
                    raise AssertionError("A table does not have the rows that it says.")
        except Unreadable:
            return

    options = [f"-max_total_time={seconds}", "-max_len=4096", f"-artifact_prefix={folder}/", "-timeout=10", str(seeds)]
    atheris.Setup([sys.argv[0], *options], try_one)
    atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
