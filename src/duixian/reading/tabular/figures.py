"""The number of a cell: with its own unit, or with one that the table states elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from duixian.documents.document import Cell
from duixian.reading.quantities.describe import describe_quantities
from duixian.reading.quantities.mentions import Mention, overlaps
from duixian.reading.records import Basis, Language, Relation
from duixian.reading.sentences import Sentence
from duixian.reading.structure.year_words import years_in
from duixian.reading.tabular.units import FINDERS, read_number
from duixian.reading.tabular.words import IN_BRACKETS, TableWords

_MINUS = "-−"
_COUNTED = re.compile(r"(?: [a-z-]+){1,3}\.?\s*")
# What reports write in a cell instead of words of comparison.
_SIGNS = {
    "<": Relation.LESS, ">": Relation.MORE, "≤": Relation.AT_MOST, "≥": Relation.AT_LEAST,
    "～": Relation.ABOUT, "~": Relation.ABOUT,
}  # fmt: skip
_YEARS_OF_A_STRETCH = 2


def numbers_in(normal: str, cell: Cell, language: Language) -> list[Mention]:
    """Return the numbers that stand in a cell: 300张, 58 compounds."""
    return FINDERS[language](normal, cell.start, cell.end)


def own_numbers(normal: str, cell: Cell, words: TableWords) -> list[Mention]:
    """Return the number that stands in a cell with its unit, or several (12所、3亿元).

    Several are of one row only where nothing but marks parts them, and no unit comes twice;
    what stands in brackets behind a figure is a part of it: 300张（其中护理型200张）.
    """
    found = _outside_brackets(normal, cell, numbers_in(normal, cell, words.language))
    found = [_with_sign(normal, cell, each) for each in found]
    if any(each.why == "count" and not _opens(normal, cell, each) for each in found):
        return []
    if len(found) > 1 and not _are_listed(normal, cell, found, words):
        return []
    return found


def _with_sign(normal: str, cell: Cell, number: Mention) -> Mention:
    """Return a number with the sign of comparison in front of it: ≥8000人."""
    front = normal[cell.start : number.low_edge].rstrip()
    relation = _SIGNS.get(front[-1:])
    if relation is None or number.relation is not Relation.EQUAL:
        return number
    return replace(number, relation=relation, low_edge=cell.start + len(front) - 1)


def _opens(normal: str, cell: Cell, number: Mention) -> bool:
    """Tell whether a cell is figures and the name of what they count, and no more: 12 schools."""
    said = normal[number.high_edge : cell.end]
    return not normal[cell.start : number.low_edge].strip() and bool(_COUNTED.fullmatch(said))


def _outside_brackets(normal: str, cell: Cell, found: list[Mention]) -> list[Mention]:
    if len(found) < 2:
        return found
    spans = [inside.span() for inside in IN_BRACKETS.finditer(normal, cell.start, cell.end)]
    outside = [one for one in found if not overlaps(spans, one.start, one.end)]
    return outside or found


def _are_listed(normal: str, cell: Cell, found: Sequence[Mention], words: TableWords) -> bool:
    units = {each.why if each.unit == "count" else each.unit for each in found}
    if len(units) < len(found):
        return False
    edges = [cell.start, *chain(*((one.low_edge, one.high_edge) for one in found)), cell.end]
    between = (normal[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
    return all(words.list_marks.fullmatch(each) for each in between)


def says_a_change(normal: str, cell: Cell, number: Mention, language: Language) -> bool:
    """Tell whether a cell says itself that its number moved: 增长5.5%左右, up 5.5%."""
    if number.low_edge - cell.start + cell.end - number.high_edge == 0:
        return False
    said = describe_quantities(normal, Sentence(cell.start, cell.end, language))
    return any(
        each.mention.start == number.start and each.context.basis is Basis.CHANGE for each in said
    )


def is_number(normal: str, cell: Cell, words: TableWords) -> bool:
    """Tell whether a cell is a number and nothing else."""
    return words.number.match(normal[cell.start : cell.end]) is not None


def with_unit(
    normal: str, cell: Cell, unit: str, words: TableWords, *, may_count: bool = False
) -> Mention | None:
    """Return a bare number read as if the unit stood behind it; None where that is no unit.

    ``may_count``: what stands behind may be what is counted as well, such as schools.
    """
    found = words.number.match(normal[cell.start : cell.end])
    if found is None or len(years_in(found["number"])) == _YEARS_OF_A_STRETCH:
        return None
    number = found["number"].lstrip(_MINUS)
    one = read_number(words.language, found["front"] or "", number, unit, found["behind"] or "")
    if one is None or (one.why == "count" and not may_count):
        return None
    is_negative = number != found["number"]
    if is_negative and one.high is not None:
        return None  # -3-5: no telling which is below zero
    start, end = cell.start + found.start("number"), cell.start + found.end("number")
    return Mention(
        start, end, -one.value if is_negative else one.value, one.high, one.unit,
        _SIGNS.get(found["front"], one.relation), start, end,
        why=f"unit {unit} from the table",
    )  # fmt: skip
