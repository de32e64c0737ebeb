"""Decimal commas: "10,9 billion" means 10.9 and is read as two numbers unless told."""

from __future__ import annotations

import re
from dataclasses import replace

from duixian.bilingual.records import Side
from duixian.documents.document import Span
from duixian.language.english_numerals import MAGNITUDE
from duixian.reading.quantities.describe import describe_quantities

_DECIMAL_COMMA = re.compile(
    r"(?<![\d,.])\d{1,3},\d{1,2}(?![\d,.])"
    rf"(?=\s?(?:{MAGNITUDE}|percent|per cent|%|yuan|times|hectares|mu|square"
    r"|cubic|kilomet|met|ton|kilogram|degrees|[万亿倍]|元|个百分点|公顷|亩|平方|立方|公里|米|吨))"
)


def read_decimal_commas(side: Side) -> tuple[Side, list[tuple[int, Span]]]:
    """Return the side with decimal commas read as points, and where they stand, by sentence."""
    places = [match.span() for match in _DECIMAL_COMMA.finditer(side.normal)]
    if not places:
        return side, []
    characters = list(side.normal)
    for start, end in places:
        characters[side.normal.index(",", start, end)] = "."
    normal = "".join(characters)
    found: list[tuple[int, Span]] = []
    quantities = list(side.quantities)
    for index, sentence in enumerate(side.sentences):
        inside = [span for span in places if sentence.start <= span[0] < sentence.end]
        if inside:
            quantities[index] = tuple(describe_quantities(normal, sentence))
            found.extend((index, span) for span in inside)
    return replace(side, normal=normal, quantities=tuple(quantities)), found
