"""How far a commitment can be checked: by a number, by a deed, or not at all."""

from __future__ import annotations

import re

from duixian.language.places import find_projects
from duixian.reading.records import Language, Specificity
from duixian.reading.statements.patterns import (
    DeedPattern,
    StatementPatterns,
    statement_patterns,
)

_SHORTEST_CLAUSE = 4
_NAMED_WORKS = "named projects are worked on"
_FEW_WORDS = 6


def specificity_of(text: str, language: Language, *, has_target: bool) -> tuple[Specificity, str]:
    """Return the specificity of a commitment and why. ``text`` is in normal form.

    ``has_target`` tells whether it states a number that is to be reached.
    """
    if has_target:
        return Specificity.QUANTIFIED, "states a number to be reached"
    patterns = statement_patterns(language)
    if possible := patterns.deed_screen.possible(text) & patterns.promised_bits:
        for clause in patterns.specificity.clause_end.split(text):
            if deed := _first_of(possible, patterns, clause.strip()):
                return Specificity.SPECIFIC, deed
    listed_works = patterns.specificity.listed_works
    if listed_works and listed_works.search(text):
        for clause in patterns.specificity.clause_end.split(text):
            if _names_works(clause.strip(), language, patterns):
                return Specificity.SPECIFIC, _NAMED_WORKS
    return Specificity.GENERAL, "no number and no deed that can be checked"


def deed_of(clause: str, language: Language) -> str | None:
    """Name the deed of a clause; one that only goes on with what is under way has none."""
    patterns = statement_patterns(language)
    possible = patterns.deed_screen.possible(clause) & patterns.promised_bits
    deed = _first_of(possible, patterns, clause)
    return deed or (_NAMED_WORKS if _names_works(clause, language, patterns) else None)


def deed_told(clause: str, language: Language) -> str | None:
    """Name the deed that makes a clause of a checkable statement a claim of its own."""
    patterns = statement_patterns(language)
    possible = patterns.deed_screen.possible(clause)
    deed = _first_of(possible, patterns, clause) if possible else None
    return deed or (_NAMED_WORKS if _names_works(clause, language, patterns) else None)


def _names_works(clause: str, language: Language, patterns: StatementPatterns) -> bool:
    """Return whether a clause tells off projects by name, however vague its verb is: A、B等项目."""
    listed_works = patterns.specificity.listed_works
    listed = listed_works.search(clause) if listed_works else None
    if listed is None or patterns.specificity.going_on.match(clause):
        return False
    return len(find_projects(clause[: listed.start()], language=language)) > 1


def is_slogan(clause: str) -> bool:
    """Return whether an English clause is a few vague words: comprehensively promote progress."""
    if clause.count(" ") >= _FEW_WORDS or not clause[1:].islower():  # a name is in it
        return False
    general = statement_patterns(Language.EN).specificity.general
    return general.match(clause[:1].lower() + clause[1:]) is not None


def _first_of(possible: int, patterns: StatementPatterns, clause: str) -> str | None:
    """Name the first deed that the clause names, of those that are possible as bits tell."""
    if len(clause) < _SHORTEST_CLAUSE:
        return None
    while possible:
        deed = patterns.deeds[(possible & -possible).bit_length() - 1]
        found = patterns.deed_screen.first(possible & deed.sign.bits, clause)
        possible &= ~deed.sign.bits
        if found is None or _goes_on(patterns, clause, found):
            continue
        opening = patterns.specificity.general.match(clause)
        if opening is None or not _yields(deed, found, opening):
            return deed.name
    return None


def _goes_on(patterns: StatementPatterns, clause: str, found: re.Match[str]) -> bool:
    under_way = patterns.specificity.going_on.search(clause)
    return under_way is not None and under_way.start() <= found.start() < under_way.end()


def _yields(deed: DeedPattern, found: re.Match[str], opening: re.Match[str]) -> bool:
    """Return whether the vague opening of the clause makes the deed vague too.

    A vague verb that is the deed's own (raise the minimum wage) does not, where the data says so.
    """
    if deed.yields_to == "any opening":
        return True
    if deed.yields_to == "adverb":
        return found.start() == opening.end()
    return found.start() <= opening.end()
