"""Changing the ledger and the rules: each form a dialog where there is script, a page where there is none."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from rightday.agencies.once import once
from rightday.kernel.money import Money, say_exact
from rightday.leads.answers import Asking, ask
from rightday.leads.incentives import actions_ledger as ledger
from rightday.leads.incentives import actions_rules as of_rules
from rightday.leads.incentives.forms import (
    CorrectionForm,
    DeclineForm,
    EndForm,
    LineForm,
    PaymentForm,
    RuleForm,
    change_form,
    correction_about,
)
from rightday.leads.incentives.ledger_shown import say
from rightday.leads.incentives.models import IncentiveRule, LedgerLine
from rightday.leads.incentives.queries import lines_by_id
from rightday.team import queries as team
from rightday.team.door import MemberRequest
from rightday.team.front import page
from rightday.team.rules import Permission, Refused
from rightday.ui.fragments import blocks, toast

HOME = "/results/incentives/"


def lines(request: MemberRequest) -> HttpResponse:
    """A line added by hand."""
    request.member.must(Permission.INCENTIVES)
    form = LineForm(_data(request))
    asked = _asking(request, form, _("Add a line"), _("Add it"), _("What no rule has counted"))

    def act() -> str:
        said = form.cleaned_data
        made = ledger.add_line(said["earner"], pay=said["pay"], words=said["words"], by=request.member)
        return _("Line %(number)s is in the ledger, to be approved") % {"number": made.number}

    return _asked(request, asked, act)


def correction(request: MemberRequest, line_id: int) -> HttpResponse:
    """A line taken back by one of its own."""
    line = _line(request, line_id)
    form = CorrectionForm(_data(request))
    asked = _asking(request, form, _("Correct a line"), _("Take it back"), correction_about(line))

    def act() -> str:
        said = form.cleaned_data
        made = ledger.correct(line, words=said["words"], right=said["right"], by=request.member)
        return _("Line %(number)s is taken back by line %(by)s") % {"number": line.number, "by": made[0].number}

    return _asked(request, asked, act)


def decline(request: MemberRequest, line_id: int) -> HttpResponse:
    """No, and why."""
    line = _line(request, line_id)
    form = DeclineForm(_data(request))
    asked = _asking(request, form, _("Decline a line"), _("Decline it"), correction_about(line))

    def act() -> str:
        ledger.decline(line.pk, words=form.cleaned_data["words"], by=request.member)
        return _("Line %(number)s is declined") % {"number": line.number}

    return _asked(request, asked, act)


@require_POST
def approvals(request: MemberRequest) -> HttpResponse:
    """Approves one line (`line`), or each of `selected`."""
    wanted = _ids(request.POST.getlist("line") or request.POST.getlist("selected"))

    def act() -> str:
        done = len(ledger.approve(wanted, by=request.member))
        return ngettext("%(n)d line approved", "%(n)d lines approved", done) % {"n": done}

    return _done(request, act, str(sorted(wanted)))


def payments(request: MemberRequest) -> HttpResponse:
    """Marks `selected` lines as paid, with words: asked for on the way, unless they came along."""
    request.member.must(Permission.INCENTIVES)
    sent = request.POST if request.method == "POST" else request.GET
    shown = lines_by_id(_ids(sent.getlist("selected")), request.member)
    form = PaymentForm(_data(request))
    if form.is_valid() and shown:
        try:
            return _done(request, lambda: _pay(request, form, [line.id for line in shown]), str(shown[0].id))
        except Refused as problem:
            form.add_error(None, str(problem))
    total = say([line.amount for line in shown], say_exact(Money(0, request.agency.currency)))
    values = {"form": form, "lines": shown, "total": total, "back": _back(request)}
    draw = blocks if request.htmx else page
    more: Any = {"main": "form"} if request.htmx else {}
    return draw(request, "leads/pages/payment.html", values, status=422 if form.is_bound else 200, **more)


def rules(request: MemberRequest) -> HttpResponse:
    """A rule added."""
    request.member.must(Permission.INCENTIVES)
    form = RuleForm(_data(request), today=team.today(request.member), initial={"begins": _("today")})
    asked = _asking(request, form, _("Add a rule"), _("Add it"), _("What earns, whom it pays, from which day on"))

    def act() -> str:
        made = of_rules.add_rule(by=request.member, **form.rule())
        return _("Rule %(number)s is there") % {"number": made.number}

    return _asked(request, asked, act)


def rule(request: MemberRequest, rule_id: int) -> HttpResponse:
    """A rule changed from a day on."""
    row = _rule(request, rule_id)
    form = change_form(_data(request), row, team.today(request.member))
    about = _("Rule %(number)s, %(for)s") % {"number": row.number, "for": row.get_earns_display().lower()}
    asked = _asking(request, form, _("Change a rule"), _("Change it"), about)

    def act() -> str:
        made = of_rules.change_rule(row, by=request.member, **form.rule())
        return _("Rule %(new)s takes over from rule %(old)s") % {"new": made.number, "old": row.number}

    return _asked(request, asked, act)


def rule_end(request: MemberRequest, rule_id: int) -> HttpResponse:
    """A rule's last day."""
    row = _rule(request, rule_id)
    form = EndForm(_data(request), today=team.today(request.member), initial={"on": _("today")})
    about = _("Rule %(number)s, %(for)s") % {"number": row.number, "for": row.get_earns_display().lower()}
    asked = _asking(request, form, _("End a rule"), _("End it"), about)

    def act() -> str:
        of_rules.end_rule(row, on=form.cleaned_data["on"], by=request.member)
        return _("Rule %(number)s has its last day") % {"number": row.number}

    return _asked(request, asked, act)


