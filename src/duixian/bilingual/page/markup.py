"""Text into HTML so that nothing in it can act: escaped, and without invisible controls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from duixian.bilingual.page.labels import Label
from duixian.documents.document import Span

# Controls, half surrogates, and the signs that turn the direction of the text around them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def safe(text: str) -> str:
    """Return text as HTML that shows it and does nothing else."""
    return escape(_UNSAFE.sub("\ufffd", text), quote=True)


def marked(text: str, spans: Sequence[Span]) -> str:
    """Return text with some of its spans marked; spans do not overlap."""
    parts, position = [], 0
    for start, end in sorted(spans):
        if not position <= start < end <= len(text):
            continue
        parts.append(safe(text[position:start]))
        parts.append(f"<mark>{safe(text[start:end])}</mark>")
        position = end
    parts.append(safe(text[position:]))
    return "".join(parts)


def both(label: Label) -> str:
    """Return a label in English with its Chinese beside it."""
    if not label.zh:
        return safe(label.en)
    return f'{safe(label.en)} <span class="zh" lang="zh-Hans">{safe(label.zh)}</span>'


def in_language(en: str, zh: str, language: str) -> str:
    """Return one of two wordings, "en" or "zh", marked as what it is."""
    if language == "zh":
        return f'<span lang="zh-Hans">{safe(zh)}</span>'
    return f'<span lang="en">{safe(en)}</span>'


def short_name(name: str) -> str:
    """Return the last part of a path or address, which is how people call a file."""
    return re.split(r"[/\\]", name.rstrip("/\\"))[-1] or name
