from __future__ import annotations

from rightday.bench.browser import Answer, Browser


def test_one_connection_serves_many_asks(live_server):
    browser = Browser(live_server.thread.port)
    first, second = browser.get("/health/"), browser.get("/health/")
    browser.close()
    assert [first.status, first.text, second.well] == [200, "ok", True]
    assert first.headers["content-type"].startswith("text/plain")
    assert first.seconds > 0


def test_a_form_is_sent_with_its_token(drawn, live_server):
    browser = Browser(live_server.thread.port, drawn.desks[0].session)
    answer = browser.post("/settings/", {"name": ""})
    browser.close()
    assert answer.status == 422


def test_without_session_it_stands_before_the_door(db, live_server):
    browser = Browser(live_server.thread.port)
    assert browser.get("/settings/").status == 302
    browser.close()


def test_an_answer_of_400_and_more_is_not_well():
    assert [Answer(status, b"", {}, 0.1).well for status in (200, 302, 399, 400, 409, 500)] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
