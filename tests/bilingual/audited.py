"""Short texts audited as one bead, so that the tests of the audit do not hang on the aligner."""

from __future__ import annotations

from duixian.bilingual.audit.findings import audit_pair
from duixian.bilingual.audit.results import Audit
from duixian.bilingual.records import Alignment, Bead, Finding
from duixian.bilingual.sides import make_side
from duixian.documents.sources import load_bytes
from duixian.reading.records import Language


def audit_texts(zh: str, en: str) -> Audit:
    """Audit two texts that stand for each other as a whole."""
    chinese = make_side(load_bytes(zh.encode(), name="zh.txt"), Language.ZH)
    english = make_side(load_bytes(en.encode(), name="en.txt"), Language.EN)
    bead = Bead(tuple(range(len(chinese.sentences))), tuple(range(len(english.sentences))), 1.0)
    return audit_pair(Alignment(chinese, english, (bead,)))


def kinds_of(findings: tuple[Finding, ...]) -> list[str]:
    """Return the findings as "severity kind", sorted."""
    return sorted(f"{finding.severity} {finding.kind}" for finding in findings)
