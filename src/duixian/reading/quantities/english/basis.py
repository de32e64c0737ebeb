"""Whether an English number says how far something moved, or where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.data import alternation
from duixian.reading.quantities.english.context_words import change_behind, context_words
from duixian.reading.quantities.english.place import Place
from duixian.reading.records import Basis

_BY = re.compile(
    r"\bby(?: (?:only|just|a mere|an average of|a further|an additional|another|a total of))? $"
)
_UP = re.compile(r"(?:^|, |was |were |is |are )\s*(?:up|down)(?: by)? $")
# the yield up 5 kilograms; no verb and its particle, as in freeing up 3 hectares
_NOUN_UP = re.compile(r"\b(?P<word>[A-Za-z]+) (?:up|down)(?: by)? $")
_PARTICIPLE = re.compile(r"(?:ed|ing)$")
_TO = re.compile(r"\bto $")
_RATES = ("%", "pp", "x")
_COUNTED = ("count", "person", "household")


@dataclass(frozen=True, slots=True)
class _Patterns:
    change_verb: re.Pattern[str]
    change_directly: re.Pattern[str]
    change_noun: re.Pattern[str]
    before_up: frozenset[str]  # verbs that up and down belong to
    than_earlier: re.Pattern[str]
    outdone: re.Pattern[str]
    shares_of_growth: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = context_words()
    verbs, nouns = alternation(data.change_verbs), alternation(data.change_nouns)
    earlier = alternation(data.earlier)
    return _Patterns(
        change_verb=re.compile(rf"\b(?:{verbs}|{nouns})\b", re.I),
        change_directly=re.compile(
            rf"\b(?<!made )(?<!make )(?<!makes )(?<!making )(?:{verbs}) $", re.I
        ),
        change_noun=re.compile(
            rf"\b(?:{nouns})(?: (?:rate|target|forecast|speed))?"
            r"(?: (?:of|at|rate of|at a rate of|will be))? $",
            re.I,
        ),
        before_up=frozenset(data.before_up),
        than_earlier=re.compile(
            r"^ (?:more|higher|less|lower|fewer|longer|shorter)(?: [a-z]+)? than"
            r"(?: (?:in|at|that of|that in|those of|those in|for|the|a))* ?"
            rf"(?:(?:19|20)\d\d|{earlier})\b"
        ),
        outdone=re.compile(rf"\b(?:{alternation(data.outdone)})\b[^,;]*$"),
        shares_of_growth=re.compile(data.shares_of_growth),
    )


def basis_of(
    place: Place, previous: Place | None, previous_basis: Basis | None
) -> tuple[Basis, str]:
    """Return whether the number is a level or a change, and why."""
    patterns, mention = _patterns(), place.mention
    if mention.is_change:
        return Basis.CHANGE, "the number word is a change"
    if patterns.than_earlier.match(place.behind):
        return Basis.CHANGE, "compared with an earlier time"
    found = change_behind().match(place.behind)
    is_more = found is not None and "more" in found[0]
    if is_more and mention.unit in _RATES:
        return Basis.CHANGE, "before more"
    if not place.before.strip() and previous and previous.mention.unit == mention.unit:
        return previous_basis or Basis.LEVEL, "as the number before it in the list"
    if _UP.search(place.before) or _moves_noun(place):
        return Basis.CHANGE, "up or down"
    if _TO.search(place.before):
        return Basis.LEVEL, "after to"
    if found and not is_more:
        return Basis.CHANGE, f"before {found[0].strip()}"
    if _BY.search(place.before):
        if patterns.outdone.search(place.clause):
            return Basis.LEVEL, "compared with others"
        if found := patterns.change_verb.search(place.clause):
            return Basis.CHANGE, f"{found[0].lower()} by"
        if previous_basis is Basis.CHANGE and previous and _BY.search(previous.before):
            return Basis.CHANGE, "by, as the number before it"
    if patterns.shares_of_growth.search(place.clause):
        return Basis.LEVEL, "share of a growth"
    if found := patterns.change_noun.search(place.before):
        return Basis.CHANGE, f"after {found[0].strip().lower()}"
    if mention.unit in _RATES and patterns.change_directly.search(place.before):
        return Basis.CHANGE, "after a verb of change"
    if mention.unit == "x" and patterns.change_verb.search(place.clause):
        return Basis.CHANGE, "multiple of a change"
    return Basis.LEVEL, "no word of change"


def _moves_noun(place: Place) -> bool:
    found = _NOUN_UP.search(place.before)
    if found is None or place.mention.unit in _COUNTED:
        return False
    word = found["word"].lower()
    return word not in _patterns().before_up and not _PARTICIPLE.search(word)
