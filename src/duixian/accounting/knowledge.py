"""What languages know of accounts: synonyms, abbreviations, fields, stages; from data files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

import msgspec

from duixian.language.data import compile_pattern, load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import Language, Report

MOST_DEFINITIONS = 256  # every wording is searched for each; national reports define a few
PATHS = {"zh": "zh/account.toml", "en": "en/account.toml"}


class FieldWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of government and the measures that answer for it."""

    names: list[str]
    members: list[str]


class _Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    presupposes: str
    against_last_year: str
    falls: str
    slogan: str
    lead_in: str
    definition: str
    to_finish: str
    finished: str
    several_years: str
    state_target: str
    last_year: str
    base_year: str
    names_target: str
    circumstance: str
    numbers: str
    failed: str
    failed_after: str
    fulfilled: str
    surpassed: str
    brought_to: str
    sentence_back: str
    paragraph_back: str
    turns_ahead: str
    opposite: str
    mended: str
    in_step: str
    raised_from: str
    per_output: str
    opens_years: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    manner: list[str]
    synonyms: list[list[str]]
    abbreviations: dict[str, str]
    field: list[FieldWords]
    stages: dict[str, list[str]]
    in_step_with: list[str]
    contrasts: list[list[str]]
    parts: list[str]
    wording: _Wording


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The words of one language, ready for use."""

    language: str
    manner: re.Pattern[str]
    synonyms: Mapping[str, str]
    synonym: re.Pattern[str]
    abbreviations: Mapping[str, str]
    fields: tuple[FieldWords, ...]
    stages: Mapping[str, int]
    stage: re.Pattern[str]
    presupposes: re.Pattern[str]
    against_last_year: re.Pattern[str]
    falls: re.Pattern[str]
    slogan: re.Pattern[str]
    lead_in: re.Pattern[str]
    definition: re.Pattern[str]
    to_finish: re.Pattern[str]
    finished: re.Pattern[str]
    several_years: re.Pattern[str]
    state_target: re.Pattern[str]
    last_year: re.Pattern[str]
    base_year: re.Pattern[str]
    names_target: re.Pattern[str]
    circumstance: re.Pattern[str]
    numbers: re.Pattern[str]
    failed: re.Pattern[str]
    failed_after: re.Pattern[str]
    fulfilled: re.Pattern[str]
    surpassed: re.Pattern[str]
    brought_to: re.Pattern[str]
    sentence_back: re.Pattern[str]
    paragraph_back: re.Pattern[str]
    turns_ahead: re.Pattern[str]
    opposite: re.Pattern[str]
    mended: re.Pattern[str]
    in_step: re.Pattern[str]
    raised_from: re.Pattern[str]
    per_output: re.Pattern[str]
    opens_years: re.Pattern[str]
    in_step_with: tuple[str, ...]
    contrasts: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...]

    def same_words(self, text: str) -> str:
        """Return text with every synonym replaced by the one word that stands for all."""
        return self.synonym.sub(lambda found: self.synonyms[found[0].lower()], text)

    def contradicts(self, promise: str, answer: str) -> str | None:
        """Name the contrast by which an answer speaks of something else than the promise."""
        for group in self.contrasts:
            asked = {word for word in group if word in promise}
            told = {word for word in group if word in answer}
            if asked and told and not asked & told:
                return f"{', '.join(sorted(asked))} against {', '.join(sorted(told))}"
        if self.per_output.search(answer) and not self.per_output.search(promise):
            return "per unit of output"
        for word in self.parts:
            if (word in promise) is not (word in answer):
                return f"{word} on one side only"
        return None

    def stage_of(self, text: str) -> int:
        """Return the highest stage that the verbs of a clause speak of, 0 for none."""
        return max((self.stages[found] for found in self.stage.findall(text)), default=0)


@cache
def knowledge_of(language: str) -> Knowledge:
    """Return the knowledge of "zh" or "en". Raises LanguageDataError."""
    path = PATHS[language]
    entries = load_toml(path, _File)
    synonyms = {word.lower(): group[0].lower() for group in entries.synonyms for word in group}
    stages = {word: int(stage) for stage, words in entries.stages.items() for word in words}
    patterns = {
        name: compile_pattern(
            getattr(entries.wording, name), path=path, entry=name, flags=re.IGNORECASE
        )
        for name in _Wording.__struct_fields__
    }
    return Knowledge(
        language=language,
        manner=_any_of(entries.manner, language),
        synonyms=synonyms,
        synonym=_any_of(list(synonyms), language),
        abbreviations=entries.abbreviations,
        fields=tuple(entries.field),
        stages=stages,
        in_step_with=tuple(entries.in_step_with),
        contrasts=tuple(map(tuple, entries.contrasts)),
        parts=tuple(entries.parts),
        stage=_any_of(list(stages), language),
        **patterns,
    )


def _any_of(words: list[str], language: str) -> re.Pattern[str]:
    body = word_tree(words)
    return re.compile(body if language == "zh" else rf"\b(?:{body})\b", re.IGNORECASE)


def definitions_in(text: str, knowledge: Knowledge) -> dict[str, str]:
    """Return the short names that a document itself defines, the first ``MOST_DEFINITIONS``."""
    found = islice(knowledge.definition.finditer(text), MOST_DEFINITIONS)
    return {each["short"]: each["long"] for each in found}


def language_of(report: Report) -> str:
    """Return the language a report is matched in: the first it is written in."""
    return "en" if report.languages[:1] == (Language.EN,) else "zh"
