"""From rows to records: nothing is lost, refusals survive, and words show what they show."""

import time
from datetime import date, datetime, timedelta
from datetime import time as clock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rightday.intake.heard import Kind
from rightday.intake.reading import Row, text_of
from rightday.intake.understanding import cells, columns
from rightday.intake.understanding import records as rules
from rightday.intake.understanding.columns import Column, Field
from rightday.intake.understanding.records import Record, Settings

TODAY = date(2026, 5, 14)
SETTINGS = Settings(TODAY)
HEADER = ("Company", "Contact", "Phone", "E-mail", "Date added", "Next call", "Status", "Fee", "Shoe size", "Notes")


def read(header: tuple[str, ...], *values: object, **row: object) -> Record:
    found = columns.guess(header, [], TODAY)
    return rules.read_row(Row(2, values, **row), columns.plan(found), SETTINGS)  # type: ignore[arg-type]


def shown(**values: object) -> list[tuple[Kind, str]]:
    return [(heard.kind, heard.words) for heard in rules.demand_of(read(tuple(values), *values.values()))]


def test_an_ordinary_row() -> None:
    record = read(
        HEADER, "Acme\u00a0 Ltd ", "LEE, Ann", "0161 496 0000 / 07700 900456", "A@B.example; c@d.example", "03/04/2026",
        date(2026, 5, 20), "Hot", "£4,500 flat", 42, "seeing 2 this wk",
    )  # fmt: skip
    assert (record.company, record.given, record.family, record.full_name) == ("Acme Ltd", "Ann", "Lee", "LEE, Ann")
    assert [phone.e164 for phone in record.phones] == ["+441614960000", "+447700900456"]
    assert record.emails == ("a@b.example", "c@d.example")
    assert record.heard_on is not None
    assert record.next_on is not None
    assert (record.heard_on.day, record.next_on.day) == (date(2026, 4, 3), date(2026, 5, 20))
    assert record.heard_on_day == date(2026, 4, 3)
    assert (record.notes, record.own) == ("seeing 2 this wk", (("Shoe size", "42"),))
    assert record.fee is not None
    assert record.fee.fixed is not None
    assert (record.fee.fixed.minor, record.status, record.problems, record.usable) == (450_000, "Hot", (), True)
    (heard,) = rules.demand_of(record)
    assert (heard.kind, heard.count, heard.day) == (Kind.INTERVIEWING, 2, date(2026, 4, 3))


def test_a_row_that_is_struck_through_is_read_and_says_so() -> None:
    record = read(HEADER, "Acme", "Ann", struck=True)
    assert (record.usable, record.struck, record.problems) == (True, True, (rules.STRUCK,))


def test_what_cannot_be_read_is_kept_and_said() -> None:
    record = read(HEADER, "Acme", "Ann", "ask Jo", "ann at acme", "31/04/2026", "ASAP", "", "tbc", None, None)
    assert record.notes.splitlines() == [
        "Phone: ask Jo", "E-mail: ann at acme", "Date added: 31/04/2026", "Next call: ASAP", "Fee: tbc",
    ]  # fmt: skip
    assert [problem.partition(":")[0] for problem in record.problems] == [
        "Phone “ask Jo”", "E-mail “ann at acme”", "Date added “31/04/2026”", "Next call “ASAP”",
    ]  # fmt: skip


def test_words_beside_a_number_are_kept() -> None:
    record = read(("Company", "Phone"), "Acme", "0161 496 0000 / 07700 900456 (ask for Jo)")
    assert "Phone: 0161 496 0000 / 07700 900456 (ask for Jo)" in record.notes
    assert record.phones[0].e164 == "+441614960000"


def test_words_beside_an_address_are_kept() -> None:
    record = read(("Company", "Email"), "Acme", "Ann <ann@acme.example> or bob@acme.example")
    assert record.emails == ("ann@acme.example", "bob@acme.example")
    assert record.notes == "Email: Ann <ann@acme.example> or bob@acme.example"


