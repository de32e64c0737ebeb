"""``duixian account`` with three reports or more: every measure through the years."""

from __future__ import annotations

from duixian.accounting.chains.build import chain_reports
from duixian.accounting.chains.records import Chains, State
from duixian.cli.request import Request
from duixian.tables.formats import Format, tables_for


def write_chains(
    sources: tuple[str, ...], request: Request, *, is_forced: bool, language: str | None
) -> None:
    """Read three reports or more and write their chains."""
    chains = chain_reports(request.read(sources), is_forced=is_forced)
    _write(chains, request, language)
    counts = ", ".join(f"{len(chains.of(state))} {state.value}" for state in State)
    total = f"{len(chains.chains)} measures"
    said = f"{total} in {len(chains.reports)} plans: {counts}"
    request.remark([*chains.notes, said], total)


def _write(chains: Chains, request: Request, language: str | None) -> None:
    if request.format is Format.HTML:
        from duixian.accounting.chains.page import chains_page

        request.write_text(chains_page(chains, language=language))
        return
    from duixian.tables.chain_table import CHAINS, SERIES, chain_rows, chain_tables, series_rows

    is_short = request.format is Format.TABLE
    rows = {CHAINS: list(chain_rows(chains, is_short=is_short)), SERIES: list(series_rows(chains))}
    request.write_tables(rows, tables_for(chain_tables(chains), request.format, None))
