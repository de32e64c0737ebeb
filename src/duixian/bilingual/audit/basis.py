"""What a percentage is of: a change or a level, a share or a value."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.bilingual.audit.conversion import PERCENT, POINTS
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.records import Side
from duixian.language.data import alternation, load_toml
from duixian.reading.records import Basis

_RATES = (PERCENT, POINTS)
_ZH_REACH = 16
_WHOLE = 100  # all of it, whatever the words
_ZH_CLAUSE_END = re.compile(r"[，,。；;、：]")


class _Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: list[str]
    en: list[str]


@cache
def _share_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_toml("shares.toml", _Shares)
    english = re.compile(rf"(?:\b|(?<=\d))(?:{alternation(words.en)})", re.IGNORECASE)
    return re.compile(alternation(words.zh)), english


def basis_message(zh_side: Side, en_side: Side, zh: Figure, en: Figure) -> str:
    """Say how the basis changed between two agreeing figures; empty where it did not."""
    if zh.dimension != en.dimension:
        return ""
    if zh.basis != en.basis and (zh.dimension in _RATES or zh.stated == en.stated):
        words = {Basis.CHANGE: "a change", Basis.LEVEL: "a level"}
        return (
            f"basis changed: {zh.quote} is {words[zh.basis]} in the Chinese, "
            f"{en.quote} {words[en.basis]} in the English"
        )
    if (
        zh.dimension == PERCENT
        and zh.value != _WHOLE
        and zh.basis is Basis.LEVEL
        and _is_share_lost(zh_side, en_side, zh, en)
    ):
        return (
            f"basis changed: {zh.quote} is a share in the Chinese; "
            f"the English does not say that {en.quote} is one"
        )
    return ""


def _is_share_lost(zh_side: Side, en_side: Side, zh: Figure, en: Figure) -> bool:
    chinese, english = _share_words()
    sentence = zh_side.sentences[zh.sentence]
    before = zh_side.normal[max(sentence.start, zh.span[0] - _ZH_REACH) : zh.span[0]]
    if not chinese.search(_ZH_CLAUSE_END.split(before)[-1]):
        return False
    sentence = en_side.sentences[en.sentence]
    return not english.search(en_side.normal[sentence.start : sentence.end])
