"""The English number words as patterns, made once from the language data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import msgspec

from duixian.language.data import alternation, load_toml
from duixian.language.english_numerals import NUMERAL, NUMERAL_START
from duixian.reading.records import Relation

_QUALIFIER = re.compile(r"^(?:more|additional|extra) ")


class _Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    names: list[str]
    factor: str = "1"
    before: list[str] = []


class _Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: list[_Unit]


class _Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passing: list[str]
    marks: list[str]
    particles: dict[str, list[str]]
    before: dict[str, list[str]]
    after: dict[str, list[str]]


class _Ambiguities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    starting: list[str]
    ending: list[str]
    ending_bare: list[str]
    ending_spelt: list[str]
    windows: list[str]


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Compiled patterns and look-ups for one pass over English text."""

    numeral: re.Pattern[str]
    numeral_start: re.Pattern[str]
    unit: re.Pattern[str]
    units: dict[str, tuple[str, Decimal]]
    currency: re.Pattern[str]
    currencies: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    particle: re.Pattern[str]  # no comparison: went up to 5, handed over 5
    relations_before: dict[str, Relation]
    relations_after: dict[str, Relation]
    not_starting: re.Pattern[str]
    not_ending: re.Pattern[str]
    not_ending_bare: re.Pattern[str]  # in front of a number with neither unit nor magnitude
    not_ending_spelt: re.Pattern[str]
    windows: re.Pattern[str]
    listed: re.Pattern[str]  # behind the first of 7, 8 and 9 percent, up to the last numeral
    passed: re.Pattern[str]  # in front of a mark that is exceeded
    marks: re.Pattern[str]

    def code_of(self, unit: re.Match[str]) -> str:
        """Return the code of a unit that the pattern of units found."""
        return self.units[self.name_of(unit)][0]

    def name_of(self, unit: re.Match[str]) -> str:
        """Return the name of a unit without the words in front that only qualify it."""
        name = unit[0]
        return name if name in self.units else _QUALIFIER.sub("", name.lstrip(" -"))


@cache
def english_words() -> EnglishWords:
    """Load and compile the English number words."""
    data = load_toml("en/units.toml", _Units)
    units = {
        spelt: (unit.code, Decimal(unit.factor))
        for unit in data.unit
        for name in unit.names
        for spelt in (name, name.replace(" ", "-"))
    }
    currencies = {mark: u.code for u in data.unit for mark in u.before}
    relations = load_toml("en/relations.toml", _Relations)
    before, after = _by_word(relations.before), _by_word(relations.after)
    ambiguities = load_toml("en/ambiguities.toml", _Ambiguities)
    marks = alternation(currencies)
    return EnglishWords(
        numeral=re.compile(NUMERAL),
        listed=_listed(list(before)),
        numeral_start=re.compile(NUMERAL_START),
        unit=re.compile(
            rf"[ -]?(?:(?:more|additional|extra) )?(?:{alternation(units)})(?![A-Za-z])"
        ),
        units=units,
        currency=re.compile(rf"(?:{marks}) ?$"),
        currencies=currencies,
        before=re.compile(rf"\b({alternation(before)})(?: (?:a|an|the|its))? $", re.I),
        after=re.compile(rf"[ -]({alternation(after)})\b"),
        particle=_particles(relations.particles),
        relations_before=before,
        relations_after=after,
        not_starting=re.compile("|".join(f"(?:{p})" for p in ambiguities.starting)),
        not_ending=re.compile("(?:" + "|".join(ambiguities.ending) + ")$"),
        not_ending_spelt=re.compile("(?:" + "|".join(ambiguities.ending_spelt) + ")$"),
        not_ending_bare=re.compile("(?:" + "|".join(ambiguities.ending_bare) + ")$"),
        windows=re.compile(rf"\s(?:{alternation(ambiguities.windows)})\b"),
        passed=re.compile(rf"\b(?:{alternation(relations.passing)}) (?:the )?$", re.I),
        marks=re.compile(rf"[ -](?:{alternation(relations.marks)})\b"),
    )


def _particles(verbs: dict[str, list[str]]) -> re.Pattern[str]:
    each = (rf"\b(?:{alternation(listed)}) {particle} $" for particle, listed in verbs.items())
    return re.compile("|".join(each), re.I)


def _listed(relations: list[str]) -> re.Pattern[str]:
    compared = rf"(?:(?:{alternation(relations)}) )?"
    return re.compile(
        rf"(?:, {NUMERAL}){{0,8}}(?:(?P<to> to )|,? and ){compared}(?P<last>{NUMERAL})"
    )


def _by_word(words: dict[str, list[str]]) -> dict[str, Relation]:
    return {word: Relation(sign) for sign, listed in words.items() for word in listed}
