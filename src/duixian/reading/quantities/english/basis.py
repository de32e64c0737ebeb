"""Whether an English number says how far something moved, or where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.word_ending import Ending
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import (
    change_behind,
    change_words,
    context_words,
    set_against,
)
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED, RATES, STREAK
from duixian.reading.records import Basis

_PARTICIPLE = re.compile(r"(?:ed|ing)$")
_Told = tuple[Basis, str]  # and why

_OF_WHICH = (" of which", " of whom", " of it", " of them", " of these", " of those")
# grew by 4.5 percent, or 52 billion yuan
_OR = re.compile(r"\W*or ")
_OR_BY = re.compile(r"\W*or by ")
_IS_DONE = re.compile(r" of (?:[\w’'-]+ ){1,9}?(?:was|were|will be|has been|have been)\b")
_LONGEST_CLIMB = 100
_TO = Ending(["to", "from"])


@dataclass(frozen=True, slots=True)
class _Patterns:
    last_of_up: tuple[str, ...]  # one of which ends what is up or down
    up: re.Pattern[str]
    noun_up: re.Pattern[str]  # the yield up 5 kilograms
    by: re.Pattern[str]
    at_a_rate: re.Pattern[str]  # grew at an average annual rate of
    change_itself: re.Pattern[str]  # the rise in prices, the growth target
    as_much_as_earlier: re.Pattern[str]  # 2.4 times that of 2022
    takes_up: re.Pattern[str]
    change_verb: re.Pattern[str]
    change_directly: re.Pattern[str]
    change_noun: re.Pattern[str]
    last_of_change_noun: tuple[str, ...]  # one of which ends what it finds
    before_up: frozenset[str]  # verbs that up and down belong to
    than_earlier: re.Pattern[str]
    than_others: re.Pattern[str]
    up_on: re.Pattern[str]  # 3 tons up on the year before
    limits: re.Pattern[str]
    of_population: re.Pattern[str]
    outdone: re.Pattern[str]
    shares_of_growth: re.Pattern[str]
    climbing: re.Pattern[str]
    ranks: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = context_words()
    verbs, nouns = word_tree(data.change_verbs), word_tree(data.change_nouns)
    earlier = word_tree(data.earlier)
    degrees, rates = word_tree(data.degrees), word_tree(data.rates)
    directions, only = word_tree(data.directions), word_tree(data.only)
    degree = rf"(?:an? |the )?(?:(?:{degrees}) ){{0,3}}(?:(?:{rates}) of )?"
    return _Patterns(
        last_of_up=("+", *(f"{each}{by} " for each in data.directions for by in ("", " by"))),
        up=re.compile(
            rf"(?:^|, |(?:{word_tree(data.copulas)}) )\s*(?:{directions})(?: by)? $"
            r"|(?:^|[\s(,])\+$"
        ),
        noun_up=re.compile(rf"\b(?P<word>[A-Za-z]+) (?:{directions})(?: by)? $"),
        by=re.compile(rf"\bby (?:(?:{only}) )?{degree}$"),
        at_a_rate=re.compile(rf"\b(?:at|averaging) {degree}$"),
        change_itself=re.compile(
            rf"\b(?:(?:{word_tree(data.rising)}) in (?:the )?(?:{word_tree(data.prices)})"
            rf"|(?:{word_tree(data.growth_itself)}))\b[^,;\d]{{0,40}}(?:\d{{4}}[^,;\d]{{0,20}})?$"
        ),
        as_much_as_earlier=re.compile(
            rf"^ (?:that|those|what [a-z]+ was|the|as (?:{word_tree(data.as_much)}) as)"
            rf"(?: [a-z]+)?(?: (?:of|in|at|for|the))* ?(?:(?:19|20)\d\d|{earlier})\b"
            rf"|^ (?:(?:19|20)\d\d|{earlier})['’]s?\b"
        ),
        takes_up=re.compile(rf"\b(?:{word_tree(data.shares_up)}) up $", re.I),
        change_verb=change_words(),
        change_directly=re.compile(rf"\b(?:{verbs})(?: (?:{only}))? $", re.I),
        change_noun=re.compile(
            rf"\b(?:{nouns})(?: (?:{word_tree(data.change_heads)}))?"
            rf"(?: (?:{word_tree(data.change_links)}))? $",
            re.I,
        ),
        last_of_change_noun=tuple(
            f"{words.lower()} "
            for words in (*data.change_nouns, *data.change_heads, *data.change_links)
        ),
        before_up=frozenset(data.before_up),
        than_earlier=re.compile(
            rf"^ (?:{word_tree(data.comparatives)})(?: [a-z]+)? than"
            r"(?: (?:in|at|that of|that in|those of|those in|for|the|a))* ?"
            rf"(?:(?:19|20)\d\d|(?:(?:[a-z]+|\d+) (?=years ))?{earlier})\b"
            rf"|^ (?:{word_tree(data.beyond)}) (?:[a-z’']+ ){{0,3}}?"
            rf"(?:(?:19|20)\d\d|{earlier}|{word_tree(data.reached_before)})\b"
        ),
        than_others=re.compile(rf"^ (?:{word_tree(data.comparatives)})(?: [a-z]+)? than\b"),
        up_on=re.compile(rf" (?:{directions}) (?:on|from|over|year[ -]on[ -]year)\b"),
        limits=re.compile(rf"(?:{word_tree(data.limits)})\b"),
        of_population=re.compile(rf"\b(?:{word_tree(data.of_population)})\b", re.I),
        outdone=re.compile(rf"\b(?:{word_tree(data.outdone)})\b[^,;]*$"),
        shares_of_growth=re.compile(data.shares_of_growth),
        climbing=re.compile(rf"(?:{word_tree(data.climbing)}) $"),
        ranks=re.compile(rf"^ (?:{word_tree(data.ranks)})\b"),
    )


def basis_of(
    place: Place, previous: Place | None, previous_basis: Basis | None
) -> tuple[Basis, str]:
    """Return whether the number is a level or a change, and why."""
    return (
        _of_itself(place)
        or _of_a_list(place, previous, previous_basis)
        or _beside_it(place, previous, previous_basis)
        or _of_its_clause(place)
        or (Basis.LEVEL, "no word of change")
    )


def is_than_years_before(place: Place, following: Place) -> bool:
    """3 million yuan more than five years before: the years are a number of their own."""
    if following.mention.unit != "year" or not following.compared.endswith(" than "):
        return False
    is_next = place.mention.unit != "year" and not place.behind.strip()
    return is_next and following.behind.startswith((" before", " ago", " earlier"))


def _of_itself(place: Place) -> _Told | None:
    """Read the number itself, and what it is compared with."""
    patterns, mention = _patterns(), place.mention
    if mention.is_change:
        return Basis.CHANGE, "the number word is a change"
    if mention.why == STREAK:
        return Basis.LEVEL, "a streak"
    if mention.unit == "count" and _climbs(place):
        return Basis.CHANGE, "climbed so many places"
    if patterns.up_on.match(place.behind):
        return Basis.CHANGE, "up or down"
    if patterns.than_earlier.match(place.behind):
        return Basis.CHANGE, "compared with an earlier time"
    if mention.unit in RATES and patterns.than_others.match(place.behind):
        return Basis.LEVEL, "compared with others"
    return None


def _of_a_list(place: Place, previous: Place | None, previous_basis: Basis | None) -> _Told | None:
    """Read what a member of a list shares with the number before it."""
    is_like = previous is not None and previous.mention.unit == place.mention.unit
    shared = previous_basis or Basis.LEVEL, "as the number before it in the list"
    if is_like and set_against().search(place.before):
        return shared
    found = change_behind().match(place.behind)
    if found and "more" in found[0] and place.mention.unit in RATES:
        return Basis.CHANGE, "before more"
    is_rate_before = previous is not None and previous.mention.unit in RATES
    if previous_basis is Basis.CHANGE and is_rate_before and _OR.fullmatch(place.before):
        return Basis.CHANGE, "the same change in another unit"
    is_part = place.mention.unit == "%" and place.behind.startswith(" of ")  # 98% of cases were
    is_bare = not place.before.strip() or _ends_list(place, previous)
    is_bare = is_bare and not place.behind.startswith(_OF_WHICH)
    is_bare = is_bare and not (is_part and previous_basis is Basis.CHANGE)
    if is_bare and previous_basis is Basis.CHANGE and _IS_DONE.match(place.behind):
        return None  # costs were cut by 3 million yuan and 2 million yuan of bonds was issued
    return shared if is_bare and is_like else None


def _ends_list(place: Place, previous: Place | None) -> bool:
    """by 9, 7, and 5 percent: the last behind a comma and an and."""
    if previous is None or previous.before.strip() or place.before.strip() != "and":
        return False
    return not place.behind.strip(" .,;") or "respectively" in place.behind


def _beside_it(place: Place, previous: Place | None, previous_basis: Basis | None) -> _Told | None:
    """Read the words right before and behind the number."""
    patterns = _patterns()
    if place.before.removesuffix("\n").endswith(patterns.last_of_up) and (
        patterns.up.search(place.before) or _moves_noun(place)
    ):
        return Basis.CHANGE, "up or down"
    if _is_rate_of_change(place):
        return Basis.CHANGE, "the change itself is told"
    if _TO.ends(place.before):
        return Basis.LEVEL, "after to"
    found = change_behind().match(place.behind)
    if found and "more" not in found[0]:
        return Basis.CHANGE, f"before {found[0].strip()}"
    if "by " not in place.before or not patterns.by.search(place.before):
        return None
    if patterns.outdone.search(place.clause):
        return Basis.LEVEL, "compared with others"
    clause = place.clause
    if clause == " by " and place.front.endswith(","):  # fell for the first time, by 2 percent
        clause = place.front[:-1].rpartition(",")[2]
    if verb := patterns.change_verb.search(clause):
        return Basis.CHANGE, f"{verb[0].lower()} by"
    if previous and place.mention.unit in RATES and _OR_BY.match(place.before):
        return Basis.CHANGE, "the same change in another unit"
    if previous_basis is Basis.CHANGE and previous and patterns.by.search(previous.before):
        return Basis.CHANGE, "by, as the number before it"
    return None


def _of_its_clause(place: Place) -> _Told | None:
    """Read the words of change farther off in the clause."""
    patterns, mention = _patterns(), place.mention
    if patterns.shares_of_growth.search(place.clause):
        return Basis.LEVEL, "share of a growth"
    if patterns.limits.match(place.compared) and patterns.change_directly.search(place.before):
        return Basis.LEVEL, "after to"
    ends_so = place.before.removesuffix("\n").lower().endswith(patterns.last_of_change_noun)
    if ends_so and (found := patterns.change_noun.search(place.before)):
        return Basis.CHANGE, f"after {found[0].strip().lower()}"
    if mention.unit in RATES and _changes_directly(place):
        return Basis.CHANGE, "after a verb of change"
    if mention.unit == "x" and patterns.change_verb.search(place.clause):
        return Basis.CHANGE, "multiple of a change"
    if mention.unit == "x" and patterns.as_much_as_earlier.match(place.behind):
        return Basis.CHANGE, "multiple of an earlier time"
    return None


def _climbs(place: Place) -> bool:
    """climbing four places to rank 17th; 300 positions are jobs."""
    patterns = _patterns()
    return (
        place.mention.value < _LONGEST_CLIMB
        and patterns.ranks.match(place.behind) is not None
        and patterns.climbing.search(place.before) is not None
    )


def _moves_noun(place: Place) -> bool:
    found = _patterns().noun_up.search(place.before)
    if found is None or place.mention.unit in COUNTED:
        return False
    word = found["word"].lower()
    return word not in _patterns().before_up and not _PARTICIPLE.search(word)


def _is_rate_of_change(place: Place) -> bool:
    """The rise in the CPI fell to 2 percent: what is told of is a change, whatever became of it."""
    patterns = _patterns()
    if place.mention.unit != "%" or patterns.shares_of_growth.search(place.clause):
        return False
    found = patterns.change_itself.search(place.clause)
    if found and patterns.of_population.search(place.clause):
        return False
    return found is not None and "contribut" not in place.clause


def _changes_directly(place: Place) -> bool:
    """Rose 5 percent, grew at an average annual rate of 5 percent; no share taken up."""
    patterns = _patterns()
    if patterns.takes_up.search(place.before):
        return False
    if patterns.change_directly.search(place.before):
        return True
    at = patterns.at_a_rate.search(place.before)
    return at is not None and patterns.change_verb.search(place.before, 0, at.start()) is not None
