"""What the reading says of its records, put into Chinese.

A record keeps its reasons in English, one after another; ``reasons.toml`` holds each with its
Chinese. The document's own words inside a reason stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

from duixian.language.data import load_toml

_BETWEEN, _BETWEEN_ZH = "; ", "；"
_SLOT = re.compile(r"\{(\w+)\}")


def in_chinese(why: str) -> str:
    """Return a reason, or several, in Chinese; one that is not known stays in English."""
    return _BETWEEN_ZH.join(_told(part) or part for part in why.split(_BETWEEN))


def without_chinese(why: str) -> list[str]:
    """List the reasons of a record that have no Chinese."""
    return [part for part in why.split(_BETWEEN) if part and _told(part) is None]


def _told(part: str) -> str | None:
    known, templates = _reasons()
    if part in known:
        return known[part]
    for pattern, chinese in templates:
        if found := pattern.fullmatch(part):
            filled = {
                name: _told(said) if name == "reason" else said
                for name, said in found.groupdict().items()
            }
            if None not in filled.values():
                return chinese.format(**filled)
    return None


@cache
def _reasons() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    tables = load_toml("reasons.toml", dict[str, dict[str, str]])
    every = {english: chinese for table in tables.values() for english, chinese in table.items()}
    known = {english: chinese for english, chinese in every.items() if not _SLOT.search(english)}
    templates = [(_pattern(english), every[english]) for english in every if english not in known]
    return known, templates


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _SLOT.split(english)
    texts = [re.escape(piece) for piece in pieces[::2]]
    slots = [f"(?P<{name}>.+?)" for name in pieces[1::2]]
    written = "".join(text + slot for text, slot in zip(texts, [*slots, ""], strict=True))
    return re.compile(written, re.DOTALL)
