from rightday.intake.capture.captured import Known, Mark, Parsed, Span


def test_an_empty_book_knows_nobody() -> None:
    assert Known().company("Castle Telecom") is None
    assert Known().person("Hilary Moss") is None


def test_spans_sort_by_their_place() -> None:
    assert sorted([Span(5, 9, Mark.WHO), Span(0, 4, Mark.TEL)])[0].kind is Mark.TEL


def test_nothing_captured_is_nothing_said() -> None:
    assert (Parsed().spans, Parsed().person, Parsed().note) == ((), None, "")