def test_placeholders_are_nothing() -> None:
    record = read(HEADER, "Acme", "-", "n/a", "none", "0/0/00", "–")
    assert (record.full_name, record.phones, record.emails, record.notes, record.problems) == ("", (), (), "", ())


def test_a_day_still_to_come_was_not_heard() -> None:
    record = read(("Company", "Spoke", "Date added"), "Acme", "20/05/2026", "01/05/2026")
    assert record.heard_on_day == date(2026, 5, 1)
    assert record.problems == ("Spoke “20/05/2026”: This day is still to come.",)


def test_a_number_is_read_in_the_country_of_the_company_where_the_person_has_none() -> None:
    header = ("Contact", "Country", "Phone", "Company Country")
    numbers = [
        read(header, "Ann Lee", person, "473-555-0111", company).phones[0].e164
        for person, company in ((None, "United States"), ("Canada", "Germany"), ("", "Mars"))
    ]
    assert numbers == ["+14735550111", "+14735550111", "+4735550111"]


def test_a_number_is_read_in_the_country_of_its_row() -> None:
    record = read(("Company", "Phone", "Country"), "Acme", "030 901820", "Germany")
    assert [phone.e164 for phone in record.phones] == ["+4930901820"]


def test_the_same_number_twice_is_one() -> None:
    record = read(("Company", "Phone", "Mobile"), "Acme", "07700 900123", 447700900123)
    assert [phone.e164 for phone in record.phones] == ["+447700900123"]


def test_given_and_family_name_of_their_own_columns_stay_as_typed() -> None:
    record = read(("First name", "Last name", "Full name"), "Jean-Luc", "D'Arc, MBA", "JL")
    assert (record.given, record.family, record.full_name) == ("Jean-Luc", "D'Arc, MBA", "Jean-Luc D'Arc, MBA")
    assert record.notes == "Name: JL"


def test_a_row_without_person_and_company_is_refused_with_the_reason() -> None:
    record = read(HEADER, "", None, "07700 900123")
    assert (record.usable, record.refused_reason) == (False, "No person and no company in this row.")
    assert rules.demand_of(record) == ()


def test_an_address_stands_for_a_missing_name() -> None:
    record = read(HEADER, "", "", "", "info@nameless.example")
    assert (record.usable, record.full_name) == (True, "info@nameless.example")
    assert record.problems == ("The name is missing; the email address stands for it.",)


def test_done_says_what_was_answered() -> None:
    assert read(("Who", "Done"), "Ann", True).status == "Done: yes"


def test_cells_of_columns_that_nobody_named_are_notes() -> None:
    assert read(("Company",), "Acme", None, "stray").notes == "C: stray"


def test_a_column_left_out_is_left_out() -> None:
    found = columns.changed(columns.guess(("Company", "Secret"), [], TODAY), {1: Field.LEAVE_OUT})
    record = rules.read_row(Row(2, ("Acme", "x1")), columns.plan(found), SETTINGS)
    assert "x1" not in repr(record)


def test_second_values_of_single_fields_are_notes() -> None:
    chosen = {0: Field.COMPANY, 1: Field.COMPANY, 2: Field.HEARD_ON, 3: Field.HEARD_ON, 4: Field.FEE, 5: Field.FEE,
              6: Field.WEBSITE, 7: Field.WEBSITE}  # fmt: skip
    found = columns.changed(columns.guess(tuple("abcdefgh"), [], TODAY), chosen)
    values = ("Acme", "Beta", "03/04/2026", "04/04/2026", "20%", "25%", "x.example", "y.example")
    record = rules.read_row(Row(2, values), columns.plan(found), SETTINGS)
    assert record.notes == "b: Beta\nd: 04/04/2026\nf: 25%\nh: y.example"


# Refusals


