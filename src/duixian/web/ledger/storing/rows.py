"""A report as rows: each with the key that finds it again when the document is read anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from duixian.accounting.commitments import commitments_of
from duixian.accounting.records import Commitment
from duixian.documents.document import Span
from duixian.reading.records import Claim, Quantity, Report, Section, Statement
from duixian.web.ledger.storing import doubt

Key = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One record to be kept. ``parents`` names the rows it belongs to by their keys."""

    key: Key
    values: dict[str, Any]
    parents: dict[str, Key | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a report, table by table in the order they depend on each other."""

    sections: tuple[Row, ...]
    statements: tuple[Row, ...]
    quantities: tuple[Row, ...]
    claims: tuple[Row, ...]
    commitments: tuple[Row, ...]


def rows_of(report: Report) -> Rows:
    """Turn a report into rows."""
    commitments = commitments_of(report)
    languages = {(each.start, each.end): each.language.value for each in report.statements}
    return Rows(
        sections=tuple(_section(n, section) for n, section in enumerate(report.sections)),
        statements=tuple(_statement(report, statement) for statement in report.statements),
        quantities=tuple(_quantity(quantity) for quantity in report.quantities),
        claims=tuple(_claim(key, claim) for key, claim in numbered(report.claims)),
        commitments=tuple(
            _commitment(report, key, commitment, languages[commitment.statement])
            for key, commitment in numbered(commitments)
        ),
    )


def numbered(records: Iterable[Any]) -> Iterator[tuple[Key, Any]]:
    """Give each record its key: its span, and its number among those of the same span."""
    seen: Counter[Span] = Counter()
    for record in records:
        span = (record.start, record.end)
        yield (*span, seen[span]), record
        seen[span] += 1


def permanent_key(sha256: str, key: Key) -> str:
    """Make the permanent address of a commitment from its document and its place there."""
    named = f"{sha256}:{','.join(map(str, key))}"
    return blake2b(named.encode(), digest_size=8).hexdigest()


def _section(position: int, section: Section) -> Row:
    heading = section.heading_span or (None, None)
    return Row(
        (position,),
        {
            "number": section.number or "",
            "heading": section.heading,
            "level": section.level,
            "role": section.role.value,
            "start": section.start,
            "end": section.end,
            "heading_start": heading[0],
            "heading_end": heading[1],
            "why": section.why,
        },
        {"parent": None if section.parent is None else (section.parent,)},
    )


def _statement(report: Report, statement: Statement) -> Row:
    return Row(
        (statement.start, statement.end),
        {
            "text": statement.text,
            "language": statement.language.value,
            "kind": statement.kind.value,
            "specificity": _word(statement.specificity),
            "why": statement.why,
            "doubt": doubt.of_statement(statement, report.sections[statement.section]),
        },
        {"section": (statement.section,)},
    )


def _quantity(quantity: Quantity) -> Row:
    return Row(
        (quantity.start, quantity.end),
        {
            "text": quantity.text,
            "value": quantity.value,
            "high": quantity.high,
            "unit": quantity.unit,
            "relation": quantity.relation.value,
            "basis": quantity.basis.value,
            "status": quantity.status.value,
            "measure": quantity.measure,
            "why": quantity.why,
        },
        {"statement": quantity.statement},
    )


def _claim(key: Key, claim: Claim) -> Row:
    return Row(
        key,
        {
            "text": claim.text,
            "kind": claim.kind.value,
            "specificity": _word(claim.specificity),
            "measure": claim.measure,
            "place": claim.place or "",
            "project": claim.project or "",
            "due": claim.due or "",
            "period": claim.period or "",
            "indicator": claim.indicator or "",
            "functions": " ".join(claim.functions),
            "why": claim.why,
            "doubt": doubt.of_claim(claim),
        },
        {"statement": claim.statement, "quantity": _span(claim.quantity)},
    )


def _commitment(report: Report, key: Key, commitment: Commitment, language: str) -> Row:
    quantity = commitment.quantity
    return Row(
        key,
        {
            "key": permanent_key(report.document.sha256, key),
            "text": commitment.text,
            "language": language,
            "measure": commitment.measure,
            "specificity": commitment.specificity.value,
            "indicator": commitment.indicator or "",
            "functions": " ".join(commitment.functions),
            "due": commitment.due or "",
            "unit": quantity.unit if quantity else "",
            "amount": float(quantity.value) if quantity else None,
            "doubt": doubt.of_commitment(commitment),
        },
        {
            "statement": commitment.statement,
            "section": (commitment.section,),
            "quantity": _span(quantity),
        },
    )


def _span(record: Quantity | None) -> Key | None:
    return (record.start, record.end) if record else None


def _word(value: Any) -> str:
    return value.value if value else ""
