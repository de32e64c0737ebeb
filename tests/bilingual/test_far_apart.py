"""A text many times longer than another is no version of it, and this is said at once."""

from __future__ import annotations

from duixian.bilingual.align import little_aligns
from tests.bilingual.aligned import aligned


def test_a_text_a_hundred_times_as_long_is_no_version() -> None:
    alignment = aligned(
        "新建学校12所。\n发放资金10.9亿元。\n" * 2000, "Twelve schools were built.\n"
    )

    assert little_aligns(alignment)
    assert any("hardly two versions" in note for note in alignment.notes)
    assert sum(len(bead.zh) for bead in alignment.beads) == len(alignment.zh.sentences)
    assert sum(len(bead.en) for bead in alignment.beads) == len(alignment.en.sentences)


def test_a_text_without_ends_of_sentences_is_said_to_align_little() -> None:
    zh = "新建学校12所、" * 120 + "\n"
    alignment = aligned(zh, "Twelve schools were built.\n" * 120)

    assert little_aligns(alignment)


def test_a_short_pair_is_aligned_whatever_its_lengths() -> None:
    alignment = aligned("新建学校12所。\n", "Twelve schools were built.\n")

    assert not little_aligns(alignment)
