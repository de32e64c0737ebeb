"""``duixian backup``: the ledger and its documents in one file."""

from __future__ import annotations

from pathlib import Path

import click

from duixian.cli.main import EXIT_FAILED, say


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the ledger is kept. Default: DUIXIAN_DATA, or duixian-data here.",
)
def command(*, file: Path, data: Path | None) -> int:
    """Keep the whole ledger, documents and all, in one file.

    The site may go on meanwhile: the file holds one moment. It is a ZIP file with one file of JSON
    Lines a table, the documents, and the hash of each; it can be restored into SQLite and into
    PostgreSQL alike. It holds people's names and the hashes of their passwords: keep it safe.

    \b
    duixian backup 2026-03-01.duixian.zip

    Exit code: 0 kept, 1 not kept, or some document is damaged (it is named), 2 wrong use.
    """
    from duixian.web.start import start

    start(data=data, is_only_read=True)
    from duixian.web.operation.backup import back_up

    kept = back_up(file)
    say(f"{file}: {kept.rows} rows and {kept.documents} documents kept")
    for name in kept.damaged:
        say(f"{name}: this document is not what was brought in, or missing; bring it in again")
    return EXIT_FAILED if kept.damaged else 0
