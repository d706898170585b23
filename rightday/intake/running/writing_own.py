"""What a row brings beside names and numbers: fields of its own, and the ids of the system it is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rightday.db import bulk
from rightday.intake.models import Import
from rightday.intake.running.judged_lines import key_of
from rightday.intake.running.judging import Became
from rightday.intake.running.written import Written
from rightday.kernel import names
from rightday.people import actions as people
from rightday.people import external
from rightday.people.models import Company
from rightday.people.models_files import Kept
from rightday.team.models import Member

_NAME = 200
_SAME = "company"


def companies_by_id(rows: Sequence[Written]) -> dict[external.Key, Company]:
    """The companies that rows name by their id: an export of contacts may name them by nothing else."""
    return external.companies_by({key for row in rows if (key := _company_key(row))})


def company_of(row: Written, by_id: Mapping[external.Key, Company]) -> Company | None:
    """The company of a row that names none but by its id."""
    return by_id.get(key) if not row.record.company and (key := _company_key(row)) else None


def write_own(rows: Sequence[Written], companies: Mapping[str, Company], batch: Import, by: Member) -> None:
    """Fields of their own on the person of each row, else on its company with its numbers; who is named by which id."""
    _kept(rows, companies, batch)
    _switchboards(rows, companies, by)
    _ids(rows, companies)


def _kept(rows: Sequence[Written], companies: Mapping[str, Company], batch: Import) -> None:
    told = [(row, row.person, _company(row, companies)) for row in rows if _own(row, companies) and _is_in(row)]
    known = {row.person.pk for row in rows if row.became is Became.KNOWN and row.person is not None and row.record.own}
    there = set(Kept.objects.filter(person__among=known).values_list("person_id", "name", "value")) if known else set()
    for column, ours in (("person_id", True), ("company_id", False)):
        values, owners = [], []
        for row, person, company in told:
            owner = person if ours else company if person is None else None
            if owner is None:
                continue
            for name, value in _own(row, companies):
                said = (owner.pk, name[:_NAME], value)
                if ours and said in there:
                    continue
                if ours and row.became is Became.KNOWN:
                    there.add(said)
                values.append((*said, batch.pk))
                owners.append(row)
        ids = bulk.insert_values(Kept, (column, "name", "value", "batch_id"), values)
        for row, pk in zip(owners, ids, strict=True):
            row.made.setdefault("kept", []).append(pk)


def _switchboards(rows: Sequence[Written], companies: Mapping[str, Company], by: Member) -> None:
    """Numbers of rows that name a company alone."""
    told = [
        (row, company)
        for row in rows
        if row.person is None and row.record.phones and _is_in(row) and (company := _company(row, companies))
    ]
    made = people.add_switchboards([(company, row.record.phones) for row, company in told], by=by) if told else []
    for (row, _company_of_it), numbers in zip(told, made, strict=True):
        if numbers:
            row.made["numbers"] = numbers


def _own(row: Written, companies: Mapping[str, Company]) -> tuple[tuple[str, str], ...]:
    """Fields of its own. The addresses of a company are such, for they are nobody's; so is a website beside its own."""
    record, company = row.record, _company(row, companies)
    if row.person is not None or company is None:
        return record.own
    also = [("Email", one) for one in record.emails]
    if record.website and record.website != company.website:
        also.append(("Website", record.website))
    return (*record.own, *also)


def _ids(rows: Sequence[Written], companies: Mapping[str, Company]) -> None:
    persons: dict[external.Key, int] = {}
    named: dict[external.Key, int] = {}
    owners: dict[external.Key, Written] = {}
    for row in rows:
        company = _company(row, companies) if _is_in(row) else None
        key, firm = key_of(row.judged.line), _company_key(row)
        if key and row.person is not None:
            persons.setdefault(key, row.person.pk)
            owners.setdefault(key, row)
        elif key and company is not None:
            firm = (key[0], _SAME, key[2])
        if firm and company is not None:
            named.setdefault(firm, company.pk)
            owners.setdefault(firm, row)
    for key, pk in (external.name(persons, named) if persons or named else {}).items():
        owners[key].made.setdefault("external", []).append(pk)


def _company(row: Written, companies: Mapping[str, Company]) -> Company | None:
    return companies.get(names.company_key(row.record.company)) if row.record.company else None


def _company_key(row: Written) -> external.Key | None:
    line = row.judged.line
    return (line.system, _SAME, line.record.company_id) if line.record.company_id else None


def _is_in(row: Written) -> bool:
    return row.became is not Became.REFUSED
