"""Forms of job orders: strings of a browser become days, amounts and shares; nothing is written here."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rightday.joborders import rules
from rightday.joborders.models import JobOrder
from rightday.joborders.rules import Closed, Kind
from rightday.kernel.amounts import Money, read_amount, say_money
from rightday.kernel.when import say_day
from rightday.leads.forms import InWords, day_in_words, person_named
from rightday.leads.forms_outcome import RIVALS
from rightday.people.models import Person

AMOUNTS = ("bill_from", "bill_to", "pay_to", "salary_from", "salary_to")
SHARES = ("burden", "fee")
DAYS = ("starts_on", "ends_on", "decides_on")
_AHEAD = lazy("In words: Monday 4 January, in six weeks.")
_PER = [(per.value, per.value) for per in rules.Per if per.value]


def _text(label: Any, hint: Any = "", **attrs: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, required=False, max_length=200, help_text=hint, widget=widget)


def amount_of(text: str, currency: str) -> int:
    """An amount as it was typed, in minor units of the order's currency. Raises ValidationError."""
    money = read_amount(text, currency)
    if money is None:
        raise forms.ValidationError(_("Write an amount, like 640 or 85,000."))
    if money.currency != currency:
        raise forms.ValidationError(_("This order is in %(currency)s.") % {"currency": currency})
    return money.minor


class TermsForm(InWords):
    """Title, kind, places, days and money of an order. Amounts in the order's currency, shares in per cent."""

    title = forms.CharField(
        label=lazy("What they need"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True})
    )
    kind = forms.ChoiceField(label=lazy("Contract or permanent"), choices=rules.KIND_CHOICES)
    openings = forms.IntegerField(label=lazy("Places"), min_value=1, max_value=500, initial=1)
    place = _text(lazy("Where"))
    starts_on = _text(lazy("Starts"), _AHEAD)
    ends_on = _text(lazy("Contract: ends"))
    decides_on = _text(lazy("They decide on"))
    bill_from = _text(lazy("Contract: billed from"))
    bill_to = _text(lazy("Contract: billed up to"))
    pay_to = _text(lazy("Contract: paid up to"))
    per = forms.ChoiceField(label=lazy("Each"), choices=_PER, required=False, initial="day")
    burden = _text(lazy("Contract: burden on the pay, in per cent"))
    salary_from = _text(lazy("Permanent: salary from"))
    salary_to = _text(lazy("Permanent: salary up to"))
    fee = _text(lazy("Permanent: fee, in per cent of the salary"))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    lead = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, currency: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.currency = currency

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for names, read in ((DAYS, self._day), (AMOUNTS, self._amount), (SHARES, _share)):
            for name in names:
                text = str(said.get(name) or "").strip()
                try:
                    said[name] = read(text) if text else None
                except forms.ValidationError as problem:
                    self.add_error(name, problem)
        return said

    def terms(self) -> dict[str, Any]:
        """What `joborders.actions.take` and `edit` take beside title and kind."""
        names = (*DAYS, *AMOUNTS, "openings", "place", "fee")
        said = {name: self.cleaned_data[name] for name in names}
        return said | {"burden": self.cleaned_data["burden"] or 0, "per": self.cleaned_data["per"] or "day"}

    def _day(self, text: str) -> date:
        return day_in_words(text, self.today, past=False)[0]

    def _amount(self, text: str) -> int:
        return amount_of(text, self.currency)


class NewOrderForm(TermsForm):
    """An order taken directly: from whom."""

    manager = forms.CharField(
        label=lazy("Hiring manager"),
        max_length=200,
        help_text=lazy("Somebody on record, with the company: Ruth Delacroix, Corvid."),
    )
    field_order = ("manager",)

    def clean_manager(self) -> Person | None:
        return person_named(self.cleaned_data["manager"])


class PointForm(InWords):
    """What somebody said of one of the eleven points."""

    words = forms.CharField(
        label=lazy("What they said"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3, "autofocus": True})
    )
    known = forms.BooleanField(label=lazy("This answers it"), required=False, initial=True)
    said_by = _text(lazy("Who said it"), lazy("Empty: it is written somewhere."))
    source = _text(lazy("Or where it is written"), lazy("Like: brief, page 2"))
    true_on = _text(lazy("On which day"), lazy("Today unless said."))

    def clean_true_on(self) -> date:
        return self.past_day("true_on") if self.cleaned_data["true_on"].strip() else self.today

    def clean_said_by(self) -> Person | None:
        return person_named(self.cleaned_data["said_by"])


