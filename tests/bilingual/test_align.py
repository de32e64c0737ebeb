"""Which sentences are paired: order, paragraphs, figures and names all speak."""

from __future__ import annotations

import random
import re

import pytest
from opencc import OpenCC

from duixian.bilingual.align import DOUBTFUL, little_aligns
from duixian.bilingual.spans import bead_spans
from duixian.errors import UsageError
from tests.bilingual.aligned import aligned, document, example, pairs, partner_of

YEARS = [2024, 2025]
CHINESE_NUMBER = re.compile(r"^（([一二三四五六七八九十]+)）")
FULL_WIDTH = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}


@pytest.mark.parametrize("year", YEARS)
def test_versions_that_agree_line_by_line_pair_line_by_line(year: int) -> None:
    """The examples are translated sentence by sentence, so every bead is one to one."""
    alignment = aligned(example(year, "zh"), example(year, "en"))
    assert {(len(bead.zh), len(bead.en)) for bead in alignment.beads} == {(1, 1)}
    assert alignment.notes == ()


@pytest.mark.parametrize("year", YEARS)
def test_headings_are_paired_with_headings(year: int) -> None:
    found = pairs(aligned(example(year, "zh"), example(year, "en")))
    headings = [(zh, en) for zh, en in found if CHINESE_NUMBER.match(zh)]
    assert len(headings) == 10
    for zh, en in headings:
        number = "一二三四五六七八九十".index(CHINESE_NUMBER.match(zh)[1]) + 1  # type: ignore[index]  # it matched above
        assert en.startswith(f"({number}) ")


def test_figures_are_paired_across_units() -> None:
    alignment = aligned(example(2024, "zh"), example(2024, "en"))
    assert "8.03 billion yuan" in partner_of(alignment, "80.3亿元")
    assert "190,003" in partner_of(alignment, "190003件")


@pytest.mark.parametrize("year", YEARS)
def test_most_beads_of_true_versions_are_sure(year: int) -> None:
    beads = aligned(example(year, "zh"), example(year, "en")).beads
    assert sum(bead.score >= DOUBTFUL for bead in beads) >= 0.95 * len(beads)


def test_a_sentence_may_be_cut_in_three() -> None:
    zh = "一、回顾\n粮食总产量达到1.4万亿斤，新建高标准农田10亿亩，农村居民收入增长7.6%。\n二、计划\n"
    en = (
        "I. Review\nGrain output reached 700 million metric tons. We developed one billion mu of "
        "high-standard cropland. Rural income grew by 7.6 percent.\nII. Plan\n"
    )
    assert [(len(bead.zh), len(bead.en)) for bead in aligned(zh, en).beads] == [
        (1, 1),
        (1, 3),
        (1, 1),
    ]


def test_sentences_may_be_joined() -> None:
    zh = "一、回顾\n新增养老床位300张。新增托位2300个。\n二、计划\n"
    en = "I. Review\nWe added 300 beds for elderly care and 2,300 childcare places.\nII. Plan\n"
    assert [(len(bead.zh), len(bead.en)) for bead in aligned(zh, en).beads] == [
        (1, 1),
        (2, 1),
        (1, 1),
    ]


def test_a_heading_on_its_own_line_is_not_joined_with_the_text_below() -> None:
    zh = "深化改革开放\n改革开放向纵深推进，外贸进出口增长3.1%。\n"
    en = "Deepening reform and opening up\nReform went deeper, and foreign trade grew by 3.1 percent.\n"
    assert len(aligned(zh, en).beads) == 2


def test_a_sentence_left_out_stands_alone_without_moving_the_others() -> None:
    lines = example(2024, "en").split("\n")
    index = next(i for i, line in enumerate(lines) if line.startswith("(3)"))
    missing = lines.pop(index)
    alignment = aligned(example(2024, "zh"), "\n".join(lines))
    assert partner_of(alignment, "（三）生态环境实现新改善") == ""
    assert partner_of(alignment, "（四）民生保障得到新加强").startswith("(4)")
    assert missing not in {en for _, en in pairs(alignment)}


def test_a_list_number_belongs_to_its_sentence() -> None:
    zh = "（一）推进现代化产业体系建设。\n（二）深入实施科教兴国战略。\n"
    en = "1. Modernizing the industrial system\n2. Invigorating China through science\n"
    assert [en[slice(*spans[0])][:2] for _, spans in bead_spans(aligned(zh, en))] == ["1.", "2."]


