"""``duixian tasks``: the table of tasks out of a report, and a finished one checked and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.cli.request import Request, report_options
from duixian.errors import UsageError
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.accounting.tasks.records import Tasks

_TABLES = (Format.XLSX, Format.CSV, Format.JSONL, Format.TABLE)


@dataclass(frozen=True, slots=True)
class Files:
    """The files that were named."""

    report: str | None
    check: str | None  # a finished table
    read_back: str | None  # a finished table
    units: str | None
    learn: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every one of them."""
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
@report_options(*_TABLES, quiet="No remarks, only rows.")
def command(*, example_units: bool, request: Request, **files: Any) -> int:
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
    if example_units:
        from duixian.accounting.tasks.units import example_text

        request.write_text(example_text())
        return 0
    return run(Files(**files), request)


def run(files: Files, request: Request) -> int:
    """Carry out a request; give the exit code."""
    _refuse_nonsense(files)
    request.check(files.all)
    if files.check:
        return _check_finished(files, request, files.check)
    if files.read_back:
        return _read_back(request, files.read_back)
    return _make(files, request)


def _refuse_nonsense(files: Files) -> None:
    if files.check and files.read_back:
        raise UsageError("--check and --read-back are two different works; give one of them")
    if files.read_back and (files.report or files.units or files.learn):
        raise UsageError("--read-back takes a finished table alone")
    if not (files.report or files.check or files.read_back):
        raise UsageError("give a report, or a finished table after --check or --read-back")


def _make(files: Files, request: Request) -> int:
    from duixian.tables.task_table import task_rows, task_tables

    tasks = _tasks_of(files, request)
    tables = task_tables(tasks)
    request.write_tables({tables.default: list(task_rows(tasks.tasks))}, tables.shapes)
    request.remark(tasks.notes, f"{len(tasks.tasks)} tasks")
    return 0


def _tasks_of(files: Files, request: Request) -> Tasks:
    """Read the report, the units and the earlier tables; give the tasks."""
    from duixian.accounting.tasks.making import tasks_by

    (report,) = request.read([files.report or "-"])
    return tasks_by(report, units=files.units, earlier=files.learn)


def _check_finished(files: Files, request: Request, path: str) -> int:
    from duixian.accounting.tasks.checking import check_table
    from duixian.accounting.tasks.units import load_units
    from duixian.accounting.tasks.workbook import read_finished
    from duixian.bilingual.records import Severity
    from duixian.tables.task_table import PROBLEM_TABLES, problem_rows

    table = read_finished(path)
    units = load_units(files.units) if files.units else ()
    names = frozenset(name for unit in units for name in (unit.name, unit.en) if name)
    tasks = _tasks_of(files, request).tasks if files.report else ()
    problems = check_table(table, tasks=tasks, units=names)
    request.write_tables(
        {PROBLEM_TABLES.default: list(problem_rows(problems))}, PROBLEM_TABLES.shapes
    )
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
    request.write_tables({TASK_TABLES.default: list(finished_rows(table))}, TASK_TABLES.shapes)
    errors = [each for each in check_table(table) if each.severity is Severity.ERROR]
    if errors and not request.quiet:
        say(f"{path}: {len(errors)} errors; duixian tasks --check {path} lists them")
    return EXIT_FAILED if errors else 0
