"""``duixian import``: reports into the ledger of the web site."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import click

from duixian.cli.main import EXIT_FAILED, say
from duixian.errors import EmptySourceError


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the ledger is kept. Default: DUIXIAN_DATA, or duixian-data here.",
)
@click.option(
    "--government",
    metavar="WHOSE",
    help="Whose reports they are: a GB/T 2260 code, or names no table knows, such as"
    " '云亭区 / Yunting District'.",
)
@click.option("--publish", is_flag=True, help="Show them on the site at once.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many to read at once. Default: one a processor.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks, only failures.")
def command(
    *,
    sources: tuple[str, ...],
    data: Path | None,
    government: str | None,
    publish: bool,
    workers: int | None,
    quiet: bool,
) -> int:
    """Bring reports into the ledger of the web site.

    SOURCE is a file, a folder or an http(s) address. What is there already stays as it is, so a
    folder can be imported again and again. Two language versions are joined and audited, and
    consecutive years accounted, as they come in.

    \b
    duixian import reports/               a folder, as drafts
    duixian import reports/ --publish     and show them at once

    Exit code: 0 all was read, 1 some source failed (each is named at the end), 2 wrong use.
    """
    from duixian.documents.sources import find_sources
    from duixian.web.start import start

    found = find_sources(sources)
    if not found.names and not found.failures:
        raise EmptySourceError(", ".join(sources), "no file in it that Duixian reads")
    start(data=data)
    from duixian.web.intake.importing import import_sources
    from duixian.web.ledger.publishing import publish_reports
    from duixian.web.ledger.storing.governments import said

    owner = said(government) if government else None
    with _progress(quiet=quiet) as advance:
        imported = import_sources(
            found.names, workers=workers or os.cpu_count() or 1, government=owner, progress=advance
        )
    if publish:
        published = publish_reports(each.report for each in imported.done if each.report)
        for report in published.nobodys:
            say(f"{report}: stays a draft; say whose it is, with --government or at the desk")
    if not quiet:
        known = sum(each.is_known for each in imported.done)
        say(f"{len(imported.done)} documents in the ledger, {known} of them there before")
    failures = [*map(str, found.failures), *imported.failures]
    for failure in failures:
        say(failure)
    return EXIT_FAILED if failures else 0


def _progress(*, quiet: bool) -> AbstractContextManager[Callable[[int, int], None] | None]:
    """Show a bar on standard error where someone waits."""
    return nullcontext() if quiet or not (sys.stderr and sys.stderr.isatty()) else _bar()


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("importing", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
