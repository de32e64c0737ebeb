"""Where one counts what was delivered (build one park, and one laboratory), and is no article."""

from __future__ import annotations

import re

from duixian.language.data import alternation
from duixian.language.english_numerals import BELOW_HUNDRED, DOZEN
from duixian.reading.quantities.english.scope import Scope

_AT_LEAST = re.compile(r"(?i)\b(?:at least|no less than|no fewer than|not less than|a total of) $")
# 5 schools and one park: a list whose members are counted; a year in front counts nothing.
_COUNTED = re.compile(
    r"(?i)(?<![\d,.])(?!(?:19|20)\d\d\b)\d"
    rf"|\b(?:{alternation((BELOW_HUNDRED | DOZEN).keys() - {'one'})})\b"
)
_LINK = re.compile(r"(?:, and|,| and| plus| as well as) $")
_CLAUSE = re.compile(r"[.;:]\s")
# One national laboratory was opened: where a sentence begins with it, what is done must follow.
_DONE = re.compile(
    r" (?![A-Z][a-z])(?:(?!after\b)[\w’'-]+ ){1,10}?(?:was|were|has been|have been|is being|will be"
    r"|opened|started|entered|became|won|passed|received|gained|joined|came into|went into)\b"
)
_LONGEST = 90
_LIST_MARKS = "▪•·- \t\n"


def counts_one(scope: Scope, first: int, stop: int) -> bool:
    """Tell whether the ``one`` at ``normal[first:stop]`` counts a thing among others."""
    words = scope.words
    if words.not_after_one.match(scope.normal, stop, scope.end):
        return False
    before = scope.before(first, length=_LONGEST)
    if _AT_LEAST.search(before) or words.delivering.search(before):
        return True
    clause = _CLAUSE.split(before)[-1]
    if _LINK.search(before):
        return _COUNTED.search(clause) is not None
    is_opening = not clause.strip(_LIST_MARKS)
    return is_opening and _DONE.match(scope.normal, stop, scope.end) is not None
