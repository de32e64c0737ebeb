"""A table of contents, by its title or by its pages, heads nothing of the report below it."""

from __future__ import annotations

import re

import pytest

from duixian.reading.contents import find_contents
from duixian.reading.furniture import find_furniture
from duixian.reading.records import Kind, Report
from tests.reading.texts import read

_HEADINGS = ("一、2024年工作回顾", "（一）办学条件改善", "二、2025年重点工作", "（一）建好养老机构")
_BODY = (
    "清河县人民政府工作报告\n——2025年1月8日在清河县第十八届人民代表大会第四次会议上\n各位代表：\n"
    "过去一年，我们修桥8座。\n一、2024年工作回顾\n（一）办学条件改善\n新增学位3000个。\n"
    "二、2025年重点工作\n（一）建好养老机构。新增床位50张。\n"
)
_WITH_LEADERS = ("{}……{}", "{}......{}", "{} . . . . {}", "{}···（{}）")
_WITH_PAGES = ("{}\t{}", "{}　{}", "{} {}")


def _is_read(report: Report) -> bool:
    opening = next(one for one in report.statements if one.text.startswith("过去一年"))
    return (
        [section.heading for section in report.sections if section.heading]
        == [heading.lstrip("一二、（）") for heading in _HEADINGS]
        and opening.kind is not Kind.COMMITMENT
        and report.delivered is not None
    )


def _entries(form: str, gap: str) -> str:
    return gap.join(form.format(heading, 3 + at) for at, heading in enumerate(_HEADINGS))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("title", ["目录", "目　录"])
@pytest.mark.parametrize("form", [*_WITH_LEADERS, *_WITH_PAGES, "{}————{}", "{}"])
def test_entries_below_a_title_head_nothing(form: str, title: str, gap: str) -> None:
    assert _is_read(read(f"{title}{gap}{_entries(form, gap)}{gap}{_BODY}"))


@pytest.mark.parametrize("form", [*_WITH_LEADERS, *_WITH_PAGES])
def test_pages_tell_the_entries_without_a_title(form: str) -> None:
    assert _is_read(read(f"清河县人民政府工作报告\n{_entries(form, chr(10))}\n{_BODY}"))


def test_entries_may_leave_out_the_numbers_of_their_headings() -> None:
    entries = "\n".join(heading.lstrip("一二、（）") for heading in _HEADINGS)
    assert _is_read(read(f"目录\n{entries}\n{_BODY}"))


def test_two_chapters_may_have_an_inner_heading_of_one_name() -> None:
    headings = ["一、2024年工作回顾", "（一）改善民生", "二、2025年重点工作", "（一）改善民生"]
    body = "各位代表：\n" + "".join(f"{heading}\n修桥8座。\n" for heading in headings)
    found = read("清河县人民政府工作报告\n目录\n" + "\n".join(headings) + f"\n{body}").sections
    assert [one.heading for one in found if one.heading] == [
        heading.lstrip("一二、（）") for heading in headings
    ]


def test_english_contents_are_told_too() -> None:
    text = (
        "Contents\nI. Review of Work in 2024 ..... 3\nII. Major Tasks for 2025 ..... 7\n"
        "Fellow deputies,\nI. Review of Work in 2024\nWe built three bridges.\n"
    )
    assert [text[a:b] for a, b in find_furniture(text)] == [text[: text.index("\nFellow")]]


@pytest.mark.parametrize(
    "text",
    [
        "目录\n修桥8座\n修路3条\n新增床位50张\n",  # a heading of another kind: none stands below
        "新增床位 50\n新增学位 300\n修桥 800\n",  # figures behind their labels
        "平均浓度2.5\n平均浓度3.6\n",
        "一、修桥 8\n二、修路 30\n各位代表：\n",
    ],
)
def test_other_lines_are_no_entries(text: str) -> None:
    assert find_furniture(text) == ()


def test_a_long_line_of_dots_is_looked_at_from_its_end() -> None:
    assert find_contents(["." * 2_000_000, "…" * 2_000_000], re.compile("目录")) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["新增就业（百人）……120", "新增学位（个）……350"],
        ["Homes renovated ........ 120", "Schools built .......... 240"],
    ],
)
def test_dots_that_lead_to_figures_are_no_contents(lines: list[str]) -> None:
    assert find_contents([*lines, "全年工作顺利。"], re.compile("目录")) == []
