"""The page of one CV beside what was read of it, and the CVs of a person; a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rightday.kernel import phones
from rightday.kernel.when import say_day
from rightday.people.matching import Suggestion, match
from rightday.talent.cvs.known import Known, known_of
from rightday.talent.cvs.rules import ANSWER_WORDS, Answer
from rightday.talent.cvs.shown import Line, pages
from rightday.talent.cvs.stored import proposals
from rightday.talent.cvs.understanding.proposal import GROUPS, Kind, Proposal
from rightday.talent.models_files import CV
from rightday.talent.rules import CV_STATE_CHOICES, CVState
from rightday.team import queries as team
from rightday.team.models import Member
from rightday.ui.counts import spelled

MANY = 50
_LABELS = {Kind.NAME: "Name", Kind.PHONE: "Phone", Kind.EMAIL: "Email", Kind.CITY: "Lives"}
_DEEDS = {"result": "Result", "challenge": "Challenge", "deliverable": "Delivered", "project": "Project"}


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal: `state` is known, kept, left, later, or "" while it waits; `says` is that in a word."""

    key: str
    kind: str
    label: str
    value: str
    words: str
    state: str
    says: str
    now: bool
    values: dict[str, str]

    @property
    def waits(self) -> bool:
        return self.state in ("", "later")


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    hint: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CvPage:
    """`waiting` counts what is to confirm, `counted` says it in a word.

    Without a person, `same` or one of `maybe` may be whose it is.
    """

    id: int
    name: str
    file: str
    state: str
    problem: str
    person_id: int | None
    person: str
    given: str
    family: str
    read: int
    waiting: int
    counted: str
    text: tuple[tuple[Line, ...], ...]
    groups: tuple[Group, ...]
    same: Suggestion | None
    why: str
    maybe: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class CvLine:
    """A CV in a list."""

    id: int
    name: str
    words: str


def cv_page(member: Member, cv_id: int, at: str = "") -> CvPage:
    """`at` is the key of the proposal looked at, else the first that waits."""
    cv = CV.objects.select_related("person__company").get(pk=cv_id)
    found = proposals(cv)
    known = known_of(cv.person) if cv.person else None
    waiting = [one.key for one in found if _state(one, cv, known) in ("", "later")]
    at = at if any(one.key == at for one in found) else next(iter(waiting), "")
    groups = (
        Group(title, hint, tuple(_row(one, cv, known, at) for one in found if one.kind in kinds))
        for title, hint, kinds in GROUPS
    )
    same, why, maybe = (None, "", ()) if cv.person else _whose(found)
    name = next((one.values for one in found if one.kind is Kind.NAME), {"given": "", "family": ""})
    count = f", {cv.pages} pages" if cv.pages > 1 else ""
    return CvPage(
        id=cv.pk, name=cv.name, file=f"{cv.name}{count}, came {say_day(cv.came_on, team.today(member))}",
        state=cv.state, problem=cv.problem, person_id=cv.person_id, person=cv.person.name if cv.person else "",
        given=name["given"], family=name["family"], read=len(found), waiting=len(waiting),
        counted=spelled(len(waiting)).capitalize(),
        text=pages(cv.text, found, at), groups=tuple(group for group in groups if group.rows), same=same, why=why,
        maybe=maybe,
    )  # fmt: skip


def cvs_of(person_id: int, today: date) -> tuple[CvLine, ...]:
    """The CVs of a person, the last first. One statement."""
    states = dict(CV_STATE_CHOICES)
    rows = CV.objects.filter(person_id=person_id).order_by("-id").values_list("id", "name", "came_on", "state")[:MANY]
    return tuple(CvLine(pk, name, f"{states[state]}, came {say_day(on, today)}") for pk, name, on, state in rows)


def the_cv(cv_id: int) -> CV:
    cv: CV = CV.objects.select_related("person").get(pk=cv_id)
    return cv


def _whose(found: tuple[Proposal, ...]) -> tuple[Suggestion | None, str, tuple[Suggestion, ...]]:
    """The person we know by number or address, else those who may be it."""
    of = {kind: [one.values for one in found if one.kind is kind] for kind in Kind}
    jobs = of[Kind.POSITION]
    answer = match(
        phones=[one["e164"] for one in of[Kind.PHONE]], emails=[one["text"] for one in of[Kind.EMAIL]],
        name=of[Kind.NAME][0]["text"] if of[Kind.NAME] else "", company_name=jobs[0]["company"] if jobs else "",
    )  # fmt: skip
    if answer.person is None:
        return None, "", answer.suggestions
    one = answer.person
    return Suggestion(one.pk, one.name, one.title, "", 1.0, ()), answer.why, ()


def _state(one: Proposal, cv: CV, known: Known | None) -> str:
    decided = cv.decided.get(one.key, {}).get("answer", "")
    if decided:
        return str(decided)
    return "known" if known is not None and known.says(one) else ""


def _row(one: Proposal, cv: CV, known: Known | None, at: str) -> Row:
    state = _state(one, cv, known)
    right = one.values | cv.decided.get(one.key, {}).get("corrected", {})
    label, value, words = _said(Proposal(one.key, one.kind, right, one.spans, one.ask, one.of))
    says = "Known already" if state == "known" else ANSWER_WORDS[Answer(state)] if state else "To confirm"
    waits = state in ("", Answer.LATER.value)
    shown = {name: "" if it is None else str(it) for name, it in right.items()}
    return Row(
        one.key, one.kind.value, label, value, (one.ask or words) if waits else words, state, says,
        one.key == at and cv.state != CVState.FAILED, shown,
    )  # fmt: skip


def _said(one: Proposal) -> tuple[str, str, str]:
    """Label, value and the quiet words under it."""
    values = one.values
    match one.kind:
        case Kind.POSITION:
            until = "now" if values["current"] else values["ended"][:4] or "?"
            value = ", ".join(filter(None, [values["title"], values["company"]]))
            boss = values["supervisor"]
            return f"{values['began'][:4]} to {until}", value, f"Supervisor: {boss}" if boss else ""
        case Kind.SKILL:
            last = "" if values["current"] or not values["last"] else f"Last used {values['last'][:4]}"
            return values["text"], ", ".join(values["where"]) or "Named", last
        case Kind.DEED:
            return _DEEDS[values["kind"]], values["text"], ""
        case Kind.PHONE:
            return _LABELS[one.kind], phones.spaced(values["e164"]), ""
        case _:
            return _LABELS[one.kind], values["text"], ""
