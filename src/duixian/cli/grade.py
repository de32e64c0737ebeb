"""``duixian grade``: how far the promises of a report can be checked, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duixian.cli.request import PAGE_AND_TABLES, Request, report_options
from duixian.errors import UsageError
from duixian.tables.formats import Format, tables_for

if TYPE_CHECKING:
    from duixian.accounting.grade.records import Grade

_TABLES = ("grades", "promises")


@click.command()
@click.argument("source", metavar="REPORT")
@click.option(
    "--table",
    type=click.Choice(_TABLES),
    help="Which rows: the shares by section and function (default), or every promise.",
)
@report_options(*PAGE_AND_TABLES, quiet="No remarks.")
def command(*, source: str, table: str | None, request: Request) -> int:
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
    from duixian.accounting.grade.grading import grade_report

    if request.check([source]) is Format.HTML and table:
        raise UsageError("the page holds no single table; leave out --table, or write .csv")
    grade = grade_report(*request.read([source]))
    _write(request, grade, table)
    request.remark(grade.notes, f"{grade.whole.count} promises")
    return 0


def _write(request: Request, grade: Grade, table: str | None) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.grade.page import grade_page

        request.write_text(grade_page(grade))
    elif request.format is Format.TABLE and table is None:
        from duixian.tables.grade_text import write_grade

        with request.open() as output:
            write_grade(output.stream, grade, is_terminal=request.is_terminal)
            output.commit()
    else:
        from duixian.tables.grade_table import GRADE_TABLES, grade_rows, promise_rows

        rows = {"grades": list(grade_rows(grade)), "promises": list(promise_rows(grade))}
        request.write_tables(rows, tables_for(GRADE_TABLES, request.format, table))
