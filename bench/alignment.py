"""Alignment beside other aligners: time and pair F1 on the gold pairs, else on the examples.

Every aligner is given the sentences Duixian cut. A gold sentence belongs to the group that covers
most of it, as in the scorer of the gold pairs. Of the examples the truth is known without
annotation: they are translated sentence by sentence.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.measures import PEERS_PYTHON, SkippedError
from bench.peers.aligning import Aligned, Groups, Pair
from bench.texts import GOLD, ROOT, as_document
from duixian.bilingual.sides import make_side
from duixian.bilingual.spans import spans_of_side
from duixian.documents.document import Span
from duixian.reading.records import Language

Links = set[tuple[str, str]]


@dataclass(frozen=True)
class Aligner:
    """A program that aligns, the Python that runs it, and what else it needs."""

    name: str
    module: str
    python: Path
    program: str | None = None


ALIGNERS = (
    Aligner("Duixian", "bench.peers.duixian_align", Path(sys.executable)),
    Aligner("hunalign + CC-CEDICT", "bench.peers.hunalign", Path(sys.executable), "hunalign"),
    Aligner("Gale-Church (NLTK)", "bench.peers.gale_church", PEERS_PYTHON),
)


@dataclass(frozen=True)
class Version:
    """One version of a report: its text, our sentences, and the true ones by their names."""

    text: str
    spans: tuple[Span, ...]
    gold: dict[str, Span]


@dataclass(frozen=True)
class Report:
    """Two versions of a report and the links between their true sentences."""

    name: str
    zh: Version
    en: Version
    links: Links

    def pair(self) -> Pair:
        """Give it as an aligner takes it."""
        zh, en = ([v.text[s:e] for s, e in v.spans] for v in (self.zh, self.en))
        return {
            "name": self.name, "zh_text": self.zh.text, "en_text": self.en.text, "zh": zh, "en": en
        }  # fmt: skip


def compare_aligners(console: Console) -> list[dict[str, Any]]:
    """Align every pair that is here with every aligner that is here; print a table."""
    reports = gold_reports() or example_reports()
    rows: list[dict[str, Any]] = []
    for aligner in ALIGNERS:
        try:
            answers = run_aligner(aligner, [report.pair() for report in reports])
        except SkippedError as skipped:
            console.print(f"{aligner.name} is left out: {skipped}")
            continue
        for report, answer in zip(reports, answers, strict=True):
            rows.append(
                {
                    "aligner": aligner.name,
                    "pair": report.name,
                    "sentences": [len(report.zh.spans), len(report.en.spans)],
                    "seconds": answer["seconds"],
                    "pair_f1": pair_f1(report, answer["beads"]),
                }
            )
    _print(console, rows)
    return rows


def run_aligner(aligner: Aligner, pairs: Sequence[Pair]) -> list[Aligned]:
    """Run one aligner on all pairs. Raises SkippedError where it cannot be had."""
    arguments = []
    if aligner.program:
        path = shutil.which(aligner.program)
        if path is None:
            raise SkippedError(
                f"no program {aligner.program} on the path (not found in Debian 12 or PyPI); "
                "build it from its source and put it there"
            )
        arguments = [path]
    if not aligner.python.exists():
        raise SkippedError("its environment is not there (make bench sets it up)")
    done = subprocess.run(
        [aligner.python, "-W", "ignore", "-m", aligner.module, *arguments],
        input=json.dumps(pairs),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise SkippedError((done.stderr.strip().splitlines() or ["it ended without a word"])[-1])
    answers: list[Aligned] = json.loads(done.stdout)
    return answers


def gold_reports() -> list[Report]:
    """Gather the annotated pairs beside the checkout."""
    found = []
    for path in sorted(GOLD.glob("*.align.tsv")):
        name = path.name.removesuffix(".align.tsv")
        zh, en = (_gold_version(name, language) for language in Language)
        links: Links = set()
        for left, right in _rows(path):
            links |= {(i, j) for i in left.split(",") for j in right.split(",")}
        links = {(i, j) for i, j in links if "-" not in (i, j)}
        found.append(Report(f"gold/{name}", zh, en, links))
    return found


def example_reports() -> list[Report]:
    """Gather the bundled pairs: sentence n of one version stands for sentence n of the other."""
    found = []
    for path in sorted((ROOT / "examples").glob("district-*.zh.txt")):
        year = path.name.split(".")[0]
        zh, en = (
            _version((path.parent / f"{year}.{each}.txt").read_text(encoding="utf-8"), each)
            for each in Language
        )
        found.append(Report(f"examples/{year}", zh, en, {(sid, sid) for sid in zh.gold}))
    return found


def _gold_version(name: str, language: Language) -> Version:
    text = (GOLD / f"{name}.{language}.txt").read_text(encoding="utf-8")
    rows = _rows(GOLD / f"{name}.{language}.spans.tsv")
    return Version(
        text, _version(text, language).spans, {row[0]: (int(row[1]), int(row[2])) for row in rows}
    )


def _version(text: str, language: Language) -> Version:
    spans = spans_of_side(make_side(as_document(text, name="-"), language))
    return Version(text, spans, {str(index): span for index, span in enumerate(spans)})


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]


def pair_f1(report: Report, groups: Groups) -> float:
    """Return the F1 over pairs of true sentences that are linked."""
    zh = _members(report.zh, [group[0] for group in groups])
    en = _members(report.en, [group[1] for group in groups])
    found = {(i, j) for left, right in zip(zh, en, strict=True) for i in left for j in right}
    both = len(found & report.links)
    return 2 * both / (len(found) + len(report.links)) if both else 0.0


def _members(version: Version, groups: Sequence[Sequence[int]]) -> list[list[str]]:
    """Return the true sentences that each group covers more of than any other group."""
    owner = {index: number for number, group in enumerate(groups) for index in group}
    members: list[list[str]] = [[] for _ in groups]
    for sid, (start, end) in version.gold.items():
        covered: dict[int, int] = {}
        for index, (low, high) in enumerate(version.spans):
            shared = min(end, high) - max(start, low)
            if shared > 0 and index in owner:
                covered[owner[index]] = covered.get(owner[index], 0) + shared
        if covered:
            members[max(covered, key=lambda number: covered[number])].append(sid)
    return members


def _print(console: Console, rows: Sequence[dict[str, Any]]) -> None:
    table = Table(title="Alignment: F1 over linked pairs of sentences, and processor time")
    for heading in ("aligner", "pair", "sentences", "pair F1", "seconds"):
        table.add_column(heading, justify="left" if heading in ("aligner", "pair") else "right")
    for row in rows:
        sizes = " × ".join(map(str, row["sentences"]))
        table.add_row(
            row["aligner"], row["pair"], sizes, f"{row['pair_f1']:.3f}", f"{row['seconds']:.2f}"
        )
    console.print(table)
