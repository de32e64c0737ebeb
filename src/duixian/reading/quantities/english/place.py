"""The words around each English number that are its own, inside its clause."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from duixian.documents.document import Span
from duixian.language.english_verbs import english_verbs
from duixian.reading.quantities.clause_ends import clause_ends, clause_of
from duixian.reading.quantities.mentions import COUNTED, STREAK, Mention

TERMS = ("year", "month", "day")
_CLAUSE_END = re.compile(r"[;:—–,](?:(?<!,)|(?!\d{3})|(?<!\d,))")
_DASH = re.compile(r"-(?<=\s-)-?\s")
# Where there is a dash between blanks, every blank has to be looked at.
_CLAUSE_END_OR_DASH = re.compile(rf"{_CLAUSE_END.pattern}|\s--?\s")
_CONJUNCTION = re.compile(r",? and |,? while |,? as well as |, ?")
_FOR = re.compile(r"\W*(?:for (?:the )?)?", re.I)
_ATTRIBUTIVE = re.compile(r"\d-[a-z]")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_ADJECTIVE = re.compile(r"(?:ous|al|ic|ive|ary|ern|ful|able|ible|ical|ed|ial|ural|ban|dium|mote)$")
_OF_THE = re.compile(r" of (?:the|its|our|these|all) (?:[a-z]+ )?")
# A pattern that starts with a set of characters skips all others at once.
_QUOTED = re.compile(r"[“\"](?:(?<=“)[^“”.;]{1,80}”|(?<=\")(?<!\w.)[^\".;\n]{1,80}\"(?!\w))")
_ARTICLE = (
    " a ",
    " an ",
    "A ",
    "An ",
)  # in front of a sum that a thing is worth: a CNY 3 billion fund
# 2,000 high-end, precision and sophisticated enterprises: the noun stands behind the adjectives.
_ADJECTIVES = re.compile(
    r" (?:[\w’-]+ )?[a-z]+-[a-z]+, (?:[\w’-]+, )*[\w’-]+,? and [\w’-]+ (?=[A-Za-z“])"
)
# in towns and cities passing 60, the output of new cars and displays to 800: nouns of one phrase.
_PAIRED_BEFORE = re.compile(r"\b(?:in|of|between|for|to) (?:[a-z-]+ ){1,2}$")
_PAIRED_BEHIND = re.compile(
    r"(?!(?:the|a|an|its|their|that|those)\b)(?:[a-z-]+ ){1,3}?"
    r"(?P<verb>to|reaching|standing at|was|were|at"
    r"|(?:is|are|was|were|be|been) [a-z]+(?:ed|ut) (?:by|to))? ?$"
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+ of [A-Z][\w-]+ $")
_PARTICIPLE = re.compile(r"[a-z]+(?:ing|ed) ")
# for farmers, herders and weavers
_HEAD_OF_LIST = re.compile(r" (?:[a-z-]+ ){0,4}(?:of|for|in|on|to|into)(?: [\w’'-]+){1,3}")
_LISTED = re.compile(
    r"(?:, (?!(?:namely|including|such|the|an?|its|their|with|up|down|which|and|while|or)\b)"
    r"[a-z][\w’'-]*(?: [\w’'-]+){0,2}?){1,4}"
    r",? and [a-z][\w’'-]*(?: [\w’'-]+){0,2}?(?: (?:was|were|will be|has been|have been) [a-z ]+)?"
    r"(?=[,.;]|$)"
)
_LIST_MARK = re.compile(r",? and |, ")
_IS_DONE = re.compile(r" (?:is|are|was|were|will|has|have) ")
_LONGEST_LIST = 90
_LONGEST_CLAUSE = 240


class Place(msgspec.Struct, frozen=True):
    """A mention with the words around it inside its clause."""

    mention: Mention
    before: str  # own words in front, back to the number before it in the clause
    compared: str  # the words of comparison in front
    behind: str
    clause: str  # all words of the clause in front
    following: str  # the next clause, where this one is an adverbial of time
    is_attributive: bool  # a 240-hour policy
    part_of: str  # six of the 14 bases: what the number behind counts
    front: str  # what stands in the sentence in front of the clause


def places_of(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Place]:
    """Return the place of each mention of the sentence ``normal[start:end]``."""
    marks = _CLAUSE_END_OR_DASH if _DASH.search(normal, start, end) else _CLAUSE_END
    ends = clause_ends(marks, normal, start, end, mentions)
    if ends and ("”" in (words := normal[start:end]) or '"' in words):
        ends = _outside(ends, [found.span() for found in _QUOTED.finditer(normal, start, end)])
    places: list[Place] = []
    opening = start  # where the words of the number in front begin
    for position, mention in enumerate(mentions):
        low, high = clause_of(ends, mention, start, end)
        clause_start, clause_end = low, high
        if mention.unit in COUNTED and high < end and normal[high] == ",":
            high = _behind_adjectives(normal, ends, mention, high, end)
        if position and mentions[position - 1].end > low:
            previous = mentions[position - 1]
            is_own = not places[-1].is_attributive
            low = max(opening, mention.low_edge - _LONGEST_CLAUSE)
            if is_own:
                low = _cut(normal, previous, mention)
        if position + 1 < len(mentions) and mentions[position + 1].start < high:
            following = mentions[position + 1]
            found = _last(_CONJUNCTION, normal, mention.high_edge, following.low_edge)
            if found and found[0] == " and " and _goes_on(normal, mention, found):
                found = None
            high = found.start() if found else following.low_edge
        elif high == clause_end and high < end and normal[high] == ",":
            high = _behind_list(
                normal,
                mention,
                normal[low : mention.low_edge],
                high,
                _start_of(mentions, position + 1, end),
            )
        before = normal[low : mention.low_edge]
        places.append(
            Place(
                mention,
                before,
                normal[mention.low_edge : mention.start],
                normal[mention.high_edge : high],
                normal[max(clause_start, mention.low_edge - _LONGEST_CLAUSE) : mention.low_edge],
                _following(
                    normal, ends, mentions[position : position + 2], before, clause_end, end
                ),
                _is_attributive(normal, mention)
                or (mention.why == "currency" and before.endswith(_ARTICLE)),
                _part_of(normal, mentions[position : position + 2], clause_end),
                normal[max(start, clause_start - _LONGEST_CLAUSE) : clause_start],
            )
        )
        opening = low
    return places


def _is_attributive(normal: str, mention: Mention) -> bool:
    """a 240-hour policy; but 240-plus firms are counted."""
    if normal.startswith("-plus", mention.end):
        return False
    return _ATTRIBUTIVE.search(normal, mention.start, mention.end + 2) is not None


def _part_of(normal: str, mentions: list[Mention], clause_end: int) -> str:
    """six of the 14 large bases: what both count stands behind the second."""
    if len(mentions) == 1 or not mentions[0].unit == mentions[1].unit == "count":
        return ""
    whole = mentions[1]
    if not _OF_THE.fullmatch(normal, mentions[0].high_edge, whole.low_edge):
        return ""
    return normal[whole.high_edge : clause_end]


def _outside(ends: list[Span], quoted: list[Span]) -> list[Span]:
    """“specialized, refined and innovative” enterprises: no clause ends inside a name."""
    return [
        mark
        for mark in ends
        if not any(low < mark[0] and mark[1] < high - 1 for low, high in quoted)
    ]


def _lacks_noun(normal: str, mention: Mention, stop: int) -> bool:
    """26 rural and remote counties: what is counted stands behind the and."""
    words = _WORD.findall(normal, mention.high_edge, stop)
    if mention.unit not in COUNTED and words[:1] == ["of"]:
        return words[1:] != [] and _are_adjectives(words[1:])  # of municipal and district funds
    if mention.unit not in COUNTED or mention.value == 1 or not words:
        return False
    return _are_adjectives(words)


def _goes_on(normal: str, mention: Mention, joint: re.Match[str]) -> bool:
    """An and that joins adjectives, or stands inside a name: the Area of Green and Joint Growth."""
    if _lacks_noun(normal, mention, joint.start()):
        return True
    if not normal[joint.end() : joint.end() + 1].isupper():
        return False
    return _NAME_BEFORE.search(normal, mention.high_edge, joint.start() + 1) is not None


def _are_adjectives(words: list[str]) -> bool:
    return all(_ADJECTIVE.search(word) for word in words)


def _behind_adjectives(normal: str, ends: list[Span], mention: Mention, high: int, end: int) -> int:
    found = _ADJECTIVES.match(normal, mention.high_edge, end)
    if found is None or found.end() < high:
        return high
    behind = bisect_right(ends, found.end(), key=lambda span: span[0])
    return ends[behind][0] if behind < len(ends) else end


def _start_of(mentions: list[Mention], position: int, end: int) -> int:
    return mentions[position].low_edge if position < len(mentions) else end


def _behind_list(normal: str, mention: Mention, clause: str, high: int, stop: int) -> int:
    """5 million yuan for farmers, herders and weavers: the list that the comma is in."""
    if normal.find(" and ", high, min(stop, high + _LONGEST_LIST)) < 0:
        return high
    if _HEAD_OF_LIST.fullmatch(normal, mention.high_edge, high) is None:
        return high
    listed = _LISTED.match(normal, high, stop)
    if listed is None:
        return high
    verbs, words = english_verbs(), _LIST_MARK.split(listed[0])
    firsts = [word.partition(" ")[0] for word in words if word]
    if any(word in verbs or word in verbs.or_nouns or word.endswith("ing") for word in firsts):
        return high
    if _IS_DONE.search(listed[0]) and any(word in verbs for word in clause.split()):
        return high  # we spent 5 million yuan on mills, weirs and dams were built
    return listed.end()


def _following(
    normal: str, ends: list[Span], mentions: list[Mention], before: str, high: int, end: int
) -> str:
    """The clause behind the one of the first mention, up to the next number."""
    if not (mentions[0].unit in TERMS or mentions[0].why == STREAK) or not _FOR.fullmatch(before):
        return ""
    stop = min(end, high + _LONGEST_CLAUSE)
    behind = bisect_right(ends, high, key=lambda span: span[0])
    if behind < len(ends):
        stop = min(stop, ends[behind][0])
    if len(mentions) > 1:
        stop = min(stop, mentions[1].low_edge)
    return normal[high:stop]


def _cut(normal: str, previous: Mention, mention: Mention) -> int:
    low = previous.high_edge
    found = _last(_CONJUNCTION, normal, low, max(low, mention.low_edge))
    if found and found[0] == " and " and _lacks_noun(normal, previous, found.start()):
        return low
    return found.end() if found else low


def _last(pattern: re.Pattern[str], normal: str, low: int, high: int) -> re.Match[str] | None:
    """The last that parts two clauses: no and of a pair of nouns where another stands before."""
    found = list(pattern.finditer(normal, low, high))
    if len(found) > 1 and found[0].start() == low and {one[0] for one in found} == {" and "}:
        return found[0]  # the quota twice and deposit and loan rates three times
    if len(found) > 1 and found[-1][0] == " and " and _is_pair(normal, low, found[-1], high):
        return found[-2]
    return found[-1] if found else None


def _is_pair(normal: str, low: int, joined: re.Match[str], high: int) -> bool:
    """the share of those living in towns and cities passing 60 percent."""
    behind = _PAIRED_BEHIND.match(normal, joined.end(), high)
    if behind is None or not (behind["verb"] or _PARTICIPLE.match(normal, high)):
        return False
    return _PAIRED_BEFORE.search(normal, low, joined.start() + 1) is not None
