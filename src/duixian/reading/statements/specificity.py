"""How far a commitment can be checked: by a number, by a deed, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from duixian.reading.records import Language, Specificity
from duixian.reading.statements.patterns import StatementPatterns, statement_patterns

_SHORTEST_CLAUSE = 4
_NAMED_PLACE = "a named place is built"


def specificity_of(text: str, language: Language, *, has_target: bool) -> tuple[Specificity, str]:
    """Return the specificity of a commitment and why. ``text`` is in normal form.

    ``has_target`` tells whether it states a number that is to be reached.
    """
    if has_target:
        return Specificity.QUANTIFIED, "states a number to be reached"
    patterns = statement_patterns(language)
    for clause in _clauses(patterns, text):
        if deed := deed_of(clause, language):
            return Specificity.SPECIFIC, deed
    return Specificity.GENERAL, "no number and no deed that can be checked"


def _clauses(patterns: StatementPatterns, text: str) -> Iterator[str]:
    start = 0
    for end in patterns.clause_end.finditer(text):
        yield text[start : end.start()].strip()
        start = end.end()
    yield text[start:].strip()


def deed_of(clause: str, language: Language) -> str | None:
    """Name the deed of a clause; one that only goes on with what is under way has none."""
    patterns = statement_patterns(language)
    if len(clause) < _SHORTEST_CLAUSE:
        return None
    opening = patterns.general.match(clause)
    for name, pattern in patterns.deeds:
        found = pattern.search(clause)
        if found is None:
            continue
        if opening and (found.start() <= opening.end() or name == _NAMED_PLACE):
            continue
        return name
    return None
