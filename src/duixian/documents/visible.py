"""What a person sees of an HTML page: lines of text and tables, in order.

A stream of tags goes in, one item a block comes out, each with what marks it as page
furniture (the container it stands in, how much of it is links). Depth is bounded, so
a hundred thousand nested tags cost no more than as many flat ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from duixian.documents.markup import EndTag, StartTag, Text, Token
from duixian.documents.page import Grid, Item, Line, Page, Scope, tidy
from duixian.documents.page_tables import OpenCell, OpenTable, is_layout, place, spanned


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
BLOCKS = _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h header hgroup hr html legend li listing "
    "main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul "
    "xmp"
)
UNSEEN = _names(
    "audio canvas datalist iframe noembed noframes noscript object rp rt script select style "
    "svg template textarea title video"
)
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST_DEEP = 512
_MOST_TABLES_DEEP = 16
_MOST_INLINE_DEEP = 16

_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "button", "search"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_FURNITURE_NAME = re.compile(
    r"(?:top|main|sub|side|site|foot|page)?[-_]?(?:nav|navbar|navigation|menu|menubar|breadcrumbs?"
    r"|crumbs?|footer|foot|share|sharing|social|toolbar|pagination|pager|copyright|comments?"
    r"|related|recommend|sidebar|search|searchbar|searchbox|bdsharebuttonbox)",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class _Element:
    """An open element, with what holds inside it."""

    name: str
    unseen: bool = False
    preformatted: bool = False
    heading: bool = False
    scope: int = 0
    link: int = 0  # number of the link it stands in; 0 for none
    is_article: bool = False


@dataclass(slots=True)
class _Barrier:
    """An edge that end tags do not reach across: the page's, a table's, a cell's."""

    height: int
    open: Counter[str] = field(default_factory=Counter)


def see(page: Iterator[Token], *, most_cells: int) -> Page:
    """Lay out a stream of tags; tables over `most_cells` become plain lines."""
    builder = _Builder(most_cells)
    for token in page:
        if isinstance(token, Text):
            builder.text(token.text)
        elif isinstance(token, StartTag):
            builder.start(token)
        elif isinstance(token, EndTag):
            builder.end(token.name)
    return builder.finish()


def _is_unseen(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_UNSEEN_STYLE.search(attributes.get("style", "")))


