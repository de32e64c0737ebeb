"""Lists told off against each other: 甲、乙的收入分别为5亿元、3亿元.

Each number takes its own member with what the members share: the words that only the first
has in front (万元GDP能耗、水耗) or only the last behind (城镇和农村居民收入).
"""

from __future__ import annotations

import re

import msgspec

from duixian.documents.document import Span
from duixian.reading.quantities.chinese.list_words import list_words
from duixian.reading.quantities.chinese.measure_patterns import EDGE, measure_patterns
from duixian.reading.quantities.chinese.measure_words import (
    LIST_MARK,
    is_said,
    timeless,
    trimmed,
)
from duixian.reading.quantities.mentions import Mention

_RESPECTIVELY = re.compile(r"分别|各为")
_CLAUSE_END = re.compile(r"[，。；：;]|,(?!\d)")
_BETWEEN = re.compile(r"[、，和及与以\s上左右内超过近约余多达]{1,8}")
_WEAK = re.compile(r"和(?!田|平|谐)|与|(?<![普以涉])及(?!其|时)")
_LONGEST = 120
_OF_SAME_LENGTH = 3
_A_LITTLE_LONGER = 2
_ORDINAL = re.compile(r"第[一二三四五]")
_ORDER = re.compile(r"^[二三四五六]")
_LATIN_HEAD = re.compile(r".*[A-Za-z0-9）](?=[一-鿿])")


_TOLD_OFF = "分别"


class Share(msgspec.Struct, frozen=True):
    """The part of one number in a list told off: its place, and the words of the whole list."""

    position: int
    size: int
    members: str
    verb: str
    is_of_one: bool = False  # one subject, whose differences from several are told

    def names_none(self) -> bool:
        """Tell whether its clause names no subject, so that the members stand before it."""
        return is_said(trimmed(timeless(self.members)))


def shares(normal: str, start: int, mentions: list[Mention]) -> dict[int, Share]:
    """Return the shares by the position of the number among ``mentions``."""
    found: dict[int, Share] = {}
    low, position = start, 0
    while position < len(mentions):
        front = max(low, mentions[position].start - _LONGEST), mentions[position].start
        size, verbs = _run(normal, mentions, position, front)
        if size > 1:
            clause = _CLAUSE_END.split(normal[slice(*front)])[-1]
            if cut := _cut(clause):
                members, verb = clause[: cut[0]], clause[cut[1] :]
                others = () if verbs else _compared(verb, size)
                for each in range(size):
                    if others:
                        share = Share(each, size, members, others[each], is_of_one=True)
                    else:
                        share = _share(each, size, members, verbs.get(position + each, verb))
                    found[position + each] = share
        position += size
        low = mentions[position - 1].high_edge
    return found


def _cut(clause: str) -> Span | None:
    """Where the members of the list end and what is said of them begins."""
    marks = list(_RESPECTIVELY.finditer(clause))
    if marks:
        return marks[-1].span()
    return (0, 0) if is_said(trimmed(timeless(clause))) else None  # 增长5%、6%: of those before


def _compared(verb: str, size: int) -> tuple[str, ...]:
    """分别高于全国、全省5个和3个百分点: each difference with what it is from."""
    if "、" not in verb and "和" not in verb:
        return ()
    found = list_words().compared.match(verb.strip(EDGE))
    others = _split(found["others"], size) if found else []
    return tuple(f"{found['verb']}{each}{found['rest'] or ''}" for each in others if found)


def _share(position: int, size: int, members: str, verb: str) -> Share:
    """收入、支出年均分别增长: the adverb in front of 分别 goes with the verb."""
    if adverb := list_words().listed_manner.search(members):
        members, verb = members[: adverb.start()], adverb[0] + verb
    return Share(position, size, members, verb)


def _run(
    normal: str, mentions: list[Mention], position: int, front: Span
) -> tuple[int, dict[int, str]]:
    """How many numbers stand in a row with no more than a list mark between them.

    Behind 分别 each may have a verb of its own: 分别下降3%、增长4%. Those are given with the
    positions of their numbers.
    """
    size, verbs = 1, dict[int, str]()
    while position + size < len(mentions):
        last, following = mentions[position + size - 1], mentions[position + size]
        between = normal[last.end : following.start]
        if not _BETWEEN.fullmatch(between):
            turned = measure_patterns().turned.fullmatch(between)
            if not turned or last.unit != following.unit or _TOLD_OFF not in normal[slice(*front)]:
                break
            verbs[position + size] = turned["verb"]
        elif "，" in between and last.unit != following.unit:
            break  # 增加36天，12条河流: the next tells of something else
        size += 1
    return size, verbs


