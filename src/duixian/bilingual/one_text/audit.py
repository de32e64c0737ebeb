"""All checks on one report, in the order of the text."""

from __future__ import annotations

from duixian.bilingual.one_text.fragments import check_fragments
from duixian.bilingual.one_text.growth import check_growth
from duixian.bilingual.one_text.parts import check_parts
from duixian.bilingual.one_text.passages import Passages
from duixian.bilingual.one_text.ranges import check_dates, check_ranges
from duixian.bilingual.one_text.same_measure import check_repeated_nouns, check_same_measure
from duixian.bilingual.one_text.shares import check_shares
from duixian.bilingual.one_text.units import check_units
from duixian.bilingual.records import Finding
from duixian.reading.records import Report

_CHECKS = (
    check_growth,
    check_shares,
    check_parts,
    check_fragments,
    check_ranges,
    check_dates,
    check_units,
    check_same_measure,
    check_repeated_nouns,
)


def audit_one(report: Report) -> tuple[Finding, ...]:
    """Return what cannot be right in a report by itself, in the order of its text."""
    passages = Passages(report)
    findings = [finding for check in _CHECKS for finding in check(passages)]
    return tuple(sorted(findings, key=lambda one: (one.zh or one.en or (0, 0), one.kind)))
