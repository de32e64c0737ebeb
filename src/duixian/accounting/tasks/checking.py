"""A finished table, row by row: what is missing, what is nonsense, what left the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from duixian.accounting.tasks.records import FinishedTable, Problem, TableLine, Task
from duixian.accounting.tasks.values import due_of, number_of, relation_of
from duixian.accounting.tasks.wording import is_suggestion, without_mark
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Severity

_SHOWN = 40


def check_table(
    table: FinishedTable, *, tasks: Iterable[Task] = (), units: frozenset[str] = frozenset()
) -> list[Problem]:
    """Check a finished table by itself, and against a report's tasks and units where given.

    In the order of its rows; tasks that have no row come last.
    """
    expected = {task.number: task for task in tasks}
    seen: dict[int, int] = {}
    problems: list[Problem] = []
    for line in table.lines:
        found = _Line(line, expected)
        problems += found.check_number(seen)
        problems += found.check_units(units)
        problems += found.check_target()
        problems += found.check_dates()
        problems += found.check_report()
    missing = (task for number, task in expected.items() if number not in seen)
    return [*problems, *(_no_row(task) for task in missing)]


class _Line:
    """One row under examination."""

    def __init__(self, line: TableLine, expected: dict[int, Task]) -> None:
        self._line = line
        self._expected = expected
        number = self._cell("number")
        self._number = int(number) if isinstance(number, int) else _whole(number)

    def _cell(self, name: str) -> Any:
        return self._line.cells.get(name)

    def _say(self, column: str, kind: str, en: str, zh: str, *, warns: bool = False) -> Problem:
        severity = Severity.WARNING if warns else Severity.ERROR
        row = self._line.row
        return Problem(row, self._number, column, severity, kind, Label(en, zh))

    def check_number(self, seen: dict[int, int]) -> Iterator[Problem]:
        """See that each row has a number, of its own, that the report knows."""
        if self._number is None:
            shown = _short(self._cell("number"))
            en = f"the number is {shown}, not a whole number" if shown else "no number"
            zh = f"序号“{shown}”不是整数" if shown else "缺少序号"
            yield self._say("number", "number-missing", en, zh)
            return
        if self._number in seen:
            first = seen[self._number]
            en = f"number {self._number} stands in row {first} already"
            yield self._say("number", "number-duplicate", en, f"序号与第 {first} 行重复")
        elif self._expected and self._number not in self._expected:
            en = f"the report gives no task {self._number}"
            yield self._say("number", "number-unknown", en, f"报告中没有第 {self._number} 项任务")
        seen.setdefault(self._number, self._line.row)

    def check_units(self, units: frozenset[str]) -> Iterator[Problem]:
        """See that somebody is in charge, confirmed, and a unit that there is."""
        if self._cell("task") is None:
            yield self._say("task", "task-missing", "no task", "缺少任务内容")
        lead = self._cell("lead_unit")
        if lead is None:
            yield self._say("lead_unit", "lead-missing", "no lead unit", "缺少牵头单位")
        elif is_suggestion(str(lead)):
            name = _short(without_mark(str(lead)))
            en = f"the lead unit is still a suggestion: {name}"
            zh = f"牵头单位尚未确认：{name}"
            yield self._say("lead_unit", "lead-unconfirmed", en, zh, warns=True)
        elif units and (unknown := [name for name in _names(str(lead)) if name not in units]):
            en = f"the table of units has no {_short(unknown[0])}"
            zh = f"单位表中没有“{_short(unknown[0])}”"
            yield self._say("lead_unit", "lead-unknown", en, zh, warns=True)

    def check_target(self) -> Iterator[Problem]:
        """See that the target is a number with a unit, and a range runs upwards."""
        value, high, unit = (self._cell(name) for name in ("value", "high", "unit"))
        for column, cell in (("value", value), ("high", high)):
            if cell is not None and number_of(cell) is None:
                en = f"{_short(cell)} is not a number; write the number, and its unit beside it"
                zh = f"“{_short(cell)}”不是数字；数值与计量单位应分别填写"
                yield self._say(column, "target-not-number", en, zh)
        low_number, high_number = (
            number_of(cell) if cell is not None else None for cell in (value, high)
        )
        if low_number is not None and high_number is not None and high_number < low_number:
            en = f"the upper end {high} is below {value}"
            yield self._say("high", "target-range", en, f"上限 {high} 小于 {value}")
        if value is None and (high is not None or unit is not None):
            yield self._say("value", "target-missing", "a unit without a value", "有单位而无数值")
        if value is not None and unit is None and "unit" in self._line.cells:
            yield self._say("unit", "unit-missing", "a value without a unit", "有数值而无计量单位")
        relation = self._cell("relation")
        if relation is not None and relation_of(relation) is None:
            en = f"{_short(relation)} is no relation; write one of = > >= < <= ~"
            zh = f"“{_short(relation)}”不是关系；应为 = > >= < <= ~ 之一"
            yield self._say("relation", "relation-unknown", en, zh)

    def check_dates(self) -> Iterator[Problem]:
        """See that dates are dates, that there is one to be done by, and their order."""
        dates = {}
        for column in ("begins", "due"):
            cell = self._cell(column)
            dates[column] = due_of(cell) if cell is not None else None
            if cell is not None and dates[column] is None:
                en = f"{_short(cell)} is not a date; write 2025, 2025-10 or 2025-10-31"
                zh = f"“{_short(cell)}”不是日期；应写作 2025、2025-10 或 2025-10-31"
                yield self._say(column, f"{column}-not-date", en, zh)
        begins, due = dates["begins"], dates["due"]
        if self._cell("due") is None:
            yield self._say("due", "due-missing", "no due date", "缺少完成时限", warns=True)
        if begins and due and begins[: len(due)] > due[: len(begins)]:
            en = f"begins {begins}, after it is due ({due})"
            yield self._say("begins", "due-before-start", en, f"开始 {begins} 晚于时限 {due}")

    def check_report(self) -> Iterator[Problem]:
        """See that quotation and target are still what the report says."""
        task = self._expected.get(self._number) if self._number is not None else None
        if task is None:
            return
        sentence = self._cell("sentence")
        if sentence is not None and _bare(sentence) != _bare(task.sentence):
            en = "the quoted sentence is not the report's"
            yield self._say("sentence", "sentence-changed", en, "报告原文有改动", warns=True)
        if "value" not in self._line.cells:
            return
        cell = self._cell("value")
        value = number_of(cell) if cell is not None else None
        is_number = cell is None or value is not None
        is_same = value == task.value or (
            value is not None and task.value is not None and abs(value - task.value) < _least(value)
        )
        if is_number and not is_same:
            told, said = _amount(value), _amount(task.value)
            en = f"the target is {told}; the report says {said}"
            zh = f"目标为 {told}，报告为 {said}"
            yield self._say("value", "target-changed", en, zh, warns=True)


def _names(units: str) -> list[str]:
    """Part the units of a cell; the first is the lead."""
    return [name.strip() for name in re.split("[、，,；;\n]", units) if name.strip()]


def _no_row(task: Task) -> Problem:
    return Problem(
        None,
        task.number,
        "number",
        Severity.ERROR,
        "row-missing",
        Label(
            f"task {task.number} of the report has no row: {_short(task.task)}",
            f"缺少第 {task.number} 项任务：{_short(task.task)}",
        ),
    )


def _whole(cell: Any) -> int | None:
    number = number_of(cell) if cell is not None else None
    if number is None or number != number.to_integral_value() or number.adjusted() > 12:
        return None
    return int(number)


def _least(value: Any) -> Any:
    """Give what a spreadsheet's 15 digits cannot tell apart."""
    return abs(value).scaleb(-14)


def _amount(value: Any) -> str:
    return "none 无" if value is None else f"{value.normalize():f}"


def _short(cell: Any) -> str:
    text = "" if cell is None else " ".join(str(cell).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _bare(text: Any) -> str:
    return "".join(str(text).split())