def _pay(request: MemberRequest, form: Form, ids: list[int]) -> str:
    done = ledger.pay(ids, words=form.cleaned_data["words"], by=request.member)
    money = say([Money(line.amount, line.currency) for line in done], _("Nothing"))
    return _("%(money)s marked as paid") % {"money": money}


def _line(request: MemberRequest, line_id: int) -> LedgerLine:
    request.member.must(Permission.INCENTIVES)
    found: LedgerLine = LedgerLine.objects.select_related("member", "person").get(pk=line_id)
    return found


def _rule(request: MemberRequest, rule_id: int) -> IncentiveRule:
    request.member.must(Permission.INCENTIVES)
    found: IncentiveRule = IncentiveRule.objects.get(pk=rule_id)
    return found


def _asking(request: MemberRequest, form: Form, title: str, save: str, about: str) -> Asking:
    back = _back(request)
    form.fields["back"].initial = back
    return Asking(form, title, save, about, back, request.path)


def _asked(request: MemberRequest, asked: Asking, act: Callable[[], str]) -> HttpResponse:
    """The form, until it is sent and what it asks for can be."""
    if not asked.form.is_valid():
        return ask(request, asked)
    try:
        return _done(request, act, "")
    except Refused as problem:
        asked.form.add_error(None, str(problem))
        return ask(request, asked)


def _done(request: MemberRequest, act: Callable[[], str], what: str) -> HttpResponse:
    """Acts once for each form and what it names: one page's form approves many lines, one after the other."""
    try:
        key = uuid.uuid5(uuid.UUID(request.POST.get("once", "")), f"{request.path} {what}")
    except ValueError:
        key = uuid.uuid4()
    toast(request, once(key, act))
    return HttpResponseClientRedirect(_back(request)) if request.htmx else redirect(_back(request))


def _back(request: MemberRequest) -> str:
    """Where one came from, within incentives."""
    back = request.POST.get("back") or request.GET.get("back") or HOME
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(HOME)
    return back if safe else HOME


def _ids(sent: list[str]) -> list[int]:
    return [int(one) for one in sent if one.isdecimal() and len(one) < 16]


def _data(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None
