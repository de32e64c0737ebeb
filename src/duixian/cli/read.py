"""``duixian read``: sources in, tables or a summary out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.output_path import (
    is_for_a_terminal,
    output_path,
    refuse_a_source,
    refuse_other_ending,
)
from duixian.errors import EmptySourceError, UsageError
from duixian.tables.formats import (
    SUFFIXES,
    Format,
    ReportWriter,
    format_of,
    open_writer,
    tables_for,
)
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.shapes import TableShape

if TYPE_CHECKING:
    from duixian.corpus.many import Failure, Progress, Success
    from duixian.documents.sources import Sources
    from duixian.tables.write import OutputFile, StandardOutput

# With more sources than this a summary keeps to the first lines of each.
_SUMMARIES_IN_FULL = 4
_NAMES_LISTED = 3


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    sources: tuple[str, ...]
    table: str | None
    format: Format | None
    path: str | None  # none for standard output
    ocr: bool
    allow_private: bool
    workers: int | None
    quiet: bool
    debug: bool


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a request comes down to: which tables in which format, and who looks on."""

    format: Format
    tables: tuple[TableShape, ...]  # none: a summary
    is_terminal: bool

    @property
    def is_binary(self) -> bool:
        """Tell whether the result is of use only when complete."""
        return self.format.is_binary


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--table", type=click.Choice(REPORT_TABLES.names), help="Which table to write.")
@click.option(
    "--format",
    "format_",
    type=click.Choice([each.value for each in Format]),
    help="How to write it. Default: what the name after -o says; a summary at a terminal; "
    "JSON Lines in a pipe.",
)
@click.option(
    "-o", "--output", metavar="FILE", help="Write to FILE: .xlsx .csv .jsonl .parquet .txt"
)
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many files to read at once. Default: one a processor.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks, only failures.")
@click.help_option("-h", "--help")
@click.pass_context
def command(
    context: click.Context, /, *, format_: str | None, output: str | None, **options: Any
) -> int:
    """Read reports into tables of statements, quantities and claims.

    SOURCE is a file (PDF, DOCX, HTML, Markdown, text), a folder, an http(s) address, or - for
    standard input. Every record keeps its words and their place in the text.

    Without --table a workbook (.xlsx) gets all five tables; any other format gets the claims,
    one row for each thing that was promised or reported.

    \b
    duixian read report.pdf                      a summary on the screen
    duixian read report.pdf -o report.xlsx       all tables in a workbook
    duixian read report.pdf --table quantities   one table on the screen
    duixian read reports/ -o claims.parquet      many reports, one data set
    duixian read report.html | jq .text          JSON Lines in a pipe

    Exit code: 0 all was read, 1 some source failed (each is named at the end), 2 wrong use.
    """
    root = context.find_root().params
    asked = Format(format_) if format_ else None
    path = output_path(output)
    refuse_other_ending(path, asked, SUFFIXES)
    return run(Request(path=path, format=asked, debug=bool(root.get("debug")), **options))


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    from duixian.corpus.many import Failure

    rendering = _rendering_of(request)
    found = _find(request)
    failures = [Failure(error.source, error) for error in found.failures]
    read_count = 0
    with (
        _destination(request, rendering) as output,
        closing(_writer(rendering, output, source_count=len(found.names))) as writer,
        _progress(request, rendering, found) as advance,
        closing(_read(request, rendering, found, advance)) as outcomes,
    ):
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                writer.add(outcome.value)
                read_count += 1
        if read_count:
            writer.finish()
            output.commit()
    _remark(request, found, read_count)
    return _report(request, failures)


