"""The stretch of English text being read for numbers, and the words of comparison beside one."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from duixian.language.numerals import FIGURE_ALONE
from duixian.reading.quantities.english.words import EnglishWords, comparisons
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Relation

# under the 240-hour policy: the article and the hyphen make a name of it, which compares nothing
_NAMED = re.compile(r"\d-[a-z]")
# 214,000+ and 21 million +, but no sum or name: 4+7+X
_PLUS = re.compile(r"\+(?![\w+]| \d)| \+(?![^\n.,;)])")


class Scope(msgspec.Struct, frozen=True):
    """The stretch of text being read; beyond ``end`` only the noun of a figure is looked for."""

    words: EnglishWords
    normal: str
    start: int
    end: int

    @property
    def noun_end(self) -> int:
        """Where the noun of a number may end: under a figure on its own line, the line below."""
        if FIGURE_ALONE.match(self.normal, self.start, self.end) is None:
            return self.end
        below = self.normal.find("\n", self.end + 1)
        return len(self.normal) if below < 0 else below

    def before(self, position: int, *, length: int) -> str:
        return self.normal[max(self.start, position - length) : position]


def with_relation(scope: Scope, mention: Mention) -> Mention:
    """Take the words of comparison around a number; the one in front is the stronger."""
    words = comparisons()
    relation, low, high = mention.relation, mention.start, mention.end
    behind = words.after.match(scope.normal, mention.end, scope.end)
    in_front = scope.before(mention.start, length=32)
    before = words.before.search(in_front.lower()) if words.may_end(in_front) else None
    if before is None and " the " in in_front and in_front.endswith(" of "):
        passed = words.marks_passed.search(in_front)
        if passed is not None:
            low, relation = mention.start - len(passed[0]), Relation.MORE
    if before and words.ends_in_particle(in_front):
        before = None
    is_mark = words.marks.match(scope.normal, mention.end, scope.end) is not None
    if is_mark and (passed := words.passed.search(in_front)):
        before, relation = None, Relation.MORE
        low = mention.start - len(passed[0])
    if before and before[0].endswith(" the ") and _is_named(scope, mention):
        before = None
    if behind:
        high, relation = behind.end(), words.relations_after[behind[1]]
    if before:
        low = mention.start - len(before[0])
        relation = words.relations_before[before[1]]
        if relation in words.negated and _is_negated(scope, low):
            relation = words.negated[relation]
    elif sign := words.relations_of_signs.get((said := in_front.rstrip(" "))[-1:]):
        low, relation = mention.start - len(in_front) + len(said) - 1, sign  # held at ≤5.5%
    if relation is Relation.EQUAL and (plus := _PLUS.match(scope.normal, mention.end, scope.end)):
        high, relation = plus.end(), Relation.MORE  # 300+, 21 million +
    if (low, high) == (mention.start, mention.end):
        return mention
    return replace(mention, relation=relation, low_edge=low, high_edge=high)


def _is_named(scope: Scope, mention: Mention) -> bool:
    return _NAMED.search(scope.normal[mention.start : mention.end]) is not None


def _is_negated(scope: Scope, low: int) -> bool:
    """Must not fall (below), in no case be allowed to rise (over): a limit to keep to."""
    words = comparisons()
    if words.negated_verbs.search(scope.before(low, length=12)) is None:
        return False
    return words.negations.search(scope.before(low, length=120)) is not None
