"""The words of comparison beside a Chinese number: 超过5万, 300个以上; and over a list of them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from duixian.reading.quantities.chinese.relation_words import chinese_relations
from duixian.reading.quantities.chinese.scope import Scope
from duixian.reading.quantities.chinese.words import chinese_words
from duixian.reading.quantities.mentions import COUNTED, Mention
from duixian.reading.records import Relation

_JOINED = ("、", "和", "及", "以及")
_PAUSE = re.compile(r"[，。；：,;]")
_LONGEST_CLAUSE = 30
_LONGEST_WORD = 7


def with_relation(scope: Scope, mention: Mention) -> Mention:
    """Take the words of comparison around a number; the one in front is the stronger."""
    words, said = scope.words, chinese_relations()
    relation, low, high = mention.relation, mention.start, mention.end
    behind = said.after.match(scope.normal, mention.end, scope.end)
    if behind and not words.not_after.match(scope.normal, mention.end, scope.end):
        high, relation = behind.end(), said.said_after[behind[1]]
    in_front = scope.before(mention.start, length=_LONGEST_WORD)
    before = said.before.search(in_front)
    if before is None and high == mention.end:
        return _of_whole(scope, mention)
    if before and not _says_nothing(scope, before, mention):
        word = before[1]
        low = mention.start - len(before[0])
        if not (behind and word in words.completed_behind):
            relation = said.said_before[word]
    return replace(mention, relation=relation, low_edge=low, high_edge=high)


def comparison_in_front(normal: str, low: int, number: int) -> int:
    """Return where the word begins that compares the number behind it, else the number's start."""
    in_front = normal[max(low, number - _LONGEST_WORD) : number]
    found = chinese_relations().before.search(in_front)
    if found is None or chinese_words().not_before.search(in_front, 0, found.end(1)):
        return number
    return number - len(found[0])


def _of_whole(scope: Scope, mention: Mention) -> Mention:
    """不足全省平均水平的一半: the comparison stands in front of what the share is of."""
    if mention.unit != "%" or scope.normal[mention.start - 1] != "的":
        return mention
    said = chinese_relations()
    found = said.of_whole.search(scope.before(mention.start, length=22))
    return replace(mention, relation=said.said_of_whole[found[1]]) if found else mention


def _says_nothing(scope: Scope, before: re.Match[str], mention: Mention) -> bool:
    """Whether the word in front compares nothing: 以上, 经过, 通过了, or the stages crossed."""
    said = chinese_relations()
    if scope.words.not_before.search(before.string, 0, before.end(1)):
        return True
    counts_stages = said.stages.match(scope.normal, mention.end - 1, scope.end)
    return before[1] in said.crossing and counts_stages is not None


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
            and scope.normal[previous.end : mention.start] in _JOINED
        ):
            mention = replace(mention, relation=previous.relation, low_edge=mention.start - 1)
        shared.append(mention)
    return _over_lists(scope, _over_clauses(scope, shared))


def _over_clauses(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """每村至少培育1个产业、1个合作社: what is said in front of the verb is of all it counts."""
    said, normal = chinese_relations(), scope.normal
    shared = list(mentions)
    for found in said.clause.finditer(normal, scope.start, scope.end):
        for place, mention in enumerate(mentions):
            between = normal[found.end() : mention.start]
            if not between or len(between) > _LONGEST_CLAUSE or _PAUSE.search(between):
                continue
            if mention.relation is Relation.EQUAL and mention.unit in COUNTED:
                relation = said.said_of_clause[found[0]]
                shared[place] = replace(mention, relation=relation)
    return shared


def _over_lists(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """分别增长8.5%、9.5%左右: what is said behind the last is of all, where they are told apart."""
    said, normal = chinese_relations(), scope.normal
    shared, carried = list(mentions), Relation.EQUAL
    for place in range(len(mentions) - 1, 0, -1):
        previous, mention = mentions[place - 1], mentions[place]
        if mention.high_edge > mention.end and said.behind_list.match(normal, mention.end):
            carried = mention.relation
        goes_on = (
            carried is not Relation.EQUAL
            and previous.relation is Relation.EQUAL
            and previous.unit == mention.unit
            and normal[previous.high_edge : mention.low_edge] in _JOINED
            and said.told_apart.search(scope.before(previous.start, length=_LONGEST_CLAUSE))
        )
        if goes_on:
            shared[place - 1] = replace(previous, relation=carried)
        else:
            carried = Relation.EQUAL
    return shared
