"""``duixian align``: two versions of a report, or one interleaved, sentence beside sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duixian.cli.main import EXIT_FAILED
from duixian.cli.request import PAGE_AND_TABLES, Request, report_options
from duixian.errors import UsageError
from duixian.tables.formats import Format

if TYPE_CHECKING:
    from duixian.bilingual.records import Alignment


@click.command()
@click.argument("sources", metavar="ZH EN | BILINGUAL", nargs=-1, required=True)
@report_options(*PAGE_AND_TABLES, quiet="No remarks, only beads.")
def command(*, sources: tuple[str, ...], request: Request) -> int:
    """Put the sentences of two language versions beside each other.

    ZH and EN are the Chinese and the English version of one report, BILINGUAL is one document
    with both. Each row is a smallest group of sentences that translate each other, with a score
    of how sure that is; below 0.5 a person should look. Every sentence stands in one row.

    \b
    duixian align report.zh.pdf report.en.pdf                   on the screen
    duixian align report.zh.docx report.en.docx -o beads.html   a page to read side by side
    duixian align bilingual.txt -o beads.xlsx                   Chinese and English in turns
    duixian align zh.txt en.txt | jq -r .en_text                JSON Lines in a pipe

    Exit code: 0 aligned, 1 a source failed or little aligns (two different reports, say),
    2 wrong use.
    """
    from duixian.bilingual.align import align_documents, little_aligns

    if len(sources) > 2:
        raise UsageError("give two versions, or one document with both languages; not more")
    request.check(sources)
    alignment = align_documents(*request.load(sources))
    _write(request, alignment)
    request.remark(alignment.notes, f"{len(alignment.beads)} beads")
    return EXIT_FAILED if little_aligns(alignment) else 0


def _write(request: Request, alignment: Alignment) -> None:
    if request.format is Format.HTML:
        from duixian.bilingual.page.alignment import alignment_page

        request.write_text(alignment_page(alignment))
        return
    from duixian.tables.bead_table import BEAD_TABLES, bead_rows

    request.write_tables({BEAD_TABLES.default: list(bead_rows(alignment))}, BEAD_TABLES.shapes)
