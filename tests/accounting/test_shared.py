"""The bars of the account on the shared gold texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.texts import SHARED, needs_shared

pytestmark = needs_shared

ACCOUNT = f'{sys.executable} -c "from duixian.cli.start import main; main()" account {{plan}} {{review}} --format jsonl -q'


def test_two_national_reports_reach_the_bars(tmp_path: Path) -> None:
    scores = tmp_path / "scores.json"
    subprocess.run(
        [sys.executable, SHARED / "gold" / "score_account.py", "--gold", SHARED / "gold" / "dev",
         "--run", ACCOUNT, "--json", scores, "china-2024-2025"],
        check=True, capture_output=True,
    )  # fmt: skip
    (score,) = json.loads(scores.read_text(encoding="utf-8"))
    assert score["found"] >= 0.9
    assert score["link_f1"] >= 0.75
    assert score["lenient"] >= 0.75


HEADLINES = [
    (2005, "gdp", "exceeded"),
    (2006, "new-urban-jobs", "exceeded"),
    (2006, "energy-intensity", "missed"),
    (2007, "gdp", "unreported"),
    (2007, "consumer-prices", "missed"),
    (2012, "gdp", "met"),
    (2013, "registered-urban-unemployment", "met"),
    (2014, "energy-intensity", "exceeded"),
    (2015, "gdp", "met"),
    (2018, "surveyed-urban-unemployment", "met"),
    (2022, "gdp", "missed"),
    (2022, "grain-output", "exceeded"),
    (2023, "consumer-prices", "met"),
    (2024, "energy-intensity", "exceeded"),
]


@pytest.mark.parametrize(("year", "indicator", "verdict"), HEADLINES)
def test_headline_targets_of_national_reports(year: int, indicator: str, verdict: str) -> None:
    from duixian.accounting.account import make_account
    from duixian.documents.sources import load
    from duixian.reading.read import read_document

    paths = [SHARED / "corpus" / f"china-{each}.zh.txt" for each in (year, year + 1)]
    if not all(path.exists() for path in paths):
        pytest.skip("the corpus does not hold both reports")
    account = make_account(*(read_document(load(str(path))) for path in paths))
    found = [e for e in account.entries if e.commitment.indicator == indicator]
    assert found[0].judgement.verdict == verdict, found[0]
