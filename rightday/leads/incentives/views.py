"""Incentives: the ledger by month and state, statements, downloads. Changes are in `views_ledger`."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from rightday.leads.incentives import sheets
from rightday.leads.incentives.models import LedgerLine, LedgerQuerySet
from rightday.leads.incentives.queries import Month, Tab, ledger_page, lines_of, tab_of
from rightday.leads.incentives.queries_statement import StatementPage, statement_page
from rightday.people.models import Person
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.models import Member
from rightday.team.rules import Permission

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def incentives(request: MemberRequest) -> HttpResponse:
    """The ledger; whoever may not read it comes to their own statement."""
    if not request.member.may(Permission.INCENTIVES):
        return redirect("incentives_mine")
    month, after = request.GET.get("month", "")[:7], request.GET.get("after", "")[:9]
    shown = ledger_page(request.member, tab=tab_of(request.GET), month=month, after=after)
    return page(request, "leads/pages/incentives.html", {"ledger": shown, "address": request.get_full_path()})


@require_GET
def download(request: MemberRequest) -> HttpResponse:
    """What a tab of the ledger holds, as .xlsx or .csv."""
    request.member.must(Permission.INCENTIVES)
    tab, month = tab_of(request.GET), Month.of(request.GET.get("month", "")[:7], team.today(request.member))
    found = LedgerLine.objects.with_state() if tab is Tab.RULES else lines_of(tab, month)
    return _sent(request, found, f"incentives {month.key}" if tab is Tab.MONTH else f"incentives {tab.value}")


@require_GET
def mine(request: MemberRequest) -> HttpResponse:
    """One's own statement."""
    return _statement(request, request.member)


@require_GET
def of_member(request: MemberRequest, member_id: int) -> HttpResponse:
    """A colleague's statement, also of one who has left."""
    return _statement(request, Member.objects.get(pk=member_id))


@require_GET
def of_person(request: MemberRequest, person_id: int) -> HttpResponse:
    """The statement of somebody outside: a candidate, a placed consultant, a referee."""
    return _statement(request, Person.objects.get(pk=person_id))


def _statement(request: MemberRequest, earner: Member | Person) -> HttpResponse:
    shown: StatementPage = statement_page(request.member, earner, month=request.GET.get("month", "")[:7])
    if "as" in request.GET:
        return _sent(request, LedgerLine.objects.with_state().earned_by(earner), f"statement {earner.name}")
    return page(request, "leads/pages/statement.html", {"statement": shown, "address": request.get_full_path()})


def _sent(request: MemberRequest, found: LedgerQuerySet, name: str) -> HttpResponse:
    as_text = request.GET.get("as") == "csv"
    body = (sheets.text if as_text else sheets.workbook)(found, reader=request.member)
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8" if as_text else XLSX)
    file = content_disposition_header(as_attachment=True, filename=f"{name}.{'csv' if as_text else 'xlsx'}")
    answer.headers["Content-Disposition"] = file or "attachment"
    return answer
