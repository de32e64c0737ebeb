"""``duixian account``: last year's commitments against this year's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duixian.cli.request import PAGE_AND_TABLES, Request, language_option, report_options
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.accounting.records import Account


@click.command()
@click.argument("plan")
@click.argument("review")
@click.argument("later", metavar="[LATER]...", nargs=-1)
@click.option("--force", is_flag=True, help="Account for reports of different governments too.")
@language_option
@report_options(*PAGE_AND_TABLES, quiet="No remarks, only the account.")
def command(
    *,
    plan: str,
    review: str,
    later: tuple[str, ...],
    force: bool,
    language: str | None,
    request: Request,
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
    request.check((plan, review, *later))
    if later:
        from duixian.cli.chains import write_chains

        write_chains((plan, review, *later), request, is_forced=force, language=language)
        return 0
    from duixian.accounting.account import make_account
    from duixian.accounting.sides import put_in_order

    first, second, notes = put_in_order(*request.read((plan, review)), is_forced=force)
    account = make_account(first, second, notes=notes)
    _write(request, account, language)
    _remark(request, account)
    return 0


def _write(request: Request, account: Account, language: str | None) -> None:
    from duixian.accounting.knowledge import language_of

    language = language or language_of(account.plan)
    if request.format is Format.HTML:
        from duixian.accounting.page.account import account_page

        request.write_text(account_page(account, language=language))
        return
    from duixian.tables.account_table import ACCOUNT_TABLES, ACCOUNT_TABLES_ZH, account_rows

    tables = ACCOUNT_TABLES_ZH if language == "zh" else ACCOUNT_TABLES
    rows = account_rows(account)
    if request.format is Format.TABLE:  # a person first wants what can be checked
        rows = (row for row in rows if row["specificity"] != "general")
    request.write_tables({tables.default: list(rows)}, tables.shapes)


def _remark(request: Request, account: Account) -> None:
    counts = account.counts(checkable=True)
    words = ", ".join(f"{count} {verdict.value}" for verdict, count in counts.items())
    checked = f"{sum(counts.values())} commitments that can be checked: {words}"
    request.remark([*account.notes, checked], f"{len(account.entries)} commitments")
