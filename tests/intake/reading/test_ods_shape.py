"""Struck and hidden in workbooks of OpenDocument."""

from pathlib import Path

from rightday.intake.reading import Table, open_file
from rightday.intake.reading.ods_shape import shapes_of
from rightday.intake.reading.package import Package
from tests.intake.reading.made import zipped

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
MIME = b"application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    '<style:style style:name="gone" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="gone2" style:family="table-cell" style:parent-style-name="gone"/>'
    '<style:style style:name="back" style:family="table-cell" style:parent-style-name="gone"><style:text-properties '
    'style:text-line-through-style="none"/></style:style>'
)


def cell(text: str, more: str = "") -> str:
    if not text:
        return f"<table:table-cell {more}/>"
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</table:table-row>"


def content(path: Path, *rows: str, columns: str = "", sheets: str = "") -> Path:
    path.write_bytes(
        zipped({
            "mimetype": MIME,
            "META-INF/manifest.xml": f"<manifest:manifest {SPACES.replace('office', 'manifest', 2)}/>".encode(),
            "styles.xml": f"<office:document-styles {SPACES}><office:styles>{STYLES}</office:styles>"
            "</office:document-styles>".encode(),
            "content.xml": (
                f"<office:document-content {SPACES}><office:automatic-styles><style:style style:name='a1' "
                "style:parent-style-name='gone2'/></office:automatic-styles><office:body><office:spreadsheet>"
                f'<table:table table:name="L">{columns}{"".join(rows)}</table:table>{sheets}'
                "</office:spreadsheet></office:body></office:document-content>"
            ).encode(),
        })
    )  # fmt: skip
    return path


def table(path: Path, *rows: str, columns: str = "") -> Table:
    return open_file(content(path, row("Company", "Contact"), *rows, columns=columns), "x").tables[0]


def test_a_row_is_struck_by_its_style_its_parents_or_its_runs(path: Path) -> None:
    style = 'table:style-name="{}"'
    found = table(
        path,
        row(cell("Acme", style.format("gone")), cell("Ann", style.format("gone2"))),
        row(cell("Birch", style.format("a1")), cell("Bo", style.format("back"))),
        row(cell("Cedar"), cell("Cy", style.format("back"))),
        row(cell('<text:span text:style-name="gone">Daisy</text:span>'), cell("", style.format("gone"))),
        row(cell('Elm <text:span text:style-name="gone">and</text:span>'), cell("")),
    )
    assert [one.struck for one in found.rows()] == [True, True, False, True, False]


def test_the_style_of_a_column_or_a_row_counts_where_a_cell_has_none(path: Path) -> None:
    columns = '<table:table-column table:default-cell-style-name="gone"/><table:table-column table:number-columns-repeated="2"/>'
    found = table(path, row("Acme", "Ann"), row("Birch", "Bo", "x"), columns=columns)
    assert [one.struck for one in found.rows()] == [True, False]
    found = table(path, row("Acme", "Ann", more='table:default-cell-style-name="gone"'), row("Birch", "Bo"))
    assert [one.struck for one in found.rows()] == [True, False]


def test_what_is_hidden_is_told(path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    found = table(
        path,
        row("Acme", "Ann", more='table:visibility="filter"'),
        row("Birch", "Bo", more='table:visibility="collapse" table:number-rows-repeated="2"'),
        row("", more='table:visibility="collapse" table:number-rows-repeated="9"'),
        columns=columns,
    )
    assert found.notes == (
        "Column B: hidden in the file, and read like the others.",
        "3 rows are hidden in the file, and read like the others.",
    )


def test_each_sheet_has_its_own_and_what_is_broken_has_none(path: Path) -> None:
    struck = row(cell("Acme", 'table:style-name="gone"'))
    other = f'<table:table table:name="M">{struck}</table:table>'
    shapes = shapes_of(Package(content(path, row("Company"), sheets=other)))
    assert {name: set(one.struck) for name, one in shapes.items()} == {"L": set(), "M": {1}}
    path.write_bytes(zipped({"mimetype": MIME, "content.xml": b"<a><b></a>"}))
    assert shapes_of(Package(path)) == {}
