"""``duixian serve``: the web site."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote

import click

_MOST_WORKERS = 4  # unless told: pages are short, and each process has threads


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port to listen at.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help=f"Processes that answer. Default: one a processor, {_MOST_WORKERS} at most.",
)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the ledger is kept. Default: DUIXIAN_DATA, or duixian-data here.",
)
def command(*, host: str, port: int, workers: int | None, data: Path | None) -> int:
    """Run the web site, and the worker that reads what is brought in.

    The database is brought to this version first. Ctrl-C ends both, after what they are doing.

    \b
    duixian serve                       for this machine: http://127.0.0.1:8000
    duixian serve --data /srv/duixian   with the ledger in that folder

    How to run it for others is told in docs/deployment.md.

    Exit code: 0 ended when told to, 1 the server ended by itself, 2 wrong use.
    """
    from duixian.web.start import start

    start(data=data)
    from duixian.web.operation import serving

    address = serving.Address(host, port)
    serving.check_address(address)
    serving.prepare()
    click.echo(f"Duixian is at http://{address}/  (Ctrl-C ends it)")
    if not serving.has_administrator():
        click.echo(
            "Nobody can sign in yet. Make the first administrator in another terminal:\n"
            f"  {manage_words(data)} create_person NAME --administrator"
        )
    return serving.run(address, workers=workers or min(os.cpu_count() or 1, _MOST_WORKERS))


def manage_words(data: Path | None) -> str:
    """Write the command of the site as a shell takes it, with the Python that runs here."""
    python, here = Path(sys.executable), Path.cwd()
    named = f"./{python.relative_to(here)}" if python.is_relative_to(here) else str(python)
    ledger = f"DUIXIAN_DATA={quote(str(data.absolute()))} " if data else ""
    return f"{ledger}{quote(named)} -m duixian.web.manage"
