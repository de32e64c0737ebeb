"""Documents for the tests of alignment, made from text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from duixian.bilingual.align import align_documents
from duixian.bilingual.records import Alignment
from duixian.bilingual.spans import bead_spans
from duixian.documents.document import Document

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"


def document(text: str, *, name: str = "report.txt") -> Document:
    """Make the document a text file with this text would give."""
    data = text.encode("utf-8", "replace")
    return Document(name, "text/plain", hashlib.sha256(data).hexdigest(), len(data), text)


def example(year: int, language: str) -> str:
    """Give the text of one of the bundled reports."""
    return (EXAMPLES / f"district-{year}.{language}.txt").read_text(encoding="utf-8")


def aligned(zh: str, en: str | None = None) -> Alignment:
    """Align two texts, or an interleaved one."""
    if en is None:
        return align_documents(document(zh, name="both.txt"))
    return align_documents(document(zh, name="zh.txt"), document(en, name="en.txt"))


def pairs(alignment: Alignment) -> list[tuple[str, str]]:
    """Give the words of both sides of each bead."""
    zh, en = alignment.zh.document.text, alignment.en.document.text
    return [
        ("".join(zh[start:end] for start, end in one), " ".join(en[s:e] for s, e in two))
        for one, two in bead_spans(alignment)
    ]


def partner_of(alignment: Alignment, words: str) -> str:
    """Give the English side of the bead whose Chinese side holds some words."""
    (found,) = [en for zh, en in pairs(alignment) if words in zh]
    return found
