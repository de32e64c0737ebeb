"""``duixian audit``: the figures of two versions, of one report, or of several documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.output_path import choose_format, is_for_a_terminal, output_path, refuse_a_source

if TYPE_CHECKING:
    from duixian.bilingual.audit.documents import Outcome


class Format(StrEnum):
    """How findings are written."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


_SUFFIXES = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
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
@click.argument("sources", metavar="ZH EN | BILINGUAL | FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write the findings. Default: what the name after -o says; text at a terminal; "
    "JSON Lines in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .html .jsonl .txt")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks, only findings.")
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
    """Find figures that cannot be right.

    Two versions of a report, Chinese and English, or one document with both: every figure is
    matched with its partner after conversion, and every difference is reported with both
    quotations and its likely cause. One report in one language is checked by itself; several in
    one language against each other.

    \b
    duixian audit report.zh.pdf report.en.pdf              findings on the screen
    duixian audit report.zh.docx report.en.docx -o a.html  a page to work from
    duixian audit bilingual.txt                            Chinese and English in turns
    duixian audit report.pdf                               one report by itself
    duixian audit report.txt highlights.txt news.html      several of one government and year

    Exit code: 0 no error was found, 1 some finding is an error or a source failed, 2 wrong use.
    """
    path = output_path(output)
    is_terminal = is_for_a_terminal(path)
    chosen = choose_format(path, format_, Format, _SUFFIXES)
    return run(Request(sources, chosen, path, is_terminal, ocr, allow_private, quiet))


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.bilingual.audit.documents import audit_documents
    from duixian.bilingual.records import Severity
    from duixian.documents.options import SourceOptions
    from duixian.documents.sources import load
    from duixian.tables.write import OutputFile, StandardOutput

    refuse_a_source(request.path, request.sources)
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    documents = [load(source, options=options) for source in request.sources]
    outcome = audit_documents(documents)
    with OutputFile(request.path) if request.path else StandardOutput() as output:
        _write(request, outcome, output.stream)
        output.commit()
    _remark(request, outcome)
    return EXIT_FAILED if outcome.count(Severity.ERROR) else 0


def _write(request: Request, outcome: Outcome, stream: BinaryIO) -> None:
    if request.format is Format.HTML:
        from duixian.bilingual.page.findings import findings_page

        page = findings_page(
            outcome.findings,
            documents=outcome.documents,
            compared=outcome.compared,
            notes=outcome.notes,
        )
        stream.write(page.encode("utf-8", "replace"))
    elif request.format is Format.TABLE:
        from duixian.tables.audit_text import write_findings

        write_findings(stream, outcome.findings, outcome.compared, is_terminal=request.is_terminal)
    else:
        import msgspec

        from duixian.bilingual.audit.rows import finding_row
        from duixian.tables.clean_text import encodable_value

        for finding in outcome.findings:
            stream.write(msgspec.json.encode(encodable_value(finding_row(finding))) + b"\n")


def _remark(request: Request, outcome: Outcome) -> None:
    if request.quiet:
        return
    for note in outcome.notes:
        say(note)
    if request.path:
        count = len(outcome.findings)
        say(f"wrote {request.path}: {count} finding{'' if count == 1 else 's'}")
