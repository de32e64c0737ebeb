"""``duixian account``: last year's commitments against this year's report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

import click

from duixian.cli.main import say
from duixian.cli.output_path import choose_format, is_for_a_terminal, output_path, refuse_a_source
from duixian.errors import UsageError

if TYPE_CHECKING:
    from duixian.accounting.records import Account


class Format(StrEnum):
    """How an account is written."""

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

    plan: str
    review: str
    format: Format
    path: str | None  # none for standard output
    is_terminal: bool
    is_forced: bool
    ocr: bool
    allow_private: bool
    quiet: bool


@click.command()
@click.argument("plan")
@click.argument("review")
@click.argument("later", metavar="[LATER]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write it. Default: what the name after -o says; text at a terminal; JSON Lines "
    "in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .html .csv .xlsx .jsonl .txt")
@click.option("--force", is_flag=True, help="Account for reports of different governments too.")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks, only the account.")
@click.help_option("-h", "--help")
def command(
    *,
    plan: str,
    review: str,
    later: tuple[str, ...],
    format_: str | None,
    output: str | None,
    force: bool,
    ocr: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Hold last year's promises against this year's report.

    PLAN is the report that promised, REVIEW the next report of the same government. Every
    commitment of the plan's year is listed with what the review says of it and a verdict:
    exceeded, met, partly, missed or unreported, with the rule and the numbers it follows from.
    With LATER reports every measure is followed from promise to result to the next promise.
    The table on the screen leaves out general promises; files hold them all.

    \b
    duixian account 2024.txt 2025.txt                  on the screen
    duixian account 2024.pdf 2025.pdf -o account.html  a page anyone can read
    duixian account 2024.docx 2025.docx -o account.xlsx
    duixian account 2022.txt 2023.txt 2024.txt 2025.txt -o years.html

    Exit code: 0 accounted for, 1 a source failed, 2 wrong use.
    """
    path = output_path(output)
    is_terminal = is_for_a_terminal(path)
    chosen = choose_format(path, format_, Format, _SUFFIXES)
    request = Request(plan, review, chosen, path, is_terminal, force, ocr, allow_private, quiet)
    return run_chains(request, later) if later else run(request)


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.accounting.account import make_account
    from duixian.accounting.sides import put_in_order
    from duixian.documents.options import SourceOptions
    from duixian.documents.sources import load
    from duixian.reading.read import read_document
    from duixian.tables.write import OutputFile, StandardOutput

    _check(request)
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    reports = [
        read_document(load(source, options=options)) for source in (request.plan, request.review)
    ]
    plan, review, notes = put_in_order(*reports, is_forced=request.is_forced)
    account = make_account(plan, review, notes=notes)
    is_whole = request.format is Format.XLSX
    with OutputFile(request.path) if request.path else StandardOutput(is_whole=is_whole) as output:
        _write(request, account, output.stream)
        output.commit()
    _remark(request, account)
    return 0


def run_chains(request: Request, later: tuple[str, ...]) -> int:
    """Carry out a request for more than two reports; give the exit code."""
    from duixian.cli.chains import write_chains
    from duixian.documents.options import SourceOptions

    _check(request, later)
    write_chains(
        (request.plan, request.review, *later),
        format_=request.format.value,
        path=request.path,
        is_terminal=request.is_terminal,
        is_forced=request.is_forced,
        options=SourceOptions(ocr=request.ocr, allow_private=request.allow_private),
        quiet=request.quiet,
    )
    return 0


def _check(request: Request, later: tuple[str, ...] = ()) -> None:
    """Refuse what cannot be carried out, before anything is read."""
    refuse_a_source(request.path, (request.plan, request.review, *later))
    if request.format is Format.XLSX and request.is_terminal:
        raise UsageError("a terminal cannot show xlsx; write a file with -o FILE.xlsx")


def _write(request: Request, account: Account, stream: BinaryIO) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.page.account import account_page

        stream.write(account_page(account).encode("utf-8", "replace"))
        return
    from contextlib import closing

    from duixian.tables.account_table import ACCOUNT_TABLES, account_rows
    from duixian.tables.formats import Format as TableFormat
    from duixian.tables.formats import open_writer

    writer = open_writer(
        TableFormat(request.format.value),
        stream,
        ACCOUNT_TABLES.shapes,
        is_terminal=request.is_terminal,
    )
    with closing(writer):
        rows = account_rows(account)
        if request.format is Format.TABLE:  # a person first wants what can be checked
            rows = (row for row in rows if row["specificity"] != "general")
        writer.add({ACCOUNT_TABLES.default: list(rows)})
        writer.finish()


def _remark(request: Request, account: Account) -> None:
    if request.quiet:
        return
    for note in account.notes:
        say(note)
    counts = account.counts(checkable=True)
    words = ", ".join(f"{count} {verdict.value}" for verdict, count in counts.items())
    say(f"{sum(counts.values())} commitments that can be checked: {words}")
    if request.path:
        say(f"wrote {request.path}: {len(account.entries)} commitments")
