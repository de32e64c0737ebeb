"""``duixian cascade`` writes every format and refuses to overwrite a source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from duixian.cli.main import cli
from duixian.errors import UsageError
from tests.accounting.test_cascade import CITY, EAST, plan


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    reports = {"city": plan("北京市", CITY), "east": plan("北京市石景山区", EAST)}
    for name, report in reports.items():
        (tmp_path / f"{name}.txt").write_text(report.document.text, encoding="utf-8")
    return [str(tmp_path / f"{name}.txt") for name in reports]


@pytest.mark.parametrize("ending", ["html", "csv", "xlsx", "jsonl", "txt"])
def test_every_format_is_written(sources: list[str], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    CliRunner().invoke(cli, ["cascade", *sources, "-o", str(path)], catch_exceptions=False)
    assert path.stat().st_size > 0


def test_a_pipe_gets_json_lines(sources: list[str]) -> None:
    result = CliRunner().invoke(cli, ["cascade", *sources, "-q"], catch_exceptions=False)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    homes = next(row for row in rows if "老旧小区" in row["city_text"])
    assert (homes["number"], homes["share"]) == (100, 0.3333)


def test_a_source_is_not_overwritten(sources: list[str]) -> None:
    with pytest.raises(UsageError, match="is one of the sources"):
        CliRunner().invoke(
            cli,
            ["cascade", *sources, "-o", sources[0]],
            standalone_mode=False,
            catch_exceptions=False,
        )
