"""Tables: every row is a statement, every cell with a number a quantity, every sentence text.

The unit of a number is its own, else that of its column's head, its row's label, the column of
units, or the caption above the table. A number for which none of them states a unit is left
alone: a unit is never guessed. What tells a growth or a share takes no amount from elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from duixian.documents.document import Cell, Document, Span, Table
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.languages import language_of
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.describe import Described
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Basis, Kind, Specificity, Status
from duixian.reading.sentences import Sentence
from duixian.reading.tabular.captions import InReview, year_of_table
from duixian.reading.tabular.columns import Column, read_column
from duixian.reading.tabular.counted import counted
from duixian.reading.tabular.deadlines import due_of_cell, due_within
from duixian.reading.tabular.figures import (
    is_number,
    own_numbers,
    says_a_change,
    with_unit,
)
from duixian.reading.tabular.labels import Label, label_of
from duixian.reading.tabular.passages import Passage, is_sentence, passages_of, role_of_heads
from duixian.reading.tabular.units import is_rate, units_of
from duixian.reading.tabular.words import IN_BRACKETS, table_words

_CAPTION = 80  # characters above a table that may hold its caption
_NO_HEAD = Column()
_TELLS = re.compile("[，。；,;]")  # 资金不足，进度较慢 under 存在问题
_FRACTION = re.compile(r"\d\.\d|[%‰]")
_LIST_NUMBER = "0123456789一二三四五六七八九十.、．()（）"


@dataclass(frozen=True, slots=True)
class Figure:
    """The number of a cell, whether it was reached or is to be, and the time its column tells."""

    described: Described
    status: Status
    time: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with what its cells say."""

    sentence: Sentence
    kind: Kind
    specificity: Specificity | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with its rows, but for the cells of them that are read as text."""

    span: Span
    rows: tuple[Row, ...]
    passages: tuple[Passage, ...]
    without_unit: int = 0  # rows whose figures are not read, as nothing tells their unit

    def without_passages(self) -> Iterator[Span]:
        """Give the parts of the table that are not read as text."""
        start = self.span[0]
        for passage in self.passages:
            yield start, passage.span[0]
            start = passage.span[1]
        yield start, self.span[1]


def read_tables(
    document: Document,
    normal: str,
    *,
    years: ReportYears,
    in_review: InReview = lambda _: False,
) -> list[ReadTable]:
    """Return the tables of a document; ``normal`` is the normal form of its text."""
    text = document.text
    return [_Reader(text, normal, each, years, in_review).read() for each in document.tables]


def notes_on(tables: Sequence[ReadTable]) -> tuple[str, ...]:
    """Return the note on what was not read of tables."""
    rows = sum(table.without_unit for table in tables)
    return (f"left out the figures of {rows} table rows that tell no unit",) if rows else ()


class _Reader:
    """Reads one table: headers once, then row by row."""

    def __init__(
        self, text: str, normal: str, table: Table, years: ReportYears, in_review: InReview
    ) -> None:
        self._document_text = text
        self._normal = normal
        self._table = table
        self._years = years
        self._language = language_of(normal[table.start : table.end])
        self._words = table_words(self._language)
        self._rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            self._rows.setdefault(cell.row, []).append(cell)
        self._year = year_of_table(
            normal, table.start, words=self._words, years=years, in_review=in_review
        )
        self._columns, title = self._read_heads()
        heads = " ".join(self._text(cell) for cell in table.cells if cell.is_header)
        self._role = role_of_heads(heads, self._language, is_in_review=in_review(table.start))
        self._merged = self._merged_down()
        self._caption = self._find_caption(title)
        self._without_unit = 0

    def read(self) -> ReadTable:
        rows: list[Row] = []
        passages: list[Passage] = []
        written = self._table.start  # what begins before is merged with a cell of a row above
        for cells in self._rows.values():
            filled = _once([cell for cell in cells if cell.start < cell.end])
            own = [cell for cell in filled if cell.start >= written]
            if own and not own[0].is_header:
                self._read_row(filled, own, rows, passages)
            written = max([written, *(cell.end for cell in own)])
        span = (self._table.start, self._table.end)
        return ReadTable(span, tuple(rows), tuple(passages), self._without_unit)

    def _read_row(
        self, cells: list[Cell], own: list[Cell], rows: list[Row], passages: list[Passage]
    ) -> None:
        """Read a row: its sentences as text, and what stands between them."""
        label = self._read_label(cells, own)
        due = self._due(cells)
        repeated = self._repeated(cells, own, label) if label else None
        stretch: list[Cell] = []
        for cell in own:
            names_row = label is not None and cell is label.cell
            if self._is_sentence(cell, own, names_row=names_row):
                self._add_row(cells, stretch, label, rows, due)
                stretch = []
                heads = repeated if repeated and names_row else cell
                column, role = self._column(heads), self._role
                passages += passages_of(self._document_text, cell, column, beside=role, due=due)
            elif cell is not repeated:
                stretch.append(cell)
        self._add_row(cells, stretch, label, rows, due)

    def _due(self, cells: list[Cell]) -> str | None:
        """Return when the row is due, as the first cell says that tells a deadline."""
        said = (
            due_of_cell(self._text(cell), head.time, words=self._words, years=self._years)
            for cell in cells
            if (head := self._column(cell)).is_deadline
        )
        return next((due for due in said if due), None)

    def _repeated(self, cells: list[Cell], own: list[Cell], label: Label) -> Cell | None:
        """Return the target that a label tells as well: 新增床位300张 in front of 300."""
        if not label.told or self._column(label.cell).status not in (None, Status.TARGET):
            return None
        for cell in own:
            if self._column(cell).status is not Status.TARGET or cell is label.cell:
                continue
            if label.tells(self._mentions(cell, cells, label)):
                return cell
        return None

    def _add_row(
        self,
        cells: list[Cell],
        stretch: list[Cell],
        label: Label | None,
        rows: list[Row],
        due: str | None,
    ) -> None:
        """Add what stands in a row beside its sentences, but for a list number or offices alone."""
        is_rest = stretch != cells
        if not stretch or (is_rest and all(map(self._is_remark, stretch))):
            return
        row = self._row(cells, stretch, label, due)
        self._without_unit += not row.figures and any(map(self._states_a_number, stretch))
        if row.figures or len(stretch) > 1 or not is_rest or self._is_name(stretch[0]):
            rows.append(row)

    def _states_a_number(self, cell: Cell) -> bool:
        """Whether a cell is a bare number under a head that says what was reached or aimed at."""
        head = self._column(cell)
        is_stated = head.status is not None and not head.is_aside
        return is_stated and is_number(self._normal, cell, self._words)

    def _is_remark(self, cell: Cell) -> bool:
        """Whether a cell says by whom or when what stands beside it is done, and no more."""
        return self._column(cell).is_aside and not _TELLS.search(self._text(cell))

    def _is_sentence(self, cell: Cell, own: list[Cell], *, names_row: bool) -> bool:
        if self._column(cell).is_aside or not self._is_name(cell):
            return False
        behind = own[own.index(cell) + 1 :] if names_row else []
        return is_sentence(
            self._normal,
            cell,
            self._words,
            names_row=names_row,
            has_head=self._column(cell).status is not None,
            behind=[each for each in behind if not self._column(each).is_aside],
        )

    def _read_label(self, cells: list[Cell], own: list[Cell]) -> Label | None:
        cell = self._label(cells)
        if cell is None:
            return None
        is_text = cell in own and self._is_sentence(cell, own, names_row=True)
        return label_of(self._normal, cell, self._language, is_text=is_text)

    def _merged_down(self) -> frozenset[Span]:
        """Return the cells that stand in several rows: they group the rows."""
        spans = Counter(
            span
            for cells in self._rows.values()
            for span in {(cell.start, cell.end) for cell in cells}
        )
        return frozenset(span for span, count in spans.items() if count > 1)

    def _read_heads(self) -> tuple[dict[int, Column], str]:
        """Return what each column says, and the title inside the table."""
        heads: dict[int, dict[Span, str]] = {}
        titles: list[str] = []
        for cells in self._rows.values():
            filled = [cell for cell in cells if cell.is_header and cell.start < cell.end]
            spans = {(cell.start, cell.end) for cell in filled}
            if len(spans) == 1 and len(filled) == len(cells) > 1:
                titles.append(self._text(filled[0]))
                continue
            for cell in filled:
                heads.setdefault(cell.column, {})[cell.start, cell.end] = self._text(cell)
        title = " ".join(titles)
        columns = {
            column: read_column(
                list(texts.values()),
                title,
                words=self._words,
                years=self._years,
                table=self._year,
            )
            for column, texts in heads.items()
        }
        return columns, title

    def _row(self, cells: list[Cell], own: list[Cell], label: Label | None, due: str | None) -> Row:
        figures = tuple(
            self._figure(cell, mention, label, due)
            for cell in own
            if label is None or cell is not label.cell
            for mention in self._mentions(cell, cells, label)
        )
        statuses = {figure.status for figure in figures}
        kind = Kind.CONTEXT
        if Status.TARGET in statuses:
            kind = Kind.COMMITMENT
        elif Status.RESULT in statuses:
            kind = Kind.RESULT
        specificity = Specificity.QUANTIFIED if kind is Kind.COMMITMENT else None
        sentence = Sentence(own[0].start, own[-1].end, self._language)
        return Row(sentence, kind, specificity, figures)

    def _figure(self, cell: Cell, mention: Mention, label: Label | None, due: str | None) -> Figure:
        column = self._column(cell)
        name = label.name_of(mention) if label else ""
        changes = column.is_growth or self._words.change.search(name)
        says_so = changes or says_a_change(self._normal, cell, mention, self._language)
        basis = Basis.CHANGE if says_so else Basis.LEVEL
        measure = " ".join(part for part in (name, column.name) if part)
        context = Context(basis, measure, is_background=False, why="cell of a table")
        status = column.status or Status.OTHER
        time = due_within(column.time, due) if status is Status.TARGET else column.time
        return Figure(Described(mention, context), status, time)

    def _text(self, cell: Cell) -> str:
        return self._normal[cell.start : cell.end].strip()

    def _column(self, cell: Cell) -> Column:
        return self._columns.get(cell.column, _NO_HEAD)

    def _find_caption(self, title: str) -> str:
        above = self._normal[max(0, self._table.start - _CAPTION) : self._table.start]
        found = self._words.unit_caption.findall(f"{above}\n{title}")
        return str(found[-1]) if found else ""  # the last stands nearest

    def _label(self, cells: list[Cell]) -> Cell | None:
        """The first cell that holds words and is no list number; rather one that groups none."""
        named = [cell for cell in cells if self._is_name(cell)]
        plain = (
            cell
            for cell in named
            if (cell.start, cell.end) not in self._merged
            and not self._column(cell).is_category
            and not self._column(cell).is_aside
        )
        return next(plain, named[0] if named else None)

    def _is_name(self, cell: Cell) -> bool:
        if is_number(self._normal, cell, self._words) or self._is_figure(cell):
            return False
        return bool(self._text(cell).strip(_LIST_NUMBER))

    def _is_figure(self, cell: Cell) -> bool:
        """Whether a cell is a number with its unit and nothing else: 20个, 约3亿元."""
        mentions = own_numbers(self._normal, cell, self._words)
        if not mentions:
            return False
        around = (cell.start, mentions[0].low_edge), (mentions[-1].high_edge, cell.end)
        return not any(self._normal[low:high].strip() for low, high in around)

    def _mentions(self, cell: Cell, cells: list[Cell], label: Label | None) -> list[Mention]:
        """Return the numbers of a cell, with their units or with one said elsewhere."""
        if self._column(cell).is_of_units:
            return []  # 1/10万
        mentions = own_numbers(self._normal, cell, self._words)
        if mentions:
            return mentions
        mention = self._mention_with_unit(cell, cells, label)
        return [mention] if mention else []

    def _mention_with_unit(
        self, cell: Cell, cells: list[Cell], label: Label | None
    ) -> Mention | None:
        """A bare number with a unit said elsewhere."""
        column = self._column(cell)
        if column.is_aside or (label is not None and cell.start < label.cell.start):
            return None
        for unit in self._units(column, cells, label):
            if mention := with_unit(self._normal, cell, unit, self._words):
                return mention
        if label is None or column.name:
            return None
        if label.unit:
            return with_unit(self._normal, cell, label.unit, self._words, may_count=True)
        if column.status and not column.units and self._tells_no_unit(cell, label):
            return counted(self._normal, cell, label.name, self._words)
        return None

    def _tells_no_unit(self, cell: Cell, label: Label) -> bool:
        """Whether neither a row nor its table tells a unit, and its numbers are whole ones."""
        if self._tells_units or IN_BRACKETS.search(label.text) or self._is_share(label.text):
            return False
        return cell.row not in self._rows_of_fractions

    @cached_property
    def _tells_units(self) -> bool:
        """Whether the table has a column of units, or a caption that states some."""
        heads = self._columns.values()
        return bool(self._caption) or any(head.is_of_units or head.unit_of_all for head in heads)

    @cached_property
    def _rows_of_fractions(self) -> frozenset[int]:
        cells = self._table.cells
        return frozenset(cell.row for cell in cells if _FRACTION.search(self._text(cell)))

    def _units(self, column: Column, cells: list[Cell], label: Label | None) -> Iterator[str]:
        """Give the units said for a number, the nearest first: its column's, its row's, of all."""
        name = label.text if label else ""
        is_share = self._is_share(name)
        for unit in column.units:
            if not is_share or self._is_rate(unit):
                yield unit
        for unit in self._units_of_row(name, cells):
            if not column.is_growth or self._is_rate(unit):
                yield unit
        rates_only = column.is_growth or is_share
        of_labels = self._column(label.cell).unit_of_all if label else ""
        yield from self._units_of_all(of_labels or self._caption, rates_only=rates_only)

    def _units_of_row(self, name: str, cells: list[Cell]) -> Iterator[str]:
        for inside in reversed(IN_BRACKETS.findall(name)):
            yield inside.strip()
        for other in cells:
            if self._column(other).is_of_units:
                yield self._text(other)

    def _units_of_all(self, caption: str, *, rates_only: bool) -> Iterator[str]:
        """Give what a caption states; of two units each has its place, of more none is known."""
        units = units_of(caption, self._words) if caption else ()
        rates = [unit for unit in units if self._is_rate(unit)]
        amounts = [unit for unit in units if unit not in rates]
        if rates_only or not amounts:
            yield from rates[:1]
        elif len(amounts) == 1 and (not rates or self._has_shares):
            yield amounts[0]

    @cached_property
    def _has_shares(self) -> bool:
        """Whether a column or a row tells a growth or a share."""
        if any(column.is_growth for column in self._columns.values()):
            return True
        labels = map(self._label, self._rows.values())
        return any(self._is_share(self._text(label)) for label in labels if label)

    def _is_share(self, name: str) -> bool:
        bare = IN_BRACKETS.sub("", name).strip()
        return bool(self._words.rate.search(bare) or self._words.change.search(bare))

    def _is_rate(self, unit: str) -> bool:
        return is_rate(unit, self._language) is True


def _once(cells: list[Cell]) -> list[Cell]:
    """Return the cells of a row, each that covers several places once, in order."""
    first = {(cell.start, cell.end): cell for cell in reversed(cells)}
    return sorted(first.values(), key=lambda cell: cell.column)
