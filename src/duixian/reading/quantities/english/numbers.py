"""English quantities: every number with its unit, value and relation.

The counterpart of the Chinese one: one pass over the numerals, each read on to its unit, range
and words of comparison, or dropped by the ambiguity patterns of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from string import digits
from typing import NamedTuple

from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.language.english_numerals import BELOW_HUNDRED, MAGNITUDE, MAGNITUDES, VULGAR
from duixian.language.numerals import english_number, percentage
from duixian.language.word_finder import Found, WordFinder
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.borrowed import with_borrowed_units, with_shared_ratios
from duixian.reading.quantities.english.fractions import part_of_whole
from duixian.reading.quantities.english.nouns import counts_people
from duixian.reading.quantities.english.ones import counts_one
from duixian.reading.quantities.english.ranges import range_of, shared_unit
from duixian.reading.quantities.english.scope import Scope
from duixian.reading.quantities.english.special_words import special_words
from duixian.reading.quantities.english.specials import specials
from duixian.reading.quantities.english.units import counted, with_currency, with_unit
from duixian.reading.quantities.english.words import comparisons, english_words
from duixian.reading.quantities.mentions import RATES, Mention, overlaps
from duixian.reading.quantities.signs import with_signs

# A pattern that starts with a set of characters skips all others at once.
_QUOTED = re.compile(r"[“\"‘](?:(?<=“)[^“”]*”|(?<=\")[^\"“”]*\"|(?<=‘)[^‘’]*’)")
_LONGEST_NAME = 64
_LIST_NUMBER = re.compile(r"\d{1,2}(?:[.)](?:\s|$)|\s(?=[A-Z][a-z]))")
# "the 751 Cultural Block", "the Five Key Initiatives": a number within a proper name.
_NAME = re.compile(r"(?:\d+|[A-Z][a-z]+) [A-Z][a-z]")
# Thousand Villages and Ten Thousand Homes: a number within the name of a campaign.
_TITLE = re.compile(
    rf"(?:[A-Z][a-z]+ )?(?:{word_tree(word.title() for word in MAGNITUDES)})s? [A-Z][a-z]"
)
_MAGNITUDE = re.compile(rf"(?i)({MAGNITUDE})$")
_ADDED = ("+", "＋")
# A cell, or an aside behind a sum, in which a rate has fallen: 6 billion yuan | -2.1%; (-2.1%).
_FALLEN = ("| -", "|-", "(-", "| −", "|−", "(−")
_THOUSAND = 1000
_PER = re.compile(r"\b(?:per|every|each) $")
_SUM_BEHIND = re.compile(  # 2000 to 2500 million
    rf"(?:(?: (?:to|and) |\s?[-–—]\s?)[\d,.]+)? (?:{MAGNITUDE})\b"
)
_CODE = re.compile(r"[\d ]{3,}")
_POINTS = "-point"  # a 50-point plan: of the plan
_NEVER_OF_YEARS = ("x", "year", "month", "day", "h", "min", "s")


def find_english_mentions(normal: str, start: int, end: int) -> list[Mention]:
    """Return the numbers of ``normal[start:end]`` without overlaps."""
    hints = _hints().finder.all_in(normal[start:end].lower())
    if not hints:
        return []
    scope = Scope(english_words(), normal, start, end)
    found = list(_walk(scope, hints))
    if not found:
        return found
    names = _quoted_names(scope)
    if names:
        found = [m for m in found if not overlaps(names, m.start, m.end)]
    apart = _without_overlaps(sorted(found, key=lambda mention: mention.start))
    shared = with_shared_ratios(normal, apart)
    return list(with_signs(normal, start, with_borrowed_units(normal, start, shared)))


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Of two that both take a currency between them (in 2 CNY 440 billion), keep the longer."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _quoted_names(scope: Scope) -> list[Span]:
    return [
        found.span()
        for found in _QUOTED.finditer(scope.normal, scope.start, scope.end)
        if found.end() - found.start() <= _LONGEST_NAME
    ]


class _Hints(NamedTuple):
    """Words in lower case and signs without one of which there is no number."""

    finder: WordFinder
    numerals: int  # how many of them, the first, begin a numeral; the others are of special ones


@cache
def _hints() -> _Hints:
    numerals = [*BELOW_HUNDRED, *VULGAR, *digits]
    return _Hints(WordFinder([*numerals, *special_words().hints]), len(numerals))


def _walk(scope: Scope, hints: list[Found]) -> Iterator[Mention]:
    """Read the numbers of a stretch, where ``hints`` stand in it; the special ones first."""
    numerals = _hints().numerals
    taken: list[Span] = []
    if any(place >= numerals for place, _, _ in hints):
        for mention in specials(scope):
            taken.append((mention.start, mention.end))
            yield mention
    position = scope.start
    for at in sorted({start for place, start, _ in hints if place < numerals}):
        if scope.start + at < position:
            continue
        numeral = scope.words.numeral.match(scope.normal, scope.start + at, scope.end)
        if numeral is None:
            continue
        position = numeral.end()
        if taken and overlaps(taken, *numeral.span()):
            continue
        if (found := _mention(scope, numeral)) is not None:
            yield found
            position = max(position, found.end)


def _mention(scope: Scope, numeral: re.Match[str]) -> Mention | None:
    """Read one numeral on to its unit; ``None`` when it is no quantity."""
    first, stop = numeral.span()
    currency = scope.words.currency.search(scope.before(first, length=8))
    letter = _magnitude_letter(scope, numeral, is_sum=currency is not None)
    if currency is None and letter is None and _is_excluded(scope, numeral):
        return None
    if currency and _PER.search(scope.before(first - len(currency[0]), length=8)):
        return None
    value = english_number(numeral[0])
    if value is None:
        return None
    if letter is not None:
        value, stop = value * letter, stop + 1
    inside = comparisons().inside.match(scope.normal, stop, scope.end)
    stop = inside.end() if inside else stop
    unit = scope.words.unit.match(scope.normal, stop, scope.end)
    if inside and unit is None and comparisons().after.match(scope.normal, inside.start()):
        stop, inside = inside.start(), None  # 260-plus firms: outside, as no unit is behind it
    if currency is None and inside is None and _is_bare_name(scope, numeral, unit):
        return None
    high = None
    if letter is None and (ranged := range_of(scope, numeral, unit, value, currency)):
        value, high, stop, unit = ranged
    mention: Mention | None
    if currency:
        mention = with_currency(scope, first, stop, value, high, currency)
    elif unit is not None:
        mention = with_unit(scope, first, unit.end(), value, high, unit)
        mention = _with_plus(scope, mention) if mention else None
    elif high is None and (shared := shared_unit(scope, numeral, value)):
        mention = with_unit(scope, first, stop, shared[0], None, shared[1])
    elif numeral[0] in VULGAR:
        mention = part_of_whole(scope, first, stop, percentage(value, Decimal(1)))
    else:
        mention = counted(scope, first, stop, value, high)
        if scope.normal.startswith(_POINTS, stop):
            mention = replace(mention, high_edge=stop + len(_POINTS))
    if mention and inside:
        return replace(mention, relation=comparisons().relations_inside[inside[0]])
    return mention


def _magnitude_letter(scope: Scope, numeral: re.Match[str], *, is_sum: bool) -> int | None:
    """Return what the letter at the end of £1.2m, 12k firms and 3m yuan stands for."""
    stop = numeral.end()
    factor = scope.words.letters.get(scope.normal[stop : stop + 1])
    if factor is None or scope.normal[stop + 1 : stop + 2].isalnum():
        return None
    if not numeral[0][-1].isdigit():
        return None
    if is_sum:
        return factor
    if scope.words.behind_letter.match(scope.normal, stop + 1, scope.end) is None:
        return factor if counts_people(scope, numeral.start()) else None
    # Within 500m residents find a park: metres; 500m yuan are a sum.
    is_measured = scope.words.unit.match(scope.normal, stop + 1, scope.end) is not None
    is_way = (
        not is_measured
        and factor > _THOUSAND
        and "." not in numeral[0]
        and len(numeral[0]) >= len("100")
    )
    return None if is_way else factor


def _with_plus(scope: Scope, mention: Mention) -> Mention:
    """(+6.1%), +0.3 percentage points: a plus sign in front of a rate says how far it moved."""
    if mention.unit not in RATES or mention.start == scope.start:
        return mention
    is_signed = scope.normal[mention.start - 1] in _ADDED or scope.normal.endswith(
        _FALLEN, scope.start, mention.start
    )
    return replace(mention, is_change=True) if is_signed else mention


def _is_excluded(scope: Scope, numeral: re.Match[str]) -> bool:
    first = numeral.start()
    at_line_start = first == scope.start or scope.normal[first - 1 : first] in "\n·•"
    if at_line_start and _LIST_NUMBER.match(scope.normal, first, scope.end):
        return True
    if scope.normal.endswith("the ", scope.start, first) and _NAME.match(
        scope.normal, first, scope.end
    ):
        return True
    if _is_year(scope, numeral):
        return True
    is_spelt = not numeral[0][0].isdigit()
    words = scope.words
    not_starting = words.not_starting_spelt if is_spelt else words.not_starting_figures
    if not_starting.match(scope.normal, first, scope.end) and not (
        numeral[0].lower() == "one" and counts_one(scope, *numeral.span())
    ):
        return True
    if first > scope.start and _TITLE.match(scope.normal, first, scope.end):
        return True
    before = scope.before(first, length=24)
    is_code = _CODE.fullmatch(numeral[0]) is not None
    if is_code and words.not_ending_codes.search(before):
        return True
    if is_spelt and words.not_ending_spelt.search(before):
        return True
    if not before.endswith(" ") and words.not_ending_signs.search(before):
        return True
    return words.not_ending.search(before) is not None


def _is_year(scope: Scope, numeral: re.Match[str]) -> bool:
    """Tell whether a number is a year, and neither measures nor counts: 1950 km, 2000 homes."""
    words, first = scope.words, numeral.start()
    if scope.normal[first] not in "12":
        return False
    year = words.years.match(scope.normal, first, scope.end)
    if year is None:
        return False
    is_sum = numeral.end() > year.end() or _SUM_BEHIND.match(scope.normal, year.end(), scope.end)
    if is_sum:  # 2000 to 2500 million, but: in 2023 billion-yuan projects
        return words.before_years.search(scope.before(first, length=24)) is not None
    unit = words.unit.match(scope.normal, year.end(), scope.end)
    if unit is not None and words.code_of(unit) not in _NEVER_OF_YEARS:
        return False
    if words.counted_years.match(scope.normal, year.end(), scope.end) is None:
        return True
    return words.before_years.search(scope.before(first, length=24)) is not None


def _is_bare_name(scope: Scope, numeral: re.Match[str], unit: re.Match[str] | None) -> bool:
    """Tell whether a number is a rank or a part of a name, as no unit says what it measures."""
    first, stop = numeral.span()
    is_rate = unit is not None and scope.words.code_of(unit) in RATES
    if unit is None or is_rate:
        is_large = _MAGNITUDE.search(numeral[0]) is not None
        if not is_large and scope.words.not_ending_bare.search(scope.before(first, length=24)):
            return True
    if unit is not None:
        return False
    if scope.normal[first - 1 : first] in _ADDED and first > scope.start:
        return True
    return not numeral[0][0].isdigit() and _follows_hyphen(scope, stop)


def _follows_hyphen(scope: Scope, stop: int) -> bool:
    """Spelt-out numerals build compounds (three-dimensional); only levels are counted."""
    return scope.normal.startswith("-", stop) and not scope.normal.startswith(
        ("-level", "-bed", "-story", "-lane"), stop
    )
