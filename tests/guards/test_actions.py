"""Rows change one way: an action is atomic, says by whom, and is recorded."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.guards import source

ACTIONS = sorted(source.PACKAGE.rglob("actions*.py"))
# Actions that record nothing on the timeline, each with its reason.
UNRECORDED: dict[str, str] = {}
# Public functions of an actions module without `by`, each with its reason.
WITHOUT_BY: dict[str, str] = {
    "people.count_dial": "part of a call, which says by whom",
    "people.uncount_dial": "part of a call undone, which says by whom",
    "people.suggest_duplicate": "found by a comparison, not by anybody",
    "leads.lapse_due": "nobody does it: the clock does",
    "takeout.expire": "nobody does it: the clock does",
    "calls.finish": "part of a call, which says by whom",
    "team.found_agency": "nobody is there yet",
    "team.one_time_link": "signs an address, changes nothing",
    "team.use_link": "the secret in the link is what allows it",
    "team.accept": "the secret in the invitation is what allows it",
}


def public(path: Path) -> list[ast.FunctionDef]:
    return [
        node for node in source.tree(path).body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def key(path: Path, node: ast.FunctionDef) -> str:
    return f"{path.relative_to(source.PACKAGE).parts[0]}.{node.name}"


def test_there_are_actions():
    assert len(ACTIONS) >= 5


def test_actions_are_atomic():
    bare = [
        key(path, node)
        for path in ACTIONS
        for node in public(path)
        if not any(ast.unparse(d).startswith("transaction.atomic") for d in node.decorator_list)
        and key(path, node) not in NOT_ATOMIC
    ]
    assert bare == []


NOT_ATOMIC: dict[str, str] = {
    "intake.try_out": "writes nothing itself; the trial and the queueing are atomic",
    "intake.try_now": "reads for long, then writes one row in a transaction",
    "intake.receive": "reads for long, then stores in a transaction",
    "intake.understand": "reads a file and writes no row",
    "intake.understand_all": "reads files and writes no row",
    "intake.undo_all": "as undo",
    "intake.undo": "one transaction for each chunk, so that others write in between",
    "intake.stop_and_undo": "as undo",
    "intake.undo_slice": "one transaction for each chunk, so that others write in between",
    "intake.run_slice": "one transaction for each chunk, so that what is in stays",
    "intake.run_now": "one transaction for each chunk, so that what is in stays",
    "team.one_time_link": "changes nothing",
    "team.use_link": "one statement, a compare-and-set",
    "talent.read": "reads for long, then writes one row in a transaction",
    "takeout.make": "reads for long, then writes one row in a transaction",
    "timeline.record": "one row, in the transaction of the action that calls it",
}


def test_actions_say_by_whom():
    silent = [
        key(path, node)
        for path in ACTIONS
        for node in public(path)
        if "by" not in {a.arg for a in [*node.args.args, *node.args.kwonlyargs]} and key(path, node) not in WITHOUT_BY
    ]
    assert silent == []


def test_the_subject_first_and_the_rest_by_keyword():
    loose = [
        key(path, node)
        for path in ACTIONS
        for node in public(path)
        if len(node.args.args) > 1 and key(path, node) not in TWO_SUBJECTS
    ]
    assert loose == []


TWO_SUBJECTS: dict[str, str] = {
    "team.one_time_link": "an identity and where it goes",
    "people.suggest_duplicate": "two persons, in either order",
    "people.add_number": "an owner and the number",
    "people.add_email": "a person and the address",
    "talent.exclude": "a person and the company",
    "talent.record_consent": "a person and the company",
    "talent.add_evidence": "a person and the skill",
    "talent.add_alias": "a skill and the word",
    "talent.keep": "a CV and the line of it",
    "talent.answer": "a CV and the line of it",
    "talent.belongs_to": "a CV and whose it is",
}


def test_rows_are_written_in_actions_alone():
    """No `.save(`, `.create(`, `.update(`, `.delete(` of a queryset in views, queries, forms or rules."""
    writing = []
    for path in source.modules():
        if not path.stem.startswith(("views", "queries", "forms", "rules", "shell")):
            continue
        for node in ast.walk(source.tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"save", "create", "bulk_create", "delete", "get_or_create", "update_or_create"}
                and "session" not in ast.unparse(node.func)
                and not ast.unparse(node.func.value).startswith("actions")  # an action is the way in
            ):
                writing.append(f"{source.name(path)}:{node.lineno} {ast.unparse(node.func)}")
    assert writing == []
