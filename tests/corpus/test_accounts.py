"""Accounts, grades and tables of tasks from Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import duixian
from duixian.cli.main import cli
from tests.accounting.pairs import plan_text, review_text

UNITS = '[[unit]]\nname = "市停车办"\nwords = ["停车场"]\n'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(plan_text("新建停车场12个。"), encoding="utf-8")
    return path


def test_tasks_take_the_units_of_a_file(report: Path, tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text(UNITS, encoding="utf-8")
    (task,) = duixian.tasks(report, units=tmp_path / "units.toml").tasks
    assert task.lead_unit == "建议：市停车办"


def test_tasks_learn_from_the_finished_table_of_a_year_before(report: Path, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.create_sheet("任务")
    sheet.append(["任务", "牵头单位"])
    sheet.append(["新建停车场8个", "城管委"])
    book.save(tmp_path / "before.xlsx")
    (task,) = duixian.tasks(report, earlier=[tmp_path / "before.xlsx"]).tasks
    assert task.lead_unit == "建议：城管委"


def test_what_is_suggested_by_default_is_said(report: Path) -> None:
    assert any("example for a Beijing district" in note for note in duixian.tasks(report).notes)


def test_python_and_the_command_line_give_the_same_verdicts(report: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.txt"
    review.write_text(review_text("新建停车场15个。"), encoding="utf-8")
    account = duixian.account(report, review)
    said = CliRunner().invoke(cli, ["account", str(report), str(review), "--format", "csv", "-q"])
    for entry in account.entries:
        assert entry.judgement.why in said.stdout


def test_too_few_reports_for_chains_are_refused(report: Path) -> None:
    with pytest.raises(duixian.DuixianError, match="3 reports or more"):
        duixian.chains(report)
