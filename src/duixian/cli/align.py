"""``duixian align``: two versions of a report, or one interleaved, sentence beside sentence."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.output_path import choose_format, is_for_a_terminal, output_path, refuse_a_source
from duixian.errors import UsageError

if TYPE_CHECKING:
    from duixian.bilingual.records import Alignment
    from duixian.tables.write import OutputFile, StandardOutput


class Format(StrEnum):
    """How beads are written."""

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

    sources: tuple[str, ...]
    format: Format
    path: str | None  # none for standard output
    is_terminal: bool
    ocr: bool
    allow_private: bool
    quiet: bool


@click.command()
@click.argument("sources", metavar="ZH EN | BILINGUAL", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write it. Default: what the name after -o says; text at a terminal; JSON Lines "
    "in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .html .csv .xlsx .jsonl .txt")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks, only beads.")
@click.help_option("-h", "--help")
def command(
    *,
    sources: tuple[str, ...],
    format_: str | None,
    output: str | None,
    ocr: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Put the sentences of two language versions beside each other.

    ZH and EN are the Chinese and the English version of one report, BILINGUAL is one document
    with both. Each row is a smallest group of sentences that translate each other, with a score
    of how sure that is; below 0.5 a person should look. Every sentence stands in one row.

    \b
    duixian align report.zh.pdf report.en.pdf                   on the screen
    duixian align report.zh.docx report.en.docx -o beads.html   a page to read side by side
    duixian align bilingual.txt -o beads.xlsx                   Chinese and English in turns
    duixian align zh.txt en.txt | jq -r .en_text                JSON Lines in a pipe

    Exit code: 0 aligned, 1 a source failed or little aligns (two different reports, say),
    2 wrong use.
    """
    path = output_path(output)
    is_terminal = is_for_a_terminal(path)
    chosen = choose_format(path, format_, Format, _SUFFIXES)
    return run(Request(sources, chosen, path, is_terminal, ocr, allow_private, quiet))


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.bilingual.align import align_documents, little_aligns
    from duixian.documents.options import SourceOptions
    from duixian.documents.sources import load

    _check(request)
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    documents = [load(source, options=options) for source in request.sources]
    alignment = align_documents(*documents)
    _write(request, alignment)
    _remark(request, alignment)
    return EXIT_FAILED if little_aligns(alignment) else 0


def _check(request: Request) -> None:
    """Refuse what cannot be carried out, before anything is read."""
    if len(request.sources) > 2:
        raise UsageError("give two versions, or one document with both languages; not more")
    refuse_a_source(request.path, request.sources)
    if request.format is Format.XLSX and request.is_terminal:
        raise UsageError("a terminal cannot show xlsx; write a file with -o FILE.xlsx")


def _write(request: Request, alignment: Alignment) -> None:
    with _destination(request) as output:
        if request.format is Format.HTML:
            from duixian.bilingual.page.alignment import alignment_page

            output.stream.write(alignment_page(alignment).encode("utf-8", "replace"))
        else:
            from duixian.tables.bead_table import BEAD_TABLES, bead_rows
            from duixian.tables.formats import Format as TableFormat
            from duixian.tables.formats import open_writer

            format_ = TableFormat(request.format.value)
            with closing(
                open_writer(
                    format_, output.stream, BEAD_TABLES.shapes, is_terminal=request.is_terminal
                )
            ) as writer:
                writer.add({BEAD_TABLES.default: list(bead_rows(alignment))})
                writer.finish()
        output.commit()


def _destination(request: Request) -> OutputFile | StandardOutput:
    from duixian.tables.write import OutputFile, StandardOutput

    if request.path:
        return OutputFile(request.path)
    return StandardOutput(is_whole=request.format is Format.XLSX)


def _remark(request: Request, alignment: Alignment) -> None:
    if request.quiet:
        return
    for note in alignment.notes:
        say(note)
    if request.path:
        say(f"wrote {request.path}: {len(alignment.beads)} beads")
