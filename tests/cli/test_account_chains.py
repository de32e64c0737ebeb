"""``duixian account`` with three reports or more writes chains in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from duixian.cli.account import command
from duixian.cli.main import cli
from tests.accounting.test_chains import PROMISED, report


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    paths = []
    for year in PROMISED:
        path = tmp_path / f"{year}.txt"
        path.write_text(report(year).document.text, encoding="utf-8")
        paths.append(str(path))
    return paths


@pytest.mark.parametrize("ending", ["html", "csv", "xlsx", "jsonl", "txt"])
def test_three_reports_make_chains(sources: list[str], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    result = CliRunner().invoke(
        command, [*sources, "-o", str(path)], standalone_mode=False, catch_exceptions=False
    )
    assert result.return_value == 0
    assert path.stat().st_size > 0


def test_a_pipe_gets_one_line_a_measure(sources: list[str]) -> None:
    result = CliRunner().invoke(cli, ["account", *sources, "-q"], catch_exceptions=False)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    jobs = next(row for row in rows if row["indicator"] == "new-urban-jobs")
    assert jobs["y2024"] == {"target": "≥ 100,000", "actual": "106,000", "verdict": "exceeded"}
