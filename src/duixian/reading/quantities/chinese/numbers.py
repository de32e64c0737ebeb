"""Chinese quantities: every number with its unit, value and relation.

One pass finds numerals; each is then read on to its unit, range and words of comparison,
or dropped by the ambiguity patterns of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duixian.documents.document import Span
from duixian.reading.quantities.chinese.numerals import NEIGHBOUR, number_of, with_shared_unit
from duixian.reading.quantities.chinese.relations import share_relations
from duixian.reading.quantities.chinese.scope import Scope
from duixian.reading.quantities.chinese.specials import (
    find_specials,
    fraction_at,
    special_mentions,
)
from duixian.reading.quantities.chinese.units import (
    bare_number,
    moving_score,
    one_counted,
    ratio,
    share_ratios,
    with_unit,
)
from duixian.reading.quantities.chinese.words import chinese_words
from duixian.reading.quantities.mentions import STREAK, Mention, overlaps
from duixian.reading.quantities.signs import with_signs

_NUMERAL_CHARACTER = re.compile(r"[\d零〇○一二两三四五六七八九十廿卅百千万亿兆半]")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"“”]*\"|「[^」]*」|《[^》]*》|‘[^’]*’")
_LONGEST_NAME = 24


def find_chinese_mentions(normal: str, start: int, end: int) -> list[Mention]:
    """Return the numbers of ``normal[start:end]`` without overlaps."""
    words = chinese_words()
    if words.sign.search(normal, start, end) is None:
        return []
    scope = Scope(words, normal, start, end)
    found = list(_walk(scope))
    if not found:
        return found
    names = [] if _QUOTED.search(normal, start, end) is None else _quoted_names(scope)
    outside = [m for m in found if m.why == STREAK or not overlaps(names, m.start, m.end)]
    shared = share_relations(scope, sorted(outside, key=lambda mention: mention.start))
    if any("/" in mention.unit for mention in shared):
        shared = share_ratios(scope, shared)
    return list(with_signs(normal, start, shared))


def _quoted_names(scope: Scope) -> list[Span]:
    """Short quoted names and titles: a number inside belongs to the name."""
    return [
        found.span()
        for found in _QUOTED.finditer(scope.normal, scope.start, scope.end)
        if found.end() - found.start() <= _LONGEST_NAME or found[0][0] == "《"
    ]


def _walk(scope: Scope) -> Iterator[Mention]:
    specials = find_specials(scope)
    for found in specials.values():
        yield from special_mentions(scope, found)
    position = scope.start
    # A search for one character is far cheaper than a search for a whole numeral.
    while first := _NUMERAL_CHARACTER.search(scope.normal, position, scope.end):
        numeral = scope.words.numeral.match(scope.normal, first.start(), scope.end)
        special = specials.get(first.start())
        mention = _mention(scope, numeral) if numeral and not special else None
        if mention is not None:
            yield mention
            position = mention.end
        else:
            ends = [found.end() for found in (first, numeral, special) if found]
            position = max(ends)


def _mention(scope: Scope, numeral: re.Match[str]) -> Mention | None:
    """Read one numeral on to its unit; ``None`` when it is no quantity."""
    if numeral[0] == "一" and (one := one_counted(scope, numeral)):
        return one
    if _is_plain_word(scope, numeral) or _is_excluded(scope, numeral.start()):
        return None
    if fraction := fraction_at(scope, numeral.start()):
        return fraction
    number = number_of(scope, numeral)
    if number is None:
        return None
    if number.unit is None:
        number = with_shared_unit(scope, number)
    if number.unit is None:
        if told := ratio(scope, number):
            return told
        return bare_number(scope, number) or moving_score(scope, number)
    # What looked like a unit may be the head of a noun: 上千万家庭.
    return with_unit(scope, number, number.unit) or bare_number(scope, number)


def _is_plain_word(scope: Scope, numeral: re.Match[str]) -> bool:
    """A spelt-out numeral that no unit can follow: 一体, 十五五. The cheapest check, so first."""
    text = numeral[0]
    if text[0].isdigit() or text[-1] in "万亿千百":
        return False
    if NEIGHBOUR.match(scope.normal, numeral.end(), scope.end):
        return False
    following = scope.normal[numeral.end() : numeral.end() + 1]
    if text == "一":
        return following not in scope.words.after_one
    return following not in scope.words.unit_characters


def _is_excluded(scope: Scope, first: int) -> bool:
    if scope.words.not_starting.match(scope.normal, first, scope.end):
        return True
    if scope.normal[first] in "十百千万亿" and scope.before(first, length=1) in ("几", "数"):
        return True
    before = scope.before(first, length=8)
    if not "一" <= before[-1:] <= "鿿" and scope.words.not_ending_letters.search(before):
        return True
    return scope.words.not_ending.search(before) is not None
