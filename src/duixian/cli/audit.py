"""``duixian audit``: the figures of two versions, of one report, or of several documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duixian.cli.main import EXIT_FAILED
from duixian.cli.request import PAGE_AND_TABLES, Request, report_options
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.bilingual.audit.documents import Outcome


@click.command()
@click.argument("sources", metavar="ZH EN | BILINGUAL | FILE...", nargs=-1, required=True)
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="en",
    help="Say on the screen what is wrong in Chinese or English; the page and files hold both.",
)
@report_options(*PAGE_AND_TABLES, quiet="No remarks, only findings.")
def command(*, sources: tuple[str, ...], language: str, request: Request) -> int:
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
    from duixian.bilingual.audit.documents import audit_documents
    from duixian.bilingual.records import Severity

    request.check(sources)
    outcome = audit_documents(request.load(sources))
    _write(request, outcome, language)
    count = len(outcome.findings)
    request.remark(outcome.notes, f"{count} finding{'' if count == 1 else 's'}")
    return EXIT_FAILED if outcome.count(Severity.ERROR) else 0


def _write(request: Request, outcome: Outcome, language: str) -> None:
    if request.format is Format.HTML:
        from duixian.bilingual.page.findings import findings_page

        page = findings_page(
            outcome.findings,
            documents=outcome.documents,
            compared=outcome.compared,
            notes=outcome.notes,
        )
        request.write_text(page)
    elif request.format is Format.TABLE:
        from duixian.tables.audit_text import write_findings

        with request.open() as output:
            write_findings(
                output.stream,
                outcome.findings,
                outcome.compared,
                is_terminal=request.is_terminal,
                language=language,
            )
            output.commit()
    else:
        from duixian.tables.finding_table import FINDING_TABLES, finding_rows

        rows = {FINDING_TABLES.default: list(finding_rows(outcome.findings))}
        request.write_tables(rows, FINDING_TABLES.shapes)
