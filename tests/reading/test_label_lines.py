"""Slides in short lines: figures beside their labels, arrows, bullets without figures."""

from __future__ import annotations

import pytest

from duixian.reading.records import Basis, Kind, Language, Quantity, Status
from tests.reading.texts import read

_OPENING = "一图读懂\n2025年清河县政府工作报告\n\n2024年工作回顾\n\n"


def _figures(*lines: str) -> list[Quantity]:
    return list(read(_OPENING + "\n".join(lines) + "\n").quantities)


def _told(*lines: str) -> list[tuple[str, str]]:
    return [(one.text, one.measure) for one in _figures(*lines)]


def test_a_figure_alone_is_of_the_label_above_it() -> None:
    assert _told("经济稳步回升", "地区生产总值", "312.5亿元", "城镇新增就业", "3600人") == [
        ("312.5亿元", "地区生产总值"),
        ("3600人", "城镇新增就业"),
    ]


def test_a_growth_alone_is_of_what_the_figure_before_it_is_of() -> None:
    output, first, trade, second = _figures(
        "地区生产总值", "312.5亿元", "同比增长6.3%", "进出口总额", "突破14亿元", "同比增长", "11.2%"
    )
    assert [one.basis for one in (output, first, trade, second)] == [
        Basis.LEVEL,
        Basis.CHANGE,
        Basis.LEVEL,
        Basis.CHANGE,
    ]
    assert "地区生产总值" in first.measure
    assert "进出口总额" in second.measure


def test_figures_above_their_labels() -> None:
    assert _told("168家", "高新技术企业总数", "3.1%", "研发投入占比") == [
        ("168家", "高新技术企业总数"),
        ("3.1%", "研发投入占比"),
    ]


def test_a_growth_above_the_next_heading_is_of_the_figure_before_it() -> None:
    told = _told("地区生产总值", "312.5亿元", "同比增长6.3%", "人民生活")
    assert "人民生活" not in told[1][1]
    assert "地区生产总值" in told[1][1]


def test_a_line_with_a_number_in_words_is_no_label() -> None:
    report = read(f"{_OPENING}新建三所学校\n3600人\n")
    assert [one.text for one in report.quantities] == ["三所", "3600人"]
    assert report.quantities[1].measure == ""


def test_a_heading_of_two_characters_is_no_verb() -> None:
    assert _told("民生", "城镇新增就业", "3600人") == [("3600人", "城镇新增就业")]


def test_english_slides() -> None:
    text = (
        "Highlights of the Qinghe County Government Work Report\n\nREVIEW OF 2023\n\n"
        "Gross domestic product\nOver 31 billion yuan\nUp 6.3 percent\n"
    )
    first, second = read(text).quantities
    assert "domestic product" in first.measure
    assert "domestic product" in second.measure
    assert second.basis is Basis.CHANGE


def test_figures_above_their_labels_below_a_heading() -> None:
    told = _told("经济发展", "580亿元", "地区生产总值", "45亿元", "一般公共预算收入")
    assert told == [("580亿元", "地区生产总值"), ("45亿元", "一般公共预算收入")]


def test_figures_below_their_labels_above_a_heading() -> None:
    told = _told(
        "地区生产总值", "580亿元", "一般公共预算收入", "45亿元", "人民生活", "新建公园12个"
    )
    assert told[:2] == [("580亿元", "地区生产总值"), ("45亿元", "一般公共预算收入")]


def test_labels_are_no_headings_of_the_outline() -> None:
    report = read(
        "一图读懂2024年清河县政府工作报告\n2023年工作回顾\n地区生产总值\n58.6亿元\n"
        "一般公共预算收入\n6.4亿元\n新建幼儿园\n8所\n"
    )
    assert [one.heading for one in report.sections if one.heading] == ["2023年工作回顾"]
    assert [one.status for one in report.quantities] == [Status.RESULT] * 3


def test_how_it_grew_on_a_line_between() -> None:
    told = _told("地区生产总值", "580亿元", "固定资产投资", "比上年增长", "5%", "同比增长", "3%")
    assert [measure[:6] for _, measure in told] == ["地区生产总值", "固定资产投资", "固定资产投资"]
    assert "比上年增长同比增长" not in told[2][1]


def test_a_verb_above_a_label_belongs_to_it() -> None:
    (found,) = _figures("新增", "省级专精特新企业", "17家")
    assert found.measure == "新增省级专精特新企业"


def test_a_label_stands_in_its_own_line_and_keeps_the_place_of_its_figure() -> None:
    report = read(f"{_OPENING}地区生产总值\n312.5亿元\n")
    (found,) = report.quantities
    assert report.document.text[found.start : found.end] == found.text == "312.5亿元"


def test_a_line_with_words_of_its_own_needs_no_label() -> None:
    assert _told("文化繁荣", "新建公园12个")[0][1] == "新建公园"


@pytest.mark.parametrize("line", ["一般公共预算收入 563.8亿元 ↑3.5%", "一般公共预算收入\n↑3.5%"])
def test_an_arrow_tells_a_change(line: str) -> None:
    found = _figures(line)[-1]
    assert found.basis is Basis.CHANGE
    assert found.measure == "一般公共预算收入"


def test_an_arrow_to_a_level_tells_a_level() -> None:
    (found,) = _figures("细颗粒物平均浓度 ↓ 至40微克/立方米")
    assert found.basis is Basis.LEVEL


def test_lines_of_figures_are_in_the_language_of_the_lines_around_them() -> None:
    report = read(f"{_OPENING}固定资产投资\n↑2.1%\n")
    assert {one.language for one in report.statements} == {Language.ZH}


def test_no_line_of_a_slide_goes_on_in_the_next() -> None:
    tasks = [
        line
        for number in range(20, 32)
        for line in (
            f"实施技术改造项目{number}项，上云企业覆盖率超过百分之九十",
            "大力发展低空经济",
        )
    ]
    report = read(_OPENING.replace("2024年工作回顾", "2025年重点工作") + "\n".join(tasks) + "\n")
    assert [one.text for one in report.statements][-len(tasks) :] == tasks


def test_a_bullet_without_a_figure_says_something() -> None:
    text = (
        "Highlights of the Qinghe County Government Work Report\n\nREVIEW OF 2023\n\n"
        "• 13 new clinics opened\n• Better roads for remote villages\n\n"
        "TASKS FOR 2024\n\n• 20 new schools\n• Closer ties with neighboring counties\n"
    )
    kinds = {one.text: one.kind for one in read(text).statements}
    assert kinds["• Better roads for remote villages"] is Kind.RESULT
    assert kinds["• Closer ties with neighboring counties"] is Kind.COMMITMENT
