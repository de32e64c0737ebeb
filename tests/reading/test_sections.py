"""Sections: headings of every shape, nested as their numbers run on, each with its role."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.reading.records import Role, Section
from tests.reading.sectioned import (
    DONE,
    TO_DO,
    WAS_DONE,
    WILL_DO,
    headed,
    innermost,
    lines,
    section_at,
    sections,
)

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = sorted(SHARED.glob("corpus/*.txt")) + sorted(SHARED.glob("seeds/*.txt"))


def test_chinese_numbers_nest_and_children_take_the_role_of_their_section() -> None:
    text = lines(
        "清河县政府工作报告",
        "各位代表：",
        "一、2024年工作回顾",
        "（一）交通条件明显改善",
        DONE,
        "（二）医疗条件明显改善",
        DONE,
        "二、2025年重点工作",
        "（一）着力改善交通条件",
        "1.建设农村公路",
        TO_DO,
        "2.修复危旧桥梁",
        TO_DO,
        "（二）着力改善医疗条件",
        TO_DO,
    )
    assert headed(text) == [
        (1, "一、", "2024年工作回顾", "review"),
        (2, "（一）", "交通条件明显改善", "review"),
        (2, "（二）", "医疗条件明显改善", "review"),
        (1, "二、", "2025年重点工作", "plan"),
        (2, "（一）", "着力改善交通条件", "plan"),
        (3, "1.", "建设农村公路", "plan"),
        (3, "2.", "修复危旧桥梁", "plan"),
        (2, "（二）", "着力改善医疗条件", "plan"),
    ]


def test_the_order_of_the_two_usual_chinese_numbers_may_be_reversed() -> None:
    text = lines(
        "（一）去年工作回顾", DONE, "（二）今年主要任务", "一、修路", TO_DO, "二、建桥", TO_DO
    )
    assert [(level, number) for level, number, *_ in headed(text)] == [
        (1, "（一）"),
        (1, "（二）"),
        (2, "一、"),
        (2, "二、"),
    ]


def test_a_heading_may_open_its_paragraph_as_a_first_sentence() -> None:
    text = lines(
        "一、2025年工作安排",
        f"（一）加快交通建设，打通断头道路。{TO_DO}",
        TO_DO,
        f"（二）办好医疗事业。{TO_DO}",
    )
    assert headed(text)[1:] == [
        (2, "（一）", "加快交通建设，打通断头道路", "plan"),
        (2, "（二）", "办好医疗事业", "plan"),
    ]
    found = sections(text)
    assert innermost(found, text.rindex(TO_DO, 0, text.index("（二）"))).number == "（一）"


def test_items_head_their_own_paragraph_and_no_more() -> None:
    text = lines(
        "一、2024年工作回顾",
        f"——交通明显改善。{DONE}",
        f"——医疗明显改善。{DONE}",
        "回顾一年，成绩来之不易。",
        f"一是扩大有效投资，稳住经济大盘。{DONE}",
        f"二是办好民生实事，增进群众福祉。{DONE}",
        "同时要看到，困难还有不少。",
    )
    assert section_at(text, "回顾一年").number == "一、"
    assert section_at(text, "同时要看到").number == "一、"
    assert [(number, heading) for _, number, heading, _ in headed(text)[1:]] == [
        ("——", "交通明显改善"),
        ("——", "医疗明显改善"),
        ("一是", "扩大有效投资，稳住经济大盘"),
        ("二是", "办好民生实事，增进群众福祉"),
    ]


def test_a_salutation_ends_the_last_part_of_a_list_but_not_the_section() -> None:
    text = lines(
        "二、2025年重点工作",
        f"（一）修路。{TO_DO}",
        f"（二）建桥。{TO_DO}",
        f"各位代表！{TO_DO}",
        TO_DO,
    )
    assert section_at(text, "各位代表").number == "二、"


def test_closing_words_are_neither_review_nor_plan() -> None:
    text = lines(
        "二、2025年重点工作",
        *[TO_DO] * 20,
        "各位代表！",
        "让我们更加紧密地团结起来，为建设美好家园努力奋斗！",
    )
    assert section_at(text, "让我们").role is Role.OTHER
    assert section_at(text, "各位代表").role is Role.OTHER


def test_headings_without_numbers_stand_above_numbered_ones() -> None:
    text = lines(
        "我代表县人民政府向大会作报告，请予审议，并请各位列席会议的同志提出宝贵意见。",
        "",
        "关于县内建设",
        "",
        TO_DO,
        "",
        "一、改进农业",
        "",
        TO_DO,
        "",
        "二、改进工业",
        "",
        TO_DO,
        "",
        "关于对外交往",
        "",
        TO_DO,
        "",
        "结束语",
        "",
        TO_DO,
    )
    assert [(level, heading) for level, _, heading, _ in headed(text)] == [
        (1, "关于县内建设"),
        (2, "改进农业"),
        (2, "改进工业"),
        (1, "关于对外交往"),
        (1, "结束语"),
    ]
    assert section_at(text, "结束语").role is Role.OTHER


def test_a_linked_name_on_a_line_of_its_own_is_no_heading() -> None:
    text = lines(
        DONE,
        "",
        "县里先后制定了《",
        "农村公路养护管理办法",
        "》和《",
        "乡镇卫生院管理办法",
        "》，并认真组织实施。",
        "",
        "同志们要求讨论的",
        "关于山林权属的意见",
        "已经逐条答复。",
        "",
        DONE,
    )
    assert headed(text) == []


def test_a_bold_number_broken_from_its_sentence_is_one_item() -> None:
    text = lines("一、今年工作安排", "", TO_DO, "", "一是", "修好道路，改善出行。", "", TO_DO)
    assert headed(text)[1][1:3] == ("一是", "修好道路，改善出行")


def test_traditional_characters_and_full_width_digits_are_understood() -> None:
    text = lines(
        "各位代表：",
        "１、一九五四年工作的回顾",
        "我們國家的農業産量，比過去增長了百分之二十；鐵路、電站都開始動工，經濟發展了。" * 3,
        "２、一九五五年的主要任務",
        "今後我們要進一步發展國民經濟，必須努力完成計劃。" * 3,
    )
    assert headed(text) == [
        (1, "１、", "一九五四年工作的回顾", "review"),
        (1, "２、", "一九五五年的主要任務", "plan"),
    ]


def test_a_number_alone_on_its_line_takes_the_next_line_as_its_heading() -> None:
    english = lines(
        "1.", "Build a District of Vitality", "", WILL_DO, "", "2.", "Repair roads", "", WILL_DO
    )
    assert [one[1:3] for one in headed(english)] == [
        ("1.", "Build a District of Vitality"),
        ("2.", "Repair roads"),
    ]
    chinese = sections(lines("一", DONE, "二", TO_DO))
    assert [(section.number, section.heading) for section in chinese] == [("一", ""), ("二", "")]


@pytest.mark.parametrize("mark", ["｜", "|", "丨", " ｜ ", " ", "　"])
def test_a_bar_or_a_space_may_stand_behind_a_chinese_number(mark: str) -> None:
    text = lines(
        "清河县政府工作报告",
        "2024年工作回顾",
        f"一{mark}交通条件明显改善",
        DONE,
        f"二{mark}医疗条件明显改善",
        DONE,
        "2025年重点工作",
        f"一{mark}改善交通条件",
        TO_DO,
    )
    assert [(level, heading, role) for level, _, heading, role in headed(text)] == [
        (1, "2024年工作回顾", "review"),
        (2, "交通条件明显改善", "review"),
        (2, "医疗条件明显改善", "review"),
        (1, "2025年重点工作", "plan"),
        (2, "改善交通条件", "plan"),
    ]


@pytest.mark.parametrize("mark", ["｜", " "])
def test_a_number_with_a_bar_or_a_space_may_head_the_parts(mark: str) -> None:
    text = lines(
        "清河县政府工作报告",
        f"一{mark}2024年工作回顾",
        "（一）交通条件明显改善",
        DONE,
        f"二{mark}2025年重点工作",
        TO_DO,
    )
    assert [(level, role) for level, _, _, role in headed(text)] == [
        (1, "review"),
        (2, "review"),
        (1, "plan"),
    ]


@pytest.mark.parametrize("line", ["一 年 之 计", "一 个重点项目建成投产。", "一 修桥项目 36"])
def test_a_space_behind_a_number_alone_makes_no_heading(line: str) -> None:
    text = lines("清河县政府工作报告", "一、2024年工作回顾", DONE, line, DONE)
    assert [number for _, number, _, _ in headed(text)] == ["一、"]


def test_english_numbers_nest() -> None:
    text = lines(
        "I. A Review of Our Work in 2024",
        "",
        f"— Roads were improved. {WAS_DONE}",
        "",
        f"1. We built schools. {WAS_DONE}",
        "",
        "II. Major Tasks for 2025",
        "",
        f"First, we will build roads. {WILL_DO}",
        "",
        f"Second, we will build schools. {WILL_DO}",
    )
    assert headed(text) == [
        (1, "I.", "A Review of Our Work in 2024", "review"),
        (2, "—", "Roads were improved", "review"),
        (2, "1.", "We built schools", "review"),
        (1, "II.", "Major Tasks for 2025", "plan"),
        (2, "First,", "we will build roads", "plan"),
        (2, "Second,", "we will build schools", "plan"),
    ]


def test_highlights_have_headings_between_their_bullets() -> None:
    text = lines(
        "Highlights of the Qinghe County Government Work Report",
        "2024 Work Review",
        "New Heights in Economic Development",
        "·184 enterprises were established.",
        "·28 annual tasks were completed.",
        "More Evident Beauty of Town and Country",
        "·12 parks were opened.",
        "Major Tasks for 2025",
        "1. Build a “District of Vitality”",
        "Implement 197 key projects.",
        "Construct 474 subsidized houses.",
        "2. Build a “District of Beauty”",
        "Construct two parks.",
    )
    assert headed(text) == [
        (1, None, "2024 Work Review", "review"),
        (2, None, "New Heights in Economic Development", "review"),
        (2, None, "More Evident Beauty of Town and Country", "review"),
        (1, None, "Major Tasks for 2025", "plan"),
        (2, "1.", "Build a “District of Vitality”", "plan"),
        (2, "2.", "Build a “District of Beauty”", "plan"),
    ]


@pytest.mark.parametrize("heading", ["What's in Store for 2025", "What's Next", "The Year Ahead"])
def test_headings_of_the_time_to_come_open_a_plan(heading: str) -> None:
    text = lines("Work Report", "A Look Back at 2024", "·9 firms came.", heading, "·Build parks.")
    assert headed(text)[-1] == (1, None, heading, "plan")


_SLIDES = """Qinghe County in Brief: Highlights of the 2024 Government Work Report

