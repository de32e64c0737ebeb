"""Reports without headings: their paragraphs tell where the review and the plan begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duixian.documents.document import Document
from duixian.reading.read import read_document
from duixian.reading.records import Kind, Report
from duixian.reading.structure.notes import NO_HEADINGS, SEVERAL_REPORTS

EXAMPLES = Path(__file__).parents[2] / "examples"
HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[IVX]{1,4}\. |\(\d\) ).{0,60}$\n*",
    re.MULTILINE,
)
DONE = "全区地区生产总值增长5.2%，新增就业3万人，改造老旧小区12个。"
TO_DO = "全区地区生产总值增长5%左右，新增就业2.8万人，新建学校3所。"
WAS_DONE = "GDP grew by 5.2 percent and 30,000 new jobs were created."
WILL_DO = "our targets are GDP growth of around 5 percent and 28,000 new jobs."


def read(text: str) -> Report:
    return read_document(Document("-", "text/plain", "", 0, text))


def roles(text: str) -> list[tuple[str, str]]:
    """Return the role of each outermost section and the words it opens with."""
    return [
        (s.role.value, text[s.start : s.end].strip()[:4])
        for s in read(text).sections
        if s.level == 1
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"海淀区2025年政府工作报告\n\n过去一年，{DONE}\n\n今年，{TO_DO}\n",
        f"2025年海淀区政府工作报告\n去年，{DONE}\n做好今年工作，{TO_DO}\n",
        f"政府工作报告\n各位代表：\n2024年，我们奋力前行，{DONE}\n2025年是收官之年。{TO_DO}\n",
        f"政府工作报告\n2024年，{DONE}\n各位代表！今年是收官之年。{TO_DO}\n",
        f"政府工作报告\n回顾过去一年，{DONE}\n2025年主要预期目标是：{TO_DO}\n",
        f"Haidian District Government Work Report 2025\n\nOver the past year, {WAS_DONE}\n\n"
        f"This year, {WILL_DO}\n",
        f"Work Report\n\nIn 2024, {WAS_DONE}\n\nThe year 2025 is crucial; {WILL_DO}\n",
    ],
)
def test_turns_tell_review_plan_and_their_years(text: str) -> None:
    report = read(text)
    told = [section.role.value for section in report.sections if section.role != "other"]
    assert told == ["review", "plan"]
    kinds = [statement.kind for statement in report.statements if re.search("5", statement.text)]
    assert Kind.RESULT in kinds
    assert kinds[-1] is Kind.COMMITMENT
    assert (report.year_reviewed, report.year_planned) == (2024, 2025)
    assert all(s.why.startswith("opens with") for s in report.sections if s.role in told)


@pytest.mark.parametrize("name", ["2024.zh", "2025.zh", "2024.en", "2025.en"])
def test_a_report_robbed_of_its_headings_keeps_its_promises(name: str) -> None:
    text = (EXAMPLES / f"district-{name}.txt").read_text(encoding="utf-8")
    whole, robbed = read(text), read(HEADING.sub("", text))
    assert (robbed.year_reviewed, robbed.year_planned) == (whole.year_reviewed, whole.year_planned)
    kinds = {statement.text: statement.kind for statement in whole.statements}
    assert {s.text for s in robbed.statements} <= kinds.keys()
    assert sum(s.kind is not kinds[s.text] for s in robbed.statements) <= 2
    assert NO_HEADINGS in robbed.notes
    assert NO_HEADINGS not in whole.notes


def test_paragraphs_that_go_on_open_no_new_section() -> None:
    text = f"过去一年，{DONE}\n去年，{DONE}\n今年，{TO_DO}\n今年，{TO_DO}\n"
    assert roles(text) == [("review", "过去一年"), ("plan", "今年，全")]


def test_a_text_of_one_paragraph_turns_inside_it() -> None:
    for text, said in (
        (f"过去一年，{DONE}今年，{TO_DO}", "今年，"),
        (f"Last year, {WAS_DONE} This year, {WILL_DO}", "This year"),
    ):
        review, plan = read(text).sections
        assert (review.role, plan.role) == ("review", "plan")
        assert plan.start == text.index(said)


def test_a_plan_may_look_back_for_a_paragraph() -> None:
    text = f"今年，{TO_DO}\n过去一年，国防建设取得新的成绩。\n要继续支持国防建设，{TO_DO}\n"
    assert roles(text) == [("plan", "今年，全")]


def test_what_was_done_this_year_is_no_plan() -> None:
    text = f"过去一年，{DONE}\n今年以来，{DONE}\n今年1-9月，{DONE}\n"
    assert [role for role, _ in roles(text)] == ["review"]


def test_closing_words_end_the_plan() -> None:
    text = f"过去一年，{DONE}\n今年，{TO_DO * 8}\n让我们团结起来，努力奋斗！\n"
    assert [role for role, _ in roles(text)] == ["review", "plan", "other"]


def test_items_stay_inside_the_turn_they_stand_in() -> None:
    report = read(f"过去一年，{DONE}\n一是修路。修了路。\n今年，{TO_DO}\n一是修路。要修路。\n")
    assert [(s.level, s.role.value) for s in report.sections] == [
        (1, "review"),
        (2, "review"),
        (1, "plan"),
        (2, "plan"),
    ]


def test_headings_rule_where_there_are_headings() -> None:
    report = read(f"一、2024年工作回顾\n今年，{DONE}\n二、2025年重点工作\n去年，{TO_DO}\n")
    assert [s.heading for s in report.sections] == ["2024年工作回顾", "2025年重点工作"]
    assert report.notes == ()


def test_several_reports_in_one_file_are_told() -> None:
    def report(year: int) -> str:
        return f"某区政府工作报告（{year}年）\n各位代表：\n一、回顾\n{DONE * 8}\n二、重点工作\n{TO_DO * 8}\n"

    assert SEVERAL_REPORTS in read(report(2023) + report(2024)).notes
    assert SEVERAL_REPORTS not in read(report(2024)).notes
    said = "全面完成2023年政府工作报告确定的任务。\n实施2026年行动计划\n"
    assert SEVERAL_REPORTS not in read(report(2024) + said + DONE * 12).notes
    links = "相关链接\n2022年政府工作报告\n2023年政府工作报告\n"
    assert SEVERAL_REPORTS not in read(report(2024) + links).notes


def test_a_report_and_its_translation_are_not_several() -> None:
    both = "\n".join(
        (EXAMPLES / f"district-2025.{one}.txt").read_text(encoding="utf-8") for one in ("zh", "en")
    )
    assert SEVERAL_REPORTS not in read(both).notes
