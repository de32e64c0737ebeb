"""What an English number without a unit counts: told by the noun behind it or in front."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.screen import ScreenedPattern
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import change_words
from duixian.reading.quantities.english.scope import Scope
from duixian.reading.quantities.english.words import comparisons

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_GAP = re.compile(r"[.,;:()]")
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 7
_LONGEST_PHRASE = 80
_LONGEST_FRONT = 130
_FAR = 200
_MOST_AGE = 3  # digits
_LONGEST_AGE = 40
_NEAR = 24
# a women and children's hospital
_JOINED_OWNER = re.compile(r" and [a-z]+(?:['’]s|s['’])")
_OR_MORE = " or more"
_TRIPS = "trips"
_VISITS = "visits"
_FURTHER = re.compile(r" more (?!than\b)[a-z]")
_NUMBER_OF = "umber of "  # far cheaper to look for than whose


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    persons: frozenset[str]
    households: frozenset[str]
    businesses: list[str]
    commercial: frozenset[str]
    firms_of_one: frozenset[str]
    household_adjectives: list[str]
    vehicle_trips: frozenset[str]
    vehicles: list[str]
    vehicles_run: list[str]
    noun_stops: frozenset[str]
    people: list[str]
    poor: list[str]
    jobless: list[str]
    lives: list[str]
    working_visits: frozenset[str]
    connections: frozenset[str]
    connected: frozenset[str]
    behind_age: list[str]
    those: list[str]
    numbered: list[str]
    came_to: list[str]
    ages: list[str]
    older: list[str]
    anyone: list[str]
    days: list[str]
    years: list[str]
    points: list[str]
    rated: list[str]
    scored: list[str]
    multiples: list[str]
    reached: list[str]


class _Words(msgspec.Struct, frozen=True):
    persons: frozenset[str]
    households: frozenset[str]
    businesses: re.Pattern[str]  # the number of market entities rose to
    commercial: frozenset[str]
    firms_of_one: frozenset[str]  # self-employed individuals
    household_behind: re.Pattern[str]  # a 500-household village
    vehicle_trips: frozenset[str]
    trips_of_vehicles: re.Pattern[str]
    working_visits: frozenset[str]
    connections: frozenset[str]
    connected: frozenset[str]
    stops: frozenset[str]
    deciding: frozenset[str]  # on the unit, as few words do
    people_behind: re.Pattern[str]
    people_before: ScreenedPattern
    households_before: re.Pattern[str]
    aged: re.Pattern[str]
    older: tuple[str, ...]  # far cheaper to look for than the whole
    of_age: re.Pattern[str]  # children under
    behind_age: re.Pattern[str]
    days: list[str]
    times_before: re.Pattern[str]  # days of good air numbered, the average age was
    points: re.Pattern[str]
    rated: re.Pattern[str]
    scored: re.Pattern[str]
    multiple_before: re.Pattern[str]
    came_to: tuple[str, ...]
    number_of_people: re.Pattern[str]  # ... rose by 5 percent to
    labelled: re.Pattern[str]  # Visitors: 2.1m (2023:


@cache
def _words() -> _Words:
    data = load_toml("en/nouns.toml", _Data)
    compared = word_tree(comparisons().relations_before)
    return _Words(
        persons=data.persons,
        households=data.households,
        businesses=re.compile(rf"\b(?:{word_tree(data.businesses)})\b[^.,;()\d]{{0,40}}$", re.I),
        commercial=data.commercial,
        firms_of_one=data.firms_of_one,
        household_behind=re.compile(rf"-(?:{word_tree(data.household_adjectives)})\b"),
        vehicle_trips=data.vehicle_trips,
        trips_of_vehicles=re.compile(
            rf"\b(?:{word_tree(data.vehicles)})\b[^.;\d]{{0,60}}"
            rf"\b(?:{word_tree(data.vehicles_run)})\b[^.;\d]{{0,20}}$",
            re.I,
        ),
        working_visits=data.working_visits,
        connections=data.connections,
        connected=data.connected,
        stops=data.noun_stops,
        deciding=frozenset({_TRIPS, _VISITS})
        | data.persons
        | data.households
        | data.connected
        | {each.rpartition(" ")[2] for each in data.firms_of_one},
        people_behind=re.compile(_people_behind(data)),
        people_before=ScreenedPattern([re.compile(each, re.I) for each in _people_before(data)]),
        households_before=re.compile(
            rf"\bnumber of (?!(?:{word_tree(data.commercial)})\b)"
            r"(?:(?!(?:for|of|in) )[\w-]+ ){0,2}?"
            rf"(?:{word_tree(data.households)})\b[^.,;()\d]{{0,60}}$",
            re.I,
        ),
        aged=re.compile(rf"\b(?:{word_tree(data.ages)}) (?:(?:{compared}) )?$", re.I),
        older=tuple(f"{word} " for word in data.older),
        of_age=re.compile(
            rf"\b(?:{word_tree([*data.persons, *data.anyone])})(?: who are)? "
            rf"(?:{word_tree(data.older)}) $",
            re.I,
        ),
        behind_age=re.compile(rf"[.,;)]|$| (?:{word_tree(data.behind_age)})\b"),
        points=re.compile(rf"[ -](?:{word_tree(data.points)})\b"),
        rated=re.compile(rf"(?:\b|(?=%))(?:{word_tree(data.rated)})(?:\b|(?<=%))"),
        scored=re.compile(rf"\b(?:{word_tree(data.scored)})\b"),
        days=data.days,
        times_before=re.compile(_reaching(data, [*data.days, *data.years]), re.I),
        multiple_before=re.compile(_reaching(data, data.multiples), re.I),
        came_to=tuple(f" {words} " for words in data.came_to),
        number_of_people=re.compile(
            rf"\bnumber of (?:(?!for )[\w-]+ ){{0,5}}?(?:{word_tree(data.persons)})\b"
            r"(?:(?! and |number of)[^.;()]|\.\d){0,140}$",
            re.I,
        ),
        labelled=re.compile(
            rf"(?:^|\n|; )\W*(?:[a-z-]+ ){{0,3}}?(?:{word_tree(data.persons)})"
            r"(?: [a-z]+ed(?: [a-z-]+){0,5})?: "
            r"(?:[^.;\n]|\.\d){0,40}$",
            re.I,
        ),
    )


def counts_people(scope: Scope, first: int) -> bool:
    """Tell whether the label of a line is a noun of people: Visitors: 2.1m (2023: 1.8m)."""
    if scope.normal.find(": ", scope.start, first) < 0:
        return False
    return _words().labelled.search(scope.before(first, length=_LONGEST_FRONT)) is not None


def persons() -> frozenset[str]:
    """Return the nouns of people."""
    return _words().persons


def _people_behind(data: _Data) -> str:
    """The rural poor population behind a number, and adjectives that stand for people."""
    return (
        rf" in (?:the|its|our) (?:[\w-]+ ){{0,4}}?(?:{word_tree(data.people)})\b"
        rf"| of those (?:{word_tree(data.those)})\b| who\b"
        rf"| (?:{word_tree(data.lives)})\b"
        rf"|(?: of the)?(?: [\w-]+){{0,2}}? (?:{word_tree(data.poor)})"
        rf"(?=[.,;]| (?:{word_tree(data.noun_stops)})\b|$)"
    )


def _people_before(data: _Data) -> list[str]:
    """A population of …; the number of students reached …"""
    nouns, persons = word_tree(data.people), word_tree(data.persons)
    others = r"(?!(?:for|of|in) )[\w-]+ "  # no number of places for children
    poor = rf"(?:^|[,;:\n]|[•▪·])\s*(?:[\w-]+ ){{0,3}}(?:{word_tree(data.jobless)}) [a-z]+"
    head = rf"(?:^|[,;:\n](?!\d)|[•▪·])\s*(?:(?!per )[A-Za-z-]+ ){{0,4}}(?:{persons})"
    return [
        rf"\b(?:{nouns}|number of (?:{others}){{0,3}}?(?:{persons}))\b[^.,;()\d]{{0,90}}$",
        rf"{poor} (?:[a-z]+ )?$",
        rf"{head}(?: who [^.,;()\d]{{1,60}})? (?:{word_tree(data.numbered)}) $",
    ]


def _reaching(data: _Data, nouns: list[str]) -> str:
    """Days with good air quality numbered …; the ratio of incomes narrowed to …"""
    return (
        rf"\b({word_tree(nouns)})\b(?:[^.,;:()\d%]|\d\.\d+){{0,60}}"
        rf"\b(?:{word_tree(data.reached)}) (?:[a-z]+ ){{0,2}}$"
    )


def unit_counted(scope: Scope, first: int, stop: int) -> str:
    """Return the unit of the number ``normal[first:stop]``: people, days, plain things, …"""
    before = scope.before(first, length=_LONGEST_FRONT)
    words = _words()
    if words.aged.search(before) or is_age(scope, first, stop):
        return "year"
    return _unit_of_noun(scope, stop, before) or _unit_in_front(scope, before, first) or "count"


def is_age(scope: Scope, first: int, stop: int) -> bool:
    """children under 6, people over 80: how old they are, and not how many."""
    words = _words()
    if not scope.normal.endswith(words.older, scope.start, first):
        return False
    if scope.normal[first].isdigit():
        if stop - first > _MOST_AGE:
            return False
    elif words.behind_age.match(scope.normal, stop, scope.end) is None:
        return False
    return words.of_age.search(scope.before(first, length=_LONGEST_AGE)) is not None


def points_of_rate(scope: Scope, first: int, stop: int) -> re.Match[str] | None:
    """Return the points by which a rate moved: the rate fell by 1.2 points."""
    words = _words()
    points = words.points.match(scope.normal, stop, scope.end)
    if points is None or not scope.normal[first].isdigit():
        return None
    if not _is_rated(scope.before(first, length=_LONGEST_FRONT)):
        behind = scope.normal[stop : min(scope.end, stop + _LONGEST_PHRASE)]
        if not _is_rated(behind) or words.scored.search(scope.before(first, length=_LONGEST_FRONT)):
            return None
    is_decimal = "." in scope.normal[first:stop]
    moved = is_decimal or change_words().search(scope.before(first, length=_NEAR))
    return points if moved else None


def _is_rated(words_around: str) -> bool:
    """Tell whether a rate is the last that is told of, and no score."""
    words = _words()
    rates = [found.end() for found in words.rated.finditer(words_around)]
    scores = [found.end() for found in words.scored.finditer(words_around)]
    return bool(rates) and max(rates) > max(scores, default=0)


def _unit_of_noun(scope: Scope, stop: int, before: str) -> str | None:
    """The unit of the noun phrase behind a number; none where no noun stands there."""
    words, end = _words(), scope.noun_end
    if scope.normal.startswith(_OR_MORE, stop):
        stop += len(_OR_MORE)
    if words.people_behind.match(scope.normal, stop, end):
        return "person"
    if words.household_behind.match(scope.normal, stop, end):
        return "household"
    end = min(end, stop + _LONGEST_PHRASE)
    gap = _GAP.search(scope.normal, stop, end)
    position, previous = -1, ""
    for position, found in enumerate(
        _WORD.finditer(scope.normal, stop, gap.start() if gap else end)
    ):
        word = found[0].lower()
        if position > _MOST_WORDS or (word in words.stops and not _is_further(scope, found, stop)):
            break
        if position > 1 and _DIGIT.search(scope.normal, stop, found.start()):
            break  # 20 parks and 300 people; but 500 and 300 people
        if word in words.deciding and (unit := _unit_of_word(word, previous, before)):
            if _JOINED_OWNER.match(scope.normal, found.end(), end):
                continue
            return unit
        previous = word
    else:
        position += 1
    return "count" if position > 0 else None


def _is_further(scope: Scope, word: re.Match[str], stop: int) -> bool:
    """300 more teachers: people as well; but 300 more than last year."""
    return word.start() == stop + 1 and _FURTHER.match(scope.normal, stop, scope.end) is not None


def _unit_of_word(word: str, previous: str, before: str) -> str | None:
    """The unit a word of the phrase decides on; trips are people's unless vehicles made them."""
    words = _words()
    if word in words.households:
        is_business = previous in words.commercial or (
            not previous and words.businesses.search(before)
        )
        return "count" if is_business else "household"
    if word == _TRIPS:
        of_vehicles = previous in words.vehicle_trips or words.trips_of_vehicles.search(before)
        return "count" if of_vehicles else "person"
    if f"{previous} {word}" in words.firms_of_one:
        return "count"
    if word == _VISITS and previous in words.working_visits:
        return "count"
    if word in words.connected and previous in words.connections:
        return "count"
    return "person" if word in words.persons else None


def _is_number_of_people(scope: Scope, first: int) -> bool:
    """The number of tourists rose by 5 percent to 9,000; it has tripled, reaching 9,000."""
    words = _words()
    if not scope.normal.endswith(words.came_to, scope.start, first):
        return False
    before = scope.before(first, length=_FAR)
    return _NUMBER_OF in before and words.number_of_people.search(before) is not None


def _unit_in_front(scope: Scope, before: str, first: int) -> str | None:
    """a population of 5 million, days of good air numbered 300: what was counted."""
    words = _words()
    if found := words.times_before.search(before):
        return "day" if found[1].lower() in words.days else "year"
    if words.people_before.search(before) or _is_number_of_people(scope, first):
        return "person"
    if counts_people(scope, first):
        return "person"
    if _NUMBER_OF in before and words.households_before.search(before):
        return "household"
    is_decimal = scope.normal.startswith(".", first + 1)  # the ratio of incomes is 2.31
    return "x" if is_decimal and words.multiple_before.search(before) else None