def members_of(share: Share) -> list[str]:
    """Return what each number of the list measures; empty where the members do not match."""
    text = trimmed(timeless(share.members))
    members = _split(text, share.size)
    if not members:
        return _told_in_one(text, share.size)
    members = _numbered(members)
    last = members[-1]
    head, tail = _shared_head(members[0], last), ""
    whole = []
    for position, member in enumerate(members):
        if position < len(members) - 1:
            tail = _shared_tail(members[-2], last) if not _ends_alike(member, last) else ""
            whole.append(member + tail)
        else:
            whole.append(member)
        if position and head and not whole[-1].startswith(head):
            whole[-1] = head + whole[-1]
    return whole


def _numbered(members: list[str]) -> list[str]:
    """第一、二、三产业: the sign of an ordinal is of all."""
    if _ORDINAL.fullmatch(members[0]) is None:
        return members
    return [members[0], *(_ORDER.sub(r"第\g<0>", member) for member in members[1:])]


def _split(text: str, size: int) -> list[str]:
    for mark in (LIST_MARK, re.compile("、"), _WEAK):
        members = [part.strip(EDGE) for part in mark.split(text)]
        members = [part for part in members if part]
        if len(members) == size:
            return members
    return []


def _told_in_one(text: str, size: int) -> list[str]:
    """城乡居民收入: one word names the members, and what stands round it is of both.

    Others may be told off beside it: 城乡居民收入、财政收入.
    """
    for mark in (None, LIST_MARK, _WEAK):
        named = [part.strip(EDGE) for part in mark.split(text)] if mark else [text]
        members = [member for part in named if part for member in _each_of(part)]
        if len(members) == size:
            return members
    return []


def _each_of(part: str) -> list[str]:
    for word, members in measure_patterns().both.items():
        if word in part:
            return [part.replace(word, member, 1) for member in members]
    return [part]


def _ends_alike(member: str, last: str) -> bool:
    data = measure_patterns()
    if list_words().complete.search(member):
        return True
    if member[-1] == last[-1] and not data.tail_end.search(last):
        return True
    if data.shared_rate.search(last):
        return data.shared_rate.search(member) is not None
    return data.tail_end.search(member[-6:]) is not None


def _shared_tail(member: str, last: str) -> str:
    """What only the last member says, and all share: 居民人均可支配收入."""
    for length in (2, 1):
        place = last.rfind(member[-length:], 0, len(member) + 2 if length == 1 else len(last))
        if len(member) >= length and place >= 0 and place + length < len(last):
            return last[place + length :]
    data, of_all = measure_patterns(), list_words().shared_by_all
    if (found := of_all.search(last, 1)) and not of_all.search(member):
        return last[found.start() :]
    if len(member) <= _OF_SAME_LENGTH:
        longest = len(member) + _A_LITTLE_LONGER
        for start in range(len(member), min(len(last), longest) + 1):
            if data.shared_start.match(last, start):
                return last[start:]
    found = data.tail_end.search(last, 1)
    return found[0] if found else ""


def _shared_head(first: str, last: str) -> str:
    """What only the first member says in front: 万元GDP, 财政用于."""
    ends = [
        found.end()
        for found in list_words().shared_head.finditer(first)
        if found.end() < len(first)
    ]
    if ends and not last.startswith(first[: ends[-1]]) and len(first) - ends[-1] <= len(last):
        return first[: ends[-1]]
    if first[-1] == last[-1] and (latin := _LATIN_HEAD.match(first)):
        return latin[0]
    data = measure_patterns()
    if (found := data.bringing.search(first, 2)) and found.end() < len(first):
        return first[: found.end()]
    if data.tail.fullmatch(last) and (found := data.tail_end.search(first)) and found.start() > 1:
        return first[: found.start()]
    return ""
