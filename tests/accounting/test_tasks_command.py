"""``duixian tasks`` on the command line: files, remarks and exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from duixian.cli.main import cli

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORT = str(EXAMPLES / "district-2025.zh.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["tasks", *arguments], standalone_mode=False)


def rows_of(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tasks.xlsx"
    assert run(REPORT, "-o", str(path)).return_value == 0
    return path


def confirm(path: Path, *, but: dict[str, Any] | None = None) -> None:
    """Take the marks off as a person does, and change some cells."""
    book = openpyxl.load_workbook(path)
    sheet = book["tasks"]
    names = [str(cell.value).partition("\n")[0] for cell in sheet[1]]
    lead = names.index("lead_unit") + 1
    for row in range(2, sheet.max_row + 1):
        value = str(sheet.cell(row, lead).value or "区政府办")
        sheet.cell(row, lead, value.removeprefix("建议："))
    for name, value in (but or {}).items():
        sheet.cell(2, names.index(name) + 1, value)
    book.save(path)


def test_a_confirmed_table_has_nothing_wrong(table: Path) -> None:
    confirm(table)
    done = run(REPORT, "--check", str(table))
    assert (done.return_value, done.stdout) == (0, "")
    assert "42 rows, nothing wrong" in done.stderr


def test_a_table_edited_into_nonsense_is_told_row_by_row(table: Path) -> None:
    confirm(table, but={"due": "看情况", "number": 2, "value": "若干"})
    done = run(REPORT, "--check", str(table))
    assert done.return_value == 1
    kinds = {(row["row"], row["kind"]) for row in rows_of(done)}
    assert {(2, "due-not-date"), (2, "target-not-number"), (3, "number-duplicate")} <= kinds
    assert any(row["kind"] == "row-missing" and row["row"] is None for row in rows_of(done))


def test_read_back_gives_the_rows_that_were_written(table: Path) -> None:
    made, back = run(REPORT, "-q"), run("--read-back", str(table))
    assert rows_of(back) == rows_of(made)


def test_what_was_confirmed_is_learnt_for_the_next_year(table: Path) -> None:
    confirm(table, but={"lead_unit": "区兑现办"})
    first = rows_of(run(REPORT, "--learn", str(table), "-q"))[0]
    assert first["lead_unit"] == "建议：区兑现办"
    assert "第 2 行" in first["lead_why"]


def test_the_example_of_units_can_be_used_as_it_is(tmp_path: Path) -> None:
    path = str(tmp_path / "units.toml")
    assert run("--example-units", "-o", path).return_value == 0
    own, usual = run(REPORT, "--units", path), run(REPORT)
    assert rows_of(own) == rows_of(usual)
    assert "example for a Beijing district" in usual.stderr
    assert own.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--check", "a.xlsx", "--read-back", "b.xlsx"],
        [REPORT, "--read-back", "b.xlsx"],
        [REPORT, "-o", "tasks.doc"],
    ],
)
def test_wrong_use_is_refused(arguments: list[str]) -> None:
    from duixian.errors import UsageError

    assert isinstance(run(*arguments).exception, UsageError)


def test_a_report_without_promises_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text("清河县政府工作报告\n一、2024年工作回顾\n新增学位280个。\n", encoding="utf-8")
    done = run(str(path))
    assert "no plan part and no commitments found" in str(done.exception)
