"""``duixian read``: sources in, tables or a summary out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.request import Request, report_options
from duixian.errors import EmptySourceError
from duixian.tables.formats import TABLE_FORMATS, Format, ReportWriter, open_writer, tables_for
from duixian.tables.own_source import refuse_a_source
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
class Rendering:
    """What a request comes down to: which tables in which format, and who looks on."""

    format: Format
    tables: tuple[TableShape, ...]  # none: a summary
    is_terminal: bool


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--table", type=click.Choice(REPORT_TABLES.names), help="Which table to write.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many files to read at once. Default: one a processor.",
)
@report_options(*TABLE_FORMATS, quiet="No progress and no remarks, only failures.")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    sources: tuple[str, ...],
    table: str | None,
    workers: int | None,
    request: Request,
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
    is_debugging = bool(context.find_root().params.get("debug"))
    return run(sources, request, table=table, workers=workers, is_debugging=is_debugging)


def run(
    sources: tuple[str, ...],
    request: Request,
    *,
    table: str | None,
    workers: int | None,
    is_debugging: bool,
) -> int:
    """Carry out a request; give the exit code."""
    from duixian.corpus.many import Failure

    rendering = _rendering_of(request, table)
    found = _find(sources, request)
    failures = [Failure(error.source, error) for error in found.failures]
    read_count = 0
    with (
        request.open() as output,
        closing(_writer(rendering, output, source_count=len(found.names))) as writer,
        _progress(request, rendering, found) as advance,
        closing(_read(request, rendering, found, workers, advance)) as outcomes,
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
    return _report(failures, is_debugging=is_debugging)


def _rendering_of(request: Request, table: str | None) -> Rendering:
    """Settle format and tables, from the options, the file's name, and who is looking."""
    is_summary = request.format is Format.TABLE and table is None
    tables = () if is_summary else tables_for(REPORT_TABLES, request.format, table)
    return Rendering(request.format, tables, request.is_terminal)


def _find(sources: tuple[str, ...], request: Request) -> Sources:
    from duixian.documents.sources import find_sources

    found = find_sources(sources)
    if not found.names and not found.failures:
        raise EmptySourceError(
            ", ".join(sources),
            "no file in it that Duixian reads",
            "give a folder with PDF, DOCX, HTML, Markdown or text files",
        )
    refuse_a_source(request.path, found.names)
    return found


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
    workers: int | None,
    advance: Callable[[Progress], None] | None,
) -> Generator[Success[Any] | Failure, None, None]:
    from duixian.corpus.many import read_each
    from duixian.tables.report_rows import rows_by_table
    from duixian.tables.summary import summarise

    names = tuple(table.name for table in rendering.tables)
    make: Callable[[Any], Any] = partial(rows_by_table, names=names) if names else summarise
    return read_each(
        found.names, make=make, workers=workers, options=request.options, progress=advance
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


def _report(failures: list[Failure], *, is_debugging: bool) -> int:
    for failure in failures:
        if failure.trace and is_debugging:
            click.echo(failure.trace, err=True)
        say(failure)
    return EXIT_FAILED if failures else 0
