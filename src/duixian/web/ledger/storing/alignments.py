"""Keeps how two language versions stand beside each other, and what an audit noticed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

import duixian
from duixian.bilingual.audit.documents import audit_documents
from duixian.bilingual.records import Alignment as Aligned
from duixian.bilingual.records import Finding as Found
from duixian.bilingual.records import Side
from duixian.documents.document import Document as Text
from duixian.documents.document import Span
from duixian.web.ledger import history
from duixian.web.ledger.models import Alignment, Bead, Finding, Report
from duixian.web.ledger.storing.locks import lock
from duixian.web.ledger.storing.reconcile import Table, compare, write
from duixian.web.ledger.storing.rows import Row

_PLACES = ("zh_start", "zh_end", "en_start", "en_end", "other_start", "other_end", "kind")
FINDINGS = Table(Finding, _PLACES)


@transaction.atomic
def store_versions(zh: Report, en: Report, texts: tuple[Text, ...]) -> Alignment | None:
    """Align and audit two versions, or one report that holds both; None where nothing aligns.

    The findings are kept with the Chinese version.
    """
    outcome = audit_documents(texts)
    lock(zh.pk, en.pk)
    if outcome.alignment is None:
        _store_findings(zh, None, outcome.findings)
        return None
    alignment, _ = Alignment.objects.update_or_create(
        zh=zh,
        defaults={
            "en": en,
            "notes": list(outcome.alignment.notes),
            "program_version": duixian.__version__,
        },
    )
    alignment.beads.all().delete()
    Bead.objects.bulk_create(_beads(alignment, outcome.alignment), batch_size=500)
    _store_findings(zh, alignment, outcome.findings)
    return alignment


@transaction.atomic
def store_audit(report: Report, text: Text) -> None:
    """Audit one report of one language by itself."""
    findings = audit_documents([text]).findings
    lock(report.pk)
    _store_findings(report, None, findings)


def _beads(alignment: Alignment, aligned: Aligned) -> Iterable[Bead]:
    for position, bead in enumerate(aligned.beads):
        yield Bead(
            alignment=alignment,
            position=position,
            zh=_spans(aligned.zh, bead.zh),
            en=_spans(aligned.en, bead.en),
            score=round(bead.score, 4),
        )


def _spans(side: Side, indexes: Iterable[int]) -> list[list[int]]:
    return [[side.sentences[each].start, side.sentences[each].end] for each in indexes]


def _store_findings(report: Report, alignment: Alignment | None, findings: Iterable[Found]) -> None:
    rows = {row.key: row for row in map(_finding, findings)}
    common = {"report_id": report.pk, "alignment_id": alignment.pk if alignment else None}
    difference = compare(FINDINGS, report.findings.all(), rows.values())
    write(difference, common=common, parents={})
    history.record_reading(report, [difference])


def _finding(found: Found) -> Row:
    places = (*_ends(found.zh), *_ends(found.en), *_ends(found.other))
    return Row(
        (*places, found.kind),
        {
            "severity": found.severity.value,
            "message": found.message,
            "message_zh": found.message_zh,
            "zh_text": found.zh_text,
            "en_text": found.en_text,
            "other_text": found.other_text,
            "doubt": {"error": 0.9, "warning": 0.6, "info": 0.2}[found.severity.value],
        },
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return span or (None, None)
