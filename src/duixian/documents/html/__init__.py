"""HTML pages: the visible text, one block a line, with tables and marked furniture.

The page's own furniture (navigation, page header and footer, forms, lists of links) stays
in the text and is marked by spans, so that nothing a person sees is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from duixian.documents.content import Content
from duixian.documents.document import Span, Table
from duixian.documents.encodings import decode
from duixian.documents.html.items import Item, TableItem, TextItem, VisiblePage
from duixian.documents.html.markup import parse
from duixian.documents.html.visible import PageBuilder
from duixian.documents.limits import Limits
from duixian.documents.table_layout import lay_out
from duixian.errors import EmptySourceError

_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_PRESCAN_BYTES = 4096
_FEWEST_LINKS = 3
_LINK_SHARE = 0.8
_SHORTEST_LEAD = 10  # characters of a line that leads to a list: 今年重点做好以下实事：
_LEADS = ("：", ":")
_BETWEEN_LINKS = re.compile(r"[\W_]+")  # the bars, dots and arrows that part links on one line
_LONGEST_LINK = 40  # characters; longer ones are sentences that happen to be linked
_LARGEST_FURNITURE = 0.5  # of the page; a form round the whole page is no furniture


def read_html(data: bytes, *, name: str, limits: Limits, charset: str | None = None) -> Content:
    """Read a page; `charset` is what the web server declared, if it did."""
    decoded = decode(data, name=name, declared=charset or _declared(data))
    builder = PageBuilder(most_cells=limits.max_table_cells)
    parse(decoded.text, builder, name=name, limits=limits)
    page = builder.finish()
    text, spans, tables = _write(page.items)
    if not text:
        raise EmptySourceError(
            name,
            "the page shows no text of its own",
            "open it in a browser and save the complete page, or print it to PDF",
        )
    return Content(
        text,
        encoding=decoded.encoding,
        tables=tables,
        furniture=_furniture(page, spans),
        notes=(*decoded.notes, *page.notes),
        title=page.title,
    )


def _declared(data: bytes) -> str | None:
    """Give the character set the page itself names."""
    found = _DECLARED.search(data[:_PRESCAN_BYTES])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _write(items: Sequence[Item]) -> tuple[str, list[Span], tuple[Table, ...]]:
    """Write items under each other; give the text, the place of each item, and the tables."""
    parts: list[str] = []
    spans: list[Span] = []
    tables: list[Table] = []
    offset = 0
    for item in items:
        if isinstance(item, TableItem):
            part, table = lay_out(item.cells, start=offset)
            tables.append(table)
        else:
            part = item.text
        parts.append(part)
        spans.append((offset, offset + len(part)))
        offset += len(part) + 1
    return "\n".join(parts), spans, tuple(tables)


def _furniture(page: VisiblePage, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Give the spans of furniture, neighbours joined."""
    of_scope = _furniture_scopes(page, spans)
    of_links = _link_lists(page.items)
    marked = [
        (index in of_links or of_scope[item.scope]) and not _is_spared(item, page)
        for index, item in enumerate(page.items)
    ]
    runs: list[Span] = []
    for is_furniture, group in groupby(range(len(marked)), key=marked.__getitem__):
        indexes = list(group)
        if is_furniture:
            runs.append((spans[indexes[0]][0], spans[indexes[-1]][1]))
    return tuple(runs)


def _is_spared(item: Item, page: VisiblePage) -> bool:
    """Tell the report's own title in a page header."""
    return (
        isinstance(item, TextItem) and item.is_heading and page.scopes[item.scope].spares_headings
    )


def _furniture_scopes(page: VisiblePage, spans: Sequence[Span]) -> list[bool]:
    """Tell of each scope whether it is furniture, by its kind and its share of the page."""
    sizes = [0] * len(page.scopes)
    for item, (start, end) in zip(page.items, spans, strict=True):
        sizes[item.scope] += end - start
    for index in range(len(sizes) - 1, 0, -1):
        sizes[page.scopes[index].parent] += sizes[index]

    def is_small(index: int) -> bool:
        return sizes[index] < _LARGEST_FURNITURE * sizes[0]

    verdicts = [False]
    for index, scope in enumerate(page.scopes[1:], start=1):
        verdicts.append(verdicts[scope.parent] or scope.is_certain or is_small(index))
    return verdicts


def _link_lists(items: Sequence[Item]) -> frozenset[int]:
    """Give the items that are lists of links: neighbours made of little but short links.

    A list that a line of the text leads to belongs to the text, linked as it may be.
    """
    found: list[int] = []
    numbered = enumerate(items)
    before: Item | None = None
    for is_linked, group in groupby(numbered, key=lambda each: _is_linked(each[1])):
        run = list(group)
        links = sum(item.links for _, item in run if isinstance(item, TextItem))
        if is_linked and links >= _FEWEST_LINKS and not _leads_to(before, run[0][1]):
            found.extend(index for index, _ in run)
        before = run[-1][1]
    return frozenset(found)


def _leads_to(before: Item | None, first: Item) -> bool:
    return (
        isinstance(before, TextItem)
        and before.scope == first.scope
        and len(before.text) >= _SHORTEST_LEAD
        and before.text.endswith(_LEADS)
    )


def _is_linked(item: Item) -> bool:
    return (
        isinstance(item, TextItem)
        and not item.is_heading
        and item.link_characters >= _LINK_SHARE * len(_BETWEEN_LINKS.sub("", item.text))
        and 0 < item.link_characters <= _LONGEST_LINK * item.links
    )
