"""The patterns that show a sentence's kind, made once for each language from its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.reading.records import Language


class _Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    pattern: str


class _Difficulties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opening: str
    ending: str
    overcome: str
    state: str


class _Turns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to_review: str
    to_plan: str


class _Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promised: str
    obliged: str
    done: str
    told: str


class _Specificity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    clause_end: str
    manner: str
    general: str
    deed: list[_Named]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    context: list[_Named]
    difficulties: _Difficulties
    turns: _Turns
    modality: _Modality
    specificity: _Specificity


NamedPattern = tuple[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class StatementPatterns:
    """Compiled patterns of one language."""

    context: tuple[NamedPattern, ...]
    difficulties: re.Pattern[str]
    difficulties_end: re.Pattern[str]
    overcome: re.Pattern[str]
    state: re.Pattern[str]
    to_review: re.Pattern[str]
    to_plan: re.Pattern[str]
    promised: re.Pattern[str]
    obliged: re.Pattern[str]
    done: re.Pattern[str]
    told: re.Pattern[str]
    clause_end: re.Pattern[str]
    manner: re.Pattern[str]
    general: re.Pattern[str]
    deeds: tuple[NamedPattern, ...]


@cache
def statement_patterns(language: Language) -> StatementPatterns:
    """Load and compile the statement patterns of a language."""
    data = load_toml(f"{language.value}/statements.toml", _Data)
    return StatementPatterns(
        context=_compiled(data.context),
        difficulties=re.compile(data.difficulties.opening),
        difficulties_end=re.compile(data.difficulties.ending),
        overcome=re.compile(data.difficulties.overcome),
        state=re.compile(data.difficulties.state),
        to_review=re.compile(data.turns.to_review),
        to_plan=re.compile(data.turns.to_plan),
        promised=re.compile(data.modality.promised),
        obliged=re.compile(data.modality.obliged),
        done=re.compile(data.modality.done),
        told=re.compile(data.modality.told),
        clause_end=re.compile(data.specificity.clause_end),
        manner=re.compile(data.specificity.manner),
        general=re.compile(data.specificity.general),
        deeds=_compiled(data.specificity.deed),
    )


def _compiled(named: list[_Named]) -> tuple[NamedPattern, ...]:
    return tuple((entry.name, re.compile(entry.pattern)) for entry in named)
