"""`make shots`: the screenshots of the guide, into docs/guide/images.

Two processes. One serves the product from a temporary folder, on the same Wednesday morning each
time; the other walks through it with Chromium, as the guide does. The same screens give the same
pictures, so that a picture that changed shows what changed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "docs" / "guide" / "images"
PORT = int(os.environ.get("PORT", "8137"))
MORNING, EVENING = datetime(2026, 11, 25, 9, 12, tzinfo=UTC), datetime(2026, 11, 25, 17, 26, tzinfo=UTC)
LARGEST = 200_000  # bytes of a picture
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
HEARD = "Spoke with Priya Natarajan at Northwind Systems, 020 7946 0991, interviewing two Java contractors this week"


def main() -> None:
    from playwright.sync_api import sync_playwright  # the serving process does without

    INTO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(folder) as (say, links), sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        desk, phone = tab(browser, links["sample"]), None
        the_morning(desk)
        dark = tab(browser, state=desk.context.storage_state(), color_scheme="dark")
        picture(at(dark, "/"), "today-dark")
        phone = tab(browser, state=desk.context.storage_state(), width=390, height=844)
        picture(at(phone, "/"), "today-phone")
        the_spreadsheet(tab(browser, links["empty"]), Path(folder) / "Sam desk.xlsx")
        the_process(desk)
        the_ledger(desk)
        the_lists(desk)
        the_views(desk)
        the_duplicates(desk)
        the_reminders(desk)
        the_data(desk)
        picture(at(desk, "/leads/handoffs/"), "hand-offs")
        say("evening")
        picture(at(desk, "/"), "evening")
        browser.close()


def the_spreadsheet(page: Any, tracker: Path) -> None:
    picture(at(page, "/"), "first-run")
    page.goto("/imports/")
    page.set_input_files("input[type=file]", tracker)
    page.wait_for_url("**/imports/*/")
    picture(page, "import-columns", top="table.map")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Bring in").wait_for()
    picture(page, "import-trial", top=".isteps > li:nth-child(3)")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".outcome")
    picture(page, "import-result")


def the_morning(page: Any) -> None:
    picture(at(page, "/"), "today")
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/*/")
    page.wait_for_load_state("networkidle")
    page.fill(".asks input >> nth=0", "Two more on Thursday, both contractors")
    page.wait_for_selector("#heard b")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    picture(page, "call")
    page.locator(".plan-id a").first.click()
    page.wait_for_url("**/leads/*/")
    page.wait_for_load_state("networkidle")
    picture(page, "lead")
    page.locator(".lead-sub a").click()
    page.wait_for_url("**/people/*/")
    page.wait_for_load_state("networkidle")
    picture(page, "person")
    at(page, "/").keyboard.press("c")
    page.wait_for_selector("dialog[open] #cap-text")
    page.keyboard.type(HEARD)
    page.wait_for_selector("#cap-verdict.v-hot")
    picture(page, "capture")
    page.evaluate("localStorage.clear()")


def the_process(page: Any) -> None:
    at(page, "/leads/?q=petrov").locator("#found tbody a").first.click()
    page.wait_for_url("**/leads/*/")
    page.wait_for_load_state("networkidle")
    picture(page, "hiring-process", top="#track")
    at(page, "/settings/process/?open=5").get_by_label("Call about").fill("Is one of them the one? What is missing?")
    page.get_by_role("button", name="Done").click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Edit At least one contender?").click()
    page.wait_for_selector(".ms-open")
    page.evaluate("document.activeElement.blur()")
    picture(page, "process-settings")
    page.get_by_role("button", name="Discard").click()
    page.wait_for_load_state("networkidle")


def the_ledger(page: Any) -> None:
    picture(at(page, "/results/history/"), "history")
    picture(at(page, "/results/incentives/"), "incentives")
    page.locator("tbody a", has_text="Priya Nair").first.click()
    page.wait_for_load_state("networkidle")
    picture(page, "incentives-statement")


def the_lists(page: Any) -> None:
    picture(at(page, "/leads/?grade=hot,warm&heard=4-"), "leads-list")
    picture(at(page, "/leads/?as=board"), "leads-board")


def the_views(page: Any) -> None:
    at(page, "/leads/?view=hot")
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    page.wait_for_selector(".side-views .n")
    picture(page, "many-leads")
    picture(at(page, "/settings/views/"), "saved-views")


def the_data(page: Any) -> None:
    at(page, "/settings/data/").get_by_role("button", name="Make an archive").click()
    page.get_by_role("link", name="Download").wait_for()
    page.locator("#archives code").evaluate("one => { one.parentElement.remove() }")  # another one each time
    picture(page, "your-data")


def the_duplicates(page: Any) -> None:
    at(page, "/duplicates/all/").get_by_role("link", name="Grace Lindholm").click()
    page.wait_for_load_state("networkidle")
    picture(page, "duplicates")
    page.keyboard.press("1")
    page.wait_for_url("**/merge/")
    picture(page, "duplicates-merge")


def the_reminders(page: Any) -> None:
    picture(at(page, "/leads/to-qualify/"), "to-qualify")
    picture(at(page, "/settings/me/"), "reminders")


def at(page: Any, path: str) -> Any:
    page.goto(path, wait_until="networkidle")
    return page


def tab(browser: Any, link: str = "", *, width: int = 1440, height: int = 900, state: Any = None, **more: Any) -> Any:
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{PORT}", viewport={"width": width, "height": height}, storage_state=state,
        reduced_motion="reduce", timezone_id="Europe/London", locale="en-GB", **more,
    )  # fmt: skip
    page = context.new_page()
    if link:
        page.goto(link, wait_until="networkidle")
    return page


def picture(page: Any, name: str, top: str = "") -> None:
    """The window as it is, scrolled so that `top` is in sight."""
    from small_png import small  # beside this file

    page.wait_for_timeout(400)
    if top:
        page.locator(top).evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 90)")
    made = small(page.screenshot(caret="hide", animations="disabled"))
    if len(made) > LARGEST:
        sys.exit(f"{name}.png is {len(made)} bytes, more than {LARGEST}")
    (INTO / f"{name}.png").write_bytes(made)
    print(f"{name}.png  {len(made) // 1024} KiB")


@contextmanager
def serving(folder: str) -> Iterator[tuple[Any, dict[str, str]]]:
    """The product at MORNING; `say("evening")` makes the day's calls and moves the clock on."""
    environment = {**os.environ, "RIGHTDAY_DATA": folder, "PORT": str(PORT), "PYTHONPATH": str(ROOT)}
    environment["RIGHTDAY_SMTP_HOST"] = "mail.example"  # settings as they are where mail is sent; none is
    command = [sys.executable, str(Path(__file__)), "--serve"]
    server = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdin is not None
    assert server.stdout is not None

    def answered() -> dict[str, str]:
        for line in server.stdout:  # other lines are what the commands say
            if line.startswith("{"):
                return json.loads(line)
        sys.exit("The server ended.")

    def say(word: str) -> None:
        server.stdin.write(word + "\n")
        server.stdin.flush()
        answered()

    try:
        yield say, answered()
    finally:
        server.stdin.close()
        server.wait(20)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


