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
    particles: dict[str, list[str]]
    before: dict[str, list[str]]
    after: dict[str, list[str]]


class _Ambiguities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    starting: list[str]
    ending: list[str]
    ending_bare: list[str]
    ending_spelt: list[str]
    delivering: list[str]
    not_after_one: list[str]
    windows: list[str]
    persons: list[str]
    households: list[str]
    household_adjectives: list[str]
    vehicle_trips: list[str]
    vehicles: list[str]
    noun_stops: list[str]
    passing: list[str]
    marks: list[str]
    people: list[str]
    people_counted: list[str]
    poor: list[str]
    ages: list[str]
    days: list[str]
    multiples: list[str]
    reached: list[str]


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
    delivering: re.Pattern[str]  # in front of one
    not_after_one: re.Pattern[str]
    windows: re.Pattern[str]
    persons: frozenset[str]
    households: frozenset[str]
    noun_stops: frozenset[str]
    listed: re.Pattern[str]  # behind the first of 7, 8 and 9 percent, up to the last numeral
    passed: re.Pattern[str]  # in front of a mark that is exceeded
    marks: re.Pattern[str]
    people_behind: re.Pattern[str]
    people_before: re.Pattern[str]
    household_behind: re.Pattern[str]  # a 500-household village
    vehicle_trips: frozenset[str]
    trips_of_vehicles: re.Pattern[str]
    aged: re.Pattern[str]
    days_before: re.Pattern[str]
    multiple_before: re.Pattern[str]

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
        delivering=re.compile(rf"\b(?:{alternation(ambiguities.delivering)}) $", re.I),
        not_after_one=re.compile(
            rf"-|[^\w\s]|\s?$|\s(?:{alternation(ambiguities.not_after_one)})\b"
        ),
        windows=re.compile(rf"\s(?:{alternation(ambiguities.windows)})\b"),
        persons=frozenset(ambiguities.persons),
        households=frozenset(ambiguities.households),
        noun_stops=frozenset(ambiguities.noun_stops),
        passed=re.compile(rf"\b(?:{alternation(ambiguities.passing)}) (?:the )?$", re.I),
        marks=re.compile(rf"[ -](?:{alternation(ambiguities.marks)})\b"),
        people_behind=re.compile(_people_behind(ambiguities)),
        people_before=re.compile(_people_before(ambiguities), re.I),
        household_behind=re.compile(rf"-(?:{alternation(ambiguities.household_adjectives)})\b"),
        vehicle_trips=frozenset(ambiguities.vehicle_trips),
        trips_of_vehicles=re.compile(
            rf"\b(?:{alternation(ambiguities.vehicles)})\b[^.;\d]{{0,60}}"
            r"\b(?:made|make|makes|making|ran|run|runs|running|operated|completed)\b[^.;\d]{0,20}$",
            re.I,
        ),
        aged=re.compile(
            rf"\b(?:{alternation(ambiguities.ages)}) (?:(?:{alternation(before)}) )?$", re.I
        ),
        days_before=re.compile(_reaching(ambiguities, ambiguities.days), re.I),
        multiple_before=re.compile(_reaching(ambiguities, ambiguities.multiples), re.I),
    )


def _particles(verbs: dict[str, list[str]]) -> re.Pattern[str]:
    each = (rf"\b(?:{alternation(listed)}) {particle} $" for particle, listed in verbs.items())
    return re.compile("|".join(each), re.I)


def _listed(relations: list[str]) -> re.Pattern[str]:
    compared = rf"(?:(?:{alternation(relations)}) )?"
    return re.compile(
        rf"(?:, {NUMERAL}){{0,8}}(?:(?P<to> to )|,? and ){compared}(?P<last>{NUMERAL})"
    )


def _people_behind(data: _Ambiguities) -> str:
    """The rural poor population behind a number, and adjectives that stand for people."""
    return (
        rf" in (?:the|its|our) (?:[\w-]+ ){{0,4}}?(?:{alternation(data.people)})\b"
        rf"|(?: [\w-]+){{0,2}}? (?:{alternation(data.poor)})"
        rf"(?=[.,;]| (?:{alternation(data.noun_stops)})\b|$)"
    )


def _people_before(data: _Ambiguities) -> str:
    """A population of …; the number of students reached …"""
    noun = alternation([*data.people, *(f"number of {each}" for each in data.people_counted)])
    adjective = alternation(data.people_counted)
    return rf"\b(?:(?:{noun})|number of (?:[\w-]+ ){{1,3}}?(?:{adjective}))\b[^.,;()\d]{{0,60}}$"


def _reaching(data: _Ambiguities, nouns: list[str]) -> str:
    """Days with good air quality numbered …; the ratio of incomes narrowed to …"""
    return (
        rf"\b(?:{alternation(nouns)})\b(?:[^.,;:()\d%]|\d\.\d+){{0,60}}"
        rf"\b(?:{alternation(data.reached)}) (?:[a-z]+ ){{0,2}}$"
    )


def _by_word(words: dict[str, list[str]]) -> dict[str, Relation]:
    return {word: Relation(sign) for sign, listed in words.items() for word in listed}
