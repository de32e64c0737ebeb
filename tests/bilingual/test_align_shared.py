"""The bars that the shared pairs set: quality, speed and growth."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from duixian.bilingual.align import align, align_documents, little_aligns
from duixian.bilingual.records import Side
from duixian.bilingual.sides import make_side
from duixian.documents.sources import load
from duixian.reading.records import Language
from tests.reading.texts import SHARED, needs_shared

pytestmark = needs_shared

GOLD = SHARED / "gold"
RUN = f"{sys.executable} -c 'from duixian.cli.main import main; main()' align {{zh}} {{en}} --format jsonl"
TIMES = 40


def versions(name: str, *, times: int = 1) -> tuple[Side, Side]:
    """Give both versions of a report, each repeated some times."""
    return repeated(name, Language.ZH, times), repeated(name, Language.EN, times)


def repeated(name: str, language: Language, times: int) -> Side:
    document = load(GOLD / "dev" / f"{name}.{language.value}.txt")
    return make_side(replace(document, text=(document.text.rstrip() + "\n") * times), language)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    out = tmp_path_factory.mktemp("scores") / "scores.json"
    scorer = [sys.executable, str(GOLD / "score_align.py"), "--run", RUN, "--json", str(out)]
    subprocess.run(scorer, check=True, capture_output=True)
    return {each["name"]: each for each in json.loads(out.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", ["china-2024", "chaoyang-2025"])
def test_sentences_find_their_partners(scores: dict[str, dict[str, float]], name: str) -> None:
    assert scores[name]["pair_f1"] >= 0.97
    assert scores[name]["strict_f1"] >= 0.93


@pytest.mark.slow
@pytest.mark.longest
def test_twenty_thousand_sentences_align_as_the_one_report_they_repeat() -> None:
    one = align(*versions("china-2024"))
    sides = versions("china-2024", times=TIMES)
    many = align(*sides)
    rows, columns = len(one.zh.sentences), len(one.en.sentences)
    expected = [
        (tuple(i + turn * rows for i in bead.zh), tuple(j + turn * columns for j in bead.en))
        for turn in range(TIMES)
        for bead in one.beads
    ]
    same = set(expected) & {(bead.zh, bead.en) for bead in many.beads}
    assert len(same) >= 0.99 * len(expected)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1024 * 1024  # KiB


def test_an_interleaved_report_aligns_as_its_two_versions_do() -> None:
    both = align_documents(load(GOLD / "dev" / "chaoyang-2025-report.txt"))
    apart = align(*versions("chaoyang-2025"))
    same = {(b.zh, b.en) for b in both.beads} & {(b.zh, b.en) for b in apart.beads}
    assert len(same) >= 0.97 * len(apart.beads)


@pytest.mark.parametrize("name", ["china-2023", "china-2025", "china-1999", "云南省-2026"])
def test_reports_of_other_years_and_places_hardly_align(name: str) -> None:
    path: Path = SHARED / "corpus" / f"{name}.zh.txt"
    alignment = align_documents(load(path), load(GOLD / "dev" / "china-2024.en.txt"))
    assert little_aligns(alignment)
