"""The patterns that show a sentence's kind, made once for each language from its data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Literal

import msgspec

from duixian.language.data import compile_pattern, load_toml
from duixian.language.screen import Screen
from duixian.reading.records import Language

Overruling = Literal["promise", "promise elsewhere", "deed", "deed elsewhere", "request"]
# Where in a clause a vague verb takes the deed's certainty away: before the deed and as its own
# verb, only before it, or anywhere at the clause's start.
YieldsTo = Literal["opening", "adverb", "any opening"]
_NEVER = "(?!)"  # what a language without such data shows

# What a weight is of: the sentence's place, a sign that other parts look for, or words of its own.
WeightOf = Literal[
    "promising", "asks", "imperative", "item", "reasons", "opening", "trouble", "words"
]


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    pattern: str
    overruled_by: list[Overruling] = []
    runs_on: bool = False  # to the sentences after it in the paragraph
    opens_list: bool = False  # the items after it are of it
    opens_lessons: bool = False  # of a review: what must be, said in it from here on, is one
    of_discourse: bool = False  # only in a report that argues


class _Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    pattern: str
    yields_to: YieldsTo = "opening"


class _Difficulties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opening: str
    named: str
    met: str
    ending: str
    overcome: str


class _Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    state: str
    copula: str
    imperative: str
    asks: str
    reasons: str
    targets: str


class _Turns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to_review: str
    to_plan: str
    list_item: str
    leaves_review: str
    lessons: str = _NEVER


class _Bearing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    trouble: str = _NEVER
    unmended: str = _NEVER
    mended: str = _NEVER
    success: str = _NEVER
    but: str = _NEVER


class _History(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    long_ago: str = _NEVER
    since: str = _NEVER
    said_then: str = _NEVER
    compared: str = _NEVER
    of_late: str = _NEVER


class _Foreign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: str = _NEVER
    stand: str = _NEVER
    promise: str = _NEVER
    others: str = _NEVER
    ours: str = _NEVER


class _Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    weight: int
    of: WeightOf = "words"
    pattern: str | None = None  # of the words, where it is of words


class _Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promised: str
    obliged: str
    done: str
    plainly_done: str
    told: str
    over_with: str = _NEVER
    goes_on: str = _NEVER
    judged: str = _NEVER
    brought: str = _NEVER
    past: str = _NEVER


class _Specificity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    clause_end: str
    general: str
    going_on: str
    deed: list[_Deed]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    context: list[_Context]
    difficulties: _Difficulties
    description: _Description
    turns: _Turns
    modality: _Modality
    specificity: _Specificity
    bearing: _Bearing = _Bearing()
    history: _History = _History()
    foreign: _Foreign = _Foreign()
    weight: list[_Weight] = []


@dataclass(frozen=True, slots=True)
class Sign:
    """One pattern that a sentence is searched for, with its bit in the screen of its language."""

    pattern: re.Pattern[str]
    bit: int


@dataclass(frozen=True, slots=True)
class ContextPattern:
    """One sign that a sentence is said of no one's doing."""

    name: str
    sign: Sign
    overruled_by: frozenset[Overruling]
    runs_on: bool
    opens_list: bool
    opens_lessons: bool
    of_discourse: bool


@dataclass(frozen=True, slots=True)
class DeedPattern:
    """One kind of deed that anyone can check."""

    name: str
    pattern: re.Pattern[str]
    yields_to: YieldsTo


@dataclass(frozen=True, slots=True)
class Weight:
    """One sign that a sentence of a plan sets a task (above zero) or gives a reason (below)."""

    name: str
    weight: int
    of: WeightOf
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class StatementPatterns:
    """Compiled patterns of one language."""

    signs: tuple[Sign, ...]
    screen: Screen  # of all signs
    context: tuple[ContextPattern, ...]
    context_bits: int  # of all their signs, but those of a report that argues
    discourse_bits: int  # of those
    difficulties: Sign
    difficulties_named: Sign
    difficulties_met: re.Pattern[str]
    difficulties_end: Sign
    overcome: Sign
    state: Sign
    copula: Sign
    imperative: re.Pattern[str]
    asks: re.Pattern[str]
    reasons: re.Pattern[str]
    targets: re.Pattern[str]
    to_review: Sign
    to_plan: Sign
    list_item: re.Pattern[str]
    leaves_review: Sign
    lessons: Sign
    promised: Sign
    obliged: Sign
    done: Sign
    plainly_done: re.Pattern[str]
    told: Sign
    over_with: Sign
    goes_on: Sign
    judged: Sign
    past: Sign
    brought: re.Pattern[str]
    trouble: Sign
    unmended: re.Pattern[str]
    mended: re.Pattern[str]
    success: re.Pattern[str]
    but: re.Pattern[str]
    long_ago: Sign
    since: re.Pattern[str]
    said_then: re.Pattern[str]
    compared: re.Pattern[str]
    of_late: Sign
    foreign_heading: re.Pattern[str]
    stand: re.Pattern[str]
    own_promise: re.Pattern[str]
    others: re.Pattern[str]
    ours: re.Pattern[str]
    weights: tuple[Weight, ...]
    clause_end: re.Pattern[str]
    general: re.Pattern[str]
    going_on: re.Pattern[str]
    deeds: tuple[DeedPattern, ...]
    deed_screen: Screen  # of the deeds, by their place


