"""Numbers of chains in the form people read, and what the pages call things."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from duixian.accounting.chains.records import Link, State, Value
from duixian.bilingual.page.labels import Label
from duixian.language.unit_names import scaled_zh, unit_name_zh
from duixian.reading.records import Relation

SIGNS = {
    Relation.EQUAL: "",
    Relation.MORE: "> ",
    Relation.AT_LEAST: "≥ ",
    Relation.LESS: "< ",
    Relation.AT_MOST: "≤ ",
    Relation.ABOUT: "≈ ",
}
_THOUSANDS = ((12, "T"), (9, "B"), (6, "M"), (3, "K"))
STATES = {
    State.EVERY_YEAR: Label("Promised every year", "年年承诺"),
    State.AGAIN: Label("Promised again", "多次承诺"),
    State.NEW: Label("New in the last plan", "最近一年新提"),
    State.DROPPED: Label("Dropped", "不再提及"),
}
TITLE = Label("Promises through the years", "历年承诺与兑现")
SERIES = Label("Measures with numbers", "有数字的指标")
EVERY_YEAR = Label("Promised again every year", "年年写入的承诺")
AGAIN = Label("Promised in several years, the last among them", "多年写入、最近一年仍在的承诺")
DROPPED = Label("Promised in several years, then dropped", "曾多年写入、后来不再提的承诺")
IN_SILENCE = Label("Dropped in silence", "不再提、也没有交代的承诺")
TARGET = Label("Target", "目标")
ACTUAL = Label("Reported", "实际")
IN_WORDS = Label("in words", "文字表述")
OVERVIEW = Label("Target → reported; a dash stands for none.", "目标 → 实际；短横表示没有。")
SCALES = Label("K, M, B and T stand for thousand, million, billion and trillion.", "")
ONCE = Label("Promised for one year only", "只在一年写入的指标")
YEAR = Label("Year", "年份")
MEASURE = Label("Measure", "指标")
VERDICT = Label("Verdict", "结论")
KEY = Label(
    "In the charts a bar is a target and a dot is what was reached. Numbers in brackets say where "
    "in the report's text the words stand, counted in characters from 0.",
    "图中横条为目标，圆点为实际；方括号内是原文位置（字符数，从 0 起）。",
)


def silent(count: int) -> Label:
    """Tell how many numbers and deeds were dropped without a word."""
    return Label(
        f"{count:,} numbers and deeds were dropped, and the next report did not speak of them.",
        f"{count:,} 项有数字或具体举措的承诺后来不再提，下一年报告也没有交代。",
    )


def number_words(value: Value, language: str = "en") -> str:
    """Return a number, or both ends of a range, with all its digits: 12,560,000 or 1256万."""
    return _range(value, scaled_zh if language == "zh" else _plain)


def compact_words(value: Value, language: str = "en") -> str:
    """Return a number to three decimals, with K, M, B or T, or 万 or 亿, for its thousands."""
    return _range(value, _compact_zh if language == "zh" else _compact)


def unit_words(unit: str | None, language: str) -> str:
    """Return the unit of a chain as it is called in a language; nothing where there is none."""
    if unit is None:
        return ""
    return unit_name_zh(unit) if language == "zh" else unit


def target_words(link: Link, value: Value, spell: Callable[[Value], str] = number_words) -> str:
    """Return the target of a year with the sign of its relation."""
    quantity = link.commitment.quantity if link.commitment else None
    sign = SIGNS[quantity.relation] if quantity and value.high is None else ""
    return f"{sign}{spell(value)}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _range(value: Value, spell: Callable[[Decimal], str]) -> str:
    low = spell(value.low)
    return low if value.high is None else f"{low}–{spell(value.high)}"


def _compact_zh(value: Decimal) -> str:
    """Round to three decimals of the scale it is written in."""
    scales = [Decimal(10) ** power for power in (12, 8, 4)]
    size = next((scale for scale in scales if abs(value) >= scale), Decimal(1))
    return scaled_zh((value / size).quantize(Decimal("0.001")) * size)


def _compact(value: Decimal) -> str:
    for power, letter in _THOUSANDS:
        if abs(value) >= Decimal(10) ** power:
            scaled = (value / Decimal(10) ** power).quantize(Decimal("0.001"))
            return f"{scaled.normalize():f}{letter}"
    return _plain(value)
