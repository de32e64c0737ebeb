"""English verbs by their forms: ``en/verbs.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from duixian.language.data import load_toml


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: frozenset[str]
    verbs_or_nouns: frozenset[str]
    irregular: frozenset[str]


class EnglishVerbs(msgspec.Struct, frozen=True):
    """Base forms, the forms made of them, and those that -ed does not make."""

    base: frozenset[str]
    present: frozenset[str]  # of the third person
    past: frozenset[str]
    or_nouns: frozenset[str]  # in their base form
    past_of_those: frozenset[str]
    irregular: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Return whether a word is the base or past form of what is a verb only."""
        return word in self.base or word in self.past or word in self.irregular


@cache
def english_verbs() -> EnglishVerbs:
    """Return the verbs."""
    data = load_toml("en/verbs.toml", _Data)
    return EnglishVerbs(
        base=data.verbs,
        present=frozenset(map(_present, data.verbs)),
        past=frozenset(map(_past, data.verbs)),
        or_nouns=data.verbs_or_nouns,
        past_of_those=frozenset(map(_past, data.verbs_or_nouns)),
        irregular=data.irregular,
    )


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