def _rendering_of(request: Request) -> Rendering:
    """Settle format and tables, from the options, the file's name, and who is looking."""
    is_terminal = is_for_a_terminal(request.path)
    if request.format:
        format_ = request.format
    elif request.path:
        format_ = format_of(Path(request.path))
    else:
        format_ = Format.TABLE if is_terminal else Format.JSONL
    if format_.is_binary and is_terminal:
        name = f"-o FILE.{format_.value}"
        raise UsageError(f"a terminal cannot show {format_.value}; write a file with {name}")
    is_summary = format_ is Format.TABLE and request.table is None
    tables = () if is_summary else tables_for(REPORT_TABLES, format_, request.table)
    return Rendering(format_, tables, is_terminal)


def _find(request: Request) -> Sources:
    from duixian.documents.sources import find_sources

    found = find_sources(request.sources)
    if not found.names and not found.failures:
        raise EmptySourceError(
            ", ".join(request.sources),
            "no file in it that Duixian reads",
            "give a folder with PDF, DOCX, HTML, Markdown or text files",
        )
    refuse_a_source(request.path, found.names)
    return found


def _destination(request: Request, rendering: Rendering) -> OutputFile | StandardOutput:
    from duixian.tables.write import OutputFile, StandardOutput

    return (
        OutputFile(request.path) if request.path else StandardOutput(is_whole=rendering.is_binary)
    )


def _writer(
    rendering: Rendering, output: OutputFile | StandardOutput, *, source_count: int
) -> ReportWriter[Any]:
    if rendering.tables:
        return open_writer(
            rendering.format, output.stream, rendering.tables, is_terminal=rendering.is_terminal
        )
    from duixian.tables.terminal import SummaryWriter

    is_brief = source_count > _SUMMARIES_IN_FULL
    return SummaryWriter(output.stream, is_terminal=rendering.is_terminal, is_brief=is_brief)


def _read(
    request: Request,
    rendering: Rendering,
    found: Sources,
    advance: Callable[[Progress], None] | None,
) -> Generator[Success[Any] | Failure, None, None]:
    from duixian.corpus.many import read_each
    from duixian.documents.options import SourceOptions
    from duixian.tables.report_rows import rows_by_table
    from duixian.tables.summary import summarise

    names = tuple(table.name for table in rendering.tables)
    make: Callable[[Any], Any] = partial(rows_by_table, names=names) if names else summarise
    options = SourceOptions(ocr=request.ocr, allow_private=request.allow_private)
    return read_each(
        found.names, make=make, workers=request.workers, options=options, progress=advance
    )


def _progress(
    request: Request, rendering: Rendering, found: Sources
) -> AbstractContextManager[Callable[[Progress], None] | None]:
    """Show a bar on standard error where someone waits and sees nothing else happen."""
    is_long = len(found.names) > 1 or request.ocr
    if (
        request.quiet
        or rendering.is_terminal
        or not is_long
        or not (sys.stderr and sys.stderr.isatty())
    ):
        return nullcontext()
    return _bar(len(found.names))


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from duixian.tables.clean_text import for_terminal

    name = TextColumn("{task.fields[name]}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), name)
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total, name="")

        def advance(progress: Progress) -> None:
            bar.update(task, completed=progress.done, name=for_terminal(progress.source)[-40:])

        yield advance


def _remark(request: Request, found: Sources, read_count: int) -> None:
    if request.quiet:
        return
    if found.passed_over:
        say(f"passed over, not in a format Duixian reads: {_listed(found.passed_over)}")
    if found.not_files:
        say(f"passed over, pipes, sockets, devices or links to folders: {_listed(found.not_files)}")
    if request.path and read_count:
        documents = "1 document" if read_count == 1 else f"{read_count} documents"
        say(f"wrote {request.path} from {documents}")
    elif request.path:
        say(f"nothing could be read, so {request.path} was not written")


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMES_LISTED
    return ", ".join(names[:_NAMES_LISTED]) + (f" and {more} more" if more > 0 else "")


def _report(request: Request, failures: list[Failure]) -> int:
    for failure in failures:
        if failure.trace and request.debug:
            click.echo(failure.trace, err=True)
        say(failure)
    return EXIT_FAILED if failures else 0
