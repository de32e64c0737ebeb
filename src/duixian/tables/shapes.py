"""What a table is: its columns, what each holds and means, and which of them a person is shown.

Every format and every page that explains a table is made from a shape. Each kind of work has its
own `TableSet` (``tables.report_tables``); the writers take the shapes they are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from duixian.errors import UsageError


class Type(StrEnum):
    """What a column holds.

    In flat formats ``SPAN`` and ``GROUP`` become several columns, and ``SPANS`` a list of texts.
    """

    TEXT = "text"
    INTEGER = "integer"
    YEAR = "year"
    NUMBER = "number"
    DATE = "date"
    TEXTS = "list of texts"
    SPAN = "[start, end]"
    SPANS = "list of [start, end]"
    GROUP = "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what it means in both languages."""

    name: str
    type: Type
    label: str  # the Chinese heading
    zh: str
    en: str
    width: int = 12  # widest a spreadsheet column gets; a Chinese character takes two
    share: int = 0  # of the room at a terminal; with none it takes only what it needs
    is_technical: bool = False  # offsets and codes: a spreadsheet shows them last
    parts: tuple[Column, ...] = ()  # of a GROUP


@dataclass(frozen=True, slots=True)
class Form:
    """What a spreadsheet does for people who fill a table in: other words can always be written."""

    choices: Mapping[str, tuple[str, ...]]  # offered in a column
    unsure: tuple[str, ...]  # how cells begin that nobody has confirmed; they are coloured
    folded: tuple[str, ...] = ()  # columns that are kept and not shown until they are unfolded


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table: its name, what a row of it is, and its columns."""

    name: str
    label: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    shown: tuple[str, ...]  # the flat columns a person reads at a terminal
    shown_narrow: tuple[str, ...] = ()  # where there is little room; none: the same
    form: Form | None = None  # of a table that people fill in

    def flat_columns(self) -> tuple[Column, ...]:
        """List the columns as flat formats have them: no spans, no groups."""
        return tuple(leaf for column in self.columns for leaf in _leaves(column))


@dataclass(frozen=True, slots=True)
class TableSet:
    """The tables that one kind of work makes."""

    shapes: tuple[TableShape, ...]
    default: str  # what is written where no table is asked for

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the tables, in their order."""
        return tuple(shape.name for shape in self.shapes)

    def named(self, name: str) -> TableShape:
        """Find a table by its name. Raises UsageError where there is none."""
        for shape in self.shapes:
            if shape.name == name:
                return shape
        raise UsageError(f"no table is called {name!r}; choose one of {', '.join(self.names)}")


def _leaves(column: Column) -> tuple[Column, ...]:
    if column.type is Type.SPAN:
        return (
            _part_of(column, offset("start", "起点", "从", "starts")),
            _part_of(column, offset("end", "终点", "到", "ends")),
        )
    if column.type is Type.GROUP:
        return tuple(_part_of(column, part) for part in column.parts)
    return (replace(column, type=Type.TEXTS),) if column.type is Type.SPANS else (column,)


def _part_of(whole: Column, part: Column) -> Column:
    return Column(
        name=f"{whole.name}_{part.name}",
        type=part.type,
        label=whole.label + part.label,
        zh=f"{whole.label}：{part.zh}",
        en=f"{whole.name}: {part.en[0].lower()}{part.en[1:]}",
        width=part.width,
        is_technical=part.is_technical,
    )


def offset(name: str, label: str, preposition: str, verb: str) -> Column:
    """Make the column of an offset into the text."""
    return Column(
        name,
        Type.INTEGER,
        label,
        f"原文{preposition}第几个字符（按 Unicode 码位，从 0 起）",
        f"Where it {verb} in the document's text, in Unicode code points from 0",
        8,
        is_technical=True,
    )
