"""``duixian account``: what is written, what is said, and the exit codes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accounting.pairs import plan_text, review_text
from tests.cli.conftest import Done

Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def reports(folder: Path) -> None:
    (folder / "plan.txt").write_text(plan_text("新建停车场12个。"), encoding="utf-8")
    (folder / "review.txt").write_text(review_text("新建停车场15个。"), encoding="utf-8")


def test_rows_hold_the_places_and_the_verdict(run: Run) -> None:
    done = run("account", "plan.txt", "review.txt")
    assert done.code == 0
    row = next(row for row in map(json.loads, done.text.splitlines()) if "12个" in row["plan_text"])
    start, end = row["plan"]
    assert plan_text("新建停车场12个。")[start:end] == row["plan_text"] == "新建停车场12个"
    ((start, end),) = row["evidence"]
    assert review_text("新建停车场15个。")[start:end] == row["evidence_text"][0]
    assert row["verdict"] == "exceeded"
    assert row["outcome"] == "15 count"


@pytest.mark.parametrize("name", ["a.csv", "a.html", "a.jsonl", "a.txt"])
def test_the_name_of_the_file_chooses_the_format(run: Run, folder: Path, name: str) -> None:
    done = run("account", "plan.txt", "review.txt", "-o", name)
    assert done.code == 0, done.complaints
    assert "停车场" in (folder / name).read_text(encoding="utf-8")
    assert "1 exceeded" in done.complaints


def test_a_workbook_is_written(run: Run, folder: Path) -> None:
    assert run("account", "plan.txt", "review.txt", "-o", "a.xlsx").code == 0
    assert zipfile.is_zipfile(folder / "a.xlsx")


def test_swapped_reports_are_put_right_and_it_is_said(run: Run) -> None:
    right = run("account", "plan.txt", "review.txt")
    swapped = run("account", "review.txt", "plan.txt")
    assert swapped.output == right.output
    assert "the order was turned" in swapped.complaints


def test_the_same_report_twice_needs_force(run: Run, folder: Path) -> None:
    for other in ("plan.txt", "copy.txt"):
        (folder / other).write_bytes((folder / "plan.txt").read_bytes())
        refused = run("account", "plan.txt", other)
        assert refused.code == 2
        assert refused.complaints.count("\n") == 1
        assert "the same report" in refused.complaints
    forced = run("account", "plan.txt", "copy.txt", "--force")
    assert "the same report" in forced.complaints


def test_standard_input_can_be_one_of_the_reports_only(run: Run) -> None:
    for sources in (("-", "-"), ("plan.txt", "-", "-")):
        refused = run("account", *sources)
        assert refused.code == 2
        assert refused.complaints.count("\n") == 1
        assert "standard input" in refused.complaints


def test_reports_of_different_governments_need_force(run: Run, folder: Path) -> None:
    other = review_text("新建停车场15个。").replace("清河县", "平阳县")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    refused = run("account", "plan.txt", "other.txt")
    assert refused.code == 2
    assert "different governments" in refused.complaints and "--force" in refused.complaints
    forced = run("account", "plan.txt", "other.txt", "--force")
    assert forced.code == 0
    assert "different governments" in forced.complaints


def test_years_that_do_not_follow_are_said_and_still_done(run: Run, folder: Path) -> None:
    later = review_text("新建停车场15个。").replace("2025", "2027").replace("2024", "2026")
    (folder / "later.txt").write_text(later, encoding="utf-8")
    done = run("account", "plan.txt", "later.txt")
    assert done.code == 0
    assert "do not follow" in done.complaints


@pytest.mark.parametrize(
    ("plan", "review", "missing"),
    [
        ("plan.txt", "bare.txt", "no review part"),
        ("bare.txt", "review.txt", "no plan part"),
    ],
)
def test_a_part_that_is_not_there_is_one_line(
    run: Run, folder: Path, plan: str, review: str, missing: str
) -> None:
    (folder / "bare.txt").write_text("清河县概况\n清河县位于平原。\n", encoding="utf-8")
    done = run("account", plan, review)
    assert done.code == 2
    assert missing in done.complaints
    assert done.complaints.count("\n") == 1


def test_a_source_is_never_overwritten(run: Run, folder: Path) -> None:
    before = (folder / "plan.txt").read_bytes()
    assert run("account", "plan.txt", "review.txt", "-o", "plan.txt").code == 2
    assert (folder / "plan.txt").read_bytes() == before


def test_the_screen_speaks_the_language_of_the_plan_or_the_one_asked_for(run: Run) -> None:
    chinese = run("account", "plan.txt", "review.txt", "--format", "table").text
    english = run("account", "plan.txt", "review.txt", "--format", "table", "--language", "en").text
    assert "超额完成" in chinese and "above" not in chinese
    assert "above" in english and "超额完成" not in english


def test_rows_for_programs_hold_both_languages(run: Run) -> None:
    row = json.loads(run("account", "plan.txt", "review.txt").text.splitlines()[0])
    assert row["why"] == "target 12; reported 15; 25.0 % above: exceeded"
    assert row["why_zh"] == "目标12；实际15；高于目标25.0%：超额完成"
    assert "words in common" in row["reasons"][0] and "共有词语" in row["reasons_zh"][0]
