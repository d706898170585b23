"""Numbers, addresses, permission, tries and likenesses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rightday.kernel import phones
from rightday.people import actions, search
from rightday.people.models import DuplicateSuggestion, Permission, Person, PhoneNumber
from rightday.people.rules import Answer, Channel, NumberState
from rightday.team.rules import NotAllowed
from rightday.timeline.models import Event
from tests.conftest import Cast

MON, TUE = date(2026, 11, 23), date(2026, 11, 24)


def verbs() -> list[str]:
    return list(Event.objects.order_by("id").values_list("verb", flat=True))


def one(text: str) -> phones.Phone:
    return phones.read(text)[0]


def first_of(person: Person) -> str:
    return PhoneNumber.objects.get(person=person, first=True).e164


class TestNumbers:
    def test_the_first_one_is_to_be_dialled(self, inside: Cast):
        anna = actions.add_person(given="Anna", family="Bell", by=inside.sam)
        bad = actions.add_number(anna, one("ring her at home"), by=inside.sam)
        good = actions.add_number(anna, one("020 7946 0731"), by=inside.sam, label=" Direct ")
        mobile = actions.add_number(anna, one("07700 900448"), by=inside.sam)
        assert (bad.first, good.first, mobile.first) == (False, True, False)
        assert (bad.e164, bad.typed, good.label) == ("", "ring her at home", "Direct")
        assert verbs()[1:] == ["person.number"] * 3
        assert Event.objects.last().data == {"number": "+44 7700 900448", "label": ""}
        assert search.find_persons("900448") == [anna.pk]

    def test_the_same_one_again_is_the_one_there_is(self, inside: Cast):
        assert actions.add_number(inside.martin, one("+44 20 7946 0142"), by=inside.sam) == inside.number
        bad = actions.add_number(inside.martin, one("unknown"), by=inside.sam)
        assert actions.add_number(inside.martin, one("unknown"), by=inside.sam) == bad
        extended = actions.add_number(inside.martin, one("020 7946 0142 ext 7"), by=inside.sam)
        assert extended != inside.number
        assert Event.objects.last().data["number"] == "+44 20 7946 0142 ext. 7"

    def test_a_switchboard(self, inside: Cast):
        number = actions.add_number(inside.halden, one("020 7946 0555"), by=inside.sam)
        assert (number.company, number.person, number.first) == (inside.halden, None, False)
        assert verbs() == ["company.number"]
        actions.mark_number(number, state=NumberState.REACHED, on=TUE, by=inside.sam)
        assert Event.objects.last().company == inside.halden

    def test_two_million_characters_are_cut_to_the_column(self, inside: Cast):
        number = actions.add_number(inside.martin, one("9" * 2_000_000), by=inside.sam)
        assert len(number.typed) == 80

    def test_a_call_that_reached(self, inside: Cast):
        actions.mark_number(inside.number, state=NumberState.REACHED, on=MON, by=inside.sam)
        actions.mark_number(inside.number, state=NumberState.REACHED, on=TUE, by=inside.sam)
        number = PhoneNumber.objects.get(pk=inside.number.pk)
        assert (number.state, number.state_on, number.reached_on) == ("reached", TUE, TUE)
        assert verbs() == ["person.number_state"]
        assert Event.objects.last().data == {"number": "+44 20 7946 0142", "state": "Reached"}

    def test_one_that_rang_out_keeps_the_day_it_reached(self, inside: Cast):
        actions.mark_number(inside.number, state=NumberState.REACHED, on=MON, by=inside.sam)
        actions.mark_number(inside.number, state=NumberState.RANG_OUT, on=TUE, by=inside.sam)
        number = PhoneNumber.objects.get(pk=inside.number.pk)
        assert (number.state, number.reached_on, number.first) == ("rang_out", MON, True)

    def test_a_wrong_one_gives_way_to_the_best_other(self, inside: Cast):
        actions.add_number(inside.martin, one("020 7946 0731"), by=inside.sam)
        reached = actions.add_number(inside.martin, one("020 7946 0732"), by=inside.sam)
        actions.mark_number(reached, state=NumberState.REACHED, on=MON, by=inside.sam)
        actions.mark_number(inside.number, state=NumberState.WRONG, on=TUE, by=inside.sam)
        assert first_of(inside.martin) == "+442079460732"
        actions.mark_number(PhoneNumber.objects.get(pk=reached.pk), state=NumberState.WRONG, on=TUE, by=inside.sam)
        assert first_of(inside.martin) == "+442079460731"

    def test_the_last_one_wrong_leaves_none(self, inside: Cast):
        actions.mark_number(inside.number, state=NumberState.WRONG, on=TUE, by=inside.sam)
        assert not PhoneNumber.objects.filter(first=True).exists()

    def test_a_mark_taken_back(self, inside: Cast):
        other = actions.add_number(inside.martin, one("020 7946 0731"), by=inside.sam)
        actions.mark_number(inside.number, state=NumberState.WRONG, on=TUE, by=inside.sam)
        assert first_of(inside.martin) == other.e164
        actions.put_back_number(
            inside.number, state=NumberState.REACHED, state_on=MON, reached_on=MON, first=True, by=inside.sam
        )
        number = PhoneNumber.objects.get(pk=inside.number.pk)
        assert (number.state, number.state_on, number.reached_on, number.first) == ("reached", MON, MON, True)
        actions.put_back_number(
            other, state=NumberState.UNTESTED, state_on=None, reached_on=None, first=False, by=inside.sam
        )
        assert first_of(inside.martin) == inside.number.e164

    def test_choosing_the_one_to_dial(self, inside: Cast):
        other = actions.add_number(inside.martin, one("020 7946 0731"), by=inside.sam)
        actions.make_first(other, by=inside.sam)
        assert first_of(inside.martin) == "+442079460731"
        assert verbs()[-1] == "person.number_first"


class TestAddresses:
    def test_added_once_and_taken_away(self, inside: Cast):
        email = actions.add_email(inside.martin, " Martin@halden.example ", by=inside.sam)
        assert (email.address, email.key) == ("Martin@halden.example", "martin@halden.example")
        assert actions.add_email(inside.martin, "MARTIN@halden.example", by=inside.sam) == email
        assert search.find_persons("martin halden.exa") == [inside.martin.pk]
        actions.remove_email(email, by=inside.sam)
        assert search.find_persons("example") == []
        assert verbs() == ["person.email", "person.email_removed"]


class TestPermission:
    def record(self, cast: Cast, answer: Answer, on: date, channel: Channel = Channel.PHONE, **more) -> Permission:
        return actions.record_permission(cast.martin, channel=channel, answer=answer, by=cast.sam, on=on, **more)

    def refused(self, cast: Cast) -> bool:
        stored = Person.objects.get(pk=cast.martin.pk).do_not_call
        assert stored == cast.martin.do_not_call
        return stored

    def test_refused_is_repeated_on_the_person(self, inside: Cast):
        row = self.record(inside, Answer.REFUSED, TUE, words=" Never again. ")
        assert self.refused(inside)
        assert row.words == "Never again."
        event = Event.objects.last()
        assert (event.verb, event.words) == ("person.permission", "Never again.")
        assert event.data == {"channel": "phone", "answer": "Refused"}

    def test_a_later_yes_lifts_it_an_earlier_one_does_not(self, inside: Cast):
        self.record(inside, Answer.REFUSED, MON)
        self.record(inside, Answer.GIVEN, MON - timedelta(days=9))
        self.record(inside, Answer.NOT_ASKED, TUE)
        assert self.refused(inside)
        self.record(inside, Answer.GIVEN, TUE, days=[4, 2, 2], hours="15:00-17:00", purpose="her team")
        assert not self.refused(inside)
        assert Permission.objects.last().days == [2, 4]

    def test_another_channel_says_nothing_about_calls(self, inside: Cast):
        self.record(inside, Answer.REFUSED, TUE, Channel.TEXT)
        assert not self.refused(inside)
        self.record(inside, Answer.REFUSED, TUE)
        self.record(inside, Answer.GIVEN, TUE + timedelta(days=1), Channel.EMAIL)
        assert self.refused(inside)

    def test_taken_back(self, inside: Cast):
        row = self.record(inside, Answer.REFUSED, TUE)
        person = actions.take_back_permission(row, by=inside.sam)
        assert person.do_not_call is False
        assert not Person.objects.get(pk=inside.martin.pk).do_not_call
        assert verbs() == ["person.permission", "person.permission_taken_back"]


class TestDials:
    def test_counted_and_uncounted(self, inside: Cast):
        now = timezone.now()
        actions.count_dial(inside.martin, reached=False, at=now - timedelta(hours=1))
        assert (inside.martin.dials, inside.martin.talks, inside.martin.last_talk_at) == (1, 0, None)
        actions.count_dial(inside.martin, reached=True, at=now)
        assert (inside.martin.dials, inside.martin.talks, inside.martin.last_talk_at) == (2, 1, now)
        actions.uncount_dial(inside.martin, reached=True)
        actions.uncount_dial(inside.martin, reached=False)
        actions.uncount_dial(inside.martin, reached=True, last_talk_at=None)
        fresh = Person.objects.get(pk=inside.martin.pk)
        assert (fresh.dials, fresh.talks, fresh.last_talk_at) == (0, 0, None)


class TestDuplicates:
    def test_suggested_once_in_either_order(self, inside: Cast):
        anna = actions.add_person(given="Anna", family="Bell", by=inside.sam)
        made = actions.suggest_duplicate(anna, inside.martin, ["same name"], 0.9)
        assert actions.suggest_duplicate(inside.martin.pk, anna.pk, ["other"], 0.5) == made
        assert DuplicateSuggestion.objects.get().reasons == ["same name"]

    def test_nobody_is_a_duplicate_of_themselves(self, inside: Cast):
        with pytest.raises(ValueError, match="themselves"):
            actions.suggest_duplicate(inside.martin, inside.martin, [], 1)


def test_somebody_who_left_changes_nothing(inside: Cast):
    row = TestPermission().record(inside, Answer.GIVEN, TUE)
    email = actions.add_email(inside.martin, "m@x.example", by=inside.sam)
    inside.jo.left_at = timezone.now()
    for act in (
        lambda: actions.add_number(inside.martin, one("020 7946 0731"), by=inside.jo),
        lambda: actions.mark_number(inside.number, state=NumberState.WRONG, on=TUE, by=inside.jo),
        lambda: actions.put_back_number(
            inside.number, state=NumberState.WRONG, state_on=TUE, reached_on=None, first=True, by=inside.jo
        ),
        lambda: actions.make_first(inside.number, by=inside.jo),
        lambda: actions.add_email(inside.martin, "a@b.example", by=inside.jo),
        lambda: actions.remove_email(email, by=inside.jo),
        lambda: TestPermission.record(TestPermission(), _as(inside), Answer.REFUSED, TUE),
        lambda: actions.take_back_permission(row, by=inside.jo),
    ):
        with pytest.raises(NotAllowed):
            act()


def _as(cast: Cast) -> Cast:
    from dataclasses import replace

    return replace(cast, sam=cast.jo)
