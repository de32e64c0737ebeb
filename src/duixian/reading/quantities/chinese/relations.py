"""The words of comparison beside a Chinese number: 超过5万, 300个以上; and over a list of them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from duixian.reading.quantities.chinese.scope import Scope
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Relation


def with_relation(scope: Scope, mention: Mention) -> Mention:
    """Take the words of comparison around a number; the one in front is the stronger."""
    words = scope.words
    relation, low, high = mention.relation, mention.start, mention.end
    behind = words.after.match(scope.normal, mention.end, scope.end)
    if behind and not words.not_after.match(scope.normal, mention.end, scope.end):
        high, relation = behind.end(), words.relations_after[behind[1]]
    in_front = scope.before(mention.start, length=7)
    before = words.before.search(in_front)
    if before is None and high == mention.end:
        return mention
    if before and not _says_nothing(scope, before, mention):
        word = before[1]
        low = mention.start - len(before[0])
        if not (behind and word in words.completed_behind):
            relation = words.relations_before[word]
    return replace(mention, relation=relation, low_edge=low, high_edge=high)


def _says_nothing(scope: Scope, before: re.Match[str], mention: Mention) -> bool:
    """Whether the word in front compares nothing: 以上, 经过, or the stages crossed."""
    words = scope.words
    if words.not_before.search(before.string.rstrip(" ")):
        return True
    counts_stages = words.stages.match(scope.normal, mention.end - 1, scope.end)
    return before[1] in words.crossing and counts_stages is not None


def share_relations(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """Carry a comparison over a list: 分别超过8万元、4.5万元."""
    shared: list[Mention] = []
    for mention in mentions:
        previous = shared[-1] if shared else None
        if (
            previous is not None
            and mention.relation is Relation.EQUAL
            and previous.low_edge < previous.start
            and previous.unit == mention.unit
            and scope.normal[previous.end : mention.start] in ("、", "和", "及", "以及")
        ):
            mention = replace(mention, relation=previous.relation, low_edge=mention.start - 1)
        shared.append(mention)
    return shared
