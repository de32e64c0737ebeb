"""A report to its grade: what each promise lacks, counted by section and function.

The points of doubt can be recomputed by hand; ``docs/grade.md`` publishes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from duixian.accounting.grade.baselines import Baselines
from duixian.accounting.grade.promises import Promise, promises_of
from duixian.accounting.grade.records import Grade, Graded, Group, Lack
from duixian.accounting.grade.words import GradeWords, grade_words
from duixian.language.functions import divisions
from duixian.reading.records import Report, Specificity

LEAST_SHOWN = 10
# Nothing at all to measure counts most; a person to ask and a place to look count less.
_POINTS = {Lack.NUMBER: 3, Lack.DEED: 3, Lack.DATE: 2, Lack.PLACE: 1, Lack.OFFICE: 1}
_POINTS_ALL_VAGUE = 20  # for a text of vague words alone; in proportion for others
_BARE_UNITS = ("", "1")


def grade_report(report: Report) -> Grade:
    """Grade the promises of a report. Raises EmptySourceError where it makes none."""
    taken = promises_of(report)
    words = grade_words(taken.language)
    baselines = Baselines(report)
    graded = tuple(_grade(each, words, baselines, report) for each in taken.promises)
    return Grade(
        report=report,
        language=taken.language,
        whole=Group("all", "all", "全部", graded),
        sections=_by_section(graded),
        functions=_by_function(graded),
        least=_least(graded),
        notes=taken.notes,
    )


def _grade(promise: Promise, words: GradeWords, baselines: Baselines, report: Report) -> Graded:
    claim = promise.claim
    text = report.document.text[claim.start : claim.end]
    starts_in_clause = bool(words.baselines.search(text))
    baseline = baselines.of(claim)
    lacks = tuple(
        _lacks(promise, text, words, has_baseline=starts_in_clause or baseline is not None)
    )
    vague = words.vague_in(text)
    letters = sum(map(len, words.vague.findall(text)))
    doubt = sum(_POINTS.get(lack, 0) for lack in lacks)
    doubt += round(_POINTS_ALL_VAGUE * letters / max(len(text), 1))
    return Graded(promise, lacks, vague, doubt, baseline)


def _lacks(promise: Promise, text: str, words: GradeWords, *, has_baseline: bool) -> Iterable[Lack]:
    claim = promise.claim
    if claim.quantity is None:
        yield Lack.NUMBER
    if claim.specificity is Specificity.GENERAL:
        yield Lack.DEED
    if not _has_date(claim.due, text, words):
        yield Lack.DATE
    if not words.offices.search(promise.statement.text):
        yield Lack.OFFICE
    if claim.place is None and claim.project is None:
        yield Lack.PLACE
    if claim.quantity is not None and claim.specificity is Specificity.QUANTIFIED:
        if claim.quantity.unit in _BARE_UNITS:
            yield Lack.UNIT
        if not has_baseline:
            yield Lack.BASELINE


def _has_date(due: str | None, text: str, words: GradeWords) -> bool:
    """Tell whether it names a time itself; the year of the plan holds for everything."""
    return (due is not None and len(due) > len("2025")) or bool(words.times.search(text))


def _least(graded: Iterable[Graded]) -> tuple[Graded, ...]:
    """Choose the least checkable, each sentence once; the earlier first between equals."""
    ranked = sorted(
        (each for each in graded if each.specificity is Specificity.GENERAL),
        key=lambda each: (-each.doubt, each.promise.claim.start),
    )
    once = {each.promise.statement.text: each for each in reversed(ranked)}
    chosen = [each for each in ranked if once[each.promise.statement.text] is each]
    return tuple(chosen[:LEAST_SHOWN])


def _by_section(graded: Iterable[Graded]) -> tuple[Group, ...]:
    groups = _grouped(graded, lambda each: each.promise.section)
    return tuple(Group("section", name, name, found) for name, found in groups.items())


def _by_function(graded: Iterable[Graded]) -> tuple[Group, ...]:
    """Count each promise under its strongest function alone, so that the counts add up."""
    groups = _grouped(graded, lambda each: next(iter(each.promise.claim.functions), None))
    named = [
        Group("function", f"{each.code} {each.en}", f"{each.code} {each.zh}", groups[each.code])
        for each in divisions()
        if each.code in groups
    ]
    unknown = [Group("function", None, None, groups[None])] if None in groups else []
    return (*named, *unknown)


def _grouped(
    graded: Iterable[Graded], key: Callable[[Graded], str | None]
) -> dict[str | None, tuple[Graded, ...]]:
    groups: dict[str | None, list[Graded]] = {}
    for each in graded:
        groups.setdefault(key(each), []).append(each)
    return {name: tuple(found) for name, found in groups.items()}
