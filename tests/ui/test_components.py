"""Components take plain values, escape them, and are all shown in the gallery."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django import forms
from django.template import engines
from jinja2 import UndefinedError

PAGES = Path("rightday/ui/pages")
ui = engines["jinja2"].env.globals["ui"]  # type: ignore[attr-defined]


def test_every_component_is_shown_in_the_gallery_or_used_by_one_that_is() -> None:
    shown = "".join(path.read_text() for path in PAGES.rglob("*.html"))
    unused = [name for name in vars(ui) if not re.search(rf"\bui\.{name}\(", shown)]
    # These need a bound Django form, or are tried below.
    assert set(unused) <= {"field", "form_errors", "pager", "seg", "settings_nav"}


def test_every_component_says_what_it_is() -> None:
    for path in sorted((PAGES / "components").glob("*.html")):
        text = path.read_text()
        documented = re.findall(r"#\}\n\{% macro (\w+)", text)
        assert documented == re.findall(r"\{% macro (\w+)", text), path.name


def test_a_misspelt_component_or_value_raises() -> None:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    with pytest.raises(UndefinedError):
        env.from_string("{{ ui.buton('Save') }}").render()
    with pytest.raises(UndefinedError):
        env.from_string("{{ ui.button(label) }}").render()


def test_a_button_prints_its_key_and_escapes_its_words() -> None:
    made = str(
        ui.button(
            "Save <lead>",
            tone="go",
            key="Mod+Enter",
            name="result",
            value='"met"',
            attrs={"hx-post": "/x/", "hx-no": None, "data-on": True},
        )
    )
    assert 'class="btn btn-go"' in made
    assert 'data-key="Mod+Enter"' in made
    assert "<kbd>Ctrl ↵</kbd>" in made
    assert "Save &lt;lead&gt;" in made
    assert 'value="&#34;met&#34;"' in made
    assert ' hx-post="/x/"' in made
    assert " data-on" in made
    assert "hx-no" not in made
    assert made.endswith("</button>")


def test_a_button_with_an_address_is_a_link() -> None:
    made = str(ui.button("Leads", href="/leads/", small=True, describes="of Halden"))
    assert made.startswith('<a class="btn btn-sm" href="/leads/"')
    assert '<span class="sr"> of Halden</span>' in made
    assert made.endswith("</a>")


def test_a_grade_has_a_word_and_ticks_never_only_colour() -> None:
    made = str(ui.grade("hot", 3, "3 days left"))
    assert '<span class="grade hot">' in made
    assert 'data-left="3"' in made
    assert "<b>Hot</b>" in made
    assert "3 days left" in made
    assert "ticks" not in str(ui.grade("none"))
    assert "To qualify" in str(ui.grade("none"))
    assert 'class="disc"' in str(ui.grade("Placed"))


def test_a_number_is_dialled_in_international_form() -> None:
    assert 'href="tel:+442079460142"' in str(ui.tel("+44 20 7946 0142"))
    assert 'href="tel:+442079460142;ext=7"' in str(ui.dial("+44 (20) 7946-0142 ext. 7"))


def test_a_wrong_number_cannot_be_dialled() -> None:
    assert "tel:" in str(ui.number("+44 113 496 0120", "untested"))
    assert "tel:" not in str(ui.number("+44 113 496 0120", "wrong"))
    assert "<s>+44 113 496 0120</s>" in str(ui.number("+44 113 496 0120", "wrong"))


def test_a_call_row_without_a_number_says_so() -> None:
    line = {
        "id": 7, "n": "11:00", "name": "Daniel Mbeki", "href": "/x/", "org": "Portland Foods", "number": "", "dial": "",
        "why": "Asked you to call back.", "aim": "Is it funded?", "grade": "", "ticks": 0, "left": "", "time": "",
        "place": "", "off": False, "colleague": "", "score_href": "",
    }  # fmt: skip
    made = str(ui.call_rows([line]))
    assert "No number yet" in made
    assert "tel:" not in made
    assert 'data-at="11:00"' in made
    assert "Objective:" in made
    assert "call-next" not in made
    assert 'class="call call-next" aria-current="true"' in str(ui.call_rows([line], next=line))


def test_a_field_with_an_error_points_to_its_sentence() -> None:
    made = str(ui.input("phone", "Phone", "12", errors=["One digit short."], hint="With the code."))
    assert 'aria-invalid="true"' in made
    assert 'aria-describedby="f-phone-err f-phone-hint"' in made
    assert 'id="f-phone-err"' in made
    assert 'id="f-phone-hint"' in made


def test_a_textarea_keeps_a_first_empty_line() -> None:
    # Browsers drop the first line break after the tag.
    assert ">\n\nsecond line</textarea>" in str(ui.input("words", "Words", "\nsecond line", rows=3))


def test_a_select_marks_the_chosen_option_and_groups() -> None:
    made = str(ui.select("field", "Becomes", (("name", "Name", "Person"), ("firm", "Name", "Company")), "firm"))
    assert '<optgroup label="Company"><option value="firm" selected>' in re.sub(r"\s*\n\s*", "", made)
    assert made.count("selected") == 1


class Sample(forms.Form):
    email = forms.EmailField(help_text="Where the link goes.")
    role = forms.ChoiceField(choices=[("s", "Salesperson")])
    keep = forms.BooleanField(label="Keep me signed in")


def test_fields_of_a_django_form_look_as_they_should() -> None:
    form = Sample({"email": "no", "role": "s"})
    email, role, keep = (str(ui.field(form[name])) for name in ("email", "role", "keep"))
    assert 'class="field is-wrong"' in email
    assert 'id="id_email-err"' in email
    assert 'aria-describedby="id_email-err id_email-hint"' in email
    assert "Where the link goes." in email
    assert '<span class="pick">' in role
    assert 'class="field"' in role
    assert '<label class="check">' in keep


def test_errors_of_a_whole_form_are_read_out() -> None:
    assert 'role="alert"' in str(ui.form_errors(["Nobody was invited."]))
    assert str(ui.form_errors([])).strip() == ""


def test_each_form_gets_a_key_of_its_own() -> None:
    first, second = (re.search(r'name="once" value="(\w{32})"', str(ui.once("token"))) for _ in range(2))
    assert first and second
    assert first[1] != second[1]
    assert 'name="csrfmiddlewaretoken" value="token"' in str(ui.once("token"))
    assert 'value="kept"' in str(ui.once("token", key="kept"))


def test_progress_of_nothing_is_no_division_by_zero() -> None:
    assert 'width="0.0%"' in str(ui.progress(0, 0, "Rows"))
    assert 'width="0.0%"' in str(ui.becomes((("New lead", 0, "fill", ""),)))


def test_the_parts_of_a_list_are_offered_only_when_there_are_more() -> None:
    assert str(ui.pager()).strip() == ""
    assert 'href="?after=7"' in str(ui.pager(later="?after=7"))


def test_places_one_is_at_are_marked() -> None:
    assert 'aria-current="true"' in str(
        ui.seg((("People", "/people/", True), ("Companies", "/companies/", False)), "What")
    )
    nav = str(ui.settings_nav((("Brightwater", (("grades", "Grades and days", "Grades", "/settings/"),)),), "grades"))
    assert 'href="/settings/" aria-current="page"' in nav
