"""Sentences: where they end in either language, and where a stop or a line does not end them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.document import Document
from duixian.reading.languages import language_of
from duixian.reading.read import read_document
from duixian.reading.records import Language
from duixian.reading.sentences import Layout, split_sentences


def sentences(text: str, *skipped: tuple[int, int]) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, skipped)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建学校2所。改造桥梁6座！还有吗？", ["新建学校2所。", "改造桥梁6座！", "还有吗？"]),
        ("新建学校2所；改造桥梁6座。", ["新建学校2所；", "改造桥梁6座。"]),
        ("增长6.1%，投资10.5亿元。下降2.2%。", ["增长6.1%，投资10.5亿元。", "下降2.2%。"]),
        ("他说：“要办好。”大家同意。", ["他说：“要办好。”", "大家同意。"]),
        ("（请予审议。）谢谢。", ["（请予审议。）", "谢谢。"]),
        ("取得成绩！！！继续努力。", ["取得成绩！！！", "继续努力。"]),
        ("增长6.1%.全年新增就业。", ["增长6.1%.", "全年新增就业。"]),
        ("1.新建学校2所。2.改造桥梁。", ["1.新建学校2所。", "2.改造桥梁。"]),
        ("（一）新建学校。（二）改造桥梁。", ["（一）新建学校。", "（二）改造桥梁。"]),
        ("一是新建学校；二是改造桥梁。", ["一是新建学校；", "二是改造桥梁。"]),
        ("主要任务：新建学校", ["主要任务：新建学校"]),
        ("  　新建学校。 \t改造桥梁。　", ["新建学校。", "改造桥梁。"]),
    ],
)
def test_chinese_sentences_end_at_their_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We built two. Ten opened! Why?", ["We built two.", "Ten opened!", "Why?"]),
        ("We built two; ten opened.", ["We built two;", "ten opened."]),
        ("GDP grew 6.1 percent to 32.6 billion. It rose.", ["GDP grew 6.1 percent to 32.6 billion.", "It rose."]),
        ("No. 9 School and St. Mary opened. Done.", ["No. 9 School and St. Mary opened.", "Done."]),
        ("Trade with the U.S. Government grew. Done.", ["Trade with the U.S. Government grew.", "Done."]),
        ("Firms such as Qinghe Co. Ltd. invested. Done.", ["Firms such as Qinghe Co. Ltd. invested.", "Done."]),
        ("He said, “Build it.” They did.", ["He said, “Build it.”", "They did."]),
        ("(We will report.) Thanks.", ["(We will report.)", "Thanks."]),
        ("1. Build schools. 2. Repair bridges.", ["Build schools.", "Repair bridges."]),
        ("Growth, e.g. in services, held. Done.", ["Growth, e.g. in services, held.", "Done."]),
    ],
)  # fmt: skip
def test_english_sentences_end_at_their_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年，我们将新建农村公路八十公里，改造乡镇卫生院八所，\n修复桥梁六座。", 1),
        ("今年，我们将新建农村公路八十公里，改造乡镇卫生院八所，修复\n桥梁六座。", 1),
        ("深入学习《\n条例》精神。", 1),
        ("新建学校2所。\n改造桥梁6座。", 2),
        ("改善民生\n新建学校2所。", 2),
        ("今年，我们将新建农村公路八十公里，改造乡镇卫生院八所\n\n修复桥梁六座。", 2),
        ("We will build two schools and repair the bridges\nof the county this year.", 1),
        ("Improving Public Services\nWe will build two schools.", 2),
        ("We will build two schools.\nRepair six bridges.", 2),
        ("新建养老服务中心，增加养老床位，发展居家养老服务\n一是新建学校。", 2),
    ],
)
def test_a_line_break_inside_a_sentence_does_not_end_it(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_a_zero_width_space_on_a_line_of_its_own_breaks_no_line() -> None:
    text = "收费35项，收费\n\u200b\n项目再减少一半以上。\n新的一段"
    assert [text[each.start : each.end] for each in split_sentences(text)] == [
        "收费35项，收费\n\u200b\n项目再减少一半以上。",
        "新的一段",
    ]


def test_interleaved_lines_keep_their_languages() -> None:
    text = "新建学校2所\nTwo schools will be built\n改造桥梁6座\nSix bridges will be repaired\n"
    found = split_sentences(text)

    assert [s.language for s in found] == [Language.ZH, Language.EN] * 2
    assert [text[s.start : s.end] for s in found] == text.splitlines()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("新增5G基站500个", Language.ZH),
        ("发展AI、IoT产业", Language.ZH),
        ("The 12345 hotline (接诉即办) handled many requests", Language.EN),
        ("2024", Language.EN),
    ],
)
def test_the_language_is_what_most_is_written_in(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_what_is_skipped_yields_no_sentences_and_parts_those_around_it() -> None:
    text = "新建学校2所。分享到：微信改造桥梁6座。"
    skipped = (text.index("分享"), text.index("改造"))

    assert sentences(text, skipped) == ["新建学校2所。", "改造桥梁6座。"]


@given(st.text('新建学校2所。；！\n\t 　.,ABab"”（）1;:', max_size=60))
def test_sentences_tile_the_text(text: str) -> None:
    """In order, without overlaps or white edges; what they leave out holds no Chinese word."""
    found = split_sentences(text)

    assert all(one.end <= following.start for one, following in pairwise(found))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in found)
    edges = [0, *(edge for s in found for edge in (s.start, s.end)), len(text)]
    outside = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not set(outside) & set("新建学校所")


def test_no_line_goes_on_with_a_heading() -> None:
    heading = "（二）增强内需主导能力，巩固拓展经济稳中向好的发展势头\n"
    text = f"{heading}新建学校2所，改造桥梁6座。"

    (only,) = split_sentences(text)
    starts = frozenset({0, len(heading)})
    headed = split_sentences(text, layout=Layout(starts, frozenset({len(heading) - 1})))

    assert only.end == len(text)
    assert [text[s.start : s.end] for s in headed] == [heading.strip(), text[len(heading) :]]


@pytest.mark.parametrize("unit", ["新增就业5万人，", "We will build 5 schools, ", "一", "5%至"])
def test_what_never_ends_is_cut_and_nothing_of_it_is_lost(unit: str) -> None:
    text = unit * 4000
    cut = sentences(text)

    assert max(map(len, cut)) <= 3001
    assert "".join(cut).replace(" ", "") == text.replace(" ", "")


def test_a_line_inside_a_paragraph_goes_on_whatever_it_looks_like() -> None:
    text = "在\n工资改革\n上迈出新的步子。"
    layout = Layout(frozenset({0}), frozenset())

    assert [text[s.start : s.end] for s in split_sentences(text, layout=layout)] == [text]


def test_a_linked_name_on_a_line_of_its_own_is_a_part_of_its_sentence() -> None:
    text = (
        "一、过去一年的工作\n\n全年新建学校2所。\n\n我们认真执行\n义务教育条例\n的各项规定，"
        "建成幼儿园6所。\n\n新增就业3万人。\n"
    )
    report = read_document(Document("-", "text/plain", "", 0, text))
    assert "我们认真执行\n义务教育条例\n的各项规定，建成幼儿园6所。" in [
        statement.text for statement in report.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新建学校2所。We built two schools.",
            [("zh", "新建学校2所。"), ("en", "We built two schools.")],
        ),
        (
            "We built two schools. Ten opened. 新建学校2所，投用10所。改造桥梁6座。",
            [
                ("en", "We built two schools."), ("en", "Ten opened."),
                ("zh", "新建学校2所，投用10所。"), ("zh", "改造桥梁6座。"),
            ],
        ),
        # A gloss stays in its sentence, and a few signs in the language before them.
        (
            "投资3.5亿元（350 million yuan, or so），增长5%。It rose 5% in one year.",
            [("zh", "投资3.5亿元（350 million yuan, or so），增长5%。"), ("en", "It rose 5% in one year.")],
        ),
        (
            "举办Green Hills Music Week；PM2.5；新建公园3个。",
            [("zh", "举办Green Hills Music Week；"), ("zh", "PM2.5；"), ("zh", "新建公园3个。")],
        ),
        # The number of an item goes with it, and a title with its name.
        (
            "1. 新建学校3所。Built 3 schools. 2. 新增学位30个。Dr. Li added 30 places.",
            [
                ("zh", "1. 新建学校3所。"), ("en", "Built 3 schools."),
                ("zh", "2. 新增学位30个。"), ("en", "Dr. Li added 30 places."),
            ],
        ),
        (
            "Output (地区生产总值) rose by 5%. 新建学校3所。We built 3.",
            [
                ("en", "Output (地区生产总值) rose by 5%."), ("zh", "新建学校3所。"),
                ("en", "We built 3."),
            ],
        ),
        (
            "The Bright Streets plan (亮化工程，2024) was launched. It covers 30 streets.",
            [
                ("en", "The Bright Streets plan (亮化工程，2024) was launched."),
                ("en", "It covers 30 streets."),
            ],
        ),
    ],
)  # fmt: skip
def test_each_sentence_of_a_line_in_two_languages_is_read_in_its_own(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(one.language.value, text[one.start : one.end]) for one in split_sentences(text)]
    assert found == expected
