"""Units that belong to another measure: acres of farmland that reports count in mu.

The measures and their usual units are data, in ``language/usual_units.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.wording import digits, finding, in_words
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Finding, Severity
from duixian.language.data import load_toml
from duixian.language.unit_names import unit_name_zh
from duixian.reading.quantities.mentions import RATES
from duixian.reading.records import Basis, Language

_PATH = "usual_units.toml"


class _Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names_zh: tuple[str, ...]
    names_en: tuple[str, ...]
    units: tuple[str, ...]
    wrong: frozenset[str]
    not_zh: tuple[str, ...] = ()
    not_en: tuple[str, ...] = ()

    def name_in(self, text: str, language: Language) -> str | None:
        """Return the name by which a measure is this one, or None."""
        is_chinese = language is Language.ZH
        text = text if is_chinese else text.lower()
        if any(word in text for word in (self.not_zh if is_chinese else self.not_en)):
            return None
        names = self.names_zh if is_chinese else self.names_en
        return next((name for name in names if name in text), None)


class _Unusual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: str
    expected: str
    factor: Decimal  # of the expected unit in one of this


class _Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measure: tuple[_Measure, ...]
    unusual: tuple[_Unusual, ...]


@cache
def _measures() -> _Measures:
    return load_toml(_PATH, _Measures)


def check_units(passages: Passages) -> Iterator[Finding]:
    """Find figures in a unit that their measure is not stated in."""
    data = _measures()
    unusual = {entry.unit: entry for entry in data.unusual}
    for passage in passages:
        for figure in passage.figures:
            name, measure = _measure_of(passage, figure, data)
            if measure is not None and figure.unit in measure.wrong:
                yield _finding(passage, figure, name, measure.units[0], unusual)
            elif figure.unit in unusual:
                yield _finding(passage, figure, "", unusual[figure.unit].expected, unusual)


def _measure_of(passage: Passage, figure: Figure, data: _Measures) -> tuple[str, _Measure | None]:
    if figure.quantity.basis is Basis.CHANGE and figure.unit in RATES:
        return "", None
    text = figure.quantity.measure
    for measure in data.measure:
        if name := measure.name_in(text, passage.language):
            return name, measure
    return "", None


def _finding(
    passage: Passage, figure: Figure, name: str, expected: str, unusual: dict[str, _Unusual]
) -> Finding:
    message = said(
        "unusual-unit",
        subject=said("named", name=name) if name else said("such-a-figure"),
        expected=Label(expected, unit_name_zh(expected)),
        figure=in_words(figure.quantity),
    )
    if (other := unusual.get(figure.unit)) is not None:
        converted = figure.value * other.factor
        message = said(
            "unusual-unit-converted",
            message=message,
            converted=digits(round(converted, 0)),
            meant=digits(figure.value),
            other=Label(other.expected, unit_name_zh(other.expected)),
        )
    return finding(Severity.WARNING, "unit", message, passage, figure)
