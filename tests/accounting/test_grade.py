"""``duixian grade``: shares, what is not stated, the least checkable promises, the page."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from duixian.accounting.grade.grading import grade_report
from duixian.accounting.grade.page import grade_page
from duixian.accounting.grade.records import Grade, Lack, percent
from duixian.cli.grade import command
from duixian.corpus.one import read_report
from duixian.errors import EmptySourceError
from duixian.reading.records import Language, Specificity
from duixian.tables.grade_table import grade_rows, promise_rows
from tests.reading.texts import read, read_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PLAN = "清河县政府工作报告（2025年）\n一、2024年工作回顾\n新增养老床位280张。\n二、2025年重点工作\n"


def grade_of(plan: str) -> Grade:
    return grade_report(read(f"{PLAN}{plan}\n"))


@pytest.fixture(scope="module", params=["zh", "en"])
def example(request: pytest.FixtureRequest) -> Grade:
    return grade_report(read_report(EXAMPLES / f"district-2025.{request.param}.txt"))


def test_the_three_shares_add_up_in_every_group(example: Grade) -> None:
    for group in example.groups:
        assert sum(group.of(each) for each in Specificity) == group.count > 0
    for kind in (example.sections, example.functions):
        assert sum(group.count for group in kind) == example.whole.count


def test_every_promise_is_quoted_at_its_place(example: Grade) -> None:
    text = example.report.document.text
    for row in promise_rows(example):
        assert text[row["start"] : row["end"]] == row["text"]
        if row["baseline"]:
            places = {(each.start, each.end) for each in example.report.quantities}
            assert tuple(row["baseline"]) in places


def test_both_languages_of_one_report_are_graded_alike() -> None:
    zh, en = (
        grade_report(read_report(EXAMPLES / f"district-2025.{language}.txt")).whole
        for language in ("zh", "en")
    )
    for each in Specificity:
        first, second = zh.share(each), en.share(each)
        assert first is not None
        assert second is not None
        assert abs(first - second) < Decimal("0.08")


def test_a_report_in_two_languages_counts_each_promise_once() -> None:
    zh = "我们将新增养老床位300张。我们将新建学校12所。"
    en = "We will add 300 beds for the elderly. We will build 12 new schools."
    grade = grade_of(f"{zh}\n{en}")
    assert grade.whole.count == 2
    assert grade.language is Language.ZH
    assert any("two languages" in note for note in grade.notes)


def test_what_promises_nothing_has_no_grade() -> None:
    """No commitments is no zero: it is an error of one line that says what to do."""
    for report in (read_in("review", "新增养老床位280张。"), read("今天天气很好。\n")):
        with pytest.raises(EmptySourceError, match="no commitments found; give the whole report"):
            grade_report(report)


def test_a_missing_plan_part_is_said() -> None:
    with pytest.raises(EmptySourceError, match="no plan part"):
        grade_report(read_in("review", "新增养老床位280张。"))


@pytest.mark.parametrize(
    ("plan", "has_baseline"),
    [
        ("新增养老床位300张。", True),  # the review tells last year's number
        ("新建公园12个。", False),
        ("森林覆盖率由38%提高到40%。", True),
    ],
)
def test_a_target_has_a_baseline_where_the_report_tells_one(
    plan: str, *, has_baseline: bool
) -> None:
    (graded,) = (each for each in grade_of(plan).whole.graded if each.promise.claim.quantity)
    assert (Lack.BASELINE not in graded.lacks) is has_baseline


def test_the_year_of_the_plan_is_no_date_of_its_own() -> None:
    grade = grade_of("区图书馆建成开放。区博物馆10月底前建成开放。")
    assert [Lack.DATE in each.lacks for each in grade.whole.graded] == [True, False]


def test_the_vaguest_come_first_with_their_words() -> None:
    grade = grade_of("进一步深入推进依法行政。加强河道巡查，清理沿岸垃圾。新增养老床位300张。")
    first = grade.least[0]
    assert first.promise.claim.text.startswith("进一步")
    assert first.vague == ("进一步", "深入", "推进")
    assert all(each.specificity is Specificity.GENERAL for each in grade.least)
    assert [each.doubt for each in grade.least] == sorted(
        (each.doubt for each in grade.least), reverse=True
    )


def test_a_sentence_said_twice_is_quoted_once() -> None:
    grade = grade_of("大力推进依法行政。加强河道巡查。大力推进依法行政。")
    texts = [each.promise.statement.text for each in grade.least]
    assert len(texts) == len(set(texts)) == 2


def test_shares_of_nothing_are_not_zero() -> None:
    rows = list(grade_rows(grade_of("大力推进依法行政。")))
    assert rows[0]["quantified_share"] == 0
    assert percent(0, 0) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_some_is_never_shown_as_none_nor_most_as_all(part: int, whole: int) -> None:
    shown = percent(min(part, whole), whole)
    assert (shown == "0%") is (part == 0)
    assert (shown == "100%") is (part >= whole)


def test_the_page_needs_nothing_else_and_no_script(example: Grade) -> None:
    page = grade_page(example)
    assert "<script" not in page
    assert "://" not in page
    assert not re.search(r"(?:src|href)=", page)
    assert page.count("<li><q ") == len(example.least) > 0


def test_what_a_text_says_cannot_act_on_the_page() -> None:
    page = grade_page(grade_of("大力推进<script>alert(1)</script>依法行政。"))
    assert "<script" not in page


def test_csv_and_exit_codes(tmp_path: Path) -> None:
    run = CliRunner().invoke
    source = str(EXAMPLES / "district-2025.zh.txt")
    target = tmp_path / "grades.csv"
    done = run(command, [source, "-o", str(target)], standalone_mode=False)
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert rows[0]["by"] == "all"
    assert int(rows[0]["promises"]) == sum(int(r["promises"]) for r in rows if r["by"] == "section")
