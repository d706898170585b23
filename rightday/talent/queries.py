"""Whether a candidate may be sent to a company, and who is a candidate."""

from __future__ import annotations

from rightday.people.models import Company, Person, Position
from rightday.talent import rules
from rightday.talent.models import Candidate, Consent, Exclusion


def may_be_sent(candidate: Candidate, company: Company) -> rules.SendCheck:
    """Three statements at most: their own employer, whom they ruled out, and their latest answer."""
    person = candidate.person
    here = {"person": person, "company": company}
    return rules.send_check(
        name=person.name, company=company.name,
        works_there=person.company_id == company.pk or Position.objects.filter(current=True, **here).exists(),
        excluded=Exclusion.objects.filter(lifted_on=None, **here).values_list("why", flat=True).first(),
        consent=Consent.objects.filter(**here).order_by("-id").values_list("answer", flat=True).first(),
    )  # fmt: skip


def candidate_of(person: Person) -> Candidate | None:
    found: Candidate | None = Candidate.objects.filter(person=person).select_related("next_step").first()
    return found
