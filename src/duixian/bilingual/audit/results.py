"""What an audit hands back: its findings, and how much was compared."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.bilingual.records import Finding, Severity


@dataclass(frozen=True, slots=True)
class Compared:
    """How much an audit looked at."""

    zh_quantities: int
    en_quantities: int
    pairs: int  # quantities matched with a partner
    agreed: int  # of these, without any difference
    beads: int
    unaligned: int  # sentences without a partner


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings of one audit, errors first, each severity in the order of the text."""

    findings: tuple[Finding, ...]
    compared: Compared
    notes: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings: errors first, sentences without a partner after the figures, then by place."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, bool, tuple[int, int], str]:
    place = finding.zh or finding.en or (0, 0)
    return _ORDER[finding.severity], finding.kind == "unaligned", place, finding.kind
