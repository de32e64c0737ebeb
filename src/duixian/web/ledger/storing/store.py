"""Keeps a report that was read: new, or in place of an earlier reading of the same document."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

import duixian
from duixian.reading.records import Report as Reading
from duixian.web.ledger import history, search
from duixian.web.ledger.models import (
    Claim,
    Commitment,
    Document,
    Government,
    Quantity,
    Report,
    Section,
    Statement,
)
from duixian.web.ledger.storing.carried import carry_down
from duixian.web.ledger.storing.counts import count_records
from duixian.web.ledger.storing.governments import government_of
from duixian.web.ledger.storing.reconcile import Difference, Table, compare, write
from duixian.web.ledger.storing.rows import Key, Rows, rows_of

SECTIONS = Table(Section, ("position",))
STATEMENTS = Table(Statement, ("start", "end"))
QUANTITIES = Table(Quantity, ("start", "end"))
CLAIMS = Table(Claim, ("start", "end", "position"))
COMMITMENTS = Table(Commitment, ("start", "end", "position"))


@dataclass(frozen=True, slots=True)
class Differences:
    """What a new reading of a document changes, table by table."""

    sections: Difference
    statements: Difference
    quantities: Difference
    claims: Difference
    commitments: Difference

    @property
    def all(self) -> tuple[Difference, ...]:
        """The tables in the order they depend on each other."""
        return (
            self.sections,
            self.statements,
            self.quantities,
            self.claims,
            self.commitments,
        )

    @property
    def is_empty(self) -> bool:
        """Whether the new reading says the same as the kept one."""
        return all(each.is_empty for each in self.all)


@transaction.atomic
def store_reading(
    document: Document, reading: Reading, *, government: Government | None = None
) -> Report:
    """Keep what was read of a document; `government` where a person said whose it is."""
    report = _report(document, reading, government)
    rows = rows_of(reading)
    found = differences(report, rows)
    is_first = not Statement.objects.filter(report=report).exists()
    _write(report, reading, found)
    if not is_first:
        history.record_reading(report, found.all)
    count_records(report)
    carry_down(report)
    return report


def differences(report: Report, rows: Rows) -> Differences:
    """Tell what a reading changes in the ledger. Writes nothing."""
    return Differences(
        sections=compare(SECTIONS, report.sections.all(), rows.sections),
        statements=compare(STATEMENTS, report.statements.all(), rows.statements),
        quantities=compare(QUANTITIES, report.quantities.all(), rows.quantities),
        claims=compare(CLAIMS, report.claims.all(), rows.claims),
        commitments=compare(COMMITMENTS, report.commitments.all(), rows.commitments),
    )


def _report(document: Document, reading: Reading, government: Government | None) -> Report:
    Document.objects.select_for_update().get(pk=document.pk)  # one reading at a time
    # Held until all is written: whoever publishes or corrects meanwhile does so after it.
    kept = Report.objects.select_for_update().filter(document=document).first()
    report = kept or Report(document=document)
    report.title = (reading.title or "")[:500]
    report.government = government or government_of(reading) or report.government
    report.year_reviewed = reading.year_reviewed
    report.year_planned = reading.year_planned
    report.delivered = reading.delivered
    report.languages = [language.value for language in reading.languages]
    report.notes = list(reading.notes)
    report.program_version = duixian.__version__
    report.read_at = timezone.now()
    for name, value in report.corrections.items():
        setattr(report, name, value)
    report.save()
    return report


def _write(report: Report, reading: Reading, found: Differences) -> None:
    own = {"report_id": report.pk}
    sections = write(found.sections, common=own, parents={})
    _nest(reading, sections)
    statements = write(found.statements, common=own, parents={"section": sections})
    search.index(report)
    parents: dict[str, dict[Key, int]] = {"statement": statements, "section": sections}
    parents["quantity"] = write(found.quantities, common=own, parents=parents)
    write(found.claims, common=own, parents=parents)
    write(found.commitments, common=own, parents=parents)


def _nest(reading: Reading, keys: dict[Key, int]) -> None:
    sections = [
        Section(
            pk=keys[(position,)],
            parent_id=None if section.parent is None else keys[(section.parent,)],
        )
        for position, section in enumerate(reading.sections)
    ]
    Section.objects.bulk_update(sections, ["parent"], batch_size=500)
