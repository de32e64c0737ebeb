"""Word files (.docx) to text: one paragraph or table row a line, automatic numbers written."""

from __future__ import annotations

from duixian.documents.content import Content
from duixian.documents.document import Span, Table
from duixian.documents.limits import Limits
from duixian.documents.table_layout import lay_out, lay_out_plainly
from duixian.documents.word.body import Body, Changes, TableBlock
from duixian.documents.word.numbering import Numbering
from duixian.documents.word.package import open_package
from duixian.errors import EmptySourceError, SourceTooLargeError

__all__ = ["read_word"]


def read_word(data: bytes, *, name: str, limits: Limits) -> Content:
    """Read a DOCX file, all tracked changes accepted; raises only `SourceError`."""
    package = open_package(data, name=name, limits=limits)
    body = Body(Numbering(package.numbering, package.styles))
    writer = _Writer(name, limits)
    for root in package.document:
        for block in body.blocks(root):
            if isinstance(block, TableBlock):
                writer.add_table(block)
            else:
                writer.add_line(block.text, in_contents=block.in_contents)
    if not writer.length:
        raise _no_text(name, body.changes)
    return Content(
        "".join(writer.done),
        tables=tuple(writer.tables),
        furniture=tuple(writer.furniture),
        notes=_notes(body.changes),
    )


class _Writer:
    """Gathers the text and refuses to go over the limit."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.done: list[str] = []
        self.length = 0
        self.tables: list[Table] = []
        self.furniture: list[Span] = []
        self._name = name
        self._limits = limits

    def add_line(self, text: str, *, in_contents: bool) -> None:
        """Write a paragraph; a line of the table of contents is furniture."""
        if in_contents:
            self.furniture.append((self.length, self.length + len(text)))
        self._write(text)

    def add_table(self, block: TableBlock) -> None:
        """Write a table's rows; a table over the limit is lines and nothing more."""
        rows = {cell.row for cell in block.cells}
        width = max((cell.column + cell.column_span for cell in block.cells), default=0)
        if len(rows) * width > self._limits.max_table_cells:
            self._write(lay_out_plainly(block.cells))
            return
        text, table = lay_out(block.cells, start=self.length)
        if text.strip():
            self.tables.append(table)
            self._write(text)

    def _write(self, text: str) -> None:
        self.done.append(text + "\n")
        self.length += len(text) + 1
        if self.length > self._limits.max_characters:
            raise SourceTooLargeError.over(self._name, self._limits.max_characters, "characters")


def _no_text(name: str, changes: Changes) -> EmptySourceError:
    if changes.pictures:
        return EmptySourceError(
            name, "no text, only pictures", "save it as PDF and read that with --ocr"
        )
    return EmptySourceError(name, "there is no text in it")


def _notes(changes: Changes) -> tuple[str, ...]:
    notes: list[str] = []
    if changes.deletions or changes.insertions:
        notes.append("it holds tracked changes; they were read as accepted")
    if changes.notes:
        notes.append(f"left out {changes.notes} footnotes and endnotes")
    if changes.struck:
        notes.append("left out what is struck through")
    if changes.too_deep:
        notes.append("left out what is nested deeper than Word itself allows")
    return tuple(notes)
