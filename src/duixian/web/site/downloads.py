"""A table as a file to download: CSV and JSON as they are made, XLSX when it is whole.

The writers are those of the command line: Chinese opens well in Excel, and no cell is taken for a
formula.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import BinaryIO, cast

import msgspec
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse

from duixian.tables.clean_text import encodable_value
from duixian.tables.csv_file import CsvWriter
from duixian.tables.rows import TableRow
from duixian.tables.shapes import TableShape
from duixian.tables.xlsx import XlsxTablesWriter

FORMATS = ("csv", "xlsx", "json")
MOST_ROWS = 20_000  # of one file; what lies beyond is had by narrowing the question, or the API
_BYTES_IN_MEMORY = 4 * 1024 * 1024
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ENCODER = msgspec.json.Encoder(decimal_format="number")

Batches = Iterable[list[TableRow]]


def download(
    shape: TableShape, batches: Batches, *, format_: str, name: str, about: TableRow | None = None
) -> HttpResponseBase:
    """Answer with the rows as a file called ``name``. ``about`` heads the JSON."""
    if format_ == "xlsx":
        return _workbook(shape, batches, name)
    content = _csv(shape, batches) if format_ == "csv" else _json(shape, batches, about or {})
    answer = StreamingHttpResponse(content, content_type=_TYPES[format_])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{format_}"'
    return answer


def _csv(shape: TableShape, batches: Batches) -> Iterator[bytes]:
    stream = io.BytesIO()
    writer = CsvWriter(stream, [shape])
    for rows in batches:
        writer.add({shape.name: rows})
        yield _taken(stream)
    writer.finish()
    yield _taken(stream)


def _taken(stream: io.BytesIO) -> bytes:
    content = stream.getvalue()
    stream.seek(0)
    stream.truncate()
    return content


def json_of(value: TableRow | str) -> bytes:
    """Write a row as JSON; its numbers are numbers, exact to the last digit."""
    return _ENCODER.encode(encodable_value(value))


def _json(shape: TableShape, batches: Batches, about: TableRow) -> Iterator[bytes]:
    head = json_of(about)[:-1]
    yield head + (b"," if about else b"") + json_of(shape.name) + b":["
    comma = b"\n"
    for rows in batches:
        for row in rows:
            yield comma + json_of(row)
            comma = b",\n"
    yield b"\n]}\n"


def _workbook(shape: TableShape, batches: Batches, name: str) -> FileResponse:
    # Closed by the response when it is sent.
    file = cast("BinaryIO", tempfile.SpooledTemporaryFile(_BYTES_IN_MEMORY))  # noqa: SIM115
    with closing(XlsxTablesWriter(file, [shape])) as writer:
        for rows in batches:
            writer.add({shape.name: rows})
        writer.finish()
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{name}.xlsx", content_type=_TYPES["xlsx"]
    )
