"""The table of an alignment: one row a bead, with the places and the words of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from duixian.bilingual.records import Alignment, Side
from duixian.bilingual.spans import bead_spans
from duixian.documents.document import Span
from duixian.reading.records import Language
from duixian.tables.rows import TableRow
from duixian.tables.shapes import Column, TableSet, TableShape, Type

_BEADS = TableShape(
    "beads",
    "对齐",
    "每组互为译文的句子一行",
    "One row a group of sentences that translate each other",
    (
        Column(
            "zh", Type.SPANS, "中文位置", "中文各句在原文中的起止；空表示没有对应",
            "Places of the Chinese sentences in their text; empty where there are none", 16,
            is_technical=True,
        ),
        Column(
            "en", Type.SPANS, "英文位置", "英文各句在原文中的起止；空表示没有对应",
            "Places of the English sentences in their text; empty where there are none", 16,
            is_technical=True,
        ),
        Column(
            "score", Type.NUMBER, "把握", "0 到 1：对应的把握有多大；低于 0.5 应人工核对",
            "0 to 1: how sure the pairing is; below 0.5 a person should look", 8,
        ),
        Column(
            "moved", Type.TEXT, "移位", "yes：这一句在英文版里放在别处；否则空",
            "yes where the sentence stands elsewhere in the English version, else empty", 6,
        ),
        Column(
            "zh_text", Type.TEXT, "中文", "中文原文", "Words of the Chinese version", 60, share=3
        ),
        Column(
            "en_text", Type.TEXT, "英文", "英文原文", "Words of the English version", 60, share=4
        ),
    ),
    shown=("score", "zh_text", "en_text"),
)  # fmt: skip
BEAD_TABLES = TableSet((_BEADS,), "beads")

_BETWEEN = {Language.ZH: "", Language.EN: " "}


def bead_rows(alignment: Alignment) -> Iterator[TableRow]:
    """Give the rows of an alignment, in the order of its beads."""
    for bead, (zh, en) in zip(alignment.beads, bead_spans(alignment), strict=True):
        yield {
            "zh": [list(span) for span in zh],
            "en": [list(span) for span in en],
            "score": Decimal(str(bead.score)),
            "moved": "yes" if bead.is_moved else None,
            "zh_text": words_of(alignment.zh, zh),
            "en_text": words_of(alignment.en, en),
        }


def words_of(side: Side, spans: list[Span]) -> str:
    """Return the words of some sentences of a side as one line."""
    text = side.document.text
    return _BETWEEN[side.language].join(text[start:end] for start, end in spans)