class OrderStepForm(InWords):
    """Another day or objective for the next step."""

    due = forms.CharField(
        label=lazy("Day, and time if it is agreed"), max_length=60, widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=lazy("In words: tomorrow, Thursday 10:00, in two weeks."),
    )  # fmt: skip
    objective = forms.CharField(label=lazy("Objective"), required=False, max_length=300)
    agreed = forms.BooleanField(label=lazy("They agreed to this day"), required=False)
    seen_step = forms.IntegerField(widget=forms.HiddenInput)

    def clean_due(self) -> tuple[date, time | None]:
        day, at = self.day_of("due", past=False)
        if day < self.today:
            raise forms.ValidationError(_("This day is past. Write the day of the call to come."))
        return day, at

    def change(self) -> dict[str, Any]:
        """What `joborders.actions.move_step` takes."""
        said = self.cleaned_data
        return {"due": said["due"][0], "time": said["due"][1]} | {
            name: said[name] for name in ("objective", "agreed", "seen_step")
        }


class CloseForm(InWords):
    """How an order closed, and the day."""

    kind = forms.ChoiceField(label=lazy("How it closed"), choices=rules.CLOSED_CHOICES)
    on = _text(lazy("On which day"), lazy("Today unless said."))
    rival = _text(lazy("Which competitor"), lazy("A name we do not know yet is added."), list=RIVALS)
    who = _text(lazy("Who was hired"))
    words = forms.CharField(
        label=lazy("In their words"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_on(self) -> date:
        return self.past_day("on") if self.cleaned_data["on"].strip() else self.today

    def clean_rival(self) -> str:
        name = str(self.cleaned_data["rival"]).strip()
        if name and self.cleaned_data.get("kind") != Closed.COMPETITOR:
            raise forms.ValidationError(_("Choose “Filled by a competitor” above, or leave this empty."))
        return name


class AskForm(forms.Form):
    """What the client is asked to do."""

    words = forms.CharField(
        label=lazy("What you asked for"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "autofocus": True})
    )


class AnswerForm(forms.Form):
    """What they answered."""

    answer = forms.ChoiceField(label=lazy("Their answer"), choices=rules.ASK_CHOICES)
    words = forms.CharField(label=lazy("In their words"), required=False, max_length=500)


class SayForm(forms.Form):
    """Somebody of the client's who has a say."""

    person = forms.CharField(label=lazy("Who"), max_length=200, help_text=lazy("Somebody on record."))
    role = forms.ChoiceField(label=lazy("Their part"), choices=rules.SAY_CHOICES)
    words = forms.CharField(label=lazy("What they care about"), required=False, max_length=300)

    def clean_person(self) -> Person | None:
        return person_named(self.cleaned_data["person"])


class MemberForm(forms.Form):
    """A colleague who works on it too."""

    member = forms.TypedChoiceField(label=lazy("Colleague"), coerce=int)

    def __init__(self, data: Any = None, *, members: tuple[tuple[int, str], ...]) -> None:
        super().__init__(data)
        self.fields["member"].choices = members  # type: ignore[attr-defined]  # a TypedChoiceField has them


class SkillForm(forms.Form):
    """A skill that is asked for."""

    skill = forms.CharField(label=lazy("Skill"), max_length=80, widget=forms.TextInput(attrs={"autofocus": True}))
    must = forms.BooleanField(label=lazy("A must"), required=False, initial=True)
    years = forms.IntegerField(label=lazy("Years"), required=False, min_value=0, max_value=60)


def shown_terms(order: JobOrder, today: date) -> dict[str, Any]:
    """An order's terms as its form shows them."""
    shown: dict[str, Any] = {name: getattr(order, name) for name in ("title", "kind", "openings", "place", "per")} | {
        "seen": order.version
    }
    for name in AMOUNTS:
        amount = getattr(order, name)
        shown[name] = "" if amount is None else say_money(Money(amount, order.currency))
    for name in DAYS:
        day = getattr(order, name)
        shown[name] = say_day(day, today) if day else ""
    for name in SHARES:
        points = getattr(order, name)
        shown[name] = f"{Decimal(points) / 100:f}" if points else ""
    return shown


def _share(text: str) -> int:
    """Per cent as basis points: "22.5" is 2,250."""
    try:
        points = Decimal(text.removesuffix("%").strip().replace(",", ".")) * 100
    except InvalidOperation:
        points = Decimal(-1)
    if not points.is_finite() or not 0 <= points <= 30_000 or points % 1:
        raise forms.ValidationError(_("Write per cent, like 20 or 22.5."))
    return int(points)


def kind_of(said: dict[str, Any]) -> Kind:
    return Kind(said["kind"])
