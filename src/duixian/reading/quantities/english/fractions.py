"""English fractions: half of it, two-thirds, one in five; and half a day, half a million."""

from __future__ import annotations

import re
from decimal import Decimal

from duixian.language.english_numerals import DOZEN, MAGNITUDE, MAGNITUDES, PARTS
from duixian.language.numerals import english_number, percentage
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.scope import Scope, with_relation
from duixian.reading.quantities.english.special_words import special_words
from duixian.reading.quantities.english.units import counted, with_unit
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Relation

_MAGNITUDE = re.compile(rf" (?P<magnitude>{word_tree(MAGNITUDES | DOZEN)})\b")
_ONE = " one "
_OF_A_WHOLE = re.compile(r" of (?!(?:19|20)\d\d)")
_OF_A_MAGNITUDE = re.compile(rf" of an? (?:{MAGNITUDE})\b")


def share(scope: Scope, found: re.Match[str]) -> Mention | None:
    """Return the part of a whole that was found, in per cent."""
    start, end = found.span()
    value = _share(found)
    before = scope.before(start, length=16)
    if value is None or special_words().no_share.search(before):
        return None
    if _OF_A_MAGNITUDE.match(scope.normal, end, scope.end):
        return None
    if found["half"] and before.lower().endswith(_ONE):
        start -= len(_ONE) - 1  # one half of them
    is_quarter = (found["below"] or "").lower() == "quarter"
    if (
        is_quarter
        and special_words().periods.search(before)
        and not _OF_A_WHOLE.match(scope.normal, end)
    ):
        return None
    unit = scope.words.unit.match(scope.normal, end, scope.end)
    if unit is not None and scope.words.code_of(unit) == "pp":  # three-tenths of a percentage point
        return with_unit(scope, start, unit.end(), value / 100, None, unit)
    return part_of_whole(scope, start, end, value)


def part_of_whole(scope: Scope, start: int, end: int, percent: Decimal) -> Mention:
    """Return the part of a whole that a fraction names."""
    mention = Mention(start, end, percent, None, "%", Relation.EQUAL, start, end, why="share")
    return with_relation(scope, mention)


def _share(found: re.Match[str]) -> Decimal | None:
    if found["half"]:
        return Decimal(50)
    if found["some"]:
        some, many = (english_number(found[each]) for each in ("some", "many"))
        return percentage(some, many) if some and many and some < many else None
    above, below = found["above"] or found["plain_above"], found["below"] or found["plain_below"]
    if above is None or below is None:
        return None
    parts = Decimal(1) if above.lower() == "a" else english_number(above)
    whole = PARTS[below.lower()]
    return percentage(parts, Decimal(whole)) if parts is not None and parts < whole else None


def half_of_unit(scope: Scope, found: re.Match[str]) -> Mention | None:
    """Return half a day, half a percentage point, half a million; none where no unit stands."""
    start, end = found.span()
    value = Decimal("0.5")
    if magnitude := _MAGNITUDE.match(scope.normal, end, scope.end):
        value *= (MAGNITUDES | DOZEN)[magnitude["magnitude"]]
        end = magnitude.end()
    unit = scope.words.unit.match(scope.normal, end, scope.end)
    if unit is not None:
        return with_unit(scope, start, unit.end(), value, None, unit)
    return counted(scope, start, end, value, None) if magnitude else None