def test_a_paragraph_put_elsewhere_is_found_and_said_to_be_moved() -> None:
    lines = [line for line in example(2024, "en").split("\n") if line]
    place = next(i for i, line in enumerate(lines) if line.startswith("We handled 190,003"))
    paragraph = lines.pop(place)
    lines.insert(8, paragraph)
    alignment = aligned(example(2024, "zh"), "\n".join(lines))
    moved = [bead for bead in alignment.beads if bead.is_moved]
    assert len(moved) >= 4
    assert "190,003" in partner_of(alignment, "190003件")
    assert "1,400 cultural" in partner_of(alignment, "1400余场")
    assert partner_of(alignment, "（五）政府自身建设").startswith("(5)")


def test_lines_of_both_languages_in_turns_are_taken_apart() -> None:
    zh, en = (
        [line for line in example(2024, language).split("\n") if line] for language in ("zh", "en")
    )
    apart = pairs(aligned("\n".join(zh), "\n".join(en)))
    for leading, following in ((zh, en), (en, zh)):
        lines = [line for both in zip(leading, following, strict=True) for line in both]
        assert pairs(aligned("\n".join(lines))) == apart


def test_neighbouring_lines_are_partners_however_free_the_translation() -> None:
    lines = ["区政府工作报告", "Work Report of the District"]
    lines += ["乘风破浪！", "The best is yet to come."] * 4
    assert [(len(bead.zh), len(bead.en)) for bead in aligned("\n".join(lines)).beads] == [
        (1, 1)
    ] * 5


def test_one_version_below_the_other_in_one_file_is_taken_apart_too() -> None:
    both = aligned(example(2025, "zh") + "\n" + example(2025, "en"))
    apart = aligned(example(2025, "zh"), example(2025, "en"))
    assert pairs(both) == pairs(apart)


def test_swapped_versions_are_put_right_and_it_is_said() -> None:
    right = aligned(example(2024, "zh"), example(2024, "en"))
    swapped = aligned(example(2024, "en"), example(2024, "zh"))
    assert pairs(swapped) == pairs(right)
    assert "swapped" in swapped.notes[0]


def test_traditional_characters_and_full_width_digits_change_nothing() -> None:
    plain = aligned(example(2024, "zh"), example(2024, "en"))
    text = OpenCC("s2t").convert(example(2024, "zh")).translate(FULL_WIDTH)
    other = aligned(text, example(2024, "en"))
    assert [(b.zh, b.en) for b in other.beads] == [(b.zh, b.en) for b in plain.beads]


def test_paragraphs_on_one_side_only_do_not_matter() -> None:
    plain = aligned(example(2024, "zh"), example(2024, "en"))
    lines = example(2024, "zh").replace("。", "。\n")
    other = aligned(lines, example(2024, "en"))
    same = set(pairs(other)) & set(pairs(plain))
    assert len(same) >= 0.97 * len(plain.beads)


@pytest.mark.parametrize("text", [example(2024, "zh"), example(2024, "en")])
def test_the_same_language_twice_is_wrong_use(text: str) -> None:
    with pytest.raises(UsageError, match="both in"):
        aligned(text, text)


@pytest.mark.parametrize("text", [example(2024, "zh"), example(2024, "en")])
def test_one_language_alone_is_wrong_use(text: str) -> None:
    with pytest.raises(UsageError, match=r"name the .* version too"):
        aligned(text)


def test_an_empty_side_leaves_every_sentence_alone_and_is_said() -> None:
    alignment = aligned(example(2024, "zh"), " \n")
    assert all(not bead.en for bead in alignment.beads)
    assert "no English sentence" in alignment.notes[0]
    assert little_aligns(alignment)


def test_versions_of_different_reports_are_said_to_be_so() -> None:
    sentences = [s for s in re.split(r"(?<=[。；])", example(2025, "zh")) if s.strip()]
    random.Random(3).shuffle(sentences)  # noqa: S311  # a shuffle that is always the same
    other = re.sub(r"\d+", lambda m: str(int(m[0]) * 7 + 3), "\n".join(sentences[:30]))
    alignment = aligned(other, example(2024, "en"))
    assert little_aligns(alignment)
    assert any("little aligns" in note for note in alignment.notes)


def test_highlights_align_with_the_whole_report() -> None:
    """A short version has a partner for all it says; that the long one has more is no matter."""
    lines = [line for line in example(2024, "en").split("\n") if "percent" in line]
    alignment = aligned(example(2024, "zh"), "\n".join(lines))
    assert not little_aligns(alignment)
    assert alignment.zh.document.name == document("", name="zh.txt").name


def test_a_hundred_times_longer_side_ends_soon() -> None:
    alignment = aligned("增长5.2%。\n新增就业1244万人。\n", example(2024, "en") * 20)
    assert sum(len(bead.en) for bead in alignment.beads) == len(alignment.en.sentences)
