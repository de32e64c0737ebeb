"""What a figure is of: risen to it or by it, a share of a whole or a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.bilingual.audit.conversion import PERCENT
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.messages import said
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Side
from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import Basis

_ZH_REACH = 16
_EN_REACH = 8
_WHOLE = 100  # all of it, whatever the words
_ZH_CLAUSE_END = re.compile(r"[，,。；;、：]")


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    share: list[str]
    up_to: list[str]
    up_by: list[str]
    changing: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: _Words
    en: _Words


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns that end at the figure, or are looked for in its sentence."""

    zh_to: re.Pattern[str]
    zh_by: re.Pattern[str]
    en_to: re.Pattern[str]
    en_by: re.Pattern[str]
    zh_share: re.Pattern[str]
    en_share: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = load_toml("bases.toml", _File)
    changing = f"(?:{word_tree(words.zh.changing)})"
    return _Patterns(
        re.compile(rf"{changing}(?:{word_tree(words.zh.up_to)})$"),
        re.compile(rf"{changing}(?:{word_tree(words.zh.up_by)})?$"),
        re.compile(rf"\b(?:{word_tree(words.en.up_to)}) (?:RMB ?|US\$|a )?$", re.IGNORECASE),
        re.compile(rf"\b(?:{word_tree(words.en.up_by)}) (?:RMB ?|US\$|a )?$", re.IGNORECASE),
        re.compile(word_tree(words.zh.share)),
        re.compile(rf"(?:\b|(?<=\d))(?:{word_tree(words.en.share)})", re.IGNORECASE),
    )


def basis_message(zh_side: Side, en_side: Side, zh: Figure, en: Figure) -> Label | None:
    """Say how the basis changed between two agreeing figures; none where it did not."""
    patterns = _patterns()
    zh_before = _before(zh_side, zh, _ZH_REACH)
    en_before = _before(en_side, en, _EN_REACH)
    if patterns.zh_to.search(zh_before) and patterns.en_by.search(en_before):
        return _changed(zh, "reached", en, "english-how-much")
    if patterns.zh_by.search(zh_before) and patterns.en_to.search(en_before):
        return _changed(zh, "how-much", en, "english-reached")
    is_share = zh.dimension == en.dimension == PERCENT and zh.basis is Basis.LEVEL
    if is_share and zh.value != _WHOLE and _is_share_lost(en_side, en, zh_before):
        return _changed(zh, "share", en, "english-no-share")
    return None


def _changed(zh: Figure, chinese: str, en: Figure, english: str) -> Label:
    return said("basis", zh=zh.quote, chinese=said(chinese), en=en.quote, english=said(english))


def _before(side: Side, figure: Figure, reach: int) -> str:
    """Return the text in front of a figure and its words of comparison."""
    start = figure.edges[0]
    return side.normal[max(side.sentences[figure.sentence].start, start - reach) : start]


def _is_share_lost(en_side: Side, en: Figure, zh_before: str) -> bool:
    patterns = _patterns()
    if not patterns.zh_share.search(_ZH_CLAUSE_END.split(zh_before)[-1]):
        return False
    sentence = en_side.sentences[en.sentence]
    return not patterns.en_share.search(en_side.normal[sentence.start : sentence.end])
