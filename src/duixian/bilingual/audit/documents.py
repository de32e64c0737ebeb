"""What an audit of some documents is: one version against the other, one report, or several.

Two documents in two languages, or one with both, are audited figure against figure. One report
in one language is audited by itself, and several in one language against each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from duixian.bilingual.align import align_documents
from duixian.bilingual.audit.findings import audit_pair
from duixian.bilingual.audit.results import in_order
from duixian.bilingual.one_text.audit import audit_one
from duixian.bilingual.records import Alignment, Finding, Severity
from duixian.bilingual.several.compare import compare_reports
from duixian.documents.document import Document
from duixian.errors import EmptySourceError, UsageError
from duixian.reading.languages import language_of
from duixian.reading.read import read_document
from duixian.reading.records import Language
from duixian.reading.sentences import split_sentences

_LEAST_SHARE = 0.2  # of its sentences that a bilingual document has in either language
_ONE_LANGUAGE = "both are in one language: their claims are compared, not figure against figure"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit found, and in what."""

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    compared: dict[str, int]  # what was looked at and how much of it
    notes: tuple[str, ...] = ()
    alignment: Alignment | None = None  # of two versions

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def audit_documents(documents: Sequence[Document]) -> Outcome:
    """Audit documents in the way their number and languages ask for.

    Raises UsageError for none, or for two that are one document; EmptySourceError for one that
    has no sentence.
    """
    if not documents:
        raise UsageError("nothing to audit: name one report, or its two versions")
    if len(documents) == 1:
        return _audit_single(documents[0])
    languages = [language_of(document.text) for document in documents]
    if len(documents) == 2 and languages[0] is not languages[1]:
        return _audit_versions(*documents)
    if len({document.sha256 for document in documents}) < len(documents):
        raise UsageError("the same document was given twice; name its other version")
    return _audit_several(documents)


def _audit_single(document: Document) -> Outcome:
    languages = [sentence.language for sentence in split_sentences(document.text)]
    if not languages:
        raise EmptySourceError(document.name, "no sentence in it to audit")
    rarer = min(languages.count(language) for language in Language)
    if rarer and rarer >= _LEAST_SHARE * len(languages):
        return _outcome(align_documents(document))
    report = read_document(document)
    compared = {"sentences": len(report.statements), "quantities": len(report.quantities)}
    return Outcome(in_order(list(audit_one(report))), (document,), compared, report.notes)


def _audit_versions(first: Document, second: Document) -> Outcome:
    alignment = align_documents(first, second)
    for side in (alignment.zh, alignment.en):
        if not side.sentences:
            raise EmptySourceError(side.document.name, "no sentence in it to compare")
    return _outcome(alignment)


def _outcome(alignment: Alignment) -> Outcome:
    audit = audit_pair(alignment)
    documents = tuple(dict.fromkeys((alignment.zh.document, alignment.en.document)))
    notes = tuple(note for document in documents for note in document.notes)
    compared = asdict(audit.compared)
    return Outcome(audit.findings, documents, compared, audit.notes + notes, alignment)


def _audit_several(documents: Sequence[Document]) -> Outcome:
    reports = [read_document(document) for document in documents]
    comparison = compare_reports(reports)
    compared = {
        "documents": len(documents),
        "quantities": sum(len(report.quantities) for report in reports),
        "agreeing": comparison.agreeing,
        "differing": comparison.differing,
    }
    notes = [note for report in reports for note in report.notes]
    if len(documents) == 2:
        notes.insert(0, _ONE_LANGUAGE)
    return Outcome(in_order(list(comparison.findings)), tuple(documents), compared, tuple(notes))
