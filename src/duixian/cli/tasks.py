"""``duixian tasks``: the table of tasks out of a report, and a finished one checked and read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.output_path import is_for_a_terminal, output_path, refuse_a_source
from duixian.errors import UsageError

if TYPE_CHECKING:
    from duixian.accounting.tasks.records import Tasks
    from duixian.accounting.tasks.units import Unit
    from duixian.documents.options import SourceOptions
    from duixian.tables.formats import Format
    from duixian.tables.rows import TableRow
    from duixian.tables.shapes import TableSet

_FORMATS = ("table", "jsonl", "csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    report: str | None
    check: str | None  # a finished table
    read_back: str | None  # a finished table
    units: str | None
    learn: tuple[str, ...]
    format: str | None
    path: str | None  # none for standard output
    is_terminal: bool
    ocr: bool
    allow_private: bool
    quiet: bool

    @property
    def sources(self) -> tuple[str, ...]:
        """Every file it reads."""
        named = (self.report, self.check, self.read_back, self.units, *self.learn)
        return tuple(name for name in named if name)


@click.command()
@click.argument("report", required=False)
@click.option("--units", metavar="FILE", help="Your government's own units (units.toml).")
@click.option(
    "--learn",
    metavar="XLSX",
    multiple=True,
    help="An earlier year's finished table: its units are suggested first. May be repeated.",
)
@click.option(
    "--check", metavar="XLSX", help="Check a finished table; with REPORT, against the report too."
)
@click.option("--read-back", metavar="XLSX", help="Read a finished table back into rows.")
@click.option("--example-units", is_flag=True, help="Write an example of units.toml, to be edited.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help="How to write it. Default: what the name after -o says; a table at a terminal; JSON "
    "Lines in a pipe.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE: .xlsx .csv .jsonl .txt")
@click.option("--ocr", is_flag=True, help="Read scans by character recognition (extra: ocr).")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside your own network too.")
@click.option("-q", "--quiet", is_flag=True, help="No remarks, only rows.")
@click.help_option("-h", "--help")
def command(
    *,
    report: str | None,
    units: str | None,
    learn: tuple[str, ...],
    check: str | None,
    read_back: str | None,
    example_units: bool,
    format_: str | None,
    output: str | None,
    ocr: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Break a report into the table of tasks, or check a finished one.

    One row a task: number, section, original sentence, task, target, lead and co-operating units,
    due date, quarterly nodes, form of result. What the program suggests is marked; people confirm
    it by taking the mark off.

    \b
    duixian tasks report.docx -o tasks.xlsx                    the table, to be filled in
    duixian tasks --example-units -o units.toml                your own units: edit this
    duixian tasks report.docx --units units.toml --learn tasks-2024.xlsx -o tasks.xlsx
    duixian tasks report.docx --check tasks.xlsx               what is wrong, row by row
    duixian tasks --read-back tasks.xlsx -o tasks.jsonl        rows for other programs

    Exit code: 0 done, 1 a source failed or the finished table has errors, 2 wrong use.
    """
    path = output_path(output)
    if example_units:
        return _write_example(path)
    is_terminal = is_for_a_terminal(path)
    request = Request(
        report, check, read_back, units, learn, format_, path, is_terminal, ocr, allow_private,
        quiet,
    )  # fmt: skip
    return run(request)


def run(request: Request) -> int:
    """Carry out a request; give the exit code."""
    _check_request(request)
    if request.check:
        return _check_finished(request, request.check)
    if request.read_back:
        return _read_back(request, request.read_back)
    return _make(request)


def _check_request(request: Request) -> None:
    """Refuse what cannot be carried out, before anything is read."""
    if request.check and request.read_back:
        raise UsageError("--check and --read-back are two different works; give one of them")
    if request.read_back and (request.report or request.units or request.learn):
        raise UsageError("--read-back takes a finished table alone")
    if not (request.report or request.check or request.read_back):
        raise UsageError("give a report, or a finished table after --check or --read-back")
    refuse_a_source(request.path, request.sources)
    if request.format == "xlsx" and request.is_terminal:
        raise UsageError("a terminal cannot show xlsx; write a file with -o FILE.xlsx")


