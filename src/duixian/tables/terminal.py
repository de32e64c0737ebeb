"""Tables and summaries for a person at a terminal, drawn with rich.

Fits the width there is (80 columns and up), needs no colour, and never lets text of a document
reach the terminal as an escape sequence or as markup.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import IO, BinaryIO, cast

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from duixian.tables.clean_text import for_terminal, one_line
from duixian.tables.rows import Rows, TableRow, flatten
from duixian.tables.shapes import TableShape, Type
from duixian.tables.summary import Figure, Summary

NARROWEST = 40
WIDTH_IN_A_FILE = 120
_WIDTH_WITH_WORDS = 110
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
    parts: list[RenderableType] = [
        Text(for_terminal(summary.title or summary.name), style="bold"),
        Text(_headline(summary)),
        Text(_file(summary), style="dim"),
        Text(_counts(summary)),
    ]
    limit = _BRIEF_LINES if is_brief else None
    year = f" for {summary.year_planned}" if summary.year_planned else ""
    parts += _block(f"Promised{year} 承诺", summary.promised[:limit], summary.promised_count, width)
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
    years = [
        f"reviews {summary.year_reviewed or 'a year not stated'}",
        f"plans {summary.year_planned or 'a year not stated'}",
    ]
    if summary.delivered:
        years.append(f"delivered {summary.delivered}")
    languages = " + ".join(_LANGUAGES.get(name, name) for name in summary.languages)
    return for_terminal(" · ".join(filter(None, (place, *years, languages))))


def _file(summary: Summary) -> str:
    pages = f"{summary.pages} pages, " if summary.pages else ""
    return for_terminal(f"{summary.name}: {pages}{summary.characters:,} characters")


def _counts(summary: Summary) -> str:
    kinds, specificities = summary.kinds, summary.specificities
    promises = ", ".join(
        f"{specificities.get(name, 0)} {name}" for name in ("quantified", "specific", "general")
    )
    return (
        f"{sum(kinds.values())} statements: {kinds.get('result', 0)} results, "
        f"{kinds.get('commitment', 0)} commitments ({promises}), "
        f"{kinds.get('context', 0)} context; {summary.quantities} quantities, "
        f"{summary.claims} claims"
    )


def _block(heading: str, figures: Sequence[Figure], count: int, width: int) -> list[RenderableType]:
    if not figures:
        return [Text(f"\n  {heading}", style="bold"), Text("  no figures found")]
    of = f" ({len(figures)} of {count} with a figure)" if count > len(figures) else ""
    return [
        Text.assemble((f"\n  {heading}", "bold"), of),
        Padding(_figure_table(figures, width - 2), (0, 0, 0, 2), expand=False),
    ]


def _figure_table(figures: Sequence[Figure], width: int) -> Table:
    """Draw figures one a line; where there is room, with the words they stand in."""
    with_words = width >= _WIDTH_WITH_WORDS
    drawn = Table(box=None, pad_edge=False, show_header=False, expand=with_words)
    widest = width * (4 if with_words else 5) // 10
    drawn.add_column("measure", max_width=widest, overflow="ellipsis", no_wrap=True)
    drawn.add_column("amount", max_width=width * 3 // 10, overflow="fold", style="cyan")
    drawn.add_column("time", no_wrap=True)
    if with_words:
        drawn.add_column("words", ratio=1, overflow="ellipsis", no_wrap=True, style="dim")
    for figure in figures:
        cells = [figure.measure, figure.amount, figure.time]
        cells += [figure.text] if with_words else []
        drawn.add_row(*(Text(for_terminal(cell).strip()) for cell in cells))
    return drawn


def _bullet(text: str, width: int) -> RenderableType:
    line = Text(for_terminal(text))
    line.truncate(max(width - 4, NARROWEST) * 2, overflow="ellipsis")
    grid = Table.grid(padding=(0, 1))
    grid.add_row("  -", line)
    return grid
