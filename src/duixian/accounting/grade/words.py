"""The words that make a promise hard to check, and those that pin it down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import compile_any, load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import Language


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    vague: list[str]
    offices: list[str]
    times: list[str]
    baselines: list[str]


@dataclass(frozen=True, slots=True)
class GradeWords:
    """Patterns of one language; each is searched in the words of a clause."""

    vague: re.Pattern[str]
    offices: re.Pattern[str]
    times: re.Pattern[str]
    baselines: re.Pattern[str]

    def vague_in(self, text: str) -> tuple[str, ...]:
        """List the vague words of a text, each once, in their order."""
        return tuple(dict.fromkeys(match.lower() for match in self.vague.findall(text)))


@cache
def grade_words(language: Language) -> GradeWords:
    """Load the words of a language."""
    path = f"{language.value}/grade.toml"
    file = load_toml(path, _File)
    vague = word_tree(file.vague)
    flags = re.IGNORECASE
    return GradeWords(
        vague=re.compile(vague if language is Language.ZH else rf"\b(?:{vague})\b", flags),
        offices=compile_any(file.offices, path=path, flags=flags),
        times=compile_any(file.times, path=path, flags=flags),
        baselines=compile_any(file.baselines, path=path, flags=flags),
    )
