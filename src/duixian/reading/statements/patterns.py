"""The patterns that show a sentence's kind, made once for each language from its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from duixian.language.data import compile_pattern, load_toml
from duixian.reading.records import Language

Overruling = Literal["promise", "deed"]
# Where in a clause a vague verb takes the deed's certainty away: before the deed and as its own
# verb, only before it, or anywhere at the clause's start.
YieldsTo = Literal["opening", "adverb", "any opening"]


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    pattern: str
    overruled_by: list[Overruling] = []
    runs_on: bool = False  # to the sentences after it in the paragraph
    opens_list: bool = False  # the items after it are of it
    opens_lessons: bool = False  # of a review: what must be, said in it from here on, is one


class _Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    pattern: str
    yields_to: YieldsTo = "opening"


class _Difficulties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opening: str
    named: str
    ending: str
    overcome: str


class _Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    state: str
    copula: str
    imperative: str


class _Turns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to_review: str
    to_plan: str
    list_item: str
    leaves_review: str


class _Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promised: str
    obliged: str
    done: str
    plainly_done: str
    told: str


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


@dataclass(frozen=True, slots=True)
class ContextPattern:
    """One sign that a sentence is said of no one's doing."""

    name: str
    pattern: re.Pattern[str]
    overruled_by: frozenset[Overruling]
    runs_on: bool
    opens_list: bool
    opens_lessons: bool


@dataclass(frozen=True, slots=True)
class DeedPattern:
    """One kind of deed that anyone can check."""

    name: str
    pattern: re.Pattern[str]
    yields_to: YieldsTo


@dataclass(frozen=True, slots=True)
class StatementPatterns:
    """Compiled patterns of one language."""

    context: tuple[ContextPattern, ...]
    difficulties: re.Pattern[str]
    difficulties_named: re.Pattern[str]
    difficulties_end: re.Pattern[str]
    overcome: re.Pattern[str]
    state: re.Pattern[str]
    copula: re.Pattern[str]
    imperative: re.Pattern[str]
    to_review: re.Pattern[str]
    to_plan: re.Pattern[str]
    list_item: re.Pattern[str]
    leaves_review: re.Pattern[str]
    promised: re.Pattern[str]
    obliged: re.Pattern[str]
    done: re.Pattern[str]
    plainly_done: re.Pattern[str]
    told: re.Pattern[str]
    clause_end: re.Pattern[str]
    general: re.Pattern[str]
    going_on: re.Pattern[str]
    deeds: tuple[DeedPattern, ...]


@cache
def statement_patterns(language: Language) -> StatementPatterns:
    """Load and compile the statement patterns of a language.

    Raises LanguageDataError naming the file and the entry that is not valid.
    """
    path = f"{language.value}/statements.toml"
    data = load_toml(path, _Data)
    difficulties, description, turns = data.difficulties, data.description, data.turns
    modality, specificity = data.modality, data.specificity

    def compiled(pattern: str, entry: str) -> re.Pattern[str]:
        return compile_pattern(pattern, path=path, entry=entry)

    return StatementPatterns(
        context=tuple(
            ContextPattern(
                each.name,
                compiled(each.pattern, f"context {each.name!r}"),
                frozenset(each.overruled_by),
                each.runs_on,
                each.opens_list,
                each.opens_lessons,
            )
            for each in data.context
        ),
        difficulties=compiled(difficulties.opening, "difficulties.opening"),
        difficulties_named=compiled(difficulties.named, "difficulties.named"),
        difficulties_end=compiled(difficulties.ending, "difficulties.ending"),
        overcome=compiled(difficulties.overcome, "difficulties.overcome"),
        state=compiled(description.state, "description.state"),
        copula=compiled(description.copula, "description.copula"),
        imperative=compiled(description.imperative, "description.imperative"),
        to_review=compiled(turns.to_review, "turns.to_review"),
        to_plan=compiled(turns.to_plan, "turns.to_plan"),
        list_item=compiled(turns.list_item, "turns.list_item"),
        leaves_review=compiled(turns.leaves_review, "turns.leaves_review"),
        promised=compiled(modality.promised, "modality.promised"),
        obliged=compiled(modality.obliged, "modality.obliged"),
        done=compiled(modality.done, "modality.done"),
        plainly_done=compiled(modality.plainly_done, "modality.plainly_done"),
        told=compiled(modality.told, "modality.told"),
        clause_end=compiled(specificity.clause_end, "specificity.clause_end"),
        general=compiled(specificity.general, "specificity.general"),
        going_on=compiled(specificity.going_on, "specificity.going_on"),
        deeds=tuple(
            DeedPattern(
                each.name,
                compiled(each.pattern, f"specificity.deed {each.name!r}"),
                each.yields_to,
            )
            for each in specificity.deed
        ),
    )
