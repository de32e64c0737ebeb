"""What a person sees of an HTML page: lines of text and tables, in order.

A stream of tags goes in, one item a block comes out, each with what marks it as page
furniture (the container it stands in, how much of it is links).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duixian.documents.html.items import Item, Scope, TableItem, TextItem, VisiblePage, tidy
from duixian.documents.html.tables import OpenCell, OpenTable, is_layout, place, spanned
from duixian.documents.raised import raised


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BLOCKS = _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "legend li listing main menu nav ol p plaintext pre search section summary table tbody td "
    "tfoot th thead tr ul xmp"
)
UNSEEN = _names(
    "audio canvas datalist iframe noembed noframes noscript object rp rt script select style "
    "svg template textarea title video"
)
_STRUCK = frozenset(("del", "s", "strike"))
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST_TABLES_DEEP = 16
_STRUCK_NOTE = "left out what is struck through"

_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "button", "search"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_FURNITURE_NAME = re.compile(
    r"(?:top|main|sub|side|site|foot|page)?[-_]?(?:nav|navbar|navigation|menu|menubar|breadcrumbs?"
    r"|crumbs?|footer|foot|share|sharing|social|toolbar|pagination|pager|copyright|comments?"
    r"|related|recommend|sidebar|search|searchbar|searchbox|bdsharebuttonbox)",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK_STYLE = re.compile(
    r"text-decoration[\w-]{0,8}\s{0,8}:[^;:]{0,80}line-through", re.IGNORECASE
)


@dataclass(slots=True)
class _Element:
    """An open element, with what holds inside it."""

    name: str
    unseen: bool = False
    struck: bool = False
    raised: bool = False
    preformatted: bool = False
    heading: bool = False
    scope: int = 0
    link: int = 0  # number of the link it stands in; 0 for none
    is_article: bool = False
    opened: OpenTable | OpenCell | None = None


def _is_unseen(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_UNSEEN_STYLE.search(attributes.get("style", "")))


def _is_struck(name: str, attributes: dict[str, str]) -> bool:
    return name in _STRUCK or bool(_STRUCK_STYLE.search(attributes.get("style", "")))


def _is_named_furniture(attributes: dict[str, str]) -> bool:
    """Tell by class and identifier, as page makers name such parts."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    return any(_FURNITURE_NAME.fullmatch(name) for name in names)


class PageBuilder:
    """Turns tags into items; takes them in order, each start with its end."""

    def __init__(self, *, most_cells: int) -> None:
        """Begin a page; tables over `most_cells` become plain lines."""
        self.most_cells = most_cells
        self.title: str | None = None
        self.title_pieces: list[str] = []
        self.items: list[Item] = []
        self.scopes: list[Scope] = [Scope(0, is_certain=False)]
        self.stack = [_Element("")]
        self.tables: list[OpenTable] = []
        self.links = 0
        self.has_struck_text = False
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
        if inside.name == "title":
            self.title_pieces.append(text)
        if inside.struck and text.strip():
            self.has_struck_text = True
        if inside.unseen or inside.struck:
            return
        if inside.raised:
            text = raised(text, self.pieces[-1] if self.pieces else "")
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
                TextItem(
                    text,
                    self.stack[-1].scope,
                    self.line_is_heading,
                    len(self.line_links),
                    self.link_characters,
                )
            )
        self._clear()

    # Tags

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an opening tag."""
        if name in BLOCKS or name == "br":
            self.flush()
        if name == "table" and len(self.tables) < _MOST_TABLES_DEEP:
            self._start_table(attributes)
        elif self.tables and name in ("td", "th"):
            self._start_cell(name, attributes)
        elif self.tables and name in ("tr", "thead", "tbody", "tfoot"):
            self._start_rows(name, attributes)
        else:
            self._push(self._element(name, attributes, self.stack[-1]))

    def _push(self, element: _Element) -> None:
        if element.scope != self.stack[-1].scope:
            self.flush()
        self.stack.append(element)

    def end(self) -> None:
        """Take the closing tag of the element opened last."""
        element = self.stack[-1]
        if element.name in BLOCKS or element.scope != self.stack[-2].scope:
            self.flush()
        self.stack.pop()
        if isinstance(element.opened, OpenTable):
            self._end_table()
        elif isinstance(element.opened, OpenCell) and element.opened is self.tables[-1].cell:
            self._end_cell()
        elif self.tables and element.name == "thead":
            self.tables[-1].in_head = False
        elif element.name == "title":
            self._end_title()

    def _end_title(self) -> None:
        """Keep the first title that is not a picture's."""
        if self.title is None and not self.stack[-1].unseen:
            self.title = tidy("".join(self.title_pieces)) or None
        self.title_pieces = []

    def _element(self, name: str, attributes: dict[str, str], inside: _Element) -> _Element:
        """Make the element a tag opens, from what it stands in and what it says."""
        link = inside.link
        if name == "a" and "href" in attributes:
            self.links += 1
            link = self.links
        return _Element(
            name=name,
            unseen=inside.unseen or name in UNSEEN or _is_unseen(attributes),
            struck=inside.struck or _is_struck(name, attributes),
            raised=inside.raised or name == "sup",
            preformatted=inside.preformatted or name in _PREFORMATTED,
            heading=inside.heading or name in _HEADINGS,
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

    def _start_table(self, attributes: dict[str, str]) -> None:
        element = self._element("table", attributes, self.stack[-1])
        self._push(element)
        if self.tables:
            self.tables[-1].is_layout = True
        is_layout = attributes.get("role", "").lower() in ("presentation", "none")
        table = OpenTable(self.items, element.scope, is_layout)
        element.opened = table
        self.tables.append(table)
        self.items = table.before

    def _start_rows(self, name: str, attributes: dict[str, str]) -> None:
        self._end_cell()
        table = self.tables[-1]
        if name == "tr":
            table.rows.append([])
        else:
            table.in_head = name == "thead"
        self._push(self._element(name, attributes, self.stack[-1]))

    def _start_cell(self, name: str, attributes: dict[str, str]) -> None:
        self._end_cell()
        table = self.tables[-1]
        element = self._element(name, attributes, self.stack[-1])
        cell = OpenCell(
            items=[],
            is_header=name == "th" or table.in_head,
            row_span=spanned(attributes.get("rowspan")),
            column_span=spanned(attributes.get("colspan")),
            unseen=element.unseen,
        )
        self._push(element)
        element.opened = cell
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(cell)
        table.cell = cell
        self.items = cell.items

    def _end_cell(self) -> None:
        table = self.tables[-1]
        if table.cell:
            self.flush()
            table.cell = None
            self.items = table.before

    def _end_table(self) -> None:
        self._end_cell()
        table = self.tables.pop()
        self.items = table.outer
        self.items.extend(table.before)
        rows = [[cell for cell in row if not cell.unseen] for row in table.rows]
        cells = None if table.is_layout or is_layout(rows) else place(rows, self.most_cells)
        if cells:
            self.items.append(TableItem(cells, table.scope))
            return
        for row in rows:
            for cell in row:
                self.items.extend(cell.items)

    def finish(self) -> VisiblePage:
        """Give the page, once all its elements are closed."""
        self.flush()
        notes = (_STRUCK_NOTE,) if self.has_struck_text else ()
        return VisiblePage(self.title, tuple(self.items), tuple(self.scopes), notes)
