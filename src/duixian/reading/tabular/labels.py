"""What names the row of a table: its label, which may be text that tells a number itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from duixian.documents.document import Cell
from duixian.reading.quantities.mentions import COUNTED, Mention
from duixian.reading.records import Language, Relation
from duixian.reading.statements.specificity import deed_told
from duixian.reading.tabular.figures import numbers_in
from duixian.reading.tabular.words import IN_BRACKETS

_STOPS = "。！？；;.!? "
_MARKS = f"{_STOPS}，、, "


class Label(msgspec.Struct, frozen=True):
    """The cell that names a row, and what its figures are told of."""

    cell: Cell
    text: str
    name: str
    told: Sequence[tuple[Mention, str]] = ()  # its numbers, where it is text, with their names

    def tells(self, figure: Mention) -> bool:
        """Whether it says a figure of its row itself: 新增床位300张 in front of 300."""
        return any((one.value, one.unit) == (figure.value, figure.unit) for one, _ in self.told)

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
    told: list[tuple[Mention, str]] = []
    start = cell.start
    for one in numbers_in(normal, cell, language):
        told.append((one, normal[start : one.low_edge].strip(_MARKS)))
        start = one.high_edge
    alone = len(told) == 1 and _is_last(normal, cell, told[0][0])
    return Label(cell, text, (told[0][1] if alone else "") or name, told)


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
    if has_numbers:
        return is_last and deed_told(normal[cell.start : cell.end], language) is not None
    return is_last or any(each.unit in COUNTED for each in equal)


def _is_last(normal: str, cell: Cell, mention: Mention) -> bool:
    return not normal[mention.high_edge : cell.end].strip(_STOPS)
