"""Labels of English figures: GDP growth: around 5.5 percent, and figures set on cards.

The words in front of a colon, or on the line under a figure that stands alone, say what is
measured.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.mentions import Mention

_ASIDE = re.compile(r" ?\([^()]*\)")
_MARKS = re.compile(r"[\W_]*")
_LINE_BELOW = re.compile(r"[ \t]*\n[ \t]*(?P<words>[A-Za-z][^\n,;:.]*)")
_LONGEST = 120
_MOST_WORDS = 9


class Label(msgspec.Struct, frozen=True):
    """What the figures of a line behind ``end`` are said of."""

    words: str
    end: int
    is_growth: bool  # GDP growth: what stands behind is a change


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    saying: list[str]
    themes: list[str]
    leading_in: list[str]


class _Words(msgspec.Struct, frozen=True):
    label: re.Pattern[str]
    no_label: re.Pattern[str]
    growth: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml("en/labels.toml", _Data)
    changes = word_tree(context_words().change_nouns)
    return _Words(
        label=re.compile(
            rf"\W*(?!(?:{word_tree(data.leading_in)}) )"
            r"(?P<words>\d?[A-Za-z][^:;.!?\n]*(?:\.\d[^:;.!?\n]*)*): "
        ),
        no_label=re.compile(
            rf"\b(?:{word_tree(data.saying)})\b|\b(?:{word_tree(data.themes)})$", re.I
        ),
        growth=re.compile(
            rf"\b(?:{changes})(?: rate)?$|^\W*(?:{changes})(?: rate)? (?:in|of) ", re.I
        ),
    )


def label_of(normal: str, start: int, end: int, mentions: list[Mention]) -> Label | None:
    """Return the label of a line of figures, none where the words are a sentence or a theme."""
    limit = min(end, start + _LONGEST, mentions[-1].start)
    if normal.find(": ", start, limit) < 0:
        return None
    found = _words().label.match(normal, start, limit)
    if found is None:
        return None
    words = _ASIDE.sub("", found["words"]).strip()
    if len(words.split()) > _MOST_WORDS or _words().no_label.search(words):
        return None
    phrase = " ".join(phrase_before(words))
    return Label(phrase, found.end(), _words().growth.search(words) is not None) if phrase else None


def words_below(normal: str, start: int, end: int, mentions: list[Mention]) -> str:
    """Return what the line below a figure that stands alone says it measures, else nothing."""
    only = mentions[0]
    if len(mentions) > 1 or not (
        _MARKS.fullmatch(normal, start, only.low_edge)
        and _MARKS.fullmatch(normal, only.high_edge, end)
    ):
        return ""
    below = _LINE_BELOW.match(normal, end, end + _LONGEST)
    return " ".join(phrase_behind(below["words"])) if below else ""
