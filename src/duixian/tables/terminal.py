"""Tables and summaries for a person at a terminal, drawn with rich.

Fits the width there is (80 columns and up), needs no colour, and never lets text of a document
reach the terminal as an escape sequence or as markup.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from typing import IO, BinaryIO, cast

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from duixian.tables.clean_text import for_terminal, one_line
from duixian.tables.rows import Rows, TableRow, flatten
from duixian.tables.shapes import TableShape, Type
from duixian.tables.summary import Counts, Figure, Later, Summary

NARROWEST = 40
WIDTH_IN_A_FILE = 120
_FEWEST_WORDS = 20  # columns; with fewer the words say nothing
_BETWEEN_COLUMNS = 1
_WIDEST_FIGURE = 16
_BRIEF_LINES = 3
_LEVELS = {"nation": "国家", "province": "省级", "prefecture": "地市级", "county": "区县级"}
_LANGUAGES = {"zh": "中文", "en": "English"}

# With less room than this a table shows its narrow choice of columns.
_ROOMY = 100


class _Utf8:
    """Lets rich write text to a binary stream that stays its owner's to close."""

    encoding = "utf-8"

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode("utf-8", "replace"))

    def flush(self) -> None:
        self._stream.flush()


def open_console(stream: BinaryIO, *, is_terminal: bool) -> Console:
    """Make a console that writes UTF-8 to a stream; colour only at a terminal that has it."""
    width = shutil.get_terminal_size((80, 24)).columns if is_terminal else WIDTH_IN_A_FILE
    if not is_terminal and os.environ.get("COLUMNS", "").isdigit():
        width = int(os.environ["COLUMNS"])
    is_plain = not is_terminal or bool(os.environ.get("NO_COLOR"))
    return Console(
        file=cast("IO[str]", _Utf8(stream)),
        force_terminal=is_terminal,
        color_system=None if is_plain else "auto",
        width=max(width, NARROWEST),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


class TextTableWriter:
    """Writes one table as text for a person, a block a report."""

    def __init__(
        self, stream: BinaryIO, tables: Sequence[TableShape], *, is_terminal: bool = False
    ) -> None:
        (self._table,) = tables
        self._console = open_console(stream, is_terminal=is_terminal)

    def add(self, rows: Rows) -> None:
        """Draw the rows of one report."""
        chosen = rows[self._table.name]
        if chosen:
            if "document" in chosen[0]:
                self._console.print(Text(for_terminal(chosen[0]["document"]), style="bold"))
            self._console.print(draw_table(self._table, chosen, width=self._console.width))
            self._console.print()

    def finish(self) -> None:
        """Do nothing: every block is whole by itself."""

    def close(self) -> None:
        """Do nothing: it holds nothing of its own."""


class SummaryWriter:
    """Writes the summary of each report."""

    def __init__(
        self, stream: BinaryIO, *, is_terminal: bool = False, is_brief: bool = False
    ) -> None:
        self._console = open_console(stream, is_terminal=is_terminal)
        self._is_brief = is_brief

    def add(self, summary: Summary) -> None:
        """Draw one summary."""
        width = self._console.width
        self._console.print(draw_summary(summary, width=width, is_brief=self._is_brief))

    def finish(self) -> None:
        """Do nothing: every summary is whole by itself."""

    def close(self) -> None:
        """Do nothing: it holds nothing of its own."""


def draw_table(table: TableShape, rows: Sequence[TableRow], *, width: int) -> Table:
    """Draw the columns of a table that a person reads, as many as the width has room for."""
    columns = table.flat_columns()
    names = [column.name for column in columns]
    shown = table.shown if width >= _ROOMY else table.shown_narrow or table.shown
    places = [names.index(name) for name in shown]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for place in places:
        column = columns[place]
        is_number = column.type in (Type.INTEGER, Type.YEAR, Type.NUMBER)
        drawn.add_column(
            Text(f"{column.name.removeprefix('quantity_')}\n{column.label}"),
            justify="right" if is_number else "left",
            no_wrap=is_number,
            overflow="fold",
            ratio=column.share or None,
            max_width=None if column.share else _WIDEST_FIGURE,
        )
    for row in rows:
        values = flatten(row, table)
        drawn.add_row(*(Text(_shown(values[place])) for place in places))
    return drawn


def _shown(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}" if value > 9999 else str(value)
    return for_terminal(one_line(value))


def draw_summary(summary: Summary, *, width: int, is_brief: bool = False) -> Group:
    """Draw what a report promised and what it reported. Brief keeps the first three of each."""
    limit = _BRIEF_LINES if is_brief else None
    year = f" for {summary.year_planned}" if summary.year_planned else ""
    parts: list[RenderableType] = [
        Text(for_terminal(summary.title or summary.name), style="bold"),
        Text(_headline(summary)),
        Text(_file(summary), style="dim"),
        *_counted(summary.counts),
    ]
    parts += _block(f"Promised{year} 承诺", summary.promised[:limit], summary.promised_count, width)
    parts += [part for later in summary.later for part in _later(later, width, is_brief=is_brief)]
    if summary.named and not is_brief:
        parts.append(Text("\n  Also named, without a figure 另有具体事项", style="bold"))
        parts += [_bullet(text, width) for text in summary.named]
    year = f" for {summary.year_reviewed}" if summary.year_reviewed else ""
    parts += _block(f"Reported{year} 成果", summary.reported[:limit], summary.reported_count, width)
    if summary.notes:
        parts.append(Text("\n  Notes 备注", style="bold"))
        parts += [_bullet(note, width) for note in summary.notes]
    parts.append(Text(""))
    return Group(*parts)


def _headline(summary: Summary) -> str:
    place = summary.government or "government not found"
    if summary.level:
        place += f" ({summary.level} {_LEVELS[summary.level]})"
    times = [
        f"reviews {summary.year_reviewed}" if summary.year_reviewed else "",
        f"plans {summary.year_planned}" if summary.year_planned else "",
        f"delivered {summary.delivered}" if summary.delivered else "",
    ]
    languages = " + ".join(_LANGUAGES.get(name, name) for name in summary.languages)
    return for_terminal(" · ".join(filter(None, (place, *times, languages))))


def _file(summary: Summary) -> str:
    name = f"{summary.name}: " if summary.title else ""  # without a title the name stands above
    pages = f"{_many(summary.pages, 'page')}, " if summary.pages else ""
    return for_terminal(f"{name}{pages}{_many(summary.characters, 'character')}")


def _counted(counts: Sequence[Counts]) -> list[RenderableType]:
    """Count what there is, with the language in front where there are several."""
    lines = []
    for each in counts:
        language = f"{_LANGUAGES[each.language]}: " if len(counts) > 1 else ""
        promises = ", ".join(
            f"{each.specificities.get(name, 0)} {name}"
            for name in ("quantified", "specific", "general")
        )
        lines.append(
            f"{language}{_many(sum(each.kinds.values()), 'statement')}: "
            f"{_many(each.kinds.get('result', 0), 'result')}, "
            f"{_many(each.kinds.get('commitment', 0), 'commitment')} ({promises}), "
            f"{each.kinds.get('context', 0)} context; "
            f"{_many(each.quantities, 'quantity')}, {_many(each.claims, 'claim')}"
        )
    return [Text(line) for line in lines]


def _many(count: int, name: str) -> str:
    if count != 1:
        name = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{count:,} {name}"


def _block(heading: str, figures: Sequence[Figure], count: int, width: int) -> list[RenderableType]:
    if not figures:
        return [Text(f"\n  {heading}", style="bold"), Text("  no figures found")]
    of = f" ({len(figures)} of {count} with a figure)" if count > len(figures) else ""
    return [
        Text.assemble((f"\n  {heading}", "bold"), of),
        Padding(_figure_table(figures, width - 2), (0, 0, 0, 2), expand=False),
    ]


def _later(later: Later, width: int, *, is_brief: bool) -> list[RenderableType]:
    heading = f"Promised for {later.year} 承诺"
    if not is_brief:
        return _block(heading, later.figures, later.count, width)
    return [Text.assemble((f"\n  {heading}", "bold"), f" ({later.count} with a figure)")]


def _figure_table(figures: Sequence[Figure], width: int) -> Table:
    """Draw figures one a line, with the words they stand in where there is room for some."""
    measure = min(_widest(each.measure for each in figures), width * 4 // 10)
    time = _widest(each.time for each in figures)
    room = width - measure - time - 3 * _BETWEEN_COLUMNS
    amount = min(_widest(each.amount for each in figures), max(width * 3 // 10, room))
    taken = measure + amount + time + 3 * _BETWEEN_COLUMNS
    with_words = width - taken >= _FEWEST_WORDS
    drawn = Table(box=None, pad_edge=False, show_header=False, expand=True)
    drawn.add_column(
        "measure",
        width=measure if with_words else None,
        ratio=None if with_words else 1,
        overflow="ellipsis",
        no_wrap=True,
    )
    drawn.add_column("amount", width=amount, overflow="fold", style="cyan")
    drawn.add_column("time", no_wrap=True)
    if with_words:
        drawn.add_column("words", ratio=1, overflow="ellipsis", no_wrap=True, style="dim")
    for figure in figures:
        cells = [figure.measure, figure.amount, figure.time]
        cells += [figure.text] if with_words else []
        drawn.add_row(*(Text(for_terminal(cell).strip()) for cell in cells))
    return drawn


def _widest(texts: Iterable[str]) -> int:
    return max((cell_len(for_terminal(text).strip()) for text in texts), default=0)


def _bullet(text: str, width: int) -> RenderableType:
    line = Text(for_terminal(text))
    line.truncate(max(width - 4, NARROWEST) * 2, overflow="ellipsis")
    grid = Table.grid(padding=(0, 1))
    grid.add_row("  -", line)
    return grid
