"""``duixian cascade``: which of a city's commitments its districts carry."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

import click

from duixian.cli.main import say
from duixian.cli.output_path import choose_format, is_for_a_terminal, output_path, refuse_a_source
from duixian.errors import UsageError

if TYPE_CHECKING:
    from duixian.accounting.cascade.records import Cascade


class Format(StrEnum):
    """How a cascade is written."""

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


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    city: str
    districts: tuple[str, ...]
    format: Format
    path: str | None  # none for standard output
    is_terminal: bool
    is_forced: bool
    ocr: bool
    allow_private: bool
    quiet: bool


@click.command()
@click.argument("city")
@click.argument("districts", metavar="DISTRICT...", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write it. Default: what the name after -o says; text at a terminal; JSON Lines "
    "in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .html .csv .xlsx .jsonl .txt")
@click.option("--force", is_flag=True, help="Compare reports that are of no district of the city.")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks, only the cascade.")
@click.help_option("-h", "--help")
def command(
    *,
    city: str,
    districts: tuple[str, ...],
    format_: str | None,
    output: str | None,
    force: bool,
    ocr: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Tell which of a city's commitments its districts carry.

    CITY is the report of the city, each DISTRICT the report of one of its districts. Every number
    or deed the city promises is listed with what the districts promise of it, their share of the
    number where units agree, and what no district mentions. A province with its cities works too.

    \b
    duixian cascade city.txt east.txt west.txt               on the screen
    duixian cascade city.pdf east.docx -o cascade.html       a page anyone can read

    Exit code: 0 compared, 1 a source failed, 2 wrong use.
    """
    path = output_path(output)
    is_terminal = is_for_a_terminal(path)
    chosen = choose_format(path, format_, Format, _SUFFIXES)
    return run(
        Request(city, districts, chosen, path, is_terminal, force, ocr, allow_private, quiet)
    )


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.accounting.cascade.build import cascade_reports
    from duixian.documents.options import SourceOptions
    from duixian.documents.sources import load
    from duixian.reading.read import read_document
    from duixian.tables.write import OutputFile, StandardOutput

    _check(request)
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    city, *districts = (
        read_document(load(source, options=options))
        for source in (request.city, *request.districts)
    )
    cascade = cascade_reports(city, districts, is_forced=request.is_forced)
    is_whole = request.format is Format.XLSX
    with OutputFile(request.path) if request.path else StandardOutput(is_whole=is_whole) as output:
        _write(request, cascade, output.stream)
        output.commit()
    _remark(request, cascade)
    return 0


def _check(request: Request) -> None:
    """Refuse what cannot be carried out, before anything is read."""
    sources = (request.city, *request.districts)
    refuse_a_source(request.path, sources)
    if request.format is Format.XLSX and request.is_terminal:
        raise UsageError("a terminal cannot show xlsx; write a file with -o FILE.xlsx")


def _write(request: Request, cascade: Cascade, stream: BinaryIO) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.cascade.page import cascade_page

        stream.write(cascade_page(cascade).encode("utf-8", "replace"))
        return
    from duixian.tables.cascade_table import CASCADE_TABLES, cascade_rows
    from duixian.tables.formats import Format as TableFormat
    from duixian.tables.formats import open_writer

    writer = open_writer(
        TableFormat(request.format.value),
        stream,
        CASCADE_TABLES.shapes,
        is_terminal=request.is_terminal,
    )
    with closing(writer):
        writer.add({CASCADE_TABLES.default: list(cascade_rows(cascade))})
        writer.finish()


def _remark(request: Request, cascade: Cascade) -> None:
    if request.quiet:
        return
    for note in cascade.notes:
        say(note)
    none = len(cascade.unmentioned)
    say(f"{len(cascade.entries)} commitments that can be checked: {none} no district mentions")
    if request.path:
        say(f"wrote {request.path}: {len(cascade.entries)} commitments")
