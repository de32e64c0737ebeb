"""``duixian restore``: the ledger back from a file that ``duixian backup`` made."""

from __future__ import annotations

from pathlib import Path

import click

from duixian.cli.main import say


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the ledger is kept. Default: DUIXIAN_DATA, or duixian-data here.",
)
@click.option("--replace", is_flag=True, help="Put it in place of a ledger that is not empty.")
def command(*, file: Path, data: Path | None, replace: bool) -> None:
    """Bring the ledger back from a file that backup made.

    Every hash is checked before anything is changed, and what stood in the ledger stays whole
    unless all of the file could be brought in. Everybody is signed out.

    \b
    duixian restore 2026-03-01.duixian.zip
    duixian restore 2026-03-01.duixian.zip --replace

    Exit code: 0 restored, 1 the file is damaged or cannot be brought in, 2 wrong use.
    """
    from duixian.web.start import started_or_undone

    with started_or_undone(data=data):
        from duixian.web.operation.restore import restore

        restored = restore(file, is_replacing=replace)
    say(f"{file}: {restored.rows} rows and {restored.documents} documents restored")