@pytest.mark.parametrize(
    "values",
    [
        {"Status": "DO NOT CONTACT"}, {"Notes": "asked not to be called again"}, {"Do Not Call": "Yes"},
        {"Do not contact": "since March"}, {"Phone": "DNC"}, {"Contact": "Ann Lee (do not call)"},
        {"Next call": "never call again"}, {"Shoe size": "opted out"}, {"Notes": "Bitte nicht mehr anrufen"},
        {"Opt out": True},
    ],
)  # fmt: skip
def test_who_said_no_is_marked(values: dict[str, object]) -> None:
    record = read(("Company", *values), "Acme", *values.values())
    assert record.do_not_contact
    assert record.refusal_words


@pytest.mark.parametrize(
    "values",
    [
        {"Notes": "don't call before 10"}, {"Do Not Call": "No"}, {"Do not contact": ""}, {"Notes": "no answer"},
        {"Notes": "do not call on Fridays"}, {"Do Not Email": "Yes"}, {"Notes": "unsubscribed"},
    ],
)  # fmt: skip
def test_an_hour_or_another_channel_is_no_refusal_of_calls(values: dict[str, object]) -> None:
    assert not read(("Company", *values), "Acme", *values.values()).do_not_contact


@pytest.mark.parametrize("values", [{"Do Not Email": "Yes"}, {"Notes": "unsubscribed"}, {"massMailOptOut": "TRUE"}])
def test_mail_alone_can_be_refused(values: dict[str, object]) -> None:
    record = read(("Company", *values), "Acme", *values.values())
    assert (record.do_not_email, record.do_not_contact) == (True, False)


def test_a_refusal_of_calls_outweighs_one_of_mail() -> None:
    record = read(("Company", "Do not email", "Notes"), "Acme", "yes", "do not call")
    assert (record.do_not_email, record.do_not_contact, record.refusal_words) == (True, True, "do not call")


def test_a_section_can_refuse_for_all_its_rows() -> None:
    assert read(("Company",), "Acme", section="DO NOT CONTACT ▼").do_not_contact


# Demand


def test_a_grade_somebody_typed_is_no_evidence() -> None:
    assert shown(Company="Acme", Status="HOT!", Priority="Hot") == [(Kind.NAME_ONLY, "Acme")]


def test_roles_they_need_are_not_yet_interviews() -> None:
    assert shown(Company="Acme", Needs="2 Java devs") == [(Kind.RUMOUR, "2 Java devs")]
    assert shown(Company="Acme", Needs="interviewing Java devs") == [(Kind.INTERVIEWING, "interviewing Java devs")]
    assert shown(Company="Acme", Needs="-") == [(Kind.NAME_ONLY, "Acme")]


def test_the_answer_under_a_telling_header_counts() -> None:
    def answer(header: str, value: object) -> list[tuple[Kind, int | None]]:
        record = read(("Company", header), "Acme", value)
        return [(heard.kind, heard.count) for heard in rules.demand_of(record)]

    assert answer("Contractors on site", 4) == [(Kind.CONTRACTORS, 4)]
    assert answer("Contractors on site", 0) == [(Kind.NAME_ONLY, None)]
    assert answer("Interviewing?", "yes") == [(Kind.INTERVIEWING, None)]
    assert answer("Interviewing?", "no") == [(Kind.NAME_ONLY, None)]
    assert answer("Interviewing?", "maybe") == [(Kind.RUMOUR, None)]
    assert answer("Interviewing for", "2 testers") == [(Kind.INTERVIEWING, None)]


def test_a_word_in_a_header_is_not_a_word_heard() -> None:
    assert shown(**{"Company": "Acme", "Digital advertisement": "No"}) == [(Kind.NAME_ONLY, "Acme")]


