"""``duixian account``: last year's commitments against this year's report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from duixian.cli.request import PAGE_AND_TABLES, Request, report_options
from duixian.errors import UsageError
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.accounting.records import Account

STANDARD_INPUT = "-"


@click.command()
@click.argument("plan")
@click.argument("review")
@click.argument("later", metavar="[LATER]...", nargs=-1)
@click.option("--force", is_flag=True, help="Account for reports of different governments too.")
@report_options(*PAGE_AND_TABLES, quiet="No remarks, only the account.")
def command(
    *, plan: str, review: str, later: tuple[str, ...], force: bool, request: Request
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
    _refuse_input_twice((plan, review, *later))
    request.check((plan, review, *later))
    if later:
        from duixian.cli.chains import write_chains

        write_chains((plan, review, *later), request, is_forced=force)
    else:
        _account(plan, review, request, is_forced=force)
    return 0


def _refuse_input_twice(sources: Sequence[str]) -> None:
    """Raise UsageError where more than one report is to come from standard input."""
    if sources.count(STANDARD_INPUT) > 1:
        raise UsageError(
            f"{STANDARD_INPUT} is standard input, and it can be read once; "
            "give the other reports as files"
        )


def _account(plan: str, review: str, request: Request, *, is_forced: bool) -> None:
    from duixian.accounting.account import make_account
    from duixian.accounting.sides import put_in_order

    first, second, notes = put_in_order(*request.read((plan, review)), is_forced=is_forced)
    account = make_account(first, second, notes=notes)
    _write(request, account)
    _remark(request, account)


def _write(request: Request, account: Account) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.page.account import account_page

        request.write_text(account_page(account))
        return
    from duixian.tables.account_table import ACCOUNT_TABLES, account_rows

    rows = account_rows(account)
    if request.format is Format.TABLE:  # a person first wants what can be checked
        rows = (row for row in rows if row["specificity"] != "general")
    request.write_tables({ACCOUNT_TABLES.default: list(rows)}, ACCOUNT_TABLES.shapes)


def _remark(request: Request, account: Account) -> None:
    counts = account.counts(checkable=True)
    words = ", ".join(f"{count} {verdict.value}" for verdict, count in counts.items())
    checked = f"{sum(counts.values())} commitments that can be checked: {words}"
    request.remark([*account.notes, checked], f"{len(account.entries)} commitments")