def serve() -> None:
    """Sam's sample desk, and an agency on its first morning; ends with its input."""
    import time_machine

    from rightday.commands import prepare

    traveller = time_machine.travel(MORNING, tick=False)
    traveller.start()
    prepare.everything()
    from django.conf import settings

    from rightday.commands import demo, sample
    from rightday.team import actions as team
    from rightday.team.models import Identity
    from rightday.wsgi import application

    agency = demo.make()
    team.found_agency("Brightwater", owner_email="sam@fairhaven.example", owner_name="Sam Whitlock")
    sample.write_tracker(settings.DATA / "Sam desk.xlsx", MORNING.date())
    server = Server(("127.0.0.1", PORT), Quiet)
    server.set_app(application)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=work, daemon=True).start()
    who = {"sample": demo.OWNER[0], "empty": "sam@fairhaven.example"}
    address = f"http://127.0.0.1:{PORT}"
    links = {name: team.one_time_link(Identity.objects.get(email=email), address) for name, email in who.items()}
    print(json.dumps(links), flush=True)
    for _line in sys.stdin:
        traveller.stop()
        traveller = time_machine.travel(EVENING, tick=False)
        traveller.start()
        make_the_calls(agency)
        print("{}", flush=True)


def work() -> None:
    from django_tasks_db.management.commands.db_worker import Worker

    Worker(
        queue_names=["*"], interval=0.2, batch=False, backend_name="default", startup_delay=False, max_tasks=None,
        worker_id="shots", excluded_queue_names=[],
    ).run()  # fmt: skip


def make_the_calls(agency: Any) -> None:
    """All calls of Sam's sheet, with a result for each."""
    from itertools import cycle

    from rightday.agenda import queries as agenda
    from rightday.agenda.rules import Achievement
    from rightday.calls import actions as calls
    from rightday.calls.rules import Result
    from rightday.db.row_security import enter
    from rightday.team.models import Member

    came_of_it = cycle(
        (
            (Result.MET, [Achievement.INTERVIEW_ARRANGED]),
            (Result.PROGRESSED, []),
            (Result.MET, [Achievement.COMMITMENT]),
            (Result.PROGRESSED, [Achievement.LEAD]),
            (Result.NO_ANSWER, []),
            (Result.MET, [Achievement.INTERVIEW_ARRANGED]),
        )
    )
    with enter(agency):
        sam = Member.objects.get(name__startswith="Sam")
        sheet = agenda.sheet(sam, on=EVENING.date(), now=EVENING)
        for row, (result, achieved) in zip((*sheet.now, *sheet.later), came_of_it, strict=False):
            calls.log_result(row.id, result=result, achieved=achieved, by=sam)


if __name__ == "__main__":
    if "--serve" in sys.argv:
        serve()
    else:
        main()