def _is_named_furniture(attributes: dict[str, str]) -> bool:
    """Tell by class and identifier, as page makers name such parts."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    return any(_FURNITURE_NAME.fullmatch(name) for name in names)


class _Builder:
    """Turns tags into items, with one stack for all that is open."""

    def __init__(self, most_cells: int) -> None:
        self.most_cells = most_cells
        self.title: str | None = None
        self.items: list[Item] = []
        self.scopes: list[Scope] = [Scope(0, is_certain=False)]
        self.stack = [_Element("")]
        self.barriers = [_Barrier(height=1)]
        self.tables: list[OpenTable] = []
        self.too_deep: Counter[str] = Counter()
        self.links = 0
        self._clear()

    def _clear(self) -> None:
        self.pieces: list[str] = []
        self.line_links: set[int] = set()
        self.link_characters = 0
        self.line_is_heading = False

    # Text

    def text(self, text: str) -> None:
        """Take characters between two tags."""
        inside = self.stack[-1]
        if inside.name == "title" and self.title is None and not self.stack[-2].unseen:
            self.title = tidy(text) or None
        if inside.unseen:
            return
        if not inside.preformatted:
            self._add(text, inside)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.flush()
            self._add(line, inside)

    def _add(self, text: str, inside: _Element) -> None:
        self.pieces.append(text)
        if text.isspace() or not text:
            return
        self.line_is_heading = self.line_is_heading or inside.heading
        if inside.link:
            self.line_links.add(inside.link)
            self.link_characters += len(text.strip())

    def flush(self) -> None:
        """End the line."""
        if not self.pieces:
            return
        text = tidy("".join(self.pieces))
        if text:
            self.items.append(
                Line(
                    text,
                    self.stack[-1].scope,
                    self.line_is_heading,
                    len(self.line_links),
                    self.link_characters,
                )
            )
        self._clear()

    # Tags

    def start(self, tag: StartTag) -> None:
        """Take an opening tag."""
        name = "h" if tag.name in _HEADINGS else tag.name
        if name in BLOCKS or name == "br":
            self.flush()
        if name in VOID or name in ("html", "body"):
            return
        self._close_implied(name)
        if self.tables and name in ("tr", "td", "th", "thead", "tbody", "tfoot"):
            self._start_in_table(name, tag)
        elif name == "table" and len(self.tables) < _MOST_TABLES_DEEP:
            self._start_table(tag)
        else:
            self._push(self._element(name, tag))

    def end(self, name: str) -> None:
        """Take a closing tag; one that closes nothing only ends the line."""
        name = "h" if name in _HEADINGS else name
        if name in BLOCKS:
            self.flush()
        if self.too_deep[name] > 0:
            self.too_deep[name] -= 1
        elif self.barriers[-1].open[name] > 0:
            self._close(name)
        elif self.tables and name in ("td", "th", "tr"):
            self._end_cell()
        elif self.tables and name in ("thead", "tbody", "tfoot"):
            self._end_cell()
            self.tables[-1].in_head = False
        elif self.tables and name == "table":
            self._end_table()

    def _close_implied(self, name: str) -> None:
        """Close what an opening tag closes by standing there."""
        if name in BLOCKS and self.barriers[-1].open["p"] > 0:
            self._close("p")
        if name in ("li", "dt", "dd"):
            group = ("li",) if name == "li" else ("dt", "dd")
            self._close_near(group)
        elif name in ("a", "h"):
            self._close_near((name,))

    def _close_near(self, names: tuple[str, ...]) -> None:
        """Close one of these where only inline elements stand between."""
        lowest = max(self.barriers[-1].height, len(self.stack) - _MOST_INLINE_DEEP)
        for element in reversed(self.stack[lowest:]):
            if element.name in names:
                self._close(element.name)
                return
            if element.name in BLOCKS:
                return

    def _close(self, name: str) -> None:
        while self._pop().name != name:
            pass

    def _push(self, element: _Element) -> None:
        if len(self.stack) >= _MOST_DEEP:
            self.too_deep[element.name] += 1
            return
        if element.scope != self.stack[-1].scope:
            self.flush()
        self.stack.append(element)
        self.barriers[-1].open[element.name] += 1

    def _pop(self) -> _Element:
        element = self.stack[-1]
        if element.scope != self.stack[-2].scope:
            self.flush()
        self.stack.pop()
        self.barriers[-1].open[element.name] -= 1
        return element

    def _element(self, name: str, tag: StartTag) -> _Element:
        """Make the element a tag opens, from what it stands in and what it says."""
        inside = self.stack[-1]
        attributes = tag.attributes() if tag.source.strip(" \t\n/") else {}
        link = inside.link
        if name == "a" and "href" in attributes:
            self.links += 1
            link = self.links
        return _Element(
            name=name,
            unseen=inside.unseen or name in UNSEEN or _is_unseen(attributes),
            preformatted=inside.preformatted or name in _PREFORMATTED,
            heading=inside.heading or name == "h",
            scope=self._scope(name, attributes, inside),
            link=link,
            is_article=inside.is_article or name in ("article", "main"),
        )

    def _scope(self, name: str, attributes: dict[str, str], inside: _Element) -> int:
        """Give the furniture scope an element opens, or that it stands in."""
        role = attributes.get("role", "").strip().lower()
        if name in _FURNITURE_TAGS or role in _FURNITURE_ROLES:
            scope = Scope(inside.scope, is_certain=True)
        elif name == "header" and not inside.is_article:
            scope = Scope(inside.scope, is_certain=False, spares_headings=True)
        elif name == "form" or (name in BLOCKS and _is_named_furniture(attributes)):
            scope = Scope(inside.scope, is_certain=False)
        else:
            return inside.scope
        self.scopes.append(scope)
        return len(self.scopes) - 1

    # Tables

    def _start_table(self, tag: StartTag) -> None:
        element = self._element("table", tag)
        role = tag.attributes().get("role", "").lower()
        if self.tables:
            self.tables[-1].is_layout = True
        table = OpenTable(self.items, element.scope, role in ("presentation", "none"))
        self.tables.append(table)
        self.items = table.before
        self._open_barrier(element)

    def _start_in_table(self, name: str, tag: StartTag) -> None:
        self._end_cell()
        table = self.tables[-1]
        self._cut_to(self.barriers[-1].height + (name in ("td", "th")) + 1)
        if name in ("thead", "tbody", "tfoot"):
            table.in_head = name == "thead"
        elif name == "tr":
            table.rows.append([])
            self._push(self._element(name, tag))
        else:
            self._start_cell(name, tag)

    def _start_cell(self, name: str, tag: StartTag) -> None:
        table = self.tables[-1]
        attributes = tag.attributes() if tag.source else {}
        element = self._element(name, tag)
        cell = OpenCell(
            items=[],
            is_header=name == "th" or table.in_head,
            row_span=spanned(attributes.get("rowspan")),
            column_span=spanned(attributes.get("colspan")),
            unseen=element.unseen,
        )
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(cell)
        table.cell_is_open = True
        self.items = cell.items
        self._open_barrier(element)

    def _end_cell(self) -> None:
        table = self.tables[-1]
        if table.cell_is_open:
            self.flush()
            self._close_barrier()
            table.cell_is_open = False
            self.items = table.before

    def _end_table(self) -> None:
        self._end_cell()
        self.flush()
        self._close_barrier()
        table = self.tables.pop()
        self.items = table.outer
        self.items.extend(table.before)
        rows = [[cell for cell in row if not cell.unseen] for row in table.rows]
        cells = None if table.is_layout or is_layout(rows) else place(rows, self.most_cells)
        if cells:
            self.items.append(Grid(cells, table.scope))
            return
        for row in rows:
            for cell in row:
                self.items.extend(cell.items)

    def _open_barrier(self, element: _Element) -> None:
        """Stand an element on the stack that no end tag inside it closes."""
        self.barriers.append(_Barrier(len(self.stack)))
        self.stack.append(element)

    def _close_barrier(self) -> None:
        del self.stack[self.barriers.pop().height :]

    def _cut_to(self, height: int) -> None:
        while len(self.stack) > height:
            self._pop()

    def finish(self) -> Page:
        """Close all that is open."""
        while self.tables:
            self._end_table()
        self.flush()
        return Page(self.title, tuple(self.items), tuple(self.scopes))
