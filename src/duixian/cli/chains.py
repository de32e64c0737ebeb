"""``duixian account`` with three reports or more: every measure through the years."""

from __future__ import annotations

from contextlib import closing
from typing import BinaryIO

from duixian.accounting.chains.build import chain_reports
from duixian.accounting.chains.records import Chains, State
from duixian.cli.main import say
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load
from duixian.reading.read import read_document
from duixian.tables.formats import Format, open_writer
from duixian.tables.write import OutputFile, StandardOutput

HTML = "html"


def write_chains(
    sources: tuple[str, ...],
    *,
    format_: str,
    path: str | None,
    is_terminal: bool,
    is_forced: bool,
    options: SourceOptions,
    quiet: bool,
) -> None:
    """Read three reports or more and write their chains."""
    reports = [read_document(load(source, options=options)) for source in sources]
    chains = chain_reports(reports, is_forced=is_forced)
    output = OutputFile(path) if path else StandardOutput(is_whole=format_ == Format.XLSX)
    with output:
        _write(chains, format_, output.stream, is_terminal=is_terminal)
        output.commit()
    if not quiet:
        _remark(chains, path)


def _write(chains: Chains, format_: str, stream: BinaryIO, *, is_terminal: bool) -> None:
    if format_ == HTML:
        from duixian.accounting.chains.page import chains_page

        stream.write(chains_page(chains).encode("utf-8", "replace"))
        return
    from duixian.tables.chain_table import CHAINS, SERIES, chain_rows, chain_tables, series_rows
    from duixian.tables.formats import tables_for

    shapes = tables_for(chain_tables(chains), Format(format_), None)
    is_short = format_ == Format.TABLE
    rows = {CHAINS: list(chain_rows(chains, is_short=is_short)), SERIES: list(series_rows(chains))}
    with closing(open_writer(Format(format_), stream, shapes, is_terminal=is_terminal)) as writer:
        writer.add(rows)
        writer.finish()


def _remark(chains: Chains, path: str | None) -> None:
    for note in chains.notes:
        say(note)
    counts = ", ".join(f"{len(chains.of(state))} {state.value}" for state in State)
    say(f"{len(chains.chains)} measures in {len(chains.reports)} plans: {counts}")
    if path:
        say(f"wrote {path}: {len(chains.chains)} measures")
