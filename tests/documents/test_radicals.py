"""Radicals pasted from a PDF are read as the ideographs they look like; the text keeps them."""

from __future__ import annotations

from duixian.documents.radicals import with_ideographs
from duixian.documents.sources import load_bytes
from duixian.language.normal_form import normal_form
from duixian.reading.read import read_document

PASTED = "⼈⺠⽣活改善，公交⻋⻓⼤，惠及1.2万⼾，⻛电增⻓，⾼⻔⻚⻢⻤。"
PLAIN = "人民生活改善，公交车长大，惠及1.2万户，风电增长，高门页马鬼。"


def test_they_become_ideographs() -> None:
    assert with_ideographs(PASTED) == normal_form(PASTED).replace(",", "，") == PLAIN


def test_numbers_beside_them_are_read_and_quotations_keep_them() -> None:
    text = "2024年云亭区政府工作报告\n一、2023年工作回顾\n收入增⻓5.6%，惠及1.2万⼾农家。"

    report = read_document(load_bytes(text.encode(), name="a.txt"))

    assert [(one.text, one.unit, one.basis) for one in report.quantities] == [
        ("5.6%", "%", "change"), ("1.2万⼾", "household", "level")
    ]  # fmt: skip


def test_offsets_stay() -> None:
    every = "".join(map(chr, [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)]))
    assert len(with_ideographs(every)) == len(every)


def test_other_characters_stay() -> None:
    text = "新建学校12所，ﬁve ①②，１２"
    assert with_ideographs(text) == text
