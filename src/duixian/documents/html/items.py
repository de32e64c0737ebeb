"""What is seen of a page: lines of text and tables of data, and where they stand in it.

White space is made as a browser shows it; nothing else of the wording changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duixian.documents.invisible import without_invisible
from duixian.documents.table_layout import GridCell
from duixian.documents.wide import WIDE_RANGES

# A line end in the source between two Chinese characters is no space to a Chinese reader.
_SOURCE_LINE_END = re.compile(rf"(?<=[{WIDE_RANGES}])[ \t]*\n\s*(?=[{WIDE_RANGES}])")
_SPACES = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_EDGES = " \u3000"


@dataclass(frozen=True, slots=True)
class Scope:
    """A container that may be furniture: for certain, or only if it is a small part."""

    parent: int  # index into `VisiblePage.scopes`; 0 is the page itself
    is_certain: bool
    spares_headings: bool = False


@dataclass(frozen=True, slots=True)
class TextItem:
    """One block of text."""

    text: str
    scope: int
    is_heading: bool = False
    links: int = 0
    link_characters: int = 0


@dataclass(frozen=True, slots=True)
class TableItem:
    """One table of data."""

    cells: tuple[GridCell, ...]
    scope: int


Item = TextItem | TableItem


@dataclass(frozen=True, slots=True)
class VisiblePage:
    """What is seen of a page, its title, which stands outside of it, and what was left out."""

    title: str | None
    items: tuple[Item, ...]
    scopes: tuple[Scope, ...]
    notes: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """Collapse white space as a browser does and drop what has no width."""
    text = _SOURCE_LINE_END.sub("", without_invisible(text))
    return _SPACES.sub(" ", text).strip(_EDGES)
