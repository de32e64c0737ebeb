"""The texts of the benchmark: the bundled examples and, where they are there, the gold texts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bench.peers.timing import Text
from duixian.documents.document import Document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
SLICE = 8000  # characters of each gold text, so that the slowest contender ends in time
SENTENCE = {
    "zh": re.compile(r"[^。！？；\n]+[。！？；]?"),
    "en": re.compile(r"[^\n]+?(?:[.!?;](?=\s)|(?=\n)|$)"),
}
GOLD_TEXTS = {
    "china-2024.zh": "zh",
    "chaoyang-2025.zh": "zh",
    "china-2024.en": "en",
    "beijing-2024-report": "en",
    "shijingshan-2024-highlights": "en",
}


def texts() -> list[Text]:
    """Gather every text that is there, gold texts cut to ``SLICE`` characters."""
    found = []
    for path in sorted((ROOT / "examples").glob("district-*.txt")):
        language = path.name.split(".")[1]
        found.append(_text(f"examples/{path.name}", language, path.read_text(encoding="utf-8")))
    for name, language in GOLD_TEXTS.items():
        path = GOLD / f"{name}.txt"
        if path.is_file():
            part = path.read_text(encoding="utf-8")[:SLICE]
            found.append(_text(f"gold/{name}", language, part))
    return found


def long_example() -> str:
    """Give the Chinese report that is repeated to make long texts."""
    return (ROOT / "examples" / "district-2025.zh.txt").read_text(encoding="utf-8")


def as_document(text: str, *, name: str) -> Document:
    """Make the document a text file with this text would give."""
    data = text.encode()
    return Document(
        name=name,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text=text,
        encoding="utf-8",
    )


def _text(name: str, language: str, text: str) -> Text:
    sentences = [part for part in SENTENCE[language].findall(text) if part.strip()]
    return {"name": name, "language": language, "text": text, "sentences": sentences}
