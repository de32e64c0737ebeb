"""``duixian grade``: how far the promises of a report can be checked, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

import click

from duixian.cli.main import say
from duixian.cli.output_path import choose_format, is_for_a_terminal, output_path, refuse_a_source
from duixian.errors import UsageError

if TYPE_CHECKING:
    from duixian.accounting.grade.records import Grade


class Format(StrEnum):
    """How a grade is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


_SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".txt": Format.TABLE,
}
_TABLES = ("grades", "promises")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    source: str
    table: str | None
    format: Format
    path: str | None  # none for standard output
    is_terminal: bool
    ocr: bool
    allow_private: bool
    quiet: bool


@click.command()
@click.argument("source", metavar="REPORT")
@click.option(
    "--table",
    type=click.Choice(_TABLES),
    help="Which rows: the shares by section and function (default), or every promise.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write it. Default: what the name after -o says; text at a terminal; JSON Lines "
    "in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .html .xlsx .csv .jsonl .txt")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks.")
@click.help_option("-h", "--help")
def command(
    *,
    source: str,
    table: str | None,
    format_: str | None,
    output: str | None,
    ocr: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Tell how far a report's promises can be checked.

    How many name a number, how many a deed, how many neither: in all, by section and by function
    of government; what they do not state; and the ten least checkable, quoted with the reason.

    \b
    duixian grade report.pdf                          on the screen
    duixian grade report.docx -o grade.html           one page, to print
    duixian grade report.txt | jq -r .general_share   JSON Lines in a pipe
    duixian grade report.txt --table promises -o promises.csv

    Exit code: 0 graded, 1 the source failed or promises nothing, 2 wrong use.
    """
    path = output_path(output)
    is_terminal = is_for_a_terminal(path)
    chosen = choose_format(path, format_, Format, _SUFFIXES)
    return run(Request(source, table, chosen, path, is_terminal, ocr, allow_private, quiet))


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.accounting.grade.grading import grade_report
    from duixian.documents.options import SourceOptions
    from duixian.documents.sources import load
    from duixian.reading.read import read_document
    from duixian.tables.write import OutputFile, StandardOutput

    _check(request)
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    grade = grade_report(read_document(load(request.source, options=options)))
    is_whole = request.format is Format.XLSX
    output = OutputFile(request.path) if request.path else StandardOutput(is_whole=is_whole)
    with output:
        _write(request, grade, output.stream)
        output.commit()
    _remark(request, grade)
    return 0


def _check(request: Request) -> None:
    """Refuse what cannot be carried out, before anything is read."""
    refuse_a_source(request.path, [request.source])
    if request.format is Format.XLSX and request.is_terminal:
        raise UsageError("a terminal cannot show xlsx; write a file with -o FILE.xlsx")
    if request.table and request.format is Format.HTML:
        raise UsageError("the page holds no single table; leave out --table, or write .csv")


def _write(request: Request, grade: Grade, stream: BinaryIO) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.grade.page import grade_page

        stream.write(grade_page(grade).encode("utf-8", "replace"))
    elif request.format is Format.TABLE and request.table is None:
        from duixian.tables.grade_text import write_grade

        write_grade(stream, grade, is_terminal=request.is_terminal)
    else:
        _write_tables(request, grade, stream)


def _write_tables(request: Request, grade: Grade, stream: BinaryIO) -> None:
    from contextlib import closing

    from duixian.tables.formats import Format as TableFormat
    from duixian.tables.formats import open_writer
    from duixian.tables.grade_table import GRADE_TABLES, grade_rows, promise_rows

    rows = {"grades": list(grade_rows(grade)), "promises": list(promise_rows(grade))}
    every = request.table is None and request.format is Format.XLSX
    named = GRADE_TABLES.named(request.table or GRADE_TABLES.default)
    shapes = GRADE_TABLES.shapes if every else (named,)
    format_ = TableFormat(request.format.value)
    with closing(open_writer(format_, stream, shapes, is_terminal=request.is_terminal)) as writer:
        writer.add(rows)
        writer.finish()


def _remark(request: Request, grade: Grade) -> None:
    if request.quiet:
        return
    for note in grade.notes:
        say(note)
    if request.path:
        say(f"wrote {request.path}: {grade.whole.count} promises")
