"""What makes a section a review or a plan, and where one of both is cut."""

from __future__ import annotations

import pytest

from duixian.reading.read import read_document
from duixian.reading.records import Role
from tests.reading.sectioned import (
    DONE,
    TO_DO,
    WAS_DONE,
    WILL_DO,
    document,
    headed,
    lines,
    sections,
)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("过去一年工作回顾", "review"),
        ("2024年工作总结", "review"),
        ("“十四五”时期发展成就", "review"),
        ("六五计划前两年的执行情况", "review"),
        ("2025年总体要求和政策取向", "plan"),
        ("“十五五”时期主要目标任务", "plan"),
        ("对今年政府工作的建议", "plan"),
        ("2025年工作", "plan"),
        ("附件", "other"),
        ("名词解释", "other"),
        ("当前的经济形势", "review"),
        ("去年的情况", "review"),
        ("The present economic situation", "review"),
        ("Looking back on 2024", "review"),
        ("Looking ahead to 2025", "plan"),
        ("Overall requirements for 2025", "plan"),
        ("Glossary", "other"),
    ],
)
def test_the_words_of_a_heading_decide_its_role(heading: str, role: str) -> None:
    text = lines(DONE, "", heading, "", "县情如此，有待各方详加考察。", "", DONE)
    assert [section.role.value for section in sections(text) if section.heading] == [role]


def test_a_section_after_a_plan_is_a_plan_unless_its_wording_says_otherwise() -> None:
    text = lines(
        "一、去年工作回顾",
        DONE,
        "二、今年重点工作",
        TO_DO,
        "三、政府自身",
        "我们要勤政，必须廉洁。" * 4,
    )
    assert [role for *_, role in headed(text)] == ["review", "plan", "plan"]


def test_a_section_inside_a_plan_that_looks_back_is_a_review() -> None:
    text = lines(
        "三、今年主要任务和规划说明",
        "（一）规划编制",
        TO_DO,
        "（二）上期规划执行情况",
        DONE,
        "（三）要点",
        TO_DO,
    )
    assert [role for *_, role in headed(text)] == ["plan", "plan", "review", "plan"]


def test_a_section_of_both_is_cut_where_it_turns() -> None:
    text = lines(
        "一、2024年工作回顾和2025年总体要求", *[DONE] * 4, *[TO_DO] * 4, "二、重点工作", TO_DO
    )
    found = sections(text)
    assert [(s.level, s.role.value) for s in found[:3]] == [
        (1, "other"),
        (2, "review"),
        (2, "plan"),
    ]
    assert found[2].start == text.index(TO_DO)


def test_a_section_of_the_situation_is_a_plan_where_it_only_plans() -> None:
    assert [role for *_, role in headed(lines("一、经济形势", *[TO_DO] * 4))] == ["plan"]


def test_a_section_of_the_situation_and_the_tasks_is_cut_where_it_turns() -> None:
    text = lines("一、当前国内形势和基本任务", *[DONE] * 4, *[TO_DO] * 4, "二、重点工作", TO_DO)
    found = sections(text)
    assert [s.role.value for s in found[:3]] == ["other", "review", "plan"]
    assert found[2].start == text.index(TO_DO)


def test_a_news_item_without_headings_is_what_its_wording_says() -> None:
    assert [s.role for s in sections(lines(*[WILL_DO] * 3))] == [Role.PLAN]
    assert [s.role for s in sections(lines(*[DONE] * 3))] == [Role.REVIEW]
    mixed = lines(*[f"全县{DONE}", f"全县{TO_DO}"] * 2)
    assert [s.role for s in sections(mixed)] == [Role.OTHER]


def test_parts_told_by_ordinals_hold_the_numbered_headings_between_them() -> None:
    text = lines(
        "First, the work review of 2021",
        "(1) Build the roads, and traffic is running well",
        WAS_DONE,
        "(2) Care for the people, and their lives are better",
        WAS_DONE,
        "Second, the overall requirements and key work in 2022",
        "(1) Build on",
        WILL_DO,
    )

    assert [(level, role) for level, _, _, role in headed(text)] == [
        (1, "review"),
        (2, "review"),
        (2, "review"),
        (1, "plan"),
        (2, "plan"),
    ]


def test_furniture_before_and_after_the_report_has_sections_of_its_own() -> None:
    text = lines("下载", "打印", "政府工作报告", "一、去年工作回顾", DONE, "相关报道：", "别的新闻")
    found = sections(text)
    assert [section.role.value for section in found] == [
        "furniture",
        "other",
        "review",
        "furniture",
    ]


def test_every_decision_says_why() -> None:
    text = lines("下载", "打印", "一、去年工作回顾", f"（一）修路。{DONE}", "二、农业", DONE)
    assert all(section.why for section in sections(text))


@pytest.mark.parametrize(
    ("headings", "years"),
    [
        (("一 、 2023 年 工 作 回 顾", "二 、 2024 年 重 点 工 作"), (2023, 2024)),
        (("（ 一 ） 2 0 2 3 年 工 作 回 顾", "（ 二 ） 2 0 2 4 年 主 要 任 务"), (2023, 2024)),
        (("2024年成绩单", "2025年这么干"), (2024, 2025)),
        (("2024年，这一年我们这么干", "今年怎么干"), (2024, 2025)),
    ],
)
def test_headings_set_wide_and_those_of_highlights_say_their_roles(
    headings: tuple[str, str], years: tuple[int, int]
) -> None:
    back, ahead = headings
    text = f"清河县政府工作报告\n\n{back}\n\n新建学校3所。\n\n{ahead}\n\n改造桥梁2座。\n"
    report = read_document(document(text))
    told = [one.role for one in report.sections if one.heading]
    assert told == [Role.REVIEW, Role.PLAN]
    assert (report.year_reviewed, report.year_planned) == years


@pytest.mark.parametrize(
    "heading", ["名词解释：", "《政府工作报告》有关名词解释:", "附件：名词解释：", "注释：", "附："]
)
def test_a_line_with_a_colon_heads_what_is_put_behind_a_report(heading: str) -> None:
    term = "1.“小铺子”企业：指年营业收入在1亿元至4亿元之间的企业。"
    text = f"清河县政府工作报告\n\n二、2025年重点工作\n\n改造桥梁2座。\n\n{heading}\n\n{term}\n"
    report = read_document(document(text))
    assert [one.text for one in report.claims] == ["改造桥梁2座"]


@pytest.mark.parametrize("opening", ["注意以下内容：", "说明如下：", "内容：", "重点项目："])
def test_other_lines_with_a_colon_head_no_section(opening: str) -> None:
    text = f"清河县政府工作报告\n\n二、2025年重点工作\n\n{opening}\n\n1.改造桥梁2座。\n"
    report = read_document(document(text))
    assert {one.role for one in report.sections if one.heading} == {Role.PLAN}
    assert "改造桥梁2座" in {one.text for one in report.claims}
