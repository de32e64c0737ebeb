"""A grade for a person at a terminal: shares as bars, what is missing, the worst quoted."""

from __future__ import annotations

from typing import BinaryIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from duixian.accounting.grade.reasons import LACKS, reasons_of
from duixian.accounting.grade.records import Grade, Group, Lack, percent
from duixian.reading.records import Specificity
from duixian.tables.clean_text import for_terminal
from duixian.tables.terminal import open_console

_BAR = {Specificity.QUANTIFIED: "█", Specificity.SPECIFIC: "▓", Specificity.GENERAL: "░"}
_BAR_WIDTH = 20
_NAMES = {"quantified": "有数字", "specific": "有事项", "general": "笼统"}
_UNTOLD = {"section": "(no heading 无标题)", "function": "(not told 未识别)"}
_LONGEST_QUOTE = 160
_PER_TARGET = (Lack.UNIT, Lack.BASELINE)


def write_grade(stream: BinaryIO, grade: Grade, *, is_terminal: bool = False) -> None:
    """Write a grade as text."""
    console = open_console(stream, is_terminal=is_terminal)
    report = grade.report
    console.print(Text(for_terminal(report.title or report.document.name), style="bold"))
    shares = ", ".join(
        f"{_percent(grade.whole.of(each), grade.whole.count)} {each} {_NAMES[each]}"
        for each in Specificity
    )
    console.print(Text(f"{grade.whole.count:,} promises 承诺: {shares}"))
    console.print()
    for heading, groups in (
        ("By section 按章节", grade.sections),
        ("By function of government 按政府职能", grade.functions),
    ):
        console.print(Text(heading, style="bold"))
        console.print(Padding(_table(groups), (0, 0, 1, 2)))
    _write_missing(console, grade.whole)
    _write_least(console, grade)


def _table(groups: tuple[Group, ...]) -> Table:
    drawn = Table(box=None, pad_edge=False, expand=True)
    drawn.add_column("", ratio=1, overflow="ellipsis", no_wrap=True)
    for each in Specificity:
        drawn.add_column(each.value, justify="right", no_wrap=True)
    drawn.add_column("", width=_BAR_WIDTH, no_wrap=True)
    for group in groups:
        name = group.name or _UNTOLD[group.kind]
        if group.kind == "function" and group.name_zh:
            name += f" {group.name_zh.partition(' ')[2]}"
        counts = [Text(str(group.of(each))) for each in Specificity]
        drawn.add_row(Text(for_terminal(name)), *counts, Text(_bar(group)))
    return drawn


def _bar(group: Group) -> str:
    """Draw the shares; the last takes what rounding leaves."""
    bar, done = "", 0
    for each in Specificity:
        done += group.of(each)
        bar += _BAR[each] * (round(_BAR_WIDTH * done / group.count) - len(bar))
    return bar


def _write_missing(console: Console, whole: Group) -> None:
    console.print(Text("Not stated 缺少的要素", style="bold"))
    for lack in (Lack.DATE, Lack.OFFICE, Lack.PLACE, *_PER_TARGET):
        is_target = lack in _PER_TARGET
        of = whole.of(Specificity.QUANTIFIED) if is_target else whole.count
        what = "targets in numbers 量化目标" if is_target else "promises 承诺"
        label = LACKS[lack]
        count = whole.lacking(lack)
        console.print(
            Text(f"  {label.en} {label.zh}: {count:,} of {of:,} {what} ({_percent(count, of)})")
        )
    console.print()


def _write_least(console: Console, grade: Grade) -> None:
    if not grade.least:
        console.print(Text("Every promise names a number or a deed.", style="bold"))
        return
    console.print(Text("The least checkable promises 最难核查的承诺", style="bold"))
    for rank, graded in enumerate(grade.least, start=1):
        claim = graded.promise.claim
        text = for_terminal(grade.report.document.text[claim.start : claim.end])
        text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
        console.print(Text(f"{rank:>3}. {text} [{claim.start}, {claim.end})"))
        reasons = "; ".join(reason.en for reason in reasons_of(graded))
        console.print(Padding(Text(for_terminal(reasons), style="dim"), (0, 0, 0, 5)))


def _percent(part: int, whole: int) -> str:
    return percent(part, whole) or "none to count"
