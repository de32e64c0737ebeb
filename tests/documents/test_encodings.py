"""Bytes become text whatever they are written in, and the decoding is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.encodings import decode
from duixian.errors import DamagedSourceError, SourceError, UnsupportedFormatError

CHINESE = "2024年，我们加快发展，地区生产总值增长5.2%。\n新的一年，要新增就业1.2万人。\n"
ENGLISH = "In 2024, GDP grew by 5.2%.\nWe will create 12,000 new urban jobs.\n"
TRADITIONAL = "這個國家的發展計劃，要在一年之內實現。\n"


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, CHINESE + ENGLISH], ids=["zh", "en", "both"])
@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
    ],
)
def test_unicode_is_read_with_and_without_mark(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec), name="a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_utf8_is_not_worth_a_note() -> None:
    assert decode(CHINESE.encode("utf-8-sig"), name="a.txt").notes == ()


@pytest.mark.parametrize("line_end", ["\x85", "\u2028", "\u2029", "\f", "\v"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030"])
def test_line_ends_of_unicode_end_lines(line_end: str, codec: str) -> None:
    decoded = decode(CHINESE.replace("\n", line_end).encode(codec), name="a.txt")
    assert decoded.text == CHINESE


@pytest.mark.parametrize("text", [CHINESE, CHINESE + ENGLISH, "联通", "政府工作报告", "A — B"])
def test_gb18030_is_found_and_said(text: str) -> None:
    decoded = decode(text.encode("gb18030"), name="a.txt")
    assert (decoded.text, decoded.encoding) == (text, "gb18030")
    assert decoded.notes == ("decoded as GB18030",)


def test_four_byte_gb18030_is_read() -> None:
    text = CHINESE + "㐀𠮷ﷺ"
    assert decode(text.encode("gb18030"), name="a.txt").text == text


def test_big5_is_told_from_gb18030() -> None:
    decoded = decode(TRADITIONAL.encode("big5"), name="a.txt")
    assert decoded.text == TRADITIONAL
    assert decoded.notes == ("decoded as Big5",)


def test_utf16_with_spaces_that_do_not_break_is_text() -> None:
    text = "projects implemented.\n\xa0\n·Core"
    assert decode(text.encode("utf-16-le"), name="a.txt").text == text


def test_western_quotation_marks_do_not_become_chinese() -> None:
    text = "The government’s “plan” – it’s 5%.\n"
    assert decode(text.encode("cp1252"), name="a.txt").text == text


@pytest.mark.parametrize(
    "declared", ["gb2312", "GBK", '"gb2312"', "iso-8859-1", "nonsense", "rot13"]
)
def test_declared_gb2312_means_gb18030_and_wrong_names_are_passed_over(declared: str) -> None:
    text = CHINESE + "朱镕基"  # 镕 is not in GB 2312
    assert decode(text.encode("gb18030"), name="a.html", declared=declared).text == text


def test_utf8_is_believed_over_a_wrong_declaration() -> None:
    assert decode(CHINESE.encode(), name="a.html", declared="gb2312").text == CHINESE


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030"])
def test_line_ends_are_read_as_one(codec: str) -> None:
    data = "第一行\r\n第二行\r第三行\n\r\n".encode(codec)
    assert decode(data, name="a.txt").text == "第一行\n第二行\n第三行\n\n"


def test_nothing_but_line_ends_is_altered() -> None:
    text = "\u3000\u3000缩进 \u00a0\u200b末尾  \n\n\x0c\t\x1fＡ\u0301é\n"
    assert decode(text.encode(), name="a.txt").text == text


@pytest.mark.parametrize(
    ("codec", "cut"), [("utf-8", 2), ("gb18030", 2), ("utf-16-le", 1), ("utf-32", 1)]
)
def test_a_tail_cut_inside_a_character_costs_one_place(codec: str, cut: int) -> None:
    decoded = decode((CHINESE * 20).encode(codec)[:-cut], name="a.txt")
    assert decoded.text[:-3] == (CHINESE * 20)[: len(decoded.text) - 3]
    assert decoded.text.count("\ufffd") == 1
    assert any("could not be decoded" in note for note in decoded.notes)


def test_unpaired_surrogates_become_replacement_characters() -> None:
    data = b"\xff\xfe" + (CHINESE * 3).encode("utf-16-le") + b"\x00\xd8" + "。".encode("utf-16-le")
    decoded = decode(data, name="a.txt")
    assert decoded.text == CHINESE * 3 + "\ufffd。"
    assert any("could not be decoded" in note for note in decoded.notes)


def test_a_stray_nul_is_replaced_in_its_place_and_told() -> None:
    decoded = decode(b"1\x00" + (CHINESE * 100).encode(), name="a.txt")
    assert decoded.text == "1\ufffd" + CHINESE * 100
    assert decoded.notes == ("1 NUL characters replaced by U+FFFD",)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\x00" * 100, b"\x01\x02\x03" * 100, b"\x81\xff\xfe\x80" * 500],
    ids=["all-bytes", "nuls", "controls", "high"],
)
def test_binary_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises((UnsupportedFormatError, DamagedSourceError)) as caught:
        decode(data, name="a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


def test_a_false_mark_is_told_as_damage() -> None:
    with pytest.raises((UnsupportedFormatError, DamagedSourceError)):
        decode(b"\xff\xfe\x00\x00" + CHINESE.encode() * 10, name="a.txt")


@given(data=st.binary(max_size=300), declared=st.sampled_from([None, "gb2312", "utf-16", "x"]))
def test_any_bytes_give_writable_text_or_a_source_error(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, name="a.txt", declared=declared)
    except SourceError:
        return
    decoded.text.encode("utf-8")
    assert "\r" not in decoded.text
    assert "\x00" not in decoded.text


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_marked_text_comes_back_as_it_was(text: str) -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(codec), name="a.txt").text == text


@given(text=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_utf8_text_comes_back_whatever_it_looks_like(text: str) -> None:
    assert decode(text.encode(), name="a.txt").text == text