def test_the_strongest_comes_first_and_a_day_in_the_words_stands() -> None:
    record = read(
        ("Company", "Spoke", "Notes"), "Acme", "04/05/2026",
        "saw the advert. has 4 contractors on the team. interviewed 2 yesterday",
    )  # fmt: skip
    assert [(heard.kind, heard.day) for heard in rules.demand_of(record)] == [
        (Kind.INTERVIEWING, date(2026, 5, 3)), (Kind.CONTRACTORS, date(2026, 5, 4)),
        (Kind.ADVERTISEMENT, date(2026, 5, 4)),
    ]  # fmt: skip


# Anything


ANY_CELL = st.one_of(
    st.none(), st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.times(),
    st.timedeltas(), st.from_regex(r"\+?[0-9 ()/.,-]{5,25}", fullmatch=True),
    st.sampled_from(["a@b.example", "31/04/2026", "20%", "do not call", "interviewing 2", "-", "£5", "x" * 40_000]),
)  # fmt: skip


@pytest.mark.parametrize("field", [Field.EXTERNAL_ID, Field.COMPANY_ID])
def test_an_id_longer_than_any_is_a_field_of_its_own(field: Field) -> None:
    made = [Column(0, "Name", Field.PERSON, 1.0, "", ()), Column(1, "ID", field, 1.0, "", ())]
    record = rules.read_row(Row(2, ("Ada King", "x" * 101)), columns.plan(made), SETTINGS)
    assert (record.external_id, record.company_id, record.own) == ("", "", (("ID", "x" * 101),))


@settings(deadline=None, max_examples=300)
@example([(Field.EXTERNAL_ID, "x" * 40_000)])
@given(st.lists(st.tuples(st.sampled_from(Field), ANY_CELL), min_size=1, max_size=12))
def test_no_cell_is_lost_and_none_raises(columns_and_cells: list[tuple[Field, object]]) -> None:
    made = [Column(index, f"h{index}", field, 1.0, "", ()) for index, (field, _) in enumerate(columns_and_cells)]
    values = tuple(cell for _, cell in columns_and_cells)
    record = rules.read_row(Row(2, values), columns.plan(made), SETTINGS)  # type: ignore[arg-type]
    rules.demand_of(record)
    told = words_of(record)
    for field, cell in columns_and_cells:
        text = cells.tidy(text_of(cell))  # type: ignore[arg-type]
        if field is Field.LEAVE_OUT or cells.is_placeholder(text):
            continue
        for word in text.casefold().split():
            assert word in told or field in columns.DAYS or "@" in word, (field, word)


def words_of(record: Record) -> str:
    parts = [
        record.full_name, record.title, record.company, record.place, record.country, record.website, record.status,
        record.grade_words, record.needs, record.notes, record.source, record.owner, record.rate,
        *(phone.typed for phone in record.phones), *record.emails,
        record.fee.text if record.fee else "",
        *(value for _, value in record.own), record.external_id, record.company_id,
        *(moment.text for moment in (record.spoke_on, record.next_on, record.heard_on) if moment),
    ]  # fmt: skip
    return "\n".join(parts).casefold()


@pytest.mark.parametrize("cell", [clock(9, 30), timedelta(hours=30), datetime(2026, 4, 3, 9, 30), True])
def test_odd_cells_in_a_day_column_are_read_or_kept(cell: object) -> None:
    record = read(("Company", "Spoke"), "Acme", cell)
    assert record.spoke_on is not None
    assert record.spoke_on.day == date(2026, 4, 3) or record.problems


def test_an_ordinary_row_takes_no_time() -> None:
    plan = columns.plan(columns.guess(HEADER, [], TODAY))
    rows = [
        Row(n, (f"Acme {n} Ltd", f"Ann Lee{n % 97}", f"07700 9{n:05d}", f"p{n}@c.example", "03/04/2026", "",
                "Hot", "20%", "", "called"))
        for n in range(2_000)
    ]  # fmt: skip
    start = time.perf_counter()
    for row in rows:
        rules.demand_of(rules.read_row(row, plan, SETTINGS))
    assert (time.perf_counter() - start) / len(rows) < 0.001  # about 0.0001 on an idle machine
