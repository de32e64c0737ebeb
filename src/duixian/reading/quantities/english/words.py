"""The English number words as patterns, made once from the language data."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.english_numerals import NUMERAL
from duixian.language.screen import ScreenedPattern
from duixian.language.word_tree import with_trees, word_tree
from duixian.reading.records import Relation

# 5 per thousand is a rate, 5 per thousand urban residents a ratio.
_PER_THOUSAND_OF = (
    r"(?:(?<=thousand)|(?<=1,000)|(?<=1000))"
    r" (?:(?!in |of |at |on |by |for |and |to |from |or |as |a |with |over )[a-z-]+ )?"
    r"(?:[a-z]{3,}s|people|population|children|women|men)\b"
)
_QUALIFIER = re.compile(r"^(?:more|additional|extra) ")


class _Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    names: list[str]
    factor: str = "1"
    before: list[str] = []


class _Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    factors: dict[str, int]
    in_front_of: list[str]


class _Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: list[_Unit]
    letters: _Letters
    per: dict[str, str]


class _Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passing: list[str]
    marks: list[str]
    inside: dict[str, list[str]]
    negations: list[str]
    negations_of_clause: list[str]
    negated_verbs: list[str]
    negated: dict[str, str]
    particles: dict[str, list[str]]
    signs: dict[str, list[str]]
    before: dict[str, list[str]]
    after: dict[str, list[str]]


class _Ambiguities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    starting_figures: list[str]
    behind_figures: list[str]
    starting_spelt: list[str]
    starting: list[str]
    ending: list[str]
    ending_signs: list[str]
    ending_bare: list[str]
    ending_codes: list[str]
    ending_spelt: list[str]
    windows: list[str]
    no_deeds: list[str]
    levels: list[str]
    monies: list[str]
    times_as_much: list[str]
    years: str
    before_years: str
    counted_years: list[str]


class EnglishWords(msgspec.Struct, frozen=True):
    """Compiled patterns and look-ups for one pass over English text."""

    numeral: re.Pattern[str]
    listed: re.Pattern[str]  # behind the first of 7, 8 and 9 percent, up to the last numeral
    unit: re.Pattern[str]
    units: dict[str, tuple[str, Decimal]]
    per: dict[str, str]  # the code of what a ratio is per, by its name
    letters: dict[str, int]  # one for a magnitude: £3m, 12k firms
    behind_letter: re.Pattern[str]
    currency: re.Pattern[str]
    currencies: dict[str, str]
    not_starting_figures: re.Pattern[str]
    not_starting_spelt: re.Pattern[str]
    not_ending: ScreenedPattern
    not_ending_signs: re.Pattern[str]  # in front of a number without a blank
    not_ending_bare: re.Pattern[str]  # in front of a number with neither unit nor magnitude
    not_ending_codes: ScreenedPattern
    not_ending_spelt: re.Pattern[str]
    windows: re.Pattern[str]
    after_deed: re.Pattern[str]  # train 5,000 workers over two years
    times_as_much: re.Pattern[str]
    level: re.Pattern[str]  # a 10-billion-yuan-level industry
    large_class: re.Pattern[str]  # a 10-billion-level industry, the 10-billion-yuan mark
    years: re.Pattern[str]
    before_years: re.Pattern[str]
    counted_years: re.Pattern[str]  # behind what looks like a year: 2000 new homes

    def code_of(self, unit: re.Match[str]) -> str:
        """Return the code of a unit that the pattern of units found."""
        return self.units[self.name_of(unit)][0]

    def name_of(self, unit: re.Match[str]) -> str:
        """Return the name of a unit without the words in front that only qualify it."""
        name = unit[0]
        return name if name in self.units else _QUALIFIER.sub("", name.lstrip(" -"))


_ARTICLES = ("a", "an", "the", "its")


class Comparisons(msgspec.Struct, frozen=True):
    """The words of comparison in front of a number and behind it."""

    before: re.Pattern[str]  # in lower case
    last_words: tuple[str, ...]  # one of which ends what ``before`` finds, but for an article
    after: re.Pattern[str]
    relations_before: dict[str, Relation]
    relations_of_signs: dict[str, Relation]
    relations_after: dict[str, Relation]
    particle: re.Pattern[str]  # no comparison: went up to 5, handed over 5
    last_of_particle: tuple[str, ...]  # one of which ends what ``particle`` finds
    passed: re.Pattern[str]  # in front of a mark that is exceeded
    marks: re.Pattern[str]
    marks_passed: re.Pattern[str]  # crossed the thresholds of
    marks_of: re.Pattern[str]  # the thresholds of
    inside: re.Pattern[str]
    relations_inside: dict[str, Relation]
    negated_verbs: re.Pattern[str]
    negations: re.Pattern[str]  # not allowed to fall below
    negated: dict[Relation, Relation]

    def ends_in_particle(self, words: str) -> bool:
        """Return whether a verb with its particle ends words: went up to, handed over."""
        may_end = words.removesuffix("\n").lower().endswith(self.last_of_particle)
        return may_end and self.particle.search(words) is not None

    def may_end(self, words: str) -> bool:
        """Return whether words may end in a comparison: far cheaper to ask than to look for one."""
        said = words.removesuffix("\n").removesuffix(" ").lower()
        head, _, last = said.rpartition(" ")
        return said.endswith(self.last_words) or (
            last in _ARTICLES and head.endswith(self.last_words)
        )


@cache
def english_words() -> EnglishWords:
    """Load and compile the English number words."""
    file = load_toml("en/units.toml", _Units)
    letters = file.letters
    data = file.unit
    excluded = load_toml("en/ambiguities.toml", _Ambiguities)
    spelt = {name: (unit.code, Decimal(unit.factor)) for unit in data for name in unit.names}
    units = {name.replace(" ", "-"): unit for name, unit in spelt.items()} | spelt
    currencies = {mark: unit.code for unit in data for mark in unit.before}
    compared = word_tree(comparisons().relations_before)
    return EnglishWords(
        numeral=re.compile(NUMERAL),
        listed=re.compile(
            rf"(?:, {NUMERAL}){{0,8}}(?:(?P<to> to )|,? and )(?:(?:{compared}) )?"
            rf"(?P<last>{NUMERAL})"
        ),
        unit=re.compile(
            rf"[ -]?(?:(?:more|additional|extra) )?(?:{word_tree(units)})(?![A-Za-z])"
            rf"(?!{_PER_THOUSAND_OF})"
        ),
        units=units,
        per=file.per,
        letters=letters.factors,
        behind_letter=re.compile(rf" (?:{word_tree(letters.in_front_of)})\b"),
        currency=re.compile(rf"(?:{word_tree(currencies)}) ?$"),
        currencies=currencies,
        not_starting_figures=_starting(
            [
                *excluded.starting_figures,
                rf"\d++(?:{'|'.join(excluded.behind_figures)})",
                *excluded.starting,
            ]
        ),
        not_starting_spelt=_starting([*excluded.starting_spelt, *excluded.starting]),
        not_ending=ScreenedPattern([_ending([each]) for each in excluded.ending]),
        not_ending_signs=_ending(excluded.ending_signs),
        not_ending_spelt=_ending(excluded.ending_spelt),
        not_ending_codes=ScreenedPattern([_ending([each]) for each in excluded.ending_codes]),
        not_ending_bare=_ending(excluded.ending_bare),
        windows=re.compile(rf"\s(?:{word_tree(excluded.windows)})\b(?! of)"),
        after_deed=re.compile(rf"\d[^,.;]* (?!(?:{word_tree(excluded.no_deeds)}) )[a-z-]+s over $"),
        level=re.compile(rf"-(?:{word_tree(excluded.levels)})\b"),
        large_class=re.compile(rf"-(?:{word_tree([*excluded.levels, *excluded.monies])})\b"),
        times_as_much=re.compile(rf" (?:{word_tree(excluded.times_as_much)})\b|[.,;]|$"),
        years=re.compile(excluded.years),
        before_years=re.compile(excluded.before_years),
        counted_years=re.compile(
            rf"\s(?:[a-z][a-z-]*\s){{0,2}}(?:{word_tree(excluded.counted_years)})\b(?!['’])"
        ),
    )


def _starting(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(with_trees("|".join(patterns)))


def _ending(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)})$")


@cache
def comparisons() -> Comparisons:
    """Load and compile the words of comparison."""
    data = load_toml("en/relations.toml", _Relations)
    before, after, inside = (_by_word(each) for each in (data.before, data.after, data.inside))
    particles = (
        rf"\b(?:{word_tree(verbs)}) {particle} (?:(?:the|its|our) )?$"
        for particle, verbs in data.particles.items()
    )
    articles = ("", "the ", "its ", "our ")
    return Comparisons(
        before=re.compile(rf"\b({word_tree(before)})(?: (?:{'|'.join(_ARTICLES)}))? $"),
        last_words=tuple({phrase.lower().split(" ")[-1] for phrase in before}),
        after=re.compile(rf"[ -]({word_tree(after)})\b"),
        relations_before=before,
        relations_of_signs=_by_word(data.signs),
        relations_after=after,
        particle=re.compile("|".join(particles), re.I),
        last_of_particle=tuple(f" {each} {one}" for each in data.particles for one in articles),
        passed=re.compile(rf"\b(?:{word_tree(data.passing)}) (?:the )?$", re.I),
        marks=re.compile(rf"[ -](?:{word_tree(data.marks)})\b"),
        marks_passed=re.compile(
            rf"\b(?:{word_tree(data.passing)}) the (?:{word_tree(data.marks)})s? of $"
        ),
        marks_of=re.compile(rf"\b(?:{word_tree(data.marks)})s? of $"),
        inside=re.compile(rf"(?:{word_tree(inside)})\b"),
        relations_inside=inside,
        negated_verbs=re.compile(rf"\b(?:{word_tree(data.negated_verbs)}) $"),
        negations=re.compile(
            rf"\b(?:(?:{word_tree(data.negations)}) (?!only )(?:[a-z]+ ){{1,5}}"
            rf"|(?:{word_tree(data.negations_of_clause)})\b[^.;]*)$",
            re.I,
        ),
        negated={Relation(said): Relation(meant) for said, meant in data.negated.items()},
    )


def _by_word(words: dict[str, list[str]]) -> dict[str, Relation]:
    return {word: Relation(sign) for sign, listed in words.items() for word in listed}