PART ONE{gap}2023 IN NUMBERS

Grain output | 310,000 tons | +2.4%
Fixed-asset investment | +6.1%
Wells | 48 dug, 12 of them over 80 meters deep

PART TWO{gap}WHAT WE ACHIEVED

01  Roads for Every Village

● 36 villages were connected to the county road.

02  A Bridge to Be Proud Of

● The stone bridge over the Qinghe was repaired.

PART THREE{gap}TARGETS FOR 2024

➤ Grain output: 320,000 tons or more
➤ Village clinics: 14 new ones

PART FOUR{gap}KEY TASKS

Task 1: Water in Every Field

➤ Dig 30 wells before the summer.

TASK 2
Light in Every Street

➤ Light six streets.
"""


@pytest.mark.parametrize("gap", ["\n", "\n\n", ": ", " | "])
def test_slides_are_told_apart_by_the_names_of_their_numbers(gap: str) -> None:
    found = headed(_SLIDES.format(gap=gap))
    assert [(level, str(number).rstrip(" :|"), *rest) for level, number, *rest in found] == [
        (1, "PART ONE", "2023 IN NUMBERS", "review"),
        (1, "PART TWO", "WHAT WE ACHIEVED", "review"),
        (2, "01", "Roads for Every Village", "review"),
        (2, "02", "A Bridge to Be Proud Of", "review"),
        (1, "PART THREE", "TARGETS FOR 2024", "plan"),
        (1, "PART FOUR", "KEY TASKS", "plan"),
        (2, "Task 1", "Water in Every Field", "plan"),
        (2, "TASK 2", "Light in Every Street", "plan"),
    ]


def test_a_heading_and_its_translation_head_one_section() -> None:
    text = lines(
        "清河县政府工作报告",
        "Qinghe County Government Work Report",
        "一、2024年工作回顾",
        "- Review of Work During 2024",
        "- 坚持改善交通",
        "First, we improved transport.",
        DONE,
        WAS_DONE,
        "(二)坚持改善医疗",
        "Second, we improved medical services",
        DONE,
        WAS_DONE,
        "二、2025年主要任务",
        "- Major Tasks for 2025",
        TO_DO,
        WILL_DO,
    )
    assert headed(text) == [
        (1, "一、", "2024年工作回顾", "review"),
        (2, "-", "坚持改善交通", "review"),
        (2, "(二)", "坚持改善医疗", "review"),
        (1, "二、", "2025年主要任务", "plan"),
    ]
    assert section_at(text, "- Major").number == "二、"


def test_where_english_leads_its_line_belongs_to_the_section_of_the_chinese_one() -> None:
    text = lines(
        "Review of Work During 2024", "一、2024年工作回顾", WAS_DONE, DONE,
        "Major Tasks for 2025", "二、2025年主要任务", WILL_DO, TO_DO,
    )  # fmt: skip
    assert section_at(text, "Major Tasks").number == "二、"


def test_markdown_headings_nest_by_their_signs_below_the_title() -> None:
    text = lines(
        "# 清河县政府工作报告", "## 一、去年回顾", DONE, "## 二、今年任务", "### 修路", TO_DO
    )
    assert [(level, heading) for level, _, heading, _ in headed(text)] == [
        (1, "去年回顾"),
        (1, "今年任务"),
        (2, "修路"),
    ]


PIECES = st.sampled_from(
    [
        "一、去年工作回顾", "二、今年任务", "（一）修路", "（二）建桥", "1.", "——增长。好。", "一是修路。",
        "各位代表！", "结束语", "# 标题", "- 条目", "I. Review of 2024", "First, we built. Then more.",
        "《", "》", DONE, TO_DO, WAS_DONE, "", "　", "\u200b", "下载", "相关报道：", "让我们团结起来，努力奋斗！",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=12), max_size=30), st.sampled_from(["\n", "\n\n"]))
def test_every_place_has_exactly_one_innermost_section(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    check(text, sections(text))


def check(text: str, found: tuple[Section, ...]) -> None:
    assert found
    outer = [section for section in found if section.parent is None]
    edges = [0, *(section.end for section in outer)]
    assert [section.start for section in outer] == edges[:-1]
    assert edges[-1] == len(text)
    for index, section in enumerate(found):
        assert 0 <= section.start <= section.end <= len(text)
        if section.heading_span is not None:
            assert text[slice(*section.heading_span)] == section.heading
        if section.parent is not None:
            parent = found[section.parent]
            assert section.parent < index
            assert section.level == parent.level + 1
            assert parent.start <= section.start <= section.end <= parent.end
    for siblings in {s.parent: None for s in found}:
        children = [section for section in found if section.parent == siblings]
        for before, after in pairwise(children):
            assert before.end <= after.start


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside the checkout")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_is_tiled(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    check(text, sections(text))


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside the checkout")
@pytest.mark.parametrize(
    "path", [p for p in CORPUS if "2026" in p.stem or "-202" in p.stem], ids=lambda path: path.stem
)
def test_recent_reports_review_first_and_plan_then(path: Path) -> None:
    roles = [s.role.value for s in sections(path.read_text(encoding="utf-8")) if s.level == 1]
    told = [role for role in roles if role in ("review", "plan")]
    assert told[0] == "review"
    assert set(told[1:]) == {"plan"}


def test_the_tasks_of_a_five_year_plan_are_a_plan_whatever_words_name_them() -> None:
    text = lines(
        "清河县政府工作报告",
        "一、过去五年的成就",
        DONE,
        "二、“七五”计划的任务",
        "“七五”期间，工农业总产值平均每年增长百分之六。",
    )
    assert headed(text)[-1][-1] == "plan"
