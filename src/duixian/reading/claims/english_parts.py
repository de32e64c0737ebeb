"""Which words of an English clause are a number's own, where it holds several numbers.

A number in a bracket or a ratio has the words of the one it follows, one that only tells of which
kind a thing is (a 300,000-tonne berth) claims nothing, and no words end with a preposition that
waits for the next number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.claims.clauses import BRACKETED
from duixian.reading.claims.english_lists import verbs_listed
from duixian.reading.claims.english_words import clause_words
from duixian.reading.records import Quantity, Statement

_AND = " and "
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+ of [A-Z][\w-]+ $")
_LIST_MARK = re.compile(r",? and |, ")
_ATTRIBUTE = re.compile(r"[\d,.]*\d(?:-[A-Za-z]+){1,3} (?:[a-z]+-)?([A-Za-z]+)")
_NOTHING = re.compile(r"[^\w]*(?:and[^\w]+)?(?:respectively)?[^\w]*")
_MONEY = frozenset({"CNY", "USD", "EUR", "HKD", "JPY", "GBP"})
_NEVER_ATTRIBUTES = _MONEY | {"%", "pp", "x"}  # units
_BRACKET = re.compile(
    r" ?\((?:(?:about|around|some|nearly|or|over|roughly|approximately) )*(?:US)?\$?"
)
_OF_IT = (" of it", " of which", " of them", " from ")
_BESIDES = re.compile(r"\s*[a-z]+ing\s")
_SUBJECT = re.compile(r"(?:^|[,;.]\s)(?:and\s)?(?:the\s|The\s)?([^\W\d][^,;.\d]*)$")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
# and universities took part: a bare noun with its verb
_JOINED_NOUN = re.compile(r" and (?!the |its |their )(?:[a-z-]+ )?[a-z-]+s ([a-z]+) ")
_CLAUSE_FRONT = re.compile(r"[,;:.]\s")
_CLAUSE_OPENING = re.compile(r"(?:^|[,;:.!?▪·•\n])\s*(?:and\s|while\s)?(?:with\s)?(?:[Tt]he\s)?$")
_OPENING_REACH = 20
# ; of coal, and : coal, in front of a number.
_ITEM = re.compile(r"[;:]\s(?:and )?((?:of )?[a-z][\w’'-]*(?: [\w’'-]+){0,5}),$")
_OPENING_WORD = re.compile(r"\s*([a-z]+)\s")
_NO_SUBJECT_BETWEEN = re.compile(r"\d|[;:.]\s")
_FARTHEST_SUBJECT = 240
_LONGEST_ATTRIBUTE = 60
_SHORT_WORD = 3
_TO_DO = re.compile(r" to ([a-z]+)\s*$")  # built to provide
_TO_TOTAL = re.compile(r",? (?:and )?(?:brought|bringing|raised|raising) (?:the|its|their) total$")
_TRAILING = " \t\n,–—-("


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    no_things: frozenset[str]
    no_units: list[str]
    says_of_what: list[str]
    tells_of_thing: list[str]
    before_object: frozenset[str]


class _Words(msgspec.Struct, frozen=True):
    no_things: frozenset[str]
    no_units: tuple[str, ...]
    says_of_what: re.Pattern[str]
    tells_of_thing: re.Pattern[str]
    before_object: frozenset[str]  # between a verb and its number


@cache
def _words() -> _Words:
    data = load_toml("en/attributes.toml", _Data)
    return _Words(
        no_things=data.no_things,
        no_units=tuple(f"-{unit}" for unit in data.no_units),
        says_of_what=re.compile(rf"\b(?:{word_tree(data.says_of_what)})\s$"),
        tells_of_thing=re.compile(rf".*(?= (?:{word_tree(data.tells_of_thing)})\b)", re.S),
        before_object=data.before_object,
    )


def is_attribute(normal: str, quantity: Quantity) -> bool:
    """Return whether a number only tells of which kind a thing is: a 300,000-tonne berth."""
    start, end = quantity.start, quantity.end
    if quantity.unit in _NEVER_ATTRIBUTES or normal.find("-", start, end + 1) < 0:
        return False
    found = _ATTRIBUTE.match(normal, start, end + _LONGEST_ATTRIBUTE)
    if found is None or normal[start : found.start(1)].rstrip().endswith(_words().no_units):
        return False
    return found[1].lower() not in _words().no_things


def is_mere_attribute(normal: str, quantity: Quantity, before: Quantity | None) -> bool:
    """Return whether an attribute is of what is counted or told of: two 300-bed wards, for them."""
    start = quantity.start
    if before and before.end < start and not normal[before.end : start].strip():
        return True
    return _words().says_of_what.search(normal, max(0, start - 6), start) is not None


def is_conversion(normal: str, before: Quantity, quantity: Quantity) -> bool:
    """Return whether a number in a bracket is the one in front in other money: 7 yuan ($1)."""
    if before.unit == quantity.unit or not _MONEY.issuperset((before.unit, quantity.unit)):
        return False
    if normal.startswith(_OF_IT, quantity.end):  # ($1 million of it from abroad) is a part
        return False
    return _BRACKET.fullmatch(normal, before.end, max(before.end, quantity.start)) is not None


def followers(normal: str, statement: Statement, own: Sequence[Quantity]) -> set[int]:
    """Return the positions of the numbers in brackets and behind the first of a ratio."""
    start, end = statement.start, statement.end
    behind = {
        position
        for position in range(1, len(own))
        if normal[own[position - 1].end : own[position].start].strip() == ":"
    }
    if normal.find("(", start, end) >= 0:
        for found in BRACKETED.finditer(normal, start, end):
            behind.update(
                position
                for position, quantity in enumerate(own)
                if found.start() < quantity.start and quantity.end < found.end()
            )
    return behind


def own_part(
    normal: str,
    clause: Span,
    before: tuple[Quantity, int] | None,
    quantity: Quantity,
    behind: Sequence[Quantity],
) -> Span:
    """Return a number's part of its clause.

    ``before`` is the number in front, and where its part begins: one moved by the same verb
    (rose by 7% to 300) says nothing without that. ``behind`` are those that come next.
    """
    after = behind[0] if behind else None
    clause = _from_item(normal, clause, quantity)
    clause = low, high = _from_subject(normal, clause, quantity.measure)
    if before and before[0].end > low:
        cut = _cut(normal, before[0], quantity)
        low = max(low, before[1]) if cut is None else cut
    if after and after.start < high:
        cut = _cut(normal, quantity, after)
        if cut is None and _waits_with_noun(normal, quantity.end, after.start):
            cut = _around_attribute(normal, clause, quantity, behind)
        high = _undangled(normal, quantity.end, after.start if cut is None else cut)
        last = quantity.measure.rpartition(" ")[2]
        if last and last not in normal[low:high] and last in normal[after.end : clause[1]]:
            high = clause[1]  # 40 schools and 5 parks were built: of both
    low, high = min(low, quantity.start), max(high, quantity.end)
    around = normal[low : quantity.start] + normal[quantity.end : high]
    return clause if _NOTHING.fullmatch(around) else (low, high)


def _waits_with_noun(normal: str, low: int, high: int) -> bool:
    """Return whether words break off inside a noun phrase: 17 roads with a length of.

    Or behind a verb whose object comes next: 40 firms attracted.
    """
    known, words, waiting = clause_words(), normal[low:high].split(), ""
    while words and (words[-1] in known.dangling or words[-1] in _words().before_object):
        waiting = words.pop()
        if waiting == "of":
            return bool(words)
    if (waiting and waiting not in _words().before_object) or not words:
        return False
    return words[-1] in known.past and known.verbs.isdisjoint(words[:-1])


def _around_attribute(
    normal: str, clause: Span, quantity: Quantity, behind: Sequence[Quantity]
) -> int:
    """Return where a number's words end whose noun is told by the first number behind.

    In front of what tells of it, or behind that where a verb follows: 17 roads with a length
    of 14 km were opened.
    """
    after, high = behind[0], clause[1]
    if len(behind) > 1 and behind[1].start < high:
        cut = _cut(normal, after, behind[1])
        high = behind[1].start if cut is None else cut
    opening = _words().tells_of_thing.match(normal, quantity.end, after.start)
    if opening is None:
        return high
    goes_on = not clause_words().auxiliaries.isdisjoint(normal[after.end : high].split())
    return high if goes_on else opening.end()


def _from_subject(normal: str, clause: Span, measure: str) -> Span:
    """Return a clause with its subject where only that stands in front of its comma.

    The airport, handling 6 million passengers, was: it is the airport that handles them.
    """
    low, high = clause
    comma = low - 1
    if comma < 0 or normal[comma] != ",":
        return clause
    if _BESIDES.match(normal, low, high) is None:
        return _from_far_subject(normal, clause, measure)
    found = _SUBJECT.search(normal, max(0, comma - _LONGEST_ATTRIBUTE), comma)
    is_named = found is not None and measure.startswith(f"{found[1]} ")
    if found and is_named:
        return found.start(1), high
    return _from_far_subject(normal, clause, measure)


def _from_item(normal: str, clause: Span, quantity: Quantity) -> Span:
    """Return a clause with what its bare number is of: of coal, 666 million tons."""
    low, high = clause
    if low < 1 or normal[low - 1] != "," or normal[low : quantity.start].strip(" $¥"):
        return clause
    item = _ITEM.search(normal, max(0, low - _LONGEST_ATTRIBUTE), low)
    return (item.start(1), high) if item else clause


def _from_far_subject(normal: str, clause: Span, measure: str) -> Span:
    """Return a clause with its subject over what is told of that: firms, most of them new, rose."""
    low, high = clause
    opening = _OPENING_WORD.match(normal, low, high)
    if opening is None or " " not in measure:
        return clause
    is_participle = opening[1] not in clause_words().verbs
    if is_participle and _BESIDES.match(normal, low, high) is None:
        return clause
    head = " ".join(measure.split(" ", 2)[:2])
    at = normal.rfind(head, max(0, low - _FARTHEST_SUBJECT), low)
    if at < 0 or normal.find(head, low, high) >= 0 or _NO_SUBJECT_BETWEEN.search(normal, at, low):
        return clause
    if is_participle and not _CLAUSE_OPENING.search(normal, max(0, at - _OPENING_REACH), at):
        return clause
    return at, high


def _cut(normal: str, one: Quantity, other: Quantity) -> int | None:
    """Return where the words of one number end and those of the next begin, if they part."""
    low, high = one.end, max(one.end, other.start)
    marks = [
        found.start()
        for found in _LIST_MARK.finditer(normal, low, high)
        if found[0] != _AND or not _is_in_name(normal, low, found)
    ]
    if marks:
        marks = _outside_pairs(normal, one, marks, high)
    if len(marks) == 1:
        return marks[0]
    if not marks:
        return None
    known = set(one.measure.split())
    first = _first_of(normal, low, high, [w for w in other.measure.split() if w not in known])
    reach = _last_of(normal, low, high, one.measure.split())
    fitting = [mark for mark in marks if mark >= reach and (first is None or mark < first)]
    return fitting[0] if fitting else marks[0]


def _is_in_name(normal: str, low: int, joint: re.Match[str]) -> bool:
    """the Area of Green and Joint Growth of the Delta brought: an and inside a name."""
    if not normal[joint.end() : joint.end() + 1].isupper():
        return False
    return _NAME_BEFORE.search(normal, low, joint.start() + 1) is not None


def _outside_pairs(normal: str, one: Quantity, marks: list[int], high: int) -> list[int]:
    """Return the marks that join neither verbs (built, rebuilt or expanded) nor two subjects.

    From 38 colleges and universities came 4,500: where no verb stands before, an and does not
    part what was done.
    """
    low = one.end
    for start, end in verbs_listed(normal, low, high):
        marks = [mark for mark in marks if not start < mark < end]
    for found in _JOINED_NOUN.finditer(normal, low, high):
        verbs = clause_words().verbs
        subject = _CLAUSE_FRONT.split(normal[max(0, low - _LONGEST_ATTRIBUTE) : found.start()])[-1]
        if found[1] in verbs and verbs.isdisjoint(subject.split()):
            marks = [mark for mark in marks if mark != found.start()]
    return marks


def _first_of(normal: str, low: int, high: int, words: Sequence[str]) -> int | None:
    for word in words:
        if len(word) > _SHORT_WORD and (found := normal.find(f" {word}", low, high)) >= 0:
            return found
    return None


def _last_of(normal: str, low: int, high: int, words: Sequence[str]) -> int:
    """Return where the last of the words ends that stand there in their order."""
    reach = low
    for word in words:
        if len(word) > _SHORT_WORD and (found := normal.find(f" {word}", reach, high)) >= 0:
            reach = found + 1 + len(word)
    return reach


def _undangled(normal: str, low: int, high: int) -> int:
    """Return where the words up to ``high`` end, without prepositions that wait for a number."""
    dangling = clause_words().dangling
    if (purpose := _TO_DO.search(normal, low, high)) and purpose[1] in clause_words().base:
        high = purpose.start()
    while high > low:
        text = normal[low:high].rstrip(_TRAILING)
        word = _LAST_WORD.search(text)
        if word is None or word[0].lower() not in dangling:
            total = _TO_TOTAL.search(text)  # 14 new rules brought the total: to the next number
            return low + (total.start() if total else len(text))
        high = low + word.start()
    return low
