"""``duixian cascade``: which of a city's commitments its districts carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duixian.cli.request import PAGE_AND_TABLES, Request, language_option, report_options
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.accounting.cascade.records import Cascade


@click.command()
@click.argument("city")
@click.argument("districts", metavar="DISTRICT...", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Compare reports that are of no district of the city.")
@language_option
@report_options(*PAGE_AND_TABLES, quiet="No remarks, only the cascade.")
def command(
    *,
    city: str,
    districts: tuple[str, ...],
    force: bool,
    language: str | None,
    request: Request,
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
    from duixian.accounting.cascade.build import cascade_reports

    request.check((city, *districts))
    above, *below = request.read((city, *districts))
    cascade = cascade_reports(above, below, is_forced=force)
    _write(request, cascade, language)
    total, none = f"{len(cascade.entries)} commitments", len(cascade.unmentioned)
    said = f"{total} that can be checked: {none} no district mentions"
    request.remark([*cascade.notes, said], total)
    return 0


def _write(request: Request, cascade: Cascade, language: str | None) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.cascade.page import cascade_page

        request.write_text(cascade_page(cascade, language=language))
        return
    from duixian.tables.cascade_table import CASCADE_TABLES, cascade_rows

    rows = {CASCADE_TABLES.default: list(cascade_rows(cascade))}
    request.write_tables(rows, CASCADE_TABLES.shapes)
