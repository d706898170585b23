"""Forms of incentives: amounts and days in words, somebody by their name. They clean and never write."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.agencies import queries as agencies
from rightday.kernel import names
from rightday.kernel.money import Money, read_amount, say_exact
from rightday.leads.forms import InWords
from rightday.leads.incentives.models import IncentiveRule, LedgerLine
from rightday.leads.incentives.rules import EARNS_WORDS, PAYS_CHOICES, SETTLED, Earns, Pays
from rightday.people.models import Person
from rightday.team.models import Member


def money_of(typed: str) -> Money:
    """What somebody typed as an amount, in the agency's currency unless said. Raises ValidationError with the fix."""
    currency = agencies.here().currency
    found = read_amount(typed, currency)
    if found is None or found.minor == 0:
        example = say_exact(Money(50_00, currency))
        raise forms.ValidationError(_("Write an amount like %(example)s.") % {"example": example})
    return found


class Back(forms.Form):
    """Where one came from: the tab and the month of the ledger, or somebody's statement."""

    back = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)


class LineForm(Back):
    """A line by hand: for whom, how much, what for."""

    earner = forms.CharField(
        label=lazy("For whom"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("A colleague, or somebody on record: Lena Fischer, or Lena Fischer, Halden."),
    )  # fmt: skip
    pay = forms.CharField(label=lazy("Amount"), max_length=30)
    words = forms.CharField(label=lazy("What for"), max_length=300)

    def clean_earner(self) -> Member | Person:
        """A colleague of that name, else the person. A name nobody has, or two have, is refused with the way out."""
        typed = self.cleaned_data["earner"].strip()
        found: list[Member | Person] = list(Member.objects.here().filter(name__iexact=typed)[:2])
        if not found:
            who, _sep, company = (part.strip() for part in typed.partition(","))
            people = Person.objects.filter(key=names.person_key(who))
            if company:
                people = people.filter(company__key=names.company_key(company))
            found = list(people[:2])
        if not found:
            raise forms.ValidationError(_("Nobody of that name is on record. Add them under People first."))
        if len(found) > 1:
            raise forms.ValidationError(_("Two have that name. Add the company: Lena Fischer, Halden."))
        return found[0]

    def clean_pay(self) -> Money:
        return money_of(self.cleaned_data["pay"])


class CorrectionForm(Back):
    """Why a line is taken back, and what it should have been."""

    words = forms.CharField(
        label=lazy("What was wrong"), max_length=300, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("Whoever earned it reads this."),
    )  # fmt: skip
    right = forms.CharField(
        label=lazy("The right amount"), required=False, max_length=30,
        help_text=lazy("A line of its own, to be approved. Empty: nothing."),
    )  # fmt: skip

    def clean_right(self) -> Money | None:
        typed = self.cleaned_data["right"].strip()
        return money_of(typed) if typed else None


class DeclineForm(Back):
    """Why a line is not approved."""

    words = forms.CharField(
        label=lazy("Why not"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("Whoever earned it reads this."),
    )  # fmt: skip


class PaymentForm(Back):
    """With what lines are paid. Which ones stands beside it, as hidden fields of their own."""

    words = forms.CharField(
        label=lazy("Paid with"), required=False, max_length=200, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("With salary, or invoice 31. Nothing is transferred by this: it marks what you have paid."),
    )  # fmt: skip


class RuleForm(Back, InWords):
    """A rule, from a day on."""

    earns = forms.ChoiceField(label=lazy("For"), choices=[(one.value, EARNS_WORDS[one]) for one in SETTLED])
    pays = forms.ChoiceField(label=lazy("Who is paid"), choices=PAYS_CHOICES)
    pay = forms.CharField(label=lazy("Amount"), max_length=30, widget=forms.TextInput(attrs={"autofocus": True}))
    begins = forms.CharField(
        label=lazy("From which day on"), required=False, max_length=60,
        help_text=lazy("Today or later. What happened before earns nothing by it."),
    )  # fmt: skip
    words = forms.CharField(label=lazy("A note"), required=False, max_length=300)

    def clean_pay(self) -> Money:
        return money_of(self.cleaned_data["pay"])

    def clean_begins(self) -> date:
        return day_to_come(self, "begins")

    def rule(self) -> dict[str, Any]:
        """What `add_rule` takes."""
        said = self.cleaned_data
        chosen = {"earns": Earns(said["earns"])} if "earns" in said else {}
        return chosen | {"pays": Pays(said["pays"])} | {name: said[name] for name in ("pay", "begins", "words")}


class EndForm(Back, InWords):
    """A rule's last day."""

    on = forms.CharField(
        label=lazy("Its last day"), required=False, max_length=60, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("Today or later. What it has paid for stays."),
    )  # fmt: skip

    def clean_on(self) -> date:
        return day_to_come(self, "on")


def day_to_come(form: InWords, field: str) -> date:
    """The day somebody typed, today if none. Raises ValidationError for one that is past."""
    if not form.cleaned_data[field].strip():
        return form.today
    day, _at = form.day_of(field, past=False)
    if day < form.today:
        raise forms.ValidationError(_("This day is past. Write today, or a day to come."))
    return day


def change_form(data: Any, rule: IncentiveRule, today: date) -> RuleForm:
    """The form that changes a rule, showing what it says; what it pays for stays."""
    pay = say_exact(Money(rule.amount, rule.currency))
    shown = {"pays": rule.pays, "pay": pay, "begins": _("today"), "words": rule.words}
    form = RuleForm(data, today=today, initial=shown)
    del form.fields["earns"]
    return form


def correction_about(line: LedgerLine) -> str:
    """ "Line 71, Priya Nair, £50.00" """
    said = {"number": line.number, "name": line.earner.name, "money": say_exact(Money(line.amount, line.currency))}
    return _("Line %(number)s, %(name)s, %(money)s") % said
