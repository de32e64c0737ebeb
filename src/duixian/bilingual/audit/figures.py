"""A quantity as the audit compares it: in base units, with the precision it was printed with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from duixian.bilingual.audit.conversion import COUNT, Conversion, conversion_of
from duixian.bilingual.records import Side
from duixian.documents.document import Span
from duixian.language.english_numerals import MAGNITUDE
from duixian.reading.quantities.describe import Described
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Basis, Language, Relation

_ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CHINESE_SCALE = re.compile(r"[十百千]?万亿|[十百千]?[万亿]|(?<=[\d两几多余])[百千]")
_ENGLISH_SCALE = re.compile(rf"\b({MAGNITUDE})\b", re.I)
# English only: in Chinese every number of a list has its unit or classifier.
_LISTED = re.compile(r" ?(?:,|to|and|or|, and) ?")
_LARGEST_EXACT = 1000  # a round number below it in words is meant exactly


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of one side, ready to compare."""

    language: Language
    sentence: int
    described: Described
    span: Span
    edges: Span  # with its words of comparison
    text: str  # as printed
    quote: str  # as printed, with its words of comparison
    conversion: Conversion
    value: Decimal  # in the base unit
    high: Decimal | None
    step: Decimal  # of the last printed digit, in the base unit
    digits: str  # the printed digits, without sign, point and outer zeros; of words, of the value
    scale: str  # 亿, 万, billion: the multiplier as printed; empty where there is none
    is_spelt: bool

    @property
    def unit(self) -> str:
        """The unit code of the record."""
        return self.described.mention.unit

    @property
    def stated(self) -> Decimal:
        """The number in its own unit."""
        return self.described.mention.value

    @property
    def dimension(self) -> str:
        """The kind of the unit."""
        return self.conversion.dimension

    @property
    def relation(self) -> Relation:
        """How the true value stands to the number."""
        return self.described.mention.relation

    @property
    def basis(self) -> Basis:
        """Level or change."""
        return self.described.context.basis

    @property
    def is_multiple(self) -> bool:
        """Tell whether the word itself says how often: doubled, 翻一番."""
        return self.described.mention.is_change


def figures_of(side: Side, sentence: int) -> list[Figure]:
    """Return the figures of one sentence of a side, in order."""
    ordered = sorted(side.quantities[sentence], key=lambda each: each.mention.start)
    for place in range(len(ordered) - 1, 0, -1):
        ordered[place - 1] = _with_unit_of_next(side, ordered[place - 1], ordered[place].mention)
    return [make_figure(side, sentence, each) for each in ordered]


def _with_unit_of_next(side: Side, described: Described, following: Mention) -> Described:
    """Give a number the unit that a list names once, at its end: from 16 to 13 percent."""
    mention = described.mention
    between = side.normal[mention.high_edge : following.low_edge]
    if mention.unit != "count" or not _LISTED.fullmatch(between):
        return described
    if conversion_of(following.unit).dimension == COUNT or mention.high_edge != mention.end:
        return described
    value = mention.value
    own, behind = (side.normal[each.start : each.end] for each in (mention, following))
    if not _ARABIC.search(behind):
        return described  # 210, nearly one third: words name no unit for digits
    if _ENGLISH_SCALE.search(behind) and not _ENGLISH_SCALE.search(own):
        printed = _ARABIC.search(behind)
        number = Decimal(printed.group().replace(",", "")) if printed else Decimal(0)
        # From 5.4 to 8.2 billion: the scale is named once too.
        value *= following.value / number if number and value < _LARGEST_EXACT else 1
    return replace(described, mention=replace(mention, unit=following.unit, value=value))


def make_figure(side: Side, sentence: int, described: Described) -> Figure:
    """Return one described quantity of a sentence as a figure."""
    mention = described.mention
    normal = side.normal[mention.start : mention.end]
    conversion = conversion_of(mention.unit)
    printed = _ARABIC.findall(normal)
    high = None if mention.high is None else mention.high * conversion.factor
    number = printed[0] if printed else ""
    whole = f"{abs(mention.value).normalize():f}"
    scale = _CHINESE_SCALE.search(normal) or _ENGLISH_SCALE.search(normal)
    text = side.document.text
    return Figure(
        side.language, sentence, described,
        (mention.start, mention.end), (mention.low_edge, mention.high_edge),
        text[mention.start : mention.end], text[mention.low_edge : mention.high_edge],
        conversion, mention.value * conversion.factor, high,
        _step(mention.value, printed) * conversion.factor,
        (number or whole).replace(",", "").replace(".", "").strip("0") or "0",
        scale.group().lower() if scale else "", not printed,
    )  # fmt: skip


def _step(value: Decimal, printed: list[str]) -> Decimal:
    """Return what one more in the last printed digit would add, in the stated unit."""
    number = Decimal(printed[0].replace(",", "")) if printed else Decimal(0)
    if number and len(printed) <= 2:
        decimals = len(printed[0].partition(".")[2])
        return abs(value / number) * Decimal(1).scaleb(-decimals)
    return Decimal(1) if abs(value) < _LARGEST_EXACT else Decimal(1).scaleb(_zeros(value))


def _zeros(value: Decimal) -> int:
    whole = f"{abs(value).to_integral_value():f}"
    return len(whole) - len(whole.rstrip("0"))


def round_step(figure: Figure) -> Decimal:
    """Return the step of a figure whose last zeros may be rounding: 1,400 may mean hundreds."""
    significant = figure.stated.normalize()
    exponent = significant.as_tuple().exponent
    if not isinstance(exponent, int) or exponent <= 0 or len(significant.as_tuple().digits) < 2:
        return figure.step
    return max(figure.step, Decimal(1).scaleb(exponent) * figure.conversion.factor)