# The signs that stand alone, and the entries of the data that say them.
_SIGNS = {
    "difficulties": "difficulties.opening",
    "difficulties_named": "difficulties.named",
    "difficulties_end": "difficulties.ending",
    "overcome": "difficulties.overcome",
    "state": "description.state",
    "copula": "description.copula",
    "to_review": "turns.to_review",
    "to_plan": "turns.to_plan",
    "leaves_review": "turns.leaves_review",
    "lessons": "turns.lessons",
    "promised": "modality.promised",
    "obliged": "modality.obliged",
    "done": "modality.done",
    "told": "modality.told",
    "over_with": "modality.over_with",
    "goes_on": "modality.goes_on",
    "past": "modality.past",
    "judged": "modality.judged",
    "trouble": "bearing.trouble",
    "long_ago": "history.long_ago",
    "of_late": "history.of_late",
}


@cache
def statement_patterns(language: Language) -> StatementPatterns:
    """Load and compile the statement patterns of a language.

    Raises LanguageDataError naming the file and the entry that is not valid.
    """
    path = f"{language.value}/statements.toml"
    data = load_toml(path, _Data)
    description, turns = data.description, data.turns
    modality, specificity = data.modality, data.specificity
    bearing, history, foreign = data.bearing, data.history, data.foreign

    def compiled(pattern: str, entry: str) -> re.Pattern[str]:
        return compile_pattern(pattern, path=path, entry=entry)

    signs: list[Sign] = []

    def sign(pattern: str, entry: str) -> Sign:
        signs.append(Sign(compiled(pattern, entry), 1 << len(signs)))
        return signs[-1]

    context = _contexts(data.context, sign)
    deeds = _deeds(specificity.deed, compiled)
    named = {name: sign(attrgetter(entry)(data), entry) for name, entry in _SIGNS.items()}
    return StatementPatterns(
        context=context,
        context_bits=sum(each.sign.bit for each in context if not each.of_discourse),
        discourse_bits=sum(each.sign.bit for each in context if each.of_discourse),
        **named,
        difficulties_met=compiled(data.difficulties.met, "difficulties.met"),
        imperative=compiled(description.imperative, "description.imperative"),
        asks=compiled(description.asks, "description.asks"),
        reasons=compiled(description.reasons, "description.reasons"),
        targets=compiled(description.targets, "description.targets"),
        list_item=compiled(turns.list_item, "turns.list_item"),
        unmended=compiled(bearing.unmended, "bearing.unmended"),
        mended=compiled(bearing.mended, "bearing.mended"),
        success=compiled(bearing.success, "bearing.success"),
        but=compiled(bearing.but, "bearing.but"),
        since=compiled(history.since, "history.since"),
        said_then=compiled(history.said_then, "history.said_then"),
        compared=compiled(history.compared, "history.compared"),
        foreign_heading=compiled(foreign.heading, "foreign.heading"),
        stand=compiled(foreign.stand, "foreign.stand"),
        own_promise=compiled(foreign.promise, "foreign.promise"),
        others=compiled(foreign.others, "foreign.others"),
        ours=compiled(foreign.ours, "foreign.ours"),
        weights=_weights(data.weight, compiled),
        brought=compiled(modality.brought, "modality.brought"),
        plainly_done=compiled(modality.plainly_done, "modality.plainly_done"),
        clause_end=compiled(specificity.clause_end, "specificity.clause_end"),
        general=compiled(specificity.general, "specificity.general"),
        going_on=compiled(specificity.going_on, "specificity.going_on"),
        deeds=deeds,
        signs=tuple(signs),
        screen=Screen([each.pattern for each in signs]),
        deed_screen=Screen([each.pattern for each in deeds]),
    )


def _contexts(
    entries: list[_Context], sign: Callable[[str, str], Sign]
) -> tuple[ContextPattern, ...]:
    return tuple(
        ContextPattern(
            each.name,
            sign(each.pattern, f"context {each.name!r}"),
            frozenset(each.overruled_by),
            each.runs_on,
            each.opens_list,
            each.opens_lessons,
            each.of_discourse,
        )
        for each in entries
    )


def _weights(
    entries: list[_Weight], compiled: Callable[[str, str], re.Pattern[str]]
) -> tuple[Weight, ...]:
    return tuple(
        Weight(
            each.name,
            each.weight,
            each.of,
            None if each.pattern is None else compiled(each.pattern, f"weight {each.name!r}"),
        )
        for each in entries
    )


def _deeds(
    entries: list[_Deed], compiled: Callable[[str, str], re.Pattern[str]]
) -> tuple[DeedPattern, ...]:
    return tuple(
        DeedPattern(
            each.name,
            compiled(each.pattern, f"specificity.deed {each.name!r}"),
            each.yields_to,
        )
        for each in entries
    )
