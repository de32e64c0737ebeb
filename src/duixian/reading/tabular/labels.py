"""What names the row of a table: its label, which may be text that tells a number itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from duixian.documents.document import Cell
from duixian.language.english_verbs import english_verbs
from duixian.reading.quantities.mentions import COUNTED, Mention
from duixian.reading.records import Language, Relation
from duixian.reading.statements.specificity import deed_told
from duixian.reading.tabular.figures import numbers_in
from duixian.reading.tabular.words import IN_BRACKETS

_STOPS = "。！？；;.!? "
_MARKS = f"{_STOPS}，、, "
_DIGITS = re.compile(r"\d[\d.,]* ?")
_WORD = re.compile(r" ?([a-z]+)")


class Label(msgspec.Struct, frozen=True):
    """The cell that names a row, and what its figures are told of."""

    cell: Cell
    text: str
    name: str
    told: Sequence[tuple[Mention, str]] = ()  # its numbers, where it is text, with their names
    unit: str = ""  # as written behind the one number it tells: 个 of 改造小区58个

    def tells(self, figures: Sequence[Mention]) -> bool:
        """Whether it says the figures of a cell itself: 新增床位300张 in front of 300."""
        told = {(one.value, one.unit) for one, _ in self.told}
        return bool(figures) and told.issuperset((one.value, one.unit) for one in figures)

    def name_of(self, figure: Mention) -> str:
        """Return what a figure is told of: of 新建学校4所，新增学位900个 the one of its unit."""
        same = [
            name
            for one, name in self.told
            if one.unit == figure.unit and figure.why.startswith(one.why)
        ]
        return same[0] if len(same) == 1 and same[0] else self.name


def label_of(normal: str, cell: Cell, language: Language, *, is_text: bool) -> Label:
    """Return a cell as the label of its row; ``is_text``: it is read as text of its own."""
    text = normal[cell.start : cell.end].strip()
    name = IN_BRACKETS.sub("", text).strip(_STOPS)
    if not is_text:
        return Label(cell, text, name)
    numbers = numbers_in(normal, cell, language)
    if len(numbers) == 1:
        one = numbers[0]
        own = _beside(normal, cell, one, language) or name
        return Label(cell, text, own, [(one, own)], _unit_behind(normal, cell, one))
    starts = [cell.start, *(one.high_edge for one in numbers)]
    told = [
        (one, normal[start : one.low_edge].strip(_MARKS))
        for start, one in zip(starts, numbers, strict=False)
    ]
    return Label(cell, text, name, told)


def _beside(normal: str, cell: Cell, number: Mention, language: Language) -> str:
    """Return what a cell says beside its number: 实施12项工程, Build 12 km of roads."""
    gap = "" if language is Language.ZH else " "
    behind = normal[number.high_edge : cell.end].strip(_MARKS).removeprefix("of ")
    return gap.join(filter(None, (normal[cell.start : number.low_edge].strip(_MARKS), behind)))


def _unit_behind(normal: str, cell: Cell, number: Mention) -> str:
    """Return the unit as written (个, km), or the word of what an English number counts."""
    digits = _DIGITS.match(normal, number.start, number.end)
    if digits is None:
        return ""
    counted = _WORD.match(normal, number.end, cell.end)
    return normal[digits.end() : number.end] or (counted[1] if counted else "")


def tells_its_number(
    normal: str, cell: Cell, mentions: Sequence[Mention], language: Language, *, has_numbers: bool
) -> bool:
    """Tell whether the number of a label is told (新建学校12所) and names no class.

    年收入2000万元以上企业 names one. ``has_numbers``: bare numbers stand behind, which are more
    likely of the label than an amount with a unit of its own.
    """
    equal = [each for each in mentions if each.relation is Relation.EQUAL]
    if not equal:
        return False
    is_last = _is_last(normal, cell, equal[-1])
    if not has_numbers:
        return is_last or any(each.unit in COUNTED for each in equal)
    said = normal[cell.start : cell.end]
    if language is Language.ZH:
        return is_last and deed_told(said, language) is not None
    return said.split(maxsplit=1)[0].lower() in english_verbs().base  # build 12 km of roads


def says_again(
    normal: str, cell: Cell, mentions: Sequence[Mention], figures: Sequence[Mention]
) -> bool:
    """Tell whether a label ends in the figure behind it: 新增就业8000人以上 | ≥8000人."""
    behind = {(one.value, one.unit, one.relation) for one in figures}
    is_told = all((one.value, one.unit, one.relation) in behind for one in mentions)
    return is_told and _is_last(normal, cell, mentions[-1])


def _is_last(normal: str, cell: Cell, mention: Mention) -> bool:
    return not normal[mention.high_edge : cell.end].strip(_STOPS)
