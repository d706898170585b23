"""A CV's text on the screen, with what was read of it underlined."""

from rightday.talent.cvs.shown import Line, Piece, pages
from rightday.talent.cvs.understanding.proposal import Kind, Proposal


def test_what_was_read_is_marked_and_what_is_looked_at_stronger() -> None:
    text = "Jo Bell\nSkills\nGo, Kafka\fPage two"
    found = (
        Proposal("go", Kind.SKILL, {}, ((15, 17),)),
        Proposal("kafka", Kind.SKILL, {}, ((19, 24),)),
        Proposal("both", Kind.DEED, {}, ((15, 24),)),
    )
    assert pages(text, found, "kafka") == (
        (
            Line("name", (Piece("Jo Bell"),)),
            Line("heading", (Piece("Skills"),)),
            Line("text", (Piece("Go", "mark"), Piece(", ", "mark"), Piece("Kafka", "at"))),
        ),
        (Line("text", (Piece("Page two"),)),),
    )
