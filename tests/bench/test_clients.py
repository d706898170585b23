from __future__ import annotations

from rightday.bench import clients
from rightday.bench.browser import Answer
from rightday.bench.clients import Forms, Worked

PAGE = """<form action="/today/7/result/"><input type="hidden" name="once" value="k1"><input name="note"></form>
<form action="/capture/"><input type=hidden name=once value=k2></form>"""


def answer(status: int) -> Answer:
    return Answer(status, b"", {}, 0.01)


def test_one_person_works_and_nothing_is_lost(drawn, live_server):
    lines, errors = clients.measure(live_server.thread.port, drawn, seconds=2.5, seed=3, think=(0.0, 0.01), people=1)
    assert errors == []
    assert [line.name.partition(" people")[2] for line in lines] == [
        " for 2 s, reading and writing", " for 2 s: errors", " for 2 s: writes lost",
    ]  # fmt: skip
    assert lines[2].reached is True
    assert not lines[2].measured.startswith("0 of 0")


def test_hidden_fields_of_the_right_form():
    forms = Forms(PAGE)
    assert forms.to(r"/today/7/result/$") == {"once": "k1"}
    assert forms.to("/capture/") == {"once": "k2"}
    assert forms.to("/leads/") == {}


def test_answers_are_counted():
    worked = Worked()
    worked.wrote(answer(302), "results")
    worked.wrote(answer(500), "results")
    assert worked.took(answer(404), "Find") is False
    assert worked.took(answer(200), "Find") is True
    worked.failed(OSError("line down"))
    assert worked.written == {"results": 1}
    assert worked.errors == {"results: 500": 1, "Find: 404": 1, "OSError: line down": 1}
    assert len(worked.seconds) == 4


def test_a_lost_write_is_seen():
    worked = Worked(seconds=[0.01], written={"results": 3})
    lines, _ = clients._lines([worked], {"results": 10}, {"results": 12}, 5)
    assert (lines[2].measured, lines[2].reached) == ("1 of 3 (3 results)", False)


def test_without_pages_nothing_is_measured():
    lines, errors = clients._lines([Worked()], {"results": 0}, {"results": 0}, 5)
    assert lines[0].measured.startswith("not measured")
    assert errors == []


def test_a_failure_of_one_does_not_stop_the_others(drawn):
    worked = Worked()
    clients._work(worked, 1, drawn, drawn.desks[0], 1, float("inf"), (0.0, 0.0))
    assert list(worked.errors) == ["ConnectionRefusedError: [Errno 111] Connection refused"]
