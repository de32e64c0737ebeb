"""The passages of the review that may answer: what it tells, and what its plan presupposes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from duixian.accounting.clauses import Clause, ReportClauses, is_told
from duixian.accounting.knowledge import Knowledge, knowledge_of
from duixian.accounting.records import Outcome, Source
from duixian.bilingual.audit.conversion import conversion_of
from duixian.reading.records import Basis, Claim, Kind, Relation, Report, Role

_LEAST_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One passage with what it can witness."""

    start: int
    end: int
    text: str  # normal form, with the subjects of its measures
    source: Source
    section: int
    claims: tuple[Claim, ...]
    implied: Outcome | None = None  # last year's value, by arithmetic
    stage: int = 0
    is_heading: bool = False
    period: str | None = None  # that its words tell of
    is_bare: bool = False  # it holds a number whose subject stands in front of it
    is_of_years: bool = False  # its sentence opens with several years: "these five years, ..."
    is_state: bool = False  # a number says what a measure was brought to: "raised to 84 yuan"


def candidates_of(report: Report) -> list[Candidate]:
    """Return every passage that may answer a commitment, in order."""
    clauses = list(ReportClauses(report))
    found: list[Candidate] = []
    for index, clause in enumerate(clauses):
        if len(clause.text) < _LEAST_CHARACTERS:
            continue
        after = clauses[index + 1] if index + 1 < len(clauses) else None
        if after is not None and after.statement is not clause.statement:
            after = None
        if is_told(clause) and clause.role is not Role.PLAN:
            found.extend(_told(clause, after))
        elif clause.role is not Role.REVIEW:
            found.extend(_presupposed(clause, after))
    return found


def _told(clause: Clause, after: Clause | None) -> Iterator[Candidate]:
    """Give a told clause, in pieces where it tells of several measures one after the other.

    A clause after it that only says that this was not reached belongs to the last piece.
    """
    is_difficulty = clause.statement.kind is Kind.CONTEXT and "difficult" in clause.statement.why
    source = Source.DIFFICULTY if is_difficulty else Source.REPORTED
    is_heading = "heading" in clause.statement.why
    knowledge = knowledge_of(clause.statement.language.value)
    for start, end, claims in _pieces(clause):
        text = clause.text[start - clause.start : end - clause.start]
        if claims and end == clause.end and after and knowledge.failed_after.match(after.text):
            text, end = f"{text}，{after.text}", after.end
        measures = " ".join(dict.fromkeys(claim.measure for claim in claims))
        yield Candidate(
            start,
            end,
            f"{text} {measures}".strip(),
            source,
            clause.statement.section,
            claims,
            is_heading=is_heading,
            period=clause.period,
            is_bare=bool(claims) and all(_is_bare(claim) for claim in claims),
            is_of_years=knowledge.opens_years.match(clause.opening) is not None,
            is_state=any(_is_brought_to(claim, knowledge) for claim in claims),
        )


def _is_bare(claim: Claim) -> bool:
    """Tell whether none of the first two letters of a measure stand by its number."""
    return bool(claim.measure) and claim.measure[:2] not in claim.text


def _is_brought_to(claim: Claim, knowledge: Knowledge) -> bool:
    if claim.quantity is None:
        return False
    return knowledge.brought_to.search(claim.text[: claim.quantity.start - claim.start]) is not None


def _pieces(clause: Clause) -> Iterator[tuple[int, int, tuple[Claim, ...]]]:
    """Cut a clause where its claims name one indicator after another."""
    start, held = clause.start, list[Claim]()
    for claim in clause.claims:
        if (
            held
            and claim.start >= held[-1].end
            and claim.indicator not in (None, held[0].indicator)
        ):
            yield start, held[-1].end, tuple(held)
            start, held = claim.start, []
        held.append(claim)
    yield start, clause.end, tuple(held)


def _presupposed(clause: Clause, after: Clause | None) -> list[Candidate]:
    """Return what a sentence about next year says of this one."""
    knowledge = knowledge_of(clause.statement.language.value)
    implied = _by_arithmetic(clause, after) or _by_its_base(clause, knowledge)
    if implied is not None:
        return [implied]
    stage = knowledge.stage_of(clause.text)
    strong = knowledge.presupposes.search(clause.text) is not None
    if clause.statement.kind is Kind.RESULT:
        return list(_told(clause, after))
    if stage < 2 and not strong:
        return []
    measures = " ".join(dict.fromkeys(claim.measure for claim in clause.claims))
    return [
        Candidate(
            clause.start,
            clause.end,
            f"{clause.text} {measures}".strip(),
            Source.IMPLIED,
            clause.statement.section,
            clause.claims,
            stage=stage + (10 if strong else 0),
        )
    ]


def _by_arithmetic(clause: Clause, after: Clause | None) -> Candidate | None:
    """Return last year's value where a target is given with its change over last year."""
    claims = list(clause.claims)
    end = clause.end
    if len(claims) == 1 and after is not None:
        claims += after.claims[:1]
        end = after.end if after.claims else end
    knowledge = knowledge_of(clause.statement.language.value)
    for level, change in pairwise(claims):
        first, second = level.quantity, change.quantity
        if first is None or second is None:
            continue
        if first.basis is not Basis.LEVEL or not _are_alike(first.unit, second.unit):
            continue
        between = change.text if change.start > first.end else clause.text
        if not knowledge.against_last_year.search(between):
            continue
        falls = knowledge.falls.search(between) is not None
        value = first.value + second.value if falls else first.value - second.value
        sign = "+" if falls else "-"
        how = f"{first.text} {sign} {second.text}"
        outcome = Outcome(value, None, first.unit, first.relation, Basis.LEVEL, how)
        return Candidate(
            level.start, max(end, change.end), level.measure or clause.text, Source.IMPLIED,
            clause.statement.section, (level,), implied=outcome, stage=10,
        )  # fmt: skip
    return None


def _by_its_base(clause: Clause, knowledge: Knowledge) -> Candidate | None:
    """Return last year's value where a target is given with the value it starts from."""
    found = knowledge.raised_from.search(clause.text)
    claim = clause.claims[0] if clause.claims else None
    if found is None or claim is None or claim.quantity is None:
        return None
    goal, base = Decimal(found["goal"]), Decimal(found["base"])
    quantity = claim.quantity
    if quantity.basis is not Basis.LEVEL or not goal or quantity.high is not None:
        return None
    value = quantity.value * base / goal
    how = f"{found['base']} → {found['goal']}"
    outcome = Outcome(value, None, quantity.unit, Relation.EQUAL, Basis.LEVEL, how)
    return Candidate(
        clause.start, clause.end, f"{clause.text} {claim.measure}".strip(), Source.IMPLIED,
        clause.statement.section, (claim,), implied=outcome, stage=10,
    )  # fmt: skip


def _are_alike(level: str, change: str) -> bool:
    if level == "%":
        return change == "pp"
    return conversion_of(level).dimension == conversion_of(change).dimension
