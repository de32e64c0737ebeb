"""A report to its table of tasks: one claim, one task; units, nodes and forms suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from duixian.accounting.grade.promises import Promise, Promises, promises_of
from duixian.accounting.tasks.earlier import Earlier, Precedent
from duixian.accounting.tasks.records import Task, Tasks
from duixian.accounting.tasks.units import Candidate, Unit, Units, load_units, usual_units
from duixian.accounting.tasks.wording import form_of_result, suggestion, without_mark
from duixian.accounting.tasks.workbook import read_finished
from duixian.reading.records import Language, Relation, Report

_COOPERATING = 2  # suggested beside the lead
_RANKED = 4  # shown with their reasons
_FEWEST_TO_COOPERATE = 3  # points: at least one of its words stands in the task
_SIGNS = {Relation.AT_LEAST: "≥ ", Relation.AT_MOST: "≤ ", Relation.MORE: "> "}
_SIGNS |= {Relation.LESS: "< ", Relation.ABOUT: "≈ ", Relation.EQUAL: ""}


@dataclass(frozen=True, slots=True)
class _Handing:
    """To whom a task is suggested to go."""

    lead: str | None
    cooperating: str | None
    why: str | None


def make_tasks(report: Report, *, units: Sequence[Unit], earlier: Earlier) -> Tasks:
    """Break a report into tasks. Raises EmptySourceError where it promises nothing."""
    taken = promises_of(report)
    known = Units(units, taken.language)
    tasks = tuple(
        _task(number, promise, taken, known, earlier)
        for number, promise in enumerate(taken.promises, start=1)
    )
    names = [unit.name_in(taken.language) for unit in units]
    names += [without_mark(task.lead_unit) for task in tasks if task.lead_unit]
    return Tasks(report, taken.language, tasks, taken.notes, tuple(dict.fromkeys(names)))


def tasks_by(report: Report, *, units: str | None = None, earlier: Iterable[str] = ()) -> Tasks:
    """Break a report into tasks by the user's table of units and finished tables of earlier years.

    Raises SourceError for a file that cannot be read and for a report that promises nothing.
    """
    tables = [read_finished(path) for path in earlier]
    known = Earlier(tables)
    notes: list[str] = []
    if units is None:
        own, note = usual_units(report.government)
        notes.append(note)
    else:
        own = load_units(units)
    if tables and not len(known):
        notes.append("the earlier table names no confirmed lead unit: nothing to learn from it")
    tasks = make_tasks(report, units=own, earlier=known)
    return replace(tasks, notes=(*tasks.notes, *notes))


def _task(number: int, promise: Promise, taken: Promises, units: Units, earlier: Earlier) -> Task:
    claim, document = promise.claim, taken.report.document
    text = document.text[claim.start : claim.end]
    quantity = claim.quantity
    target = f"{_SIGNS[quantity.relation]}{quantity.text}" if quantity else None
    handing = _handing(promise, text, taken.language, units, earlier)
    nodes = _nodes(claim.due, target, taken)
    form = form_of_result(text, taken.language, has_number=quantity is not None)
    return Task(
        number=number,
        commitment=promise.number,
        section=promise.path,
        sentence=promise.statement.text,
        task=text,
        specificity=claim.specificity.value if claim.specificity else None,
        target=target,
        measure=claim.measure or None if quantity else None,
        relation=quantity.relation.value if quantity else None,
        value=quantity.value if quantity else None,
        high=quantity.high if quantity else None,
        unit=quantity.unit if quantity else None,
        leader=None,
        lead_unit=handing.lead,
        cooperating_units=handing.cooperating,
        lead_why=handing.why,
        begins=None,
        due=claim.due,
        quarter_1=nodes[0],
        quarter_2=nodes[1],
        quarter_3=nodes[2],
        quarter_4=nodes[3],
        result_form=suggestion(form, taken.language) if form else None,
        note=None,
        indicator=claim.indicator,
        project=claim.project,
        start=claim.start,
        end=claim.end,
        document=document.name,
        sha256=document.sha256,
    )


def _nodes(due: str | None, target: str | None, taken: Promises) -> list[str | None]:
    """Put the target at the quarter it is due in; what lies between is for the units to say."""
    nodes: list[str | None] = [None] * 4
    year = taken.report.year_planned
    if due is None or "/" in due or year is None or due[:4] != str(year):
        return nodes
    quarter = (int(due[5:7]) + 2) // 3 if len(due) > len("2025") else 4
    is_chinese = taken.language is Language.ZH
    done = ("完成" if is_chinese else "done") if target is None else target
    nodes[quarter - 1] = suggestion(done, taken.language)
    return nodes


def _handing(
    promise: Promise, text: str, language: Language, units: Units, earlier: Earlier
) -> _Handing:
    """Suggest units: first as an earlier year had it, then by words and functions."""
    claim = promise.claim
    near_by = f"{promise.statement.text} {promise.path or ''}"
    ranked = units.candidates(text, near_by=near_by, functions=claim.functions)
    precedent = earlier.likest(text, claim.measure if claim.quantity else "")
    reasons = [f"{each.name}: {each.points} ({each.why})" for each in ranked[:_RANKED]]
    if precedent is not None:
        reasons.insert(0, f"{precedent.lead_unit}: {_as_before(precedent, language)}")
        ranked = [each for each in ranked if each.name != precedent.lead_unit]
        lead: str | None = precedent.lead_unit
    else:
        lead = ranked[0].name if ranked else None
        ranked = ranked[1:]
    cooperating = _cooperating(ranked, precedent, language)
    return _Handing(
        suggestion(lead, language) if lead else None,
        suggestion(cooperating, language) if cooperating else None,
        "; ".join(f"{rank}. {reason}" for rank, reason in enumerate(reasons, start=1)) or None,
    )


def _cooperating(
    others: Sequence[Candidate], precedent: Precedent | None, language: Language
) -> str | None:
    if precedent is not None and precedent.cooperating_units:
        return precedent.cooperating_units
    names = [each.name for each in others if each.points >= _FEWEST_TO_COOPERATE][:_COOPERATING]
    return ("、" if language is Language.ZH else "; ").join(names) or None


def _as_before(precedent: Precedent, language: Language) -> str:
    if language is Language.ZH:
        return f"同 {precedent.table} 第 {precedent.row} 行“{precedent.task}”"
    return f'as in row {precedent.row} of {precedent.table}: "{precedent.task}"'
