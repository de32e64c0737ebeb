"""The slips by which one figure becomes another: scale words, zeros, digits, units.

A slip tells two things: that two different figures are one figure wrongly given, and the likely
cause to name in the message. Its strength is what it adds to the evidence that they are partners.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from duixian.bilingual.audit.conversion import MONEY, PERCENT, POINTS, RATIO, currency_of
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.wording import times_words, unit_words
from duixian.bilingual.messages import said
from duixian.bilingual.page.labels import Label
from duixian.language.english_numerals import MAGNITUDES

_POWERS = tuple(Decimal(10) ** exponent for exponent in range(1, 13))
_EXACT_SHARE = Decimal("1e-9")
_NEAR_SHARE = Decimal("0.006")  # a power of ten off, and rounded besides
_SCALES = {Decimal(value): word for word, value in MAGNITUDES.items()}
_LONGEST = Decimal(10) ** 18  # a longer row of digits is no figure of a report
_SWAPPED_KINDS = ({PERCENT, POINTS}, {PERCENT, RATIO}, {POINTS, RATIO})


@dataclass(frozen=True, slots=True)
class Slip:
    """A way one figure may have become the other."""

    kind: str  # "scale", "value", "unit", "currency"
    cause: Label  # as said in the message
    strength: float


def slip_between(zh: Figure, en: Figure) -> Slip | None:
    """Return the slip that turns the one figure into the other, the most telling first."""
    return _unit_slip(zh, en) or _scale_slip(zh, en) or _digit_slip(zh, en)


def _unit_slip(zh: Figure, en: Figure) -> Slip | None:
    if zh.unit == en.unit or not _is_near(zh.stated, en.stated, _EXACT_SHARE):
        return None
    weight = _weight(zh)
    if zh.dimension == en.dimension == MONEY:
        if zh.conversion.per != en.conversion.per:
            return Slip("unit", _wrong_unit(zh, en), weight + 3)
        return Slip("currency", _wrong_unit(zh, en), weight + 3)
    if zh.dimension == en.dimension and zh.dimension != "count":
        ratio = max(zh.value, en.value) / (min(zh.value, en.value) or 1)
        size = _size(f"{float(f'{ratio:.3g}'):,.4g}", is_large=en.value > zh.value)
        cause = said("sized", cause=_wrong_unit(zh, en), size=size)
        return Slip("unit", cause, weight + 3)
    if {zh.dimension, en.dimension} in _SWAPPED_KINDS:
        return Slip("unit", _wrong_unit(zh, en), weight + 3)
    if "count" in (zh.dimension, en.dimension):
        return None
    return Slip("unit", _wrong_unit(zh, en), weight + 2)


def _wrong_unit(zh: Figure, en: Figure) -> Label:
    return said("for", wrong=unit_words(en.unit), right=unit_words(zh.unit))


def _size(times: Label | str, *, is_large: bool) -> Label:
    return said("too-large" if is_large else "too-small", times=times)


def _scale_slip(zh: Figure, en: Figure) -> Slip | None:
    if not _is_one_measure(zh, en) or not zh.value or not en.value:
        return None
    ratio = en.value / zh.value
    factor = ratio if ratio > 1 else 1 / ratio
    near = _EXACT_SHARE if zh.unit == en.unit and zh.step == en.step else _NEAR_SHARE
    power = next((each for each in _POWERS if _is_near(factor, each, near)), None)
    if power is None:
        return None
    times = Label(times_words(power), f"{power:,.0f}")
    size = _size(times, is_large=ratio > 1)
    is_scaled = bool(zh.scale or en.scale)
    strength = _weight(zh) + (2.5 if is_scaled else 1.5)
    return Slip("scale", said("sized", cause=_scale_cause(zh, en, ratio), size=size), strength)


def _scale_cause(zh: Figure, en: Figure, ratio: Decimal) -> Label:
    own = MAGNITUDES.get(en.scale)
    same_digits = zh.digits == en.digits and _same_point(zh, en)
    if own and zh.scale and same_digits:
        return said("read-as", zh=zh.scale, en=en.scale)
    if own and (right := _SCALES.get(_rounded_power(own / ratio))):
        return said("scale-for", wrong=en.scale, right=right)
    if own and not same_digits and zh.digits == en.digits:
        return said("point-moved")
    if zh.scale and not own:
        return said("scale-left-out", zh=zh.scale)
    if "." in en.text or "." in zh.text:
        return said("point-moved")
    return said("zero")


def _same_point(zh: Figure, en: Figure) -> bool:
    """Tell whether the printed numbers themselves are the same: 10.9 and 10.9."""
    return _printed(zh) == _printed(en)


def _printed(figure: Figure) -> str:
    number = "".join(c for c in figure.text if c.isdigit() or c == ".").strip(".")
    return number.rstrip("0").rstrip(".") if "." in number else number


def _rounded_power(value: Decimal) -> Decimal:
    return next((each for each in _POWERS if _is_near(value, each, _NEAR_SHARE)), Decimal(0))


def _digit_slip(zh: Figure, en: Figure) -> Slip | None:
    if not _is_one_measure(zh, en):
        return None
    steps = {min(zh.step, en.step), max(zh.step, en.step)}
    return next((slip for step in sorted(steps) if (slip := _digits_at(zh, en, step))), None)


def _digits_at(zh: Figure, en: Figure, step: Decimal) -> Slip | None:
    """Compare the digits of two figures written down to one place, the finer one rounded."""
    if not step or max(zh.value, en.value) / step > _LONGEST:
        return None
    one, other = (f"{(each.value / step):.0f}" for each in (zh, en))
    keep = max(len(one.rstrip("0")), len(other.rstrip("0")))
    if len(one) != len(other):
        return _dropped(one.rstrip("0"), other.rstrip("0"))
    one, other = one[:keep], other[:keep]
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        at = differing[0]
        strength = {1: 1.0, 2: 2.5}.get(len(one), 4.0)
        return Slip("value", said("one-digit", one=one[at], other=other[at]), strength)
    if len(differing) == 2 and sorted(one) == sorted(other):
        strength = 2.5 if len(one) == 2 else 3.5
        return Slip("value", said("two-digits"), strength)
    return None


def _dropped(one: str, other: str) -> Slip | None:
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < 2:
        return None
    if all(long[:i] + long[i + 1 :] != short for i in range(len(long))):
        return None
    return Slip("value", said("dropped-digit"), 2.5)


def _is_one_measure(zh: Figure, en: Figure) -> bool:
    if zh.dimension == en.dimension == MONEY:
        return currency_of(zh.unit) == currency_of(en.unit)
    return zh.dimension == en.dimension


def _weight(figure: Figure) -> float:
    """The more digits two figures share, the less it is chance."""
    return {1: 1.0, 2: 2.0}.get(len(figure.digits), 3.0)


def _is_near(one: Decimal, other: Decimal, share: Decimal) -> bool:
    return abs(one - other) <= max(abs(one), abs(other)) * share
