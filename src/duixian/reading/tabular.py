"""Tables: every row is a statement, every cell with a number a quantity.

The unit of a number is its own, else that of its column's header, its row's label, the column
of units, or the caption above the table. A number for which none of them states a unit is left
alone: a unit is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.documents.document import Cell, Document, Table
from duixian.language.data import load_toml
from duixian.reading.languages import language_of
from duixian.reading.quantities.chinese.numbers import find_chinese_mentions
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.describe import Described
from duixian.reading.quantities.english.numbers import find_english_mentions
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import (
    CHANGE,
    COMMITMENT,
    CONTEXT,
    LEVEL,
    RESULT,
    ZH,
    Kind,
    Language,
    Relation,
    Specificity,
    Status,
)
from duixian.reading.sentences import Sentence

_NUMBER = re.compile(
    r"\s*(?P<about>约|近|超过?|[<>≤≥～~])?\s*\+?(?P<number>[-−]?\d[\d,]*(?:\.\d+)?)"
    r"\s*%?\s*(?P<behind>左右|以上|以内|以下)?\s*$"
)
_MINUS = "-−"
# What reports write in a cell instead of words of comparison.
_SIGNS = {
    "<": Relation.LESS, ">": Relation.MORE, "≤": Relation.AT_MOST, "≥": Relation.AT_LEAST,
    "～": Relation.ABOUT, "~": Relation.ABOUT,
}  # fmt: skip
_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPTION = 80  # characters above a table that may hold its caption


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit_caption: str
    unit_header: str
    target: str
    result: str
    change: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with what its cells say."""

    sentence: Sentence
    kind: Kind
    specificity: Specificity | None
    quantities: tuple[tuple[Described, Status], ...]


@cache
def _words(language: Language) -> dict[str, re.Pattern[str]]:
    data = load_toml(f"{language.value}/tables.toml", _Words)
    return {name: re.compile(getattr(data, name)) for name in _Words.__struct_fields__}


def read_tables(
    document: Document, normal: str, *, year_reviewed: int | None, year_planned: int | None
) -> Iterator[Row]:
    """Give the rows of the document's tables that hold more than a header."""
    for table in document.tables:
        yield from _Reader(normal, table, year_reviewed, year_planned).rows()


class _Reader:
    """Reads one table: headers once, then row by row."""

    def __init__(
        self, normal: str, table: Table, year_reviewed: int | None, year_planned: int | None
    ) -> None:
        self._normal = normal
        self._table = table
        self._years = {year_reviewed: Status.RESULT, year_planned: Status.TARGET}
        self._language = language_of(normal[table.start : table.end])
        self._words = _words(self._language)
        self._headers: dict[int, str] = {}
        for cell in table.cells:
            if cell.is_header:
                known = self._headers.get(cell.column, "")
                self._headers[cell.column] = f"{known} {self._text(cell)}".strip()
        self._caption = self._find_caption()

    def rows(self) -> Iterator[Row]:
        by_row: dict[int, list[Cell]] = {}
        for cell in self._table.cells:
            if not cell.is_header:
                by_row.setdefault(cell.row, []).append(cell)
        for cells in by_row.values():
            filled = [cell for cell in cells if cell.start < cell.end]
            if filled:
                yield self._row(filled)

    def _row(self, cells: list[Cell]) -> Row:
        label = self._label(cells)
        found: list[tuple[Described, Status]] = []
        for cell in cells:
            if cell is not label and (described := self._quantity(cell, cells, label)):
                found.append((described, self._status(cell)))
        statuses = {status for _, status in found}
        kind = CONTEXT
        if Status.TARGET in statuses:
            kind = COMMITMENT
        elif Status.RESULT in statuses:
            kind = RESULT
        specificity = Specificity.QUANTIFIED if kind is COMMITMENT else None
        sentence = Sentence(
            min(cell.start for cell in cells), max(cell.end for cell in cells), self._language
        )
        return Row(sentence, kind, specificity, tuple(found))

    def _text(self, cell: Cell) -> str:
        return self._normal[cell.start : cell.end].strip()

    def _find_caption(self) -> str:
        above = self._normal[max(0, self._table.start - _CAPTION) : self._table.start]
        found = self._words["unit_caption"].search(above)
        return found["unit"] if found else ""

    def _label(self, cells: list[Cell]) -> Cell | None:
        """The first cell that holds words and is no list number."""
        for cell in cells:
            text = self._text(cell)
            if not _NUMBER.match(text) and not re.fullmatch(r"[\d.、]+", text):
                return cell
        return None

    def _quantity(self, cell: Cell, cells: list[Cell], label: Cell | None) -> Described | None:
        mention = self._own_mention(cell) or self._mention_with_unit(cell, cells, label)
        if mention is None:
            return None
        header = _IN_BRACKETS.sub("", self._headers.get(cell.column, ""))
        name = _IN_BRACKETS.sub("", self._text(label)) if label else ""
        changes = self._words["change"].search(header) or self._words["change"].search(name)
        basis = CHANGE if changes else LEVEL
        measure = " ".join(part for part in (name, _YEAR.sub("", header).strip(" 年")) if part)
        return Described(
            mention, Context(basis, measure, is_background=False, why="cell of a table")
        )

    def _own_mention(self, cell: Cell) -> Mention | None:
        """A number that stands with its unit in the cell itself."""
        find = find_chinese_mentions if self._language is ZH else find_english_mentions
        mentions = find(self._normal, cell.start, cell.end)
        if len(mentions) != 1 or mentions[0].why == "count":
            return None
        return mentions[0]

    def _mention_with_unit(
        self, cell: Cell, cells: list[Cell], label: Cell | None
    ) -> Mention | None:
        """A bare number with a unit said elsewhere: read as if the unit stood behind it."""
        found = _NUMBER.match(self._text(cell))
        if found is None or (label is not None and cell.start < label.start):
            return None
        unit = self._unit(cell, cells, label)
        if not unit:
            return None
        start = self._normal.index(found["number"], cell.start)
        end = start + len(found["number"])
        is_chinese = self._language is ZH
        number = found["number"].lstrip(_MINUS)
        parts = found["about"], number, "" if is_chinese else " ", unit, found["behind"]
        written = "".join(part or "" for part in parts)
        find = find_chinese_mentions if is_chinese else find_english_mentions
        mentions = find(written, 0, len(written))
        if len(mentions) != 1 or mentions[0].why == "count":
            return None
        one = mentions[0]
        return Mention(
            start, end, one.value if number == found["number"] else -one.value, one.high, one.unit,
            _SIGNS.get(found["about"], one.relation), start, end,
            why=f"unit {unit} from the table",
        )  # fmt: skip

    def _unit(self, cell: Cell, cells: list[Cell], label: Cell | None) -> str:
        """The unit said by the row's label, the header, a column of units, or the caption."""
        header = self._headers.get(cell.column, "")
        for words in (self._text(label) if label else "", header):
            if found := _IN_BRACKETS.findall(words):
                return str(found[-1]).strip()
        for other in cells:
            if self._words["unit_header"].match(self._headers.get(other.column, "")):
                return self._text(other)
        return self._caption

    def _status(self, cell: Cell) -> Status:
        header = self._headers.get(cell.column, "")
        if self._words["target"].search(header):
            return Status.TARGET
        if self._words["result"].search(header):
            return Status.RESULT
        year = _YEAR.search(header)
        return self._years.get(int(year[0]), Status.OTHER) if year else Status.OTHER
