"""Tables of tests, as the pages and Word files they are published in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

import docx

from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document
from duixian.reading.records import Report

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def from_page(header: Sequence[str], *rows: Sequence[str], above: str = "") -> Report:
    """Read a web page that holds one table, with a paragraph above it."""
    lines = ["".join(f"<th>{escape(name)}</th>" for name in header)]
    lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    page = f"<h1>清河县2025年国民经济计划</h1><p>{escape(above)}</p><table>{table}</table>"
    return read_document(load_bytes(page.encode(), name="plan.html"))


def from_word(header: Sequence[str], *rows: Sequence[str], above: Sequence[str] = ()) -> Report:
    """Read a Word file that holds some paragraphs and one table."""
    document = docx.Document()
    for paragraph in above:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=len(header))
    for line in (header, *rows):
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return read_document(load_bytes(stream.getvalue(), name="plan.docx", media_type=WORD))
