from __future__ import annotations

import gzip
import sys
from tempfile import TemporaryFile

import brotli

from rightday.bench import weight
from rightday.bench.browser import Answer

HTML = {"content-type": "text/html; charset=utf-8"}


def answer(text: str, kind: str = "text/html", **headers: str) -> Answer:
    return Answer(200, text.encode(), {"content-type": kind, **headers}, 0.01)


def test_what_a_page_links_is_counted(drawn, live_server):
    first, following = weight.page(live_server.thread.port, drawn.desks[0].session)
    assert int(first.measured.split(" in ")[1].split()[0]) > 3
    assert first.measured.endswith("requests")
    assert following.target == "≤ 25 KiB"


def test_a_page_that_is_not_there_has_no_weight(live_server):
    (line,) = weight.page(live_server.thread.port, "")
    assert line.measured == "not measured: it answers 302"


def test_links_of_pages_modules_and_sheets():
    page = answer(
        '<link rel="icon" href="/static/i.svg"><script src="/static/a.js"></script><use href="/static/s.svg#x">'
    )
    assert weight._linked("/", page) == ["/static/i.svg", "/static/a.js", "/static/s.svg"]
    module = answer('import { a } from "./b.js";\nimport "./c.js";', "text/javascript")
    assert weight._linked("/static/ui/a.js", module) == ["/static/ui/b.js", "/static/ui/c.js"]
    sheet = answer("a { background: url(x.svg) } b { background: url('data:x') }", "text/css")
    assert weight._linked("/static/ui/a.css", sheet) == ["/static/ui/x.svg"]
    assert weight._linked("/static/i.svg", answer("<svg/>", "image/svg+xml")) == []


def test_compressed_answers_are_read():
    for coding, body in (("br", brotli.compress(b"words")), ("gzip", gzip.compress(b"words")), ("", b"words")):
        assert weight._plain(Answer(200, body, {**HTML, "content-encoding": coding}, 0.1)) == "words"


def test_what_is_immutable_is_not_fetched_again():
    assert weight._kept(answer("", **{"cache-control": "max-age=315360000, public, immutable"}))
    assert not weight._kept(answer(""))


def test_a_start_that_fails_says_so(monkeypatch, tmp_path):
    command = tmp_path / "python"
    command.write_text("#!/bin/sh\nexit 1\n")
    command.chmod(0o755)
    monkeypatch.setattr(weight.sys, "executable", str(command))
    assert weight.cold_start({}).measured == "failed: no sign-in link was printed"


def test_the_link_is_found_among_what_is_printed(monkeypatch):
    import subprocess

    with TemporaryFile() as out:
        say = "print('Rightday is at http://x:1/\\nhttp://x:1/enter/abc/')"
        process = subprocess.Popen([sys.executable, "-c", say], stdout=out)
        assert weight._printed(process, out) == "http://x:1/enter/abc/"
    monkeypatch.setattr(weight, "READY", 0.0)
    with TemporaryFile() as out:
        assert weight._printed(process, out) is None
