"""Markdown is read as a person sees it: tables are tables, links and stars are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.document import Document
from duixian.documents.readers import read_data
from duixian.errors import EmptySourceError, SourceError
from duixian.reading.read import read_document


def read(text: str) -> Document:
    return read_data(text.encode(), name="a.md")


def lines(text: str) -> list[str]:
    return read(text).text.split("\n")


def test_a_table_is_a_table_and_its_rows_are_read() -> None:
    document = read("# 目标\n\n| 指标 | 2025年目标 |\n|---|---|\n| 新增养老床位（张） | 300 |\n")
    (table,) = document.tables
    cells = [document.text[cell.start : cell.end] for cell in table.cells]
    assert cells == ["指标", "2025年目标", "新增养老床位（张）", "300"]
    assert [str(q.value) for q in read_document(document).quantities] == ["300"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("- [新增学位](http://x.cn/1234) 500个", "- 新增学位 500个"),
        ("**新增**养老床位", "新增养老床位"),
        ("**一是抓投资。**全年投资**300亿元**。", "一是抓投资。全年投资300亿元。"),
        ("1. 修路*30*公里", "1. 修路30公里"),
        ("增长5%[^1]，[见表][2]\n\n[2]: http://x.cn/99", "增长5%，见表"),
        ("[^1]: 高精尖企业指高技术企业。", "[^1]: 高精尖企业指高技术企业。"),
        ("增速<5%、>3%，投资 &amp; 消费", "增速<5%、>3%，投资 & 消费"),
        ("    缩进的一行", "缩进的一行"),
        ("---\ntitle: 报告\n---\n正文", "正文"),
    ],
)
def test_what_marks_text_is_no_text(written: str, seen: str) -> None:
    assert read(written).text == seen


def test_what_is_struck_through_is_left_out_and_said() -> None:
    document = read("新建学校~~9所~~3所。")
    assert document.text == "新建学校3所。"
    assert document.notes == ("left out what is struck through",)


def test_the_title_of_the_front_matter_is_the_title_of_the_file() -> None:
    assert read('---\ntags: [a]\ntitle: "报告"\n---\n正文').title == "报告"


@pytest.mark.parametrize("written", ["## 二、今年重点工作", "##二、今年重点工作"])
def test_headings_are_seen_as_headings(written: str) -> None:
    sections = read_document(read(f"# 工作报告\n\n{written}\n\n修路三十公里。\n")).sections
    assert ("二、", "今年重点工作", "plan") in [(s.number, s.heading, s.role) for s in sections]


def test_a_line_drawn_under_a_title_makes_it_a_heading_but_not_a_paragraph() -> None:
    assert lines("工作报告\n====\n\n各位代表：\n现在报告工作。\n----\n") == [
        "# 工作报告",
        "各位代表：",
        "现在报告工作。",
    ]


def test_plain_text_keeps_its_lines() -> None:
    text = "某区政府工作报告\n一、2024年工作回顾\n新建学校3所\n改造小区20个。\n（一）修路\n1. 建桥"
    assert read(text).text == text


def test_lines_wrapped_to_a_width_are_one() -> None:
    text = "The county built three schools and\nrepaired forty kilometres of roads.\n- It will\n  go on."
    assert lines(text) == [
        "The county built three schools and repaired forty kilometres of roads.",
        "- It will go on.",
    ]


def test_notes_at_the_foot_are_furniture() -> None:
    document = read(
        "增长5%[^1]，全区经济稳中有进，发展质量不断提高。\n\n[^1]: 指12%。\n[^2]: 指3%。\n"
    )
    (span,) = document.furniture
    assert document.text[slice(*span)] == "[^1]: 指12%。\n[^2]: 指3%。"


@pytest.mark.parametrize("text", ["<!-- -->", "[a]: http://x.cn", ">", "---\na: b\n---\n"])
def test_a_file_that_shows_nothing_is_empty(text: str) -> None:
    with pytest.raises(EmptySourceError, match="there is no text in it"):
        read(text)


PIECES = st.sampled_from(
    ["# ", "| a | b |\n|---|---|\n", "**", "[", "](", "<", "`", "\n", "> ", "好"]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_no_markdown_is_too_odd(pieces: list[str]) -> None:
    try:
        document = read("好" + "".join(pieces))
    except SourceError:
        return
    for table in document.tables:
        assert all(0 <= cell.start <= cell.end <= len(document.text) for cell in table.cells)
