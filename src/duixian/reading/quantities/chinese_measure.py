"""What Chinese numbers measure: the words of the sentence that name it.

A number's own words lie between it and the numbers beside it. Where they only say something
of a subject (占全国30%, 高于全省2个百分点), the subject of the clause before goes with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import msgspec

from duixian.documents.document import Span
from duixian.reading.quantities.chinese_measure_words import (
    EDGE,
    LIST_MARK,
    is_said,
    is_start,
    measure_words,
    subject_of,
    timeless,
    trimmed,
    unsaid,
)
from duixian.reading.quantities.chinese_shares import Share, members_of, shares
from duixian.reading.quantities.clause_ends import CHINESE_CLAUSE_END
from duixian.reading.quantities.mentions import Mention

_ETC = re.compile(r"等(?:省级|国家级|市级|重点|一批)?$")
_CLASS_REST = re.compile(r"(?:级(?!别)|及)?(?:以上|以下|以内)?(?:的|内)?")
_COMPARES = re.compile(r"^(?:高于|低于|快于|好于|优于|高出|领先|比全|较全)")
_WITHIN = re.compile(r"^(?:全年|年内|累计|共)+")
_LONGEST_LINK = 2
_LONGEST_WORDS = 120
_LONGEST_OPENING = 60
_LONGEST_TOPIC = 20
_LONGEST_VERBS = 12
_CLASS_UNITS = ("CNY", "year", "m", "m2", "t", "W")
_TERMS = ("year", "month", "day")


class _Place(msgspec.Struct, frozen=True):
    mention: Mention
    before: str
    behind: str
    opening: str  # the words of the clause in front of its first number
    is_first: bool  # in its clause
    earlier: str  # the clause in front, where it holds no number
    is_class: bool


@dataclass(slots=True)
class _Said:
    """What the sentence has spoken of so far."""

    subject: str = ""
    whole: str = ""  # the last measure, with its verb
    members: tuple[str, ...] = ()


def chinese_measures(
    normal: str, start: int, end: int, mentions: list[Mention], marks: list[Span]
) -> list[str]:
    """Return the measure of each mention of the sentence ``normal[start:end]``.

    ``marks`` are the spans of the marks that end its clauses.
    """
    told_off = shares(normal, start, mentions)
    said = _Said()
    measures: list[str] = []
    subjects: list[str] = []
    for position, place in enumerate(_places(normal, start, end, mentions, marks)):
        measure = _shared(told_off.get(position), subjects, said)
        if measure is None:
            measure = _measure(place, said)
        measures.append(measure)
        subjects.append(said.subject)
    return _completed(normal, mentions, measures)


def _places(
    normal: str, start: int, end: int, mentions: list[Mention], marks: list[Span]
) -> list[_Place]:
    ends = [mark[0] for mark in marks]
    starts = [mention.start for mention in mentions]
    places: list[_Place] = []
    for position, mention in enumerate(mentions):
        index = bisect_left(ends, mention.start)
        clause = ends[index - 1] + 1 if index else start
        low = clause
        is_first = not position or mentions[position - 1].end <= clause
        if not is_first:
            previous = mentions[position - 1]
            low = _low(normal, previous.high_edge, mention.low_edge, is_class=places[-1].is_class)
        behind = bisect_right(ends, mention.end - 1)
        high = ends[behind] if behind < len(ends) else end
        if position + 1 < len(mentions) and mentions[position + 1].start < high:
            high = _high(normal, mention.high_edge, mentions[position + 1].low_edge)
        first = places[-1].opening if not is_first else normal[clause : mention.low_edge]
        before = normal[max(low, mention.low_edge - _LONGEST_WORDS) : mention.low_edge]
        if not is_first and places[-1].is_class and _is_rank(normal, places[-1].mention):
            before = places[-1].before + before  # 港口万吨级泊位4个: the words in front are of both
        places.append(
            _Place(
                mention=mention,
                before=before,
                behind=normal[mention.high_edge : min(high, mention.high_edge + _LONGEST_WORDS)],
                opening=first[:_LONGEST_OPENING],
                is_first=is_first,
                earlier=_earlier(normal, ends, index, start, starts) if is_first else "",
                is_class=_is_class(normal, mention),
            )
        )
    return places


def _earlier(normal: str, ends: list[int], index: int, start: int, numbers: list[int]) -> str:
    """The words of the clause in front, where no number stands in it."""
    if not index:
        return ""
    low = ends[index - 2] + 1 if index > 1 else start
    if bisect_left(numbers, low) != bisect_left(numbers, ends[index - 1]):
        return ""
    return normal[max(low, ends[index - 1] - _LONGEST_OPENING) : ends[index - 1]]


def _low(normal: str, low: int, high: int, *, is_class: bool) -> int:
    """Where the words in front of a number begin, behind the number before it."""
    high = max(low, high)
    if found := LIST_MARK.search(normal, low, high):
        return found.end()
    if is_class and (rest := _CLASS_REST.match(normal, low, high)):
        return rest.end()
    return low if is_said(normal[low:high].strip(EDGE)) else high


def _high(normal: str, low: int, high: int) -> int:
    """Where the words behind a number end, in front of the number after it."""
    high = max(low, high)
    if found := LIST_MARK.search(normal, low, high):
        return found.start()
    return low if is_said(normal[low:high].strip(EDGE)) else high


def _is_class(normal: str, mention: Mention) -> bool:
    """百亿级园区, 2000万元以上企业: a rule for belonging, whose words go with the next number."""
    if mention.is_threshold:
        return True
    after = normal[mention.high_edge : mention.high_edge + 1]
    is_bounded = mention.high_edge > mention.end or normal.startswith("内", mention.end)
    return is_bounded and mention.unit in _CLASS_UNITS and after not in "，。；、！？,. "


def _is_rank(normal: str, mention: Mention) -> bool:
    return mention.is_threshold or normal.startswith("内", mention.end)


def _measure(place: _Place, said: _Said) -> str:
    """Return the measure, and note what a clause without a subject may go on with."""
    own, behind = _own(place), _behind(place)
    if place.earlier and not is_said(own):
        said.subject = ""
    if not own and measure_words().milestone.match(behind) and said.subject:
        return said.subject
    if (not own or is_said(own)) and (measure := _inherited(place, own, behind, said)):
        return measure
    measure = f"{own} {behind}".strip()
    own_subject = subject_of(own)
    if measure_words().leading.fullmatch(own) or is_said(own):
        own_subject = trimmed(behind) or own_subject
    if verb := _leading_verb(place, measure):
        measure = f"{verb} {measure}"
    said.subject = own_subject or behind or said.subject
    is_streak = place.mention.unit in _TERMS  # 安全感连续8年保持98%: the share is not the streak's
    said.whole = said.subject if is_streak else own or behind or said.whole
    return measure


def _own(place: _Place) -> str:
    before = place.before
    own = trimmed(timeless(before))
    if _ETC.search(before.rstrip(EDGE)):  # the names of members are not the measure
        found = measure_words().leading.match(own)
        return found[0] if found else ""
    return own


def _behind(place: _Place) -> str:
    """The words behind the number that are of it: up to the next member of a list."""
    if is_start(place.before):
        return ""
    behind = place.behind
    if behind[:1] == "、" and place.before.strip(EDGE):
        return ""
    if place.is_class and (rest := _CLASS_REST.match(behind)):
        behind = behind[rest.end() :]
    behind = trimmed(behind)
    if measure_words().milestone.fullmatch(behind) and place.before.strip(EDGE):
        return ""
    if (found := measure_words().purpose.search(behind, 2)) and place.before.strip(EDGE):
        behind = trimmed(behind[: found.start()])
    return "" if LIST_MARK.fullmatch(behind) else behind


def _inherited(place: _Place, own: str, behind: str, said: _Said) -> str | None:
    """占全国30%, 年均增长5%: the subject of the clause before with what is said of it."""
    goes_on = not behind or place.mention.unit in _TERMS or is_said(behind) or _COMPARES.match(own)
    if not goes_on and not (own and own[0] in "占较比"):
        return None
    subject = said.whole if _COMPARES.match(own) else said.subject
    if place.earlier:
        earlier = trimmed(timeless(place.earlier))
        if not measure_words().circumstance.match(earlier):
            subject = _topic(earlier) or subject or earlier
            said.subject, said.whole = subject, ""
    if not subject:
        return None
    if not own and not behind:
        return said.whole or subject
    if measure_words().aspect.match(own):
        subject = measure_words().aspect_end.sub("", subject) or subject
    said.whole = " ".join(part for part in (subject, own, behind) if part)
    return said.whole


def _topic(words: str) -> str:
    """The noun of a clause without numbers of which something is said: 产业规模持续壮大."""
    data = measure_words()
    if data.leading.match(words):
        return ""
    if (found := data.said_of.search(words, 2)) or (found := data.verb.search(words)):
        return subject_of(words[: found.start()]) if found.start() > 1 else ""
    return words if len(words) <= _LONGEST_TOPIC else ""


def _leading_verb(place: _Place, measure: str) -> str | None:
    """新增中心4家、床位300张: the verb that opens the list holds for each of its members."""
    if place.is_first:
        return None
    leading = measure_words().leading
    opening = trimmed(timeless(place.opening))
    found = leading.match(_WITHIN.sub("", opening))
    return found[0] if found and not leading.match(measure) else None


def _shared(share: Share | None, subjects: list[str], said: _Said) -> str | None:
    """甲、乙分别完成…: what the number's own member of the list is."""
    if share is None:
        return None
    if share.position == 0:
        members = members_of(share)
        if not share.members.strip(EDGE) and len(said.members) == share.size:
            members = list(said.members)
        elif not members and len(set(subjects[-share.size :])) == share.size:
            members = subjects[-share.size :]
        said.members = tuple(members)
    if len(said.members) != share.size:
        return None
    member, verb = said.members[share.position], trimmed(share.verb)
    said.subject = trimmed(unsaid(member))
    said.whole = f"{member} {verb}".strip()
    return said.whole


def _completed(normal: str, mentions: list[Mention], measures: list[str]) -> list[str]:
    """9个乡68个村7.6万名农民纳入…: numbers in a row share what is said of the last."""
    for position in range(len(mentions) - 2, -1, -1):
        between = normal[mentions[position].high_edge : mentions[position + 1].low_edge]
        if (
            len(between) > _LONGEST_LINK
            or LIST_MARK.search(between)
            or CHINESE_CLAUSE_END.search(between)
        ):
            continue
        own, following = measures[position], measures[position + 1]
        if len(own) <= len(between):
            measures[position] = f"{between} {following}".strip()
        elif len(own) <= _LONGEST_VERBS and measure_words().verbs_only.fullmatch(own):
            measures[position] = following if following.startswith(own) else f"{own} {following}"
    return measures
