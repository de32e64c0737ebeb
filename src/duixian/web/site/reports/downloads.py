"""The data of a report, to take away: the file as it came, its text, and its tables.

Everything goes out as an attachment of a type that no browser runs.
"""

from __future__ import annotations

import io
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_safe

from duixian.tables.formats import Format, open_writer
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.shapes import TableShape
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Report
from duixian.web.ledger.storing.documents import place_of
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import around, visible_report
from duixian.web.site.reports.reading import reading_of

_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/x-ndjson",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ALL = "all"  # every table in one workbook


@require_safe
@cached_page
def data(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what can be taken away."""
    report = visible_report(request, pk)
    tables = [(each.name, *_described(each)) for each in REPORT_TABLES.shapes]
    context = {
        "report": report,
        "around": around(report, request.user),
        "here": "data",
        "tables": tables,
        "formats": [each.value for each in _TYPES],
    }
    return render(request, "site/report_data.html", context)


def _described(table: TableShape) -> tuple[str, str]:
    if reader_language() == "en":
        return table.name.capitalize(), table.en
    return table.label, table.zh


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """Give the file as it came."""
    report = visible_report(request, pk)
    try:
        file = default_storage.open(place_of(report.document.sha256))
    except FileNotFoundError as error:
        raise Http404("the file is not kept here") from error
    name = report.document.name.rpartition("/")[2] or f"report-{report.pk}"
    response = FileResponse(
        file, as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the text all offsets count in."""
    report = visible_report(request, pk, with_text=True)
    return _attachment(report, report.document.text.encode(), "text/plain; charset=utf-8", "txt")


@require_safe
def table(request: HttpRequest, pk: int, table: str, form: str) -> HttpResponse:
    """Give one table of a report, or all of them as a workbook."""
    try:
        format_ = Format(form)
        shapes = REPORT_TABLES.shapes if table == _ALL else (_table(table),)
    except ValueError as error:
        raise Http404("no such table") from error
    if format_ not in _TYPES or (len(shapes) > 1 and format_ is not Format.XLSX):
        raise Http404("no such format")
    report = visible_report(request, pk, with_text=True)
    rows = rows_by_table(reading_of(report), names=[each.name for each in shapes])
    stream = io.BytesIO()
    writer = open_writer(format_, stream, shapes)
    try:
        writer.add(rows)
        writer.finish()
    finally:
        writer.close()
    name = "" if table == _ALL else f"-{table}"
    return _attachment(report, stream.getvalue(), _TYPES[format_], form, name=name)


def _table(name: str) -> TableShape:
    if name not in REPORT_TABLES.names:
        raise ValueError(name)
    return REPORT_TABLES.named(name)


def _attachment(
    report: Report, content: bytes, content_type: str, ending: str, *, name: str = ""
) -> HttpResponse:
    stem = get_valid_filename(PurePath(report.document.name).stem[:80] or "report")
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{stem}{name}.{ending}"
    )
    response.headers["Cache-Control"] = "private, no-cache"
    return response
