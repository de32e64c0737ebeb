"""Whether two figures can both be true, and if so in what they differ in form."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from duixian.bilingual.audit.conversion import (
    COUNT,
    LOOSE_SHARE,
    MONEY,
    PERCENT,
    POINTS,
    RATIO,
    currency_of,
)
from duixian.bilingual.audit.figures import Figure, round_step
from duixian.reading.records import Basis, Language, Relation

_EXACT_SHARE = Decimal("1e-9")
_NEAR_SHARE = Decimal("0.1")  # how far the true value may lie from "over", "nearly"
_YUAN_TO_OTHER = (Decimal("5.5"), Decimal("9"))  # yuan to a dollar or euro in this century
_UPWARDS = frozenset({Relation.MORE, Relation.AT_LEAST})
_DOWNWARDS = frozenset({Relation.LESS, Relation.AT_MOST})


class Agreement(Enum):
    """How two figures stand to each other, from the closest on."""

    SAME = 10
    CONVERTED = 9  # the same in another unit
    ROUNDED = 7  # the same within what the coarser one prints
    WITHIN = 6  # one is what the other calls nearly, over, about
    CUT = 5  # the same but for digits cut off, not rounded; or rounded hard without a word
    EXCHANGED = 4  # another currency, at a rate that can be
    FINER = 2  # the English has digits the Chinese has not
    OPEN = 1  # a range on one side, a number inside it on the other
    DIFFERENT = 0

    @property
    def holds(self) -> bool:
        """Tell whether the figures may be taken for partners by their values alone."""
        return self.value >= Agreement.CUT.value


def agreement_of(zh: Figure, en: Figure) -> Agreement:
    """Tell how a Chinese and an English figure stand to each other."""
    kinds = {zh.dimension, en.dimension}
    if zh.conversion.per and en.conversion.per and zh.conversion.per != en.conversion.per:
        return Agreement.DIFFERENT
    if kinds == {PERCENT, RATIO} or kinds == {RATIO}:
        return _multiples(zh, en)
    if len(kinds) > 1:
        is_bare = COUNT in kinds and not kinds & {PERCENT, POINTS}
        return _bare(zh, en) if is_bare else Agreement.DIFFERENT
    if kinds == {MONEY} and currency_of(zh.unit) != currency_of(en.unit):
        return _exchanged(zh, en)
    if zh.high is None and en.high is None:
        return _single(zh, en, zh.value, en.value)
    return _ranges(zh, en)


def can_be_partners(zh: Figure, en: Figure) -> bool:
    """Tell whether the kinds of two figures are the same or easily taken for each other."""
    return are_near_kinds(zh.dimension, en.dimension)


def are_near_kinds(one: str, other: str) -> bool:
    """Tell whether two kinds are the same or easily taken for each other."""
    return one == other or COUNT in (one, other) or {one, other} <= {PERCENT, RATIO, POINTS}


def _bare(zh: Figure, en: Figure) -> Agreement:
    """One side names no unit, or one that was not understood: its number must be the same."""
    other = zh if en.dimension == COUNT else en
    bare = en if other is zh else zh
    factors = {Decimal(1), other.conversion.factor, *_POWERS.get(other.dimension, ())}
    same = any(_is_same(bare.value * factor, other.value) for factor in factors)
    return Agreement.SAME if same else Agreement.DIFFERENT


_POWERS = {"power": (Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9)}


def _exchanged(zh: Figure, en: Figure) -> Agreement:
    if not zh.value or not en.value:
        return Agreement.DIFFERENT
    rate = zh.value / en.value
    low, high = _YUAN_TO_OTHER
    return Agreement.EXCHANGED if low < rate < high else Agreement.DIFFERENT


def _single(zh: Figure, en: Figure, zh_value: Decimal, en_value: Decimal) -> Agreement:
    is_converted = zh.conversion.factor != en.conversion.factor
    if _is_same(zh_value, en_value):
        return Agreement.CONVERTED if is_converted else Agreement.SAME
    gap = abs(zh_value - en_value)
    if is_converted:
        return _converted(zh, en, gap)
    coarse, fine = (zh, en) if zh.step > en.step else (en, zh)
    if zh.step != en.step and gap <= coarse.step / 2:
        return Agreement.FINER if coarse is zh else Agreement.ROUNDED
    if _lies_within(en, zh):
        return Agreement.WITHIN
    if _lies_within(zh, en):
        return Agreement.FINER
    if zh.step != en.step and coarse is en and 0 < fine.value - coarse.value < coarse.step:
        return Agreement.CUT
    is_rounded_hard = zh.step == en.step and gap <= round_step(en) / 2
    return Agreement.CUT if is_rounded_hard and _changes(zh, en) > 1 else Agreement.DIFFERENT


def _converted(zh: Figure, en: Figure, gap: Decimal) -> Agreement:
    """Compare figures in different units: the last digits may differ, as conversion rounds."""
    factors = (zh.conversion.factor, en.conversion.factor)
    ratio = max(factors) / min(factors)
    is_exact = _is_same(ratio, ratio.to_integral_value())
    loose = Decimal(0) if is_exact else max(zh.value, en.value) * LOOSE_SHARE
    if gap <= max(zh.step / 2, en.step / 2, loose) or _lies_within(en, zh):
        return Agreement.CONVERTED
    return Agreement.DIFFERENT


def _changes(zh: Figure, en: Figure) -> int:
    """Count the printed places in which two numbers differ."""
    one, other = f"{zh.stated:f}", f"{en.stated:f}"
    width = max(len(one), len(other))
    return sum(a != b for a, b in zip(one.rjust(width), other.rjust(width), strict=True))


def _lies_within(rough: Figure, exact: Figure) -> bool:
    """Tell whether one figure is what the other calls over, under or about it.

    The rough one must be the rounder of the two, or a slip in a digit would pass.
    """
    if rough.relation in (Relation.EQUAL, exact.relation):
        return False
    if len(rough.digits) >= len(exact.digits):
        return False
    gap = exact.value - rough.value
    reach = max(abs(rough.value) * _NEAR_SHARE, rough.step)
    if rough.relation in _UPWARDS:
        return 0 <= gap <= reach
    if rough.relation in _DOWNWARDS:
        return 0 <= -gap <= reach
    return abs(gap) <= reach / 2


def _ranges(zh: Figure, en: Figure) -> Agreement:
    if zh.high is not None and en.high is not None:
        ends = (_single(zh, en, zh.value, en.value), _single(zh, en, zh.high, en.high))
        return min(ends, key=lambda each: each.value)
    ranged, point = (zh, en) if zh.high is not None else (en, zh)
    high = ranged.high if ranged.high is not None else ranged.value
    is_inside = ranged.value <= point.value <= high
    return Agreement.OPEN if is_inside else Agreement.DIFFERENT


def _multiples(zh: Figure, en: Figure) -> Agreement:
    """Compare 倍, percent and words like doubled by how many times the old the new is."""
    if zh.dimension == en.dimension == RATIO and zh.is_multiple == en.is_multiple:
        same = _is_same(zh.value, en.value)
        if same:
            return Agreement.SAME
    met = any(_is_same(a, b) for a in _times(zh) for b in _times(en))
    return Agreement.CONVERTED if met else Agreement.DIFFERENT


def _times(figure: Figure) -> tuple[Decimal, ...]:
    is_change = figure.basis is Basis.CHANGE
    if figure.dimension == PERCENT:
        share = figure.value / 100
        return (1 + share,) if is_change else (share,)
    if figure.is_multiple or not is_change:
        return (figure.value,)
    if figure.language is Language.EN:  # "grew 2.1 times" is said of both
        return figure.value, 1 + figure.value
    return (1 + figure.value,)


def _is_same(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(abs(one), abs(other)) * _EXACT_SHARE
