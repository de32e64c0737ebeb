"""Write the table of headline targets in docs/account.md from the national reports of a folder.

``python tools/make_headline_table.py FOLDER`` reads the texts named ``china-YEAR.zh.txt``. With
``--quote`` it prints the words of every target and answer instead, to be checked by a person.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from duixian.accounting.account import make_account
from duixian.accounting.knowledge import knowledge_of
from duixian.accounting.records import Account, Entry
from duixian.documents.sources import load
from duixian.language.indicators import find_indicators_in_text
from duixian.reading.read import read_document
from duixian.reading.records import Basis

PAGE = Path(__file__).resolve().parents[1] / "docs" / "account.md"
FIRST = 2005
HEAD = "| plan | measure | target at | verdict | evidence at | rule |\n|---|---|---|---|---|---|\n"
ENERGY = "energy-intensity"
MEASURES = {
    "gdp": "growth",
    "new-urban-jobs": "jobs",
    "registered-urban-unemployment": "unemployment (register)",
    "surveyed-urban-unemployment": "unemployment (survey)",
    "consumer-prices": "prices",
    "grain-output": "grain",
    ENERGY: "energy",
}


def measure_of(entry: Entry) -> str | None:
    """Name the headline that a commitment sets a target for, if it does."""
    commitment = entry.commitment
    knowledge = knowledge_of("zh")
    if commitment.quantity is None:
        if knowledge.state_target.search(commitment.text):
            return "balance"
        if knowledge.in_step.search(commitment.text):
            return "income"
        named = {hit.id for hit in find_indicators_in_text(commitment.text, language="zh")}
        is_fall = knowledge.falls.search(commitment.text)
        return MEASURES[ENERGY] if ENERGY in named and is_fall else None
    if commitment.indicator == "gdp" and commitment.quantity.basis is not Basis.CHANGE:
        return None
    return MEASURES.get(commitment.indicator or "")


def headlines(account: Account) -> Iterator[tuple[str, Entry]]:
    """Give the first target of each headline, in the order of the plan."""
    seen: set[str] = set()
    for entry in account.entries:
        measure = measure_of(entry)
        if measure and measure not in seen:
            seen.add(measure)
            yield measure, entry


def accounts(folder: Path) -> Iterator[tuple[int, Account]]:
    """Give the account of every two reports of years that follow."""
    paths = {int(path.name[6:10]): path for path in folder.glob("china-????.zh.txt")}
    for plan, review in pairwise(sorted(year for year in paths if year >= FIRST)):
        if review == plan + 1:
            reports = (read_document(load(str(paths[year]))) for year in (plan, review))
            yield plan, make_account(*reports)


def row(year: int, measure: str, entry: Entry) -> str:
    """Return one row of the table."""
    places = ", ".join(f"{each.start}–{each.end}" for each in entry.evidence) or "–"
    target = f"{entry.commitment.start}–{entry.commitment.end}"
    judged = entry.judgement
    return f"| {year} | {measure} | {target} | {judged.verdict.value} | {places} | {judged.why} |\n"


def quoted(year: int, measure: str, entry: Entry) -> str:
    """Return one target with the words that answer it."""
    answers = " || ".join(each.text for each in entry.evidence)
    judged = entry.judgement
    told = f"{judged.verdict.value}: {answers} ({judged.why})"
    return f"{year} {measure}: {entry.commitment.text} -> {told}\n"


def main() -> None:
    """Write the table, or print the quotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quote", action="store_true")
    asked = parser.parse_args()
    found = [(year, *each) for year, made in accounts(asked.folder) for each in headlines(made)]
    if asked.quote:
        print("".join(quoted(*each) for each in found), end="")
        return
    page = PAGE.read_text(encoding="utf-8")
    before, _, table = page.partition(HEAD)
    after = "".join(line for line in table.splitlines(keepends=True) if not line.startswith("|"))
    rows = "".join(row(*each) for each in found)
    PAGE.write_text(f"{before}{HEAD}{rows}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