def _make(request: Request) -> int:
    from duixian.tables.task_table import TASK_TABLES, task_rows

    tasks = _tasks_of(request)
    _write(request, TASK_TABLES, task_rows(tasks.tasks))
    if not request.quiet:
        for note in tasks.notes:
            say(note)
        if request.path:
            say(f"wrote {request.path}: {len(tasks.tasks)} tasks")
    return 0


def _tasks_of(request: Request) -> Tasks:
    """Read the report, the units and the earlier tables; give the tasks."""
    from duixian.accounting.tasks.making import tasks_by
    from duixian.documents.sources import load
    from duixian.reading.read import read_document

    report = read_document(load(request.report or "-", options=_options(request)))
    return tasks_by(report, units=request.units, earlier=request.learn)


def _options(request: Request) -> SourceOptions:
    from duixian.documents.options import SourceOptions

    return SourceOptions(ocr=request.ocr, allow_private=request.allow_private)


def _own_units(request: Request) -> list[Unit] | None:
    from duixian.accounting.tasks.units import load_units

    return load_units(request.units) if request.units else None


def _check_finished(request: Request, path: str) -> int:
    from duixian.accounting.tasks.checking import check_table
    from duixian.accounting.tasks.workbook import read_finished
    from duixian.bilingual.records import Severity
    from duixian.tables.task_table import PROBLEM_TABLES, problem_rows

    table = read_finished(path)
    units = _own_units(request)
    names = frozenset(name for unit in units or () for name in (unit.name, unit.en) if name)
    tasks = _tasks_of(request).tasks if request.report else ()
    problems = check_table(table, tasks=tasks, units=names)
    _write(request, PROBLEM_TABLES, problem_rows(problems))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if not request.quiet:
        say(
            f"{path}: {len(table.lines)} rows, {errors} with an error to mend, "
            f"{len(problems) - errors} to look at"
            if problems
            else f"{path}: {len(table.lines)} rows, nothing wrong"
        )
    return EXIT_FAILED if errors else 0


def _read_back(request: Request, path: str) -> int:
    from duixian.accounting.tasks.checking import check_table
    from duixian.accounting.tasks.workbook import read_finished
    from duixian.bilingual.records import Severity
    from duixian.tables.task_table import TASK_TABLES, finished_rows

    table = read_finished(path)
    _write(request, TASK_TABLES, finished_rows(table))
    errors = [each for each in check_table(table) if each.severity is Severity.ERROR]
    if errors and not request.quiet:
        say(f"{path}: {len(errors)} errors; duixian tasks --check {path} lists them")
    return EXIT_FAILED if errors else 0


def _write(request: Request, tables: TableSet, rows: Iterable[TableRow]) -> None:
    from duixian.tables.formats import Format, write_rows
    from duixian.tables.write import OutputFile, StandardOutput

    format_ = _format(request)
    output = (
        OutputFile(request.path)
        if request.path
        else StandardOutput(is_whole=format_ is Format.XLSX)
    )
    write_rows(
        {tables.default: list(rows)},
        tables.shapes,
        format_=format_,
        output=output,
        is_terminal=request.is_terminal,
    )


def _format(request: Request) -> Format:
    from pathlib import PurePath

    from duixian.tables.formats import Format, format_of

    if request.format:
        return Format(request.format)
    if request.path:
        return format_of(PurePath(request.path))
    return Format.TABLE if request.is_terminal else Format.JSONL


def _write_example(path: str | None) -> int:
    from duixian.accounting.tasks.units import example_text
    from duixian.tables.write import OutputFile, StandardOutput

    with OutputFile(path) if path else StandardOutput() as output:
        output.stream.write(example_text().encode())
        output.commit()
    return 0
