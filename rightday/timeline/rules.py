"""Verb → sentence: how what happened is told.

Each verb has an icon and a sentence with the names it needs: `{who}` is whoever did it ("You"
when it is the reader), `{person}` and `{company}` the event's own, all else comes from the
event's data. A name that is missing leaves its part out: `[ at {place}]` is said only when
`place` is known. An unknown verb is told by its own words and never breaks a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a verb is told: `badge` stands beside the sentence (what came of it), from the data too."""

    icon: str
    sentence: str
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence ready to print; `met` is whether it counts as something achieved."""

    icon: str
    title: str
    badge: str = ""
    met: bool = False


PHRASES: Final[dict[str, Phrase]] = {
    # Leads. data: title, grade (after), shows, until, outcome, winner, from, to, due, objective.
    "lead.created": Phrase(
        "put", "{who} brought in this lead[ with {person}][, from {file}][, heard from {heard_from}]", "{grade}"
    ),
    "lead.evidence": Phrase("quote", "{who} heard: {shows}[, from {said_by}]", "{grade}"),
    "lead.confirmed": Phrase("tick", "{who} confirmed: {shows}", "{grade}"),
    "lead.denied": Phrase("x", "{who} heard it no longer holds: {shows}", "{grade}"),
    "lead.step": Phrase("next", "{who} set the next step[: {step}][, {due}]"),
    "lead.on_sheet": Phrase("plus", "{who} put this lead on the sheet[ of {day}]"),
    "lead.step_moved": Phrase("cal", "{who} moved the next step[ from {was}][ to {due}]"),
    "lead.ended": Phrase("check", "{who} ended this lead[: {outcome}][, {winner}][, {day}][, {known}]"),
    "lead.reopened": Phrase("return", "{who} opened this lead again[, before: {outcome}]"),
    "lead.owner": Phrase("hand", "{who} gave this lead to {to}"),
    "lead.offered": Phrase("hand", "{who} handed this lead to {to}"),
    "lead.accepted": Phrase("hand", "{who} accepted this lead[ from {giver}]"),
    "lead.returned": Phrase("return", "{who} sent this lead back[ to {giver}][: {reason}]"),
    "lead.lapsed": Phrase("clock", "{to} did not answer in time[, so it went back to {giver}]"),
    "lead.withdrawn": Phrase("undo", "{who} took the offer to {to} back"),
    "lead.first_called": Phrase("phone", "{who} made the first call after the hand-off", "{in_time}"),
    "lead.grade": Phrase("clock", "The grade changed[ from {was}][ to {grade}]"),
    "lead.merged": Phrase("same", "{who} put two leads together"),
    "lead.edited": Phrase("note", "{who} renamed this lead[, before: {was}]"),
    "lead.labelled": Phrase("aim", "{who} put the label {label} on this lead"),
    "lead.unlabelled": Phrase("x", "{who} took the label {label} off this lead"),
    "lead.introduced": Phrase("user", "{introducer} can speak for us"),
    # The client's hiring process. data: milestone, day, was, answer, why, again, filler, winner.
    "lead.expected": Phrase("cal", "{who} said when it is due: {milestone}[, {day}][, before: {was}]"),
    "lead.unexpected": Phrase("cal", "{who} said that its day is open: {milestone}[, before: {was}]"),
    "lead.reached": Phrase("check", "{who} marked as done: {milestone}[, {day}]", "{answer}"),
    "lead.unreached": Phrase("undo", "{who} took back: {milestone}"),
    "lead.milestone_noted": Phrase("note", "{who} noted on {milestone}"),
    "lead.moved": Phrase("next", "{who} moved this lead to {milestone}"),
    "lead.fell_back": Phrase("return", "It fell through at {milestone}[: {why}][, {day}][; begins again: {again}]"),
    "lead.filler": Phrase("user", "{who} said who fills the place: {filler}[, {winner}]"),
    "lead.found_out": Phrase("quote", "{who} asked others about it[; again on {due}]"),
    "lead.may_call": Phrase("phone", "{who} noted that they may be called about it again"),
    # Job orders. data: title, kind, point, what, outcome, winner, role, name, skill, question, answer, due.
    "order.taken": Phrase("case", "{who} took a job order[ from {person}][: {title}]"),
    "order.known": Phrase("quote", "{who} learned[ from {person}]: {point}"),
    "order.heard": Phrase("quote", "{who} asked, and it is still open: {point}"),
    "order.edited": Phrase("note", "{who} changed the order[: {what}]"),
    "order.step_moved": Phrase("cal", "{who} moved the next step[ to {due}]"),
    "order.closed": Phrase("check", "{who} closed the order[: {outcome}][, {winner}]"),
    "order.reopened": Phrase("return", "{who} opened the order again[, before: {outcome}]"),
    "order.asked": Phrase("aim", "{who} asked {person} to act"),
    "order.answered": Phrase("quote", "{person} answered what {who} asked[: {question}]", "{answer}"),
    "order.person": Phrase("user", "{who} put down that {person} {role}"),
    "order.person_removed": Phrase("x", "{who} took back that {person} {role}"),
    "order.member": Phrase("user", "{who} put {name} on the order"),
    "order.member_left": Phrase("leave", "{who} took {name} off the order"),
    "order.skill": Phrase("gem", "{who} added a skill that is asked for: {skill}"),
    "order.skill_dropped": Phrase("x", "{who} took a skill off the order: {skill}"),
    "agenda.rescored": Phrase("list", "{who} put all calls in order again"),
    "day.intended": Phrase("aim", "{who} said what they want from the day"),
    # Watches. data: due, found, day, manager.
    "watch.set": Phrase("clock", "{who} put down an advertisement without a manager[; asks about it on {due}]"),
    "watch.postponed": Phrase("cal", "{who} asked about the advertised place[; again on {due}]"),
    "watch.answered": Phrase("check", "{who} found out what became of the advertised place[, {day}]", "{found}"),
    "watch.became": Phrase("user", "{who} found the manager of the advertised place[: {manager}]"),
    "watch.reopened": Phrase("undo", "{who} asks about the advertised place again"),
    "watch.dropped": Phrase("x", "{who} asks no more about the advertised place"),
    # Notes on anything.
    "note": Phrase("note", "{who} noted"),
    # People and companies. data: what (list of words), number, address, channel, answer.
    "person.added": Phrase("user", "{who} added {person}[ from {source}]"),
    "person.edited": Phrase("user", "{who} changed {person}[: {what}]"),
    "person.number": Phrase("phone", "{who} added the number {number}"),
    "person.number_state": Phrase("phone", "{number}[: {state}]"),
    "person.number_first": Phrase("phone", "{who} chose {number} as the number to dial"),
    "person.email_removed": Phrase("mail", "{who} took away the address {address}"),
    "person.email": Phrase("mail", "{who} added the address {address}"),
    "person.permission": Phrase("lock", "{person} about contact by {channel}", "{answer}"),
    "person.permission_taken_back": Phrase("undo", "{who} took back an answer about contact by {channel}", "{answer}"),
    "person.position": Phrase("case", "{who} added a position[: {title}][ at {company}]"),
    # CVs. data: file.
    "cv.received": Phrase("file", "{who} brought a CV[ of {person}]: {file}"),
    "cv.confirmed": Phrase("check", "{who} went through a CV of {person}: {file}"),
    "person.merged": Phrase("same", "{who} put two records of {person} together[, the other was {gone}]"),
    "person.unmerged": Phrase("undo", "{who} took two records apart again: {person}[ and {gone}]"),
    "company.added": Phrase("firm", "{who} added {company}"),
    "company.edited": Phrase("firm", "{who} changed {company}[: {what}]"),
    "company.merged": Phrase("same", "{who} put two records of {company} together[, the other was {gone}]"),
    "company.unmerged": Phrase("undo", "{who} took two records apart again: {company}[ and {gone}]"),
    "competitor.seen": Phrase("market", "{who} saw {rival} here: {what}[, {rivals}]"),
    "competitor.unseen": Phrase("undo", "{who} took back that {rival} was seen here"),
    "company.competitor": Phrase("firm", "{who} says that {company} is a competitor"),
    "company.no_competitor": Phrase("firm", "{who} says that {company} is no competitor"),
    "company.number": Phrase("phone", "{who} added the number {number}"),
    # Candidates. data: what (list of words), step, due, answer, skill, count.
    "candidate.added": Phrase("user", "{who} made {person} a candidate"),
    "candidate.terms": Phrase("note", "{who} noted what {person} wants[: {what}]"),
    "candidate.wish": Phrase("quote", "{person} said what matters to them"),
    "candidate.wish_gone": Phrase("x", "{who} took back what mattered to {person}"),
    "candidate.rests": Phrase("pause", "{person} is not looking"),
    "candidate.looks": Phrase("user", "{person} is looking again"),
    "candidate.step": Phrase("next", "{who} set the next call[: {step}][, {due}]"),
    "candidate.excluded": Phrase("x", "{person} must not be sent to {company}"),
    "candidate.lifted": Phrase("undo", "{person} may be sent to {company} again"),
    "candidate.consent": Phrase("lock", "{person} about sending the CV to {company}", "{answer}"),
    "candidate.skill": Phrase("tick", "{who} noted a skill: {skill}"),
    "candidate.skill_taken_back": Phrase("undo", "{who} took back what was known of {skill}"),
    "candidate.deed": Phrase("check", "{who} noted what {person} did[ at {company}]"),
    "skills.added": Phrase("list", "{who} added skills to the library[: {count}]"),
    # Calls. data: result (words), met (true, false), next (words), due.
    "call.logged": Phrase("phone", "{who} called {person}[ about {subject}]", "{result}"),
    "call.undone": Phrase("undo", "{who} took back a result[: {result}]"),
    # Capture and imports. data: file, rows.
    "captured": Phrase("quote", "{who} captured"),
    "capture.undone": Phrase("undo", "{who} took back what was captured"),
    "lead.imported": Phrase("file", "{who} brought in more about this lead[ with {person}][, from {file}]"),
    "person.imported": Phrase("file", "{who} brought in {person}[, from {file}]"),
    "import.received": Phrase("file", "{who} chose {file}[, {rows} rows]"),
    "import.chosen": Phrase("file", "{who} changed how {file} is read"),
    "import.started": Phrase("file", "{who} began to bring in {file}[, {rows} rows]"),
    "import.paused": Phrase("pause", "{who} paused {file}[ at row {row}]"),
    "import.resumed": Phrase("file", "{who} went on with {file}[ from row {row}]"),
    "import.done": Phrase("check", "{file} is in[, {rows} rows]"),
    "import.failed": Phrase("warn", "{file} could not go on"),
    "import.refused": Phrase("warn", "{file} could not be read"),
    "import.undo_started": Phrase("undo", "{who} began to take {file} out again"),
    "import.undone": Phrase("undo", "{file} was taken out again[, {kept} rows were kept]"),
    # Submittals, interviews, offers. data: candidate, title, manager, round, day, was, how, people, decided, why.
    "submittal.made": Phrase("put", "{who} presented {candidate}[ to {manager}][ for {title}]"),
    "submittal.stopped": Phrase("x", "{candidate} goes no further[: {why}]"),
    "submittal.reopened": Phrase("undo", "{who} took back that {candidate} goes no further[, before: {why}]"),
    "interview.arranged": Phrase("cal", "{who} arranged round {round} with {candidate}[, {day}][, {how}][: {people}]"),
    "interview.moved": Phrase("cal", "{who} moved round {round} with {candidate}[ from {was}][ to {day}]"),
    "interview.cancelled": Phrase("x", "Round {round} with {candidate} was cancelled[, {day}]"),
    "interview.missed": Phrase("warn", "{candidate} did not come to round {round}[, {day}]"),
    "interview.prepared": Phrase("list", "{who} prepared {candidate} for round {round}[, {day}]"),
    "interview.debriefed": Phrase("quote", "{who} debriefed {candidate} after round {round}", "{wanted}"),
    "interview.debrief_skipped": Phrase("warn", "{who} went ahead without a debrief of {candidate}, round {round}"),
    "interview.feedback": Phrase("quote", "{who} has the client’s word on {candidate}, round {round}", "{decided}"),
    "offer.made": Phrase("check", "{candidate} has an offer[ {writing}][, {day}]"),
    "offer.edited": Phrase("note", "{who} changed the offer to {candidate}[: {what}]"),
    "offer.answered": Phrase("check", "{candidate} about the offer", "{answer}"),
    "offer.resigns": Phrase("cal", "{candidate} resigns[ on {day}]"),
    "offer.resigned": Phrase("leave", "{candidate} has resigned[, {day}][; last day {last}]"),
    "offer.counter": Phrase("warn", "{who} heard about a counter-offer to {candidate}[, from {from_whom}]"),
    # Placements. data: title, day, was, side, came, why.
    "placement.made": Phrase("check", "{who} placed {person}[ as {title}][, starts {day}]"),
    "placement.start_checked": Phrase("phone", "{who} checked the start of {person}[ with: {side}]", "{came}"),
    "placement.start_moved": Phrase("cal", "{who} moved the start of {person}[ from {was}][ to {day}]"),
    "placement.extended": Phrase("next", "The contract of {person} goes on[ until {day}][, before: {was}]"),
    "placement.asked": Phrase("phone", "{who} asked the client whether {person} stays"),
    "placement.ended": Phrase("leave", "The placement of {person} ended[: {why}][, {day}]"),
    "placement.reopened": Phrase("undo", "{who} took back that the placement of {person} ended[, before: {why}]"),
    # Incentives. data: number (of a line or a rule), lines (words), numbers; no amounts: everybody may read this.
    "incentive.rule_added": Phrase("gem", "{who} added incentive rule {number}[, from {day} on]"),
    "incentive.rule_ended": Phrase("gem", "{who} ended incentive rule {number}[, last day {on}]"),
    "incentive.added": Phrase("gem", "{who} added line {number} to the ledger[, for {earner}]"),
    "incentive.corrected": Phrase("gem", "{who} took line {number} of the ledger back[, by line {correction}]"),
    "incentive.approved": Phrase("tick", "{who} approved {lines} of the ledger"),
    "incentive.declined": Phrase("x", "{who} declined {lines} of the ledger"),
    "incentive.paid": Phrase("check", "{who} marked {lines} of the ledger as paid"),
    # The feedback call, commitments, objections. data: candidate, decision, need, fit, due, held.
    "feedback.built": Phrase("aim", "{who} built the plan of the feedback call[ about {candidate}]"),
    "feedback.edited": Phrase("note", "{who} changed the plan of the feedback call[ about {candidate}]"),
    "feedback.corrected": Phrase("check", "{who} corrected what is shown of {need}[: {fit}]"),
    "feedback.decided": Phrase("check", "{who} heard the decision[ about {candidate}]", "{decision}"),
    "commitment.made": Phrase("hand", "{who} noted what was promised[, by {due}]"),
    "commitment.kept": Phrase("tick", "{who} noted that a promise was kept"),
    "commitment.dropped": Phrase("x", "{who} let a promise go"),
    "objections.stocked": Phrase("talk", "{who} put the first objections into the library[, {count}]"),
    "objection.added": Phrase("talk", "{who} added an objection to the library"),
    "objection.answered": Phrase("talk", "{who} added an answer to the library"),
    "objection.rested": Phrase("pause", "{who} took something out of the library, or put it back"),
    "objection.raised": Phrase("talk", "{who} heard an objection[, and {held}]"),
    "objection.unraised": Phrase("undo", "{who} took back that an objection was raised"),
    # Team and agency. data: name, role, was.
    "member.joined": Phrase("user", "{who} joined[ as {role}]"),
    "member.invited": Phrase("mail", "{who} invited {name}[ as {role}]"),
    "member.invitation_withdrawn": Phrase("x", "{who} withdrew the invitation of {name}"),
    "member.role": Phrase("key", "{who} made {name} {role}[, before: {was}]"),
    "member.left": Phrase("leave", "{name} left"),
    "view.shared": Phrase("list", "{who} shared the view “{name}”[ with {whom}]"),
    "view.removed": Phrase("x", "{who} removed the shared view “{name}”"),
    "agency.founded": Phrase("firm", "{who} founded {name}"),
    "leads.regraded": Phrase("clock", "{who} changed how long grades hold: hot {hot}, warm {warm}, cold {cold} days"),
    "lead.unfell": Phrase("undo", "{who} took back that it fell through: {milestone} is awaited again"),
    "lead.put_back": Phrase("undo", "{who} put back what was known of {milestone}"),
    "process.edited": Phrase("list", "{who} changed the hiring process, version {number}[: {what}]"),
    "process.published": Phrase("list", "{who} published version {number} of the hiring process[: {what}]"),
    "process.discarded": Phrase("x", "{who} discarded version {number} of the hiring process"),
    "agency.archive_asked": Phrase("get", "{who} asked for an archive of the agency"),
    "agency.archived": Phrase("get", "An archive of the agency was made[, {rows} rows]"),
    "agency.archive_failed": Phrase("warn", "An archive of the agency could not be made"),
    "agency.archive_deleted": Phrase("x", "{who} deleted an archive of the agency"),
    "book.exported": Phrase("get", "{who} took out {what} as a file"),
    "agency.settings": Phrase("key", "{who} changed the settings[: {what}]"),
}


def told(verb: str, *, who: str, data: Mapping[str, object], person: str = "", company: str = "") -> Told:
    """The sentence of one event. `who` "" means the system itself."""
    phrase = PHRASES.get(verb)
    if phrase is None:
        words = verb.replace(".", ": ").replace("_", " ")
        return Told("note", f"{who}: {words}" if who else words.capitalize())
    values = {name: _words(value) for name, value in data.items()}
    values |= {"who": who or "Rightday"}
    values |= {name: words for name, words in (("person", person), ("company", company)) if words}
    title, badge = fill(phrase.sentence, values), fill(phrase.badge, values)
    return Told(
        phrase.icon,
        title[:1].upper() + title[1:],
        badge[:1].upper() + badge[1:],
        data.get("met") is True,
    )


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """The sentence with its names; `[…]` is left out when a name inside is missing or empty."""
    kept = re.sub(r"\[([^\]]*)\]", lambda part: _optional(part[1], values), sentence)
    return re.sub(r"\{(\w+)\}", lambda name: values.get(name[1], "") or _UNNAMED.get(name[1], ""), kept).rstrip()


_UNNAMED: Final = {"person": "somebody", "company": "a company", "name": "somebody", "file": "a file"}


def _optional(part: str, values: Mapping[str, str]) -> str:
    return part if all(values.get(name) for name in re.findall(r"\{(\w+)\}", part)) else ""


def _words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(entry) for entry in value)
    return "" if value is None else str(value)
