"""How far the promises of a report can be checked: shares, what is not stated, the least so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from duixian.accounting.grade.grading import grade_report
from duixian.accounting.grade.reasons import LACKS, reasons_of
from duixian.accounting.grade.records import Grade, Graded, Group, Lack, percent
from duixian.bilingual.page.labels import Label
from duixian.errors import EmptySourceError
from duixian.reading.records import Specificity
from duixian.web.language_prefix import reader_language
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import around, visible_report
from duixian.web.site.reports.reading import reading_of
from duixian.web.site.shares import Share, shares_of

_MOST_GROUPS = 30


@dataclass(frozen=True, slots=True)
class Counted:
    """The promises of a section or function, by how far they can be checked."""

    name: str
    count: int
    shares: list[Share]


@dataclass(frozen=True, slots=True)
class Missing:
    """How many promises do not state something."""

    name: str
    count: int
    of: int
    percent: str


@dataclass(frozen=True, slots=True)
class Least:
    """A promise with little to check, and why."""

    text: str
    start: int
    reasons: str


@require_safe
@cached_page
def checkability(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the promises can be checked; the rules are in the documentation."""
    report = visible_report(request, pk, with_text=True)
    context = {"report": report, "around": around(report, request.user), "here": "checkability"}
    try:
        context |= _graded(grade_report(reading_of(report)))
    except EmptySourceError:
        context["whole"] = None
    return render(request, "site/checkability.html", context)


def _graded(grade: Grade) -> dict[str, object]:
    return {
        "whole": _counted(grade.whole),
        "sections": [_counted(each) for each in grade.sections[:_MOST_GROUPS]],
        "functions": [_counted(each) for each in grade.functions],
        "missing": _missing(grade.whole),
        "least": [_least(each, grade) for each in grade.least],
        "language": grade.language.value,
    }


def _counted(group: Group) -> Counted:
    counts = [(each.value, group.of(each)) for each in Specificity]
    return Counted(_name(group), group.count, shares_of(counts, prefix="specificity"))


def _name(group: Group) -> str:
    if group.name is None:
        return _("under no heading") if group.kind == "section" else _("function not told")
    if group.kind == "function":
        # "04 Economic affairs": the code is for tables, the name for people.
        name = group.name if reader_language() == "en" else group.name_zh or group.name
        return name.partition(" ")[2]
    return group.name


def _missing(whole: Group) -> list[Missing]:
    quantified = whole.of(Specificity.QUANTIFIED)
    among = {Lack.DATE: whole.count, Lack.OFFICE: whole.count, Lack.PLACE: whole.count}
    among |= {Lack.UNIT: quantified, Lack.BASELINE: quantified}
    return [
        Missing(
            _said(LACKS[lack]), whole.lacking(lack), of, percent(whole.lacking(lack), of) or "–"
        )
        for lack, of in among.items()
        if of
    ]


def _least(graded: Graded, grade: Grade) -> Least:
    claim = graded.promise.claim
    text = grade.report.document.text[claim.start : claim.end]
    separator = "; " if reader_language() == "en" else "；"
    reasons: Sequence[Label] = reasons_of(graded)
    return Least(text, claim.start, separator.join(map(_said, reasons)))


def _said(label: Label) -> str:
    return label.en if reader_language() == "en" else label.zh
