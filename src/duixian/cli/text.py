"""``duixian text``: the text of a document, in which the places of all its records count."""

from __future__ import annotations

import click

from duixian.cli.output_path import output_path
from duixian.cli.request import Request, source_options
from duixian.tables.formats import Format
from duixian.tables.own_source import refuse_a_source


@click.command()
@click.argument("source", metavar="SOURCE")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE. Default: standard output.")
@source_options(quiet="No remarks.")
def command(*, source: str, output: str | None, ocr: bool, allow_private: bool, quiet: bool) -> int:
    """Write the text of a document, as its records count it.

    Every start and end in a table counts the characters (Unicode code points) of this text from
    0, whatever the document was: a PDF, a web page, a scan.

    \b
    duixian text report.pdf -o report.txt
    duixian text report.docx | less

    Exit code: 0 written, 1 the source failed, 2 wrong use.
    """
    request = Request(output_path(output), Format.TABLE, (Format.TABLE,), ocr, allow_private, quiet)
    refuse_a_source(request.path, [source])
    (document,) = request.load([source])
    request.write_text(document.text)
    request.remark(document.notes, f"{len(document.text):,} characters")
    return 0
