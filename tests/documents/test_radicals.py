"""Radicals pasted from a PDF are read as the ideographs they look like, in every format."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word

from duixian.documents.radicals import with_ideographs
from duixian.documents.sources import load_bytes

PASTED = "⼈⺠⽣活改善，公交⻋⻓⼤，惠及1.2万⼾，⻛电增⻓，⾼⻔⻚⻢⻤。"
PLAIN = "人民生活改善，公交车长大，惠及1.2万户，风电增长，高门页马鬼。"


def word(text: str) -> bytes:
    document = Word()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PASTED.encode(), "a.txt"),
        (PASTED.encode(), "a.md"),
        (f"<html><body><p>{PASTED}</p></body></html>".encode(), "a.html"),
        (word(PASTED), "a.docx"),
    ],
    ids=["text", "markdown", "page", "word"],
)
def test_every_reader_reads_them_as_ideographs(data: bytes, name: str) -> None:
    assert load_bytes(data, name=name).text.strip() == PLAIN


def test_offsets_stay() -> None:
    every = "".join(map(chr, [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)]))
    assert len(with_ideographs(every)) == len(every)


def test_other_characters_stay() -> None:
    text = "新建学校12所，ﬁve ①②，１２"
    assert with_ideographs(text) == text
