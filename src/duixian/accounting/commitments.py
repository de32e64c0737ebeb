"""The commitments of a plan: every clause that promises something for its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from duixian.accounting.clauses import Clause, ReportClauses
from duixian.accounting.knowledge import Knowledge, knowledge_of
from duixian.accounting.records import Commitment
from duixian.reading.claims.telling import leads_in
from duixian.reading.records import Claim, Kind, Language, Report, Role, Specificity, Status
from duixian.reading.statements.specificity import deed_of, specificity_of

_SHORTEST = {"zh": 5, "en": 12}  # characters
_YEARS_OF_OUTLINE = 4  # from the first year of a five-year plan to its last
_FEWEST_COUNTED = Decimal(10)  # below, a number word may only name things: three staple grains


def commitments_of(report: Report) -> list[Commitment]:
    """Return what the report promises for the year it plans, in order of the text."""
    headings = {section.heading_span for section in report.sections if section.heading_span}
    found: list[Commitment] = []
    for clause in _of_this_year(report):
        if clause.statement.kind is not Kind.COMMITMENT or clause.role is Role.REVIEW:
            continue
        if (clause.start, clause.end) in headings:
            continue
        found.extend(_of_clause(clause, report))
    return found


def _of_this_year(report: Report) -> Iterator[Clause]:
    """Give the clauses that do not look back.

    From "last year" on a sentence tells what was, from "the past year" on a paragraph, until
    it turns to what is to be done.
    """
    until = before = 0
    text = report.document.text
    for clause in ReportClauses(report):
        knowledge = knowledge_of(clause.statement.language.value)
        if "\n" in text[before : clause.start] or knowledge.turns_ahead.search(clause.text):
            until = 0
        before = clause.end
        if not knowledge.turns_ahead.search(clause.text):
            if knowledge.paragraph_back.match(clause.text):
                until = len(text)
            elif knowledge.sentence_back.match(clause.text):
                until = max(until, clause.statement.end)
        if clause.start >= until:
            yield clause


def _of_clause(clause: Clause, report: Report) -> Iterator[Commitment]:
    language = clause.statement.language
    knowledge = knowledge_of(language.value)
    against = knowledge.against_last_year
    targets = [claim for claim in clause.claims if _is_target(claim, against, language)]
    if targets:
        for claim in targets:
            if _is_for_year(claim.due, report.year_planned):
                yield _quantified(claim, clause, report)
        return
    if _is_far_ahead(clause.frame_due, report.year_planned):
        return
    is_state = knowledge.state_target.search(clause.text) or knowledge.in_step.search(clause.text)
    is_slogan = knowledge.slogan.match(clause.text) and not is_state
    if len(clause.text) < _SHORTEST[language.value] or is_slogan:
        return
    if clause.end < clause.statement.end - 1 and leads_in(clause.text, language):
        return
    specificity, _ = specificity_of(clause.text, language, has_target=False)
    if is_state:
        specificity = Specificity.SPECIFIC
    yield Commitment(
        clause.start, clause.end, report.document.text[clause.start : clause.end],
        (clause.statement.start, clause.statement.end), clause.statement.section,
        clause.text, None, specificity, _meant(clause.text, knowledge), (), None,
    )  # fmt: skip


def _meant(text: str, knowledge: Knowledge) -> str | None:
    """Return the indicator that a promise without a number means, where the data knows one."""
    return knowledge.in_step_with[0] if knowledge.in_step.search(text) else None


def _is_target(claim: Claim, against_last_year: re.Pattern[str], language: Language) -> bool:
    """Tell whether a number is to be reached: no mere difference from last year, no name."""
    quantity = claim.quantity
    if quantity is None or quantity.status is not Status.TARGET:
        return False
    if against_last_year.search(claim.text[: quantity.start - claim.start]):
        return False
    if quantity.unit != "count" or claim.indicator or quantity.value >= _FEWEST_COUNTED:
        return True
    return quantity.text[0].isdigit() or deed_of(claim.text, language) is not None


def _is_for_year(due: str | None, year: int | None) -> bool:
    """Tell whether something is addressed to the year: not to a later one, nor to several."""
    return year is None or due is None or due.startswith(str(year))


def _is_far_ahead(due: str | None, year: int | None) -> bool:
    """Tell whether a passage is of an outline of years to come, not of the year."""
    return year is not None and due is not None and int(due[:4]) - year >= _YEARS_OF_OUTLINE


def _quantified(claim: Claim, clause: Clause, report: Report) -> Commitment:
    start, end = claim.start, claim.end
    lead = knowledge_of(clause.statement.language.value).lead_in.match(claim.text)
    if lead and lead.end() < len(claim.text):
        start += lead.end()
    return Commitment(
        start, end, report.document.text[start:end], claim.statement, clause.statement.section,
        claim.measure, claim.quantity, Specificity.QUANTIFIED, claim.indicator,
        claim.functions, claim.due,
    )  # fmt: skip
