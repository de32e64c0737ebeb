"""Cut a statement into pieces: each number with its own words, each deed, else the whole.

A list gives as many pieces as it has members: 新增中心4家、床位300张、托位2300个 is three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duixian.documents.document import Span
from duixian.reading.claims.chinese_changes import change_told
from duixian.reading.claims.chinese_counts import is_sort, without_subjects
from duixian.reading.claims.chinese_joint import measures_of_each
from duixian.reading.claims.chinese_ranks import with_ranks
from duixian.reading.claims.clauses import (
    clause_ends,
    clauses,
    list_mark,
    marks_outside,
    trimmed,
)
from duixian.reading.claims.english_clauses import without_heading, without_purpose
from duixian.reading.claims.english_coordinates import with_joint_deeds
from duixian.reading.claims.english_insertions import told_over_insertion, with_subjects
from duixian.reading.claims.english_parts import (
    followers,
    is_attribute,
    is_mere_attribute,
    own_part,
)
from duixian.reading.claims.english_pieces import pieces_side_by_side
from duixian.reading.claims.piece import Piece
from duixian.reading.claims.telling import (
    beside_what,
    goes_on_with_a_work,
    is_only_time,
    leads_to_list,
    says_to_what,
    telling_clause,
    tells_what_was_done,
)
from duixian.reading.quantities.chinese.relations import comparison_in_front
from duixian.reading.records import Kind, Language, Quantity, Specificity, Statement, Status
from duixian.reading.statements.specificity import deed_told

_CLOSED = re.compile("[）)]")
_BARE = re.compile(r"(?:[^\w]|和|与|以?及)*")  # nothing but a joint
# Or else how the number is meant: 、35%以上.
_MEANT = re.compile(r"(?:[^\w]|和|与|达到?|约|近|超过?|以[上下内]|左右)*")
_COMMA = len(", ")
_RATIO_MARKS = (":", "∶")
_LONGEST_LIST = 160
_MOST_IN_A_ROW = 8  # clauses in front of the last that 均 is said of
_FOR_YEARS = "For "
_STREAK = "streak"  # why a number is one: For the third time in a row
_SETS_AGAINST = ("Whereas ", "whereas ")  # what was before, and no deed of its own
_INCLUDING = ", including "
_RANKED = re.compile(
    r", (?:(?:ranking|placing) )?the (?:[a-z]+-)?(?:[a-z]+est|most [a-z]+)\b[^,.;\d]{0,30}?"
    r" (?:in|among|of) (?:the |all )?(?:world|country|nation|province|region|city|China)\b"
    r"|, (?:ranking|placing|ranked|placed) [^,.;\d]{3,60}(?=[,.;])"
    r"|, (?:accounting for|making up) (?:more than|over|nearly|about) half\b[^,.;\d]{0,40}(?=[,.;])"
    r"|, with(?: almost)? no [^,.;\d]{3,60}(?=[,.;])"
    r"|, (?:slightly |much |far |well )?(?:higher|lower|faster|slower|more|less|better) than "
    r"[^,.;\d]{3,60}(?=[,.;])"
)
_NAME_INCLUDED = re.compile(r", including (?:the |a |an )?[“A-Z]")


def pieces_of(
    normal: str, said: Sequence[tuple[Statement, Sequence[Quantity]]]
) -> list[list[Piece]]:
    """Return the pieces of each statement, which is no context, in order.

    Each step goes over all statements before the next one does, so that its words stay at hand.
    """
    statements = [_without_heading(normal, statement) for statement, _ in said]
    marks = [_marks(normal, statement) for statement in statements]
    told = [clauses(normal, *each) for each in zip(statements, marks, strict=True)]
    found = [
        _numbers(normal, statement, quantities, ends)
        for statement, (_, quantities), ends in zip(statements, said, marks, strict=True)
    ]
    for statement, parts, pieces in zip(statements, told, found, strict=True):
        if pieces and statement.language is Language.ZH:
            pieces.extend(_comparisons(normal, statement, parts, pieces))
        if statement.specificity is not Specificity.GENERAL:  # else no clause names a deed
            taken = sorted(piece.span for piece in pieces)
            pieces.extend(_deeds(normal, statement, parts, taken))
    for statement, ends, parts, pieces in zip(statements, marks, told, found, strict=True):
        if statement.language is Language.EN:
            spans = [piece.span for piece in pieces]
            pieces.extend(pieces_side_by_side(normal, statement, ends, spans))
            pieces[:] = with_subjects(normal, statement, ends, pieces)
        elif pieces or statement.kind is Kind.RESULT:
            pieces.extend(_beside(normal, statement, parts, pieces))
    return [
        sorted(pieces, key=_span) if pieces else [_whole(normal, statement, ends, parts)]
        for statement, ends, parts, pieces in zip(statements, marks, told, found, strict=True)
    ]


def _span(piece: Piece) -> Span:
    return piece.span


def _without_heading(normal: str, statement: Statement) -> Statement:
    return without_heading(normal, statement) if statement.language is Language.EN else statement


def _marks(normal: str, statement: Statement) -> list[Span]:
    marks = clause_ends(normal, statement)
    if statement.language is Language.ZH:
        return with_ranks(normal, statement, _with_list_marks(normal, statement, marks))
    if statement.language is Language.EN and statement.specificity is not Specificity.GENERAL:
        return with_joint_deeds(normal, statement, marks)
    return marks


def _with_list_marks(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks with the first colon behind words that only lead to a list.

    今年要办好两件实事：新建公园3个，…
    """
    colon = normal.find("：", statement.start, statement.end)
    if colon < 0:
        return marks
    behind = bisect_left(marks, (colon, 0))
    low = marks[behind - 1][1] if behind else statement.start
    if not leads_to_list(normal[low:colon].lstrip()):
        return marks
    return [*marks[:behind], (colon, colon + 1), *marks[behind:]]


def _numbers(
    normal: str, statement: Statement, quantities: Sequence[Quantity], marks: list[Span]
) -> list[Piece]:
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    if not own:
        return []
    named: dict[int, str] = {}
    if statement.language is Language.EN:
        own, named = _without_attributes(normal, own)
    outside = marks_outside(marks, _spans(quantities))
    if len(own) > 1 and statement.language is not Language.EN:
        own = _without_sorts(normal, statement, own, outside)
        own = without_subjects(normal, statement, own, outside)
    return _counted(normal, statement, own, outside, named)


def _whole(normal: str, statement: Statement, marks: list[Span], told: Sequence[Span]) -> Piece:
    span = trimmed(normal, statement.start, statement.end)
    measure = ""
    if statement.language is Language.EN:
        measure = told_over_insertion(normal, statement, marks)
    listed = [each for each in told[:-1] if not normal.startswith("：", each[1])]
    measure = measure or telling_clause(normal, statement.language, [*listed, *told[-1:]])
    return Piece(span, None, statement.specificity, measure, "the whole statement")


def _deeds(
    normal: str, statement: Statement, told: Sequence[Span], taken: list[Span]
) -> Iterator[Piece]:
    specificity = Specificity.SPECIFIC if statement.kind is Kind.COMMITMENT else None
    before: Span | None = None  # the clause in front, where it only says to what
    for start, end in told:
        if _is_taken(taken, (start, end)):
            before = None
            continue
        words = normal[start:end]
        if words.startswith(_SETS_AGAINST):
            continue
        deed = deed_told(words, statement.language)
        if deed and not is_only_time(words, statement.language):
            done = _done(words, statement.language)
            was_done = tells_what_was_done(words, statement.language)
            own = None if was_done else specificity
            yield Piece((before[0] if before else start, end), None, own, done, deed)
        before = (start, end) if says_to_what(words, statement.language) else None


def _works(
    normal: str, statement: Statement, told: Sequence[Span], taken: list[Span]
) -> Iterator[Piece]:
    """Give the clauses beside other pieces that go on with a work by name, which are no deeds."""
    specificity = Specificity.GENERAL if statement.kind is Kind.COMMITMENT else None
    for span in told:
        words = normal[slice(*span)]
        if not _is_taken(taken, span) and goes_on_with_a_work(words):
            yield Piece(span, None, specificity, words, "a work that it names goes on")


def _beside(
    normal: str, statement: Statement, told: Sequence[Span], pieces: Sequence[Piece]
) -> list[Piece]:
    """Return the Chinese clauses that tell a change, and beside pieces those of named works too."""
    taken = sorted(piece.span for piece in pieces)
    found = list(_changes(normal, statement, told, taken))
    if pieces:
        taken = sorted([*taken, *(piece.span for piece in found)])
        found.extend(_works(normal, statement, told, taken))
    return found


def _changes(
    normal: str, statement: Statement, told: Sequence[Span], taken: list[Span]
) -> Iterator[Piece]:
    """Give the clauses that tell a change: 青岩水库下闸蓄水."""
    is_promise = statement.kind is Kind.COMMITMENT
    specificity = Specificity.SPECIFIC if is_promise else None
    for span in told:
        words = normal[slice(*span)]
        if _is_taken(taken, span):
            continue
        if change := change_told(words, is_promise=is_promise):
            yield Piece(span, None, specificity, words, change)


def _comparisons(
    normal: str, statement: Statement, told: Sequence[Span], pieces: Sequence[Piece]
) -> list[Piece]:
    """Return the clauses that hold the number before them to another thing: 增长8%，快于全国.

    One more behind such a clause is told of the same number: 增长8%，快于全国，居全省首位.
    """
    specificity = Specificity.SPECIFIC if statement.kind is Kind.COMMITMENT else None
    subjects = {piece.span[1]: piece.measure for piece in pieces}  # by where a clause of it ends
    taken = sorted(piece.span for piece in pieces)
    found: list[Piece] = []
    for position, (before, span) in enumerate(pairwise(told)):
        words = normal[slice(*span)]
        beside = beside_what(words) if before[1] in subjects else None
        if beside is None or _is_taken(taken, span):
            continue
        subject = subjects[before[1]]
        if beside["each"]:
            subject = (
                _of_all(normal, told[max(0, position - _MOST_IN_A_ROW) : position + 1], pieces)
                or subject
            )
        subjects[span[1]] = subject
        measure = f"{subject} {words}"
        found.append(Piece(span, None, specificity, measure, "one quantity is held to another"))
    return found


def _of_all(normal: str, before: Sequence[Span], pieces: Sequence[Piece]) -> str:
    """Return what 均 is said of: the numbers of the clauses in a row that each end in one.

    No further than they are of one unit: of halls built, none is 均高于全国平均水平.
    """
    units = {piece.span[1]: piece.quantity.unit for piece in pieces if piece.quantity}
    start = end = before[-1][1]
    for clause in reversed(before):
        if clause[1] not in units or units[clause[1]] != units[end]:
            break
        if "；" in normal[clause[1] : start]:
            break
        start = clause[0]
    inside = (piece for piece in pieces if start <= piece.span[0] and piece.span[1] <= end)
    return "、".join(dict.fromkeys(piece.measure for piece in inside))


def _is_taken(taken: list[Span], clause: Span) -> bool:
    behind = bisect_left(taken, (clause[1], 0))
    return behind > 0 and taken[behind - 1][1] > clause[0]


def _done(words: str, language: Language) -> str:
    return without_purpose(words) if language is Language.EN else words


def _spans(quantities: Sequence[Quantity]) -> list[Span]:
    return sorted((one.start, one.end) for one in quantities)


def _counted(
    normal: str,
    statement: Statement,
    own: Sequence[Quantity],
    marks: list[Span],
    named: dict[int, str],
) -> list[Piece]:
    is_english = statement.language is Language.EN
    if "\t" in statement.text:  # a row of a table: its cells say nothing without it
        spans = [(statement.start, statement.end)] * len(own)
    elif is_english:
        spans = _english_parts(normal, statement, own, marks)
    else:
        spans = _chinese_parts(normal, statement, own, marks)
    pieces: list[Piece] = []
    for quantity, span in zip(own, spans, strict=True):
        is_target = quantity.status is Status.TARGET
        if is_attribute(normal, quantity) if is_english else is_sort(normal, quantity):
            specificity = Specificity.SPECIFIC if is_target else None
            words = normal[slice(*span)]
            pieces.append(Piece(span, None, specificity, words, "a thing told by its size"))
            continue
        specificity = Specificity.QUANTIFIED if is_target else None
        why = f"number: {quantity.why}"
        of_each = [] if is_english else measures_of_each(normal, span[0], quantity)
        measures = of_each or [named.get(quantity.start, quantity.measure)]
        pieces.extend(Piece(span, quantity, specificity, each, why) for each in measures)
    return pieces


def _without_attributes(
    normal: str, own: Sequence[Quantity]
) -> tuple[list[Quantity], dict[int, str]]:
    """Return the numbers that claim something, and the nouns of those in front of an attribute."""
    named: dict[int, str] = {}
    kept: list[Quantity] = []
    for quantity in own:
        before = kept[-1] if kept else None
        if not is_attribute(normal, quantity) or not is_mere_attribute(normal, quantity, before):
            kept.append(quantity)
        elif before and not normal[before.end : quantity.start].strip():
            named[before.start] = quantity.measure
    return kept or list(own), named


def _without_sorts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Quantity]:
    """新建220千伏变电站2座: a sort beside a number of its clause claims nothing."""
    sorts = [quantity for quantity in own if is_sort(normal, quantity)]
    if not sorts:
        return list(own)
    others = [quantity.start for quantity in own if quantity not in sorts]
    kept = list(own)
    for quantity in sorts:
        low, high = _clause_around(statement, marks, quantity)
        if any(low <= start < high for start in others):
            kept.remove(quantity)
    return kept


def _chinese_parts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    spans: list[Span] = []
    for position, quantity in enumerate(own):
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        clause = _clause_around(statement, marks, quantity)
        span = _own_words(normal, clause, before, quantity, after)
        spans.append(_holding(normal, span, quantity))
        if before and before.end == quantity.start:  # 5宗43公顷土地 is told of both
            spans[-2:] = [(spans[-2][0], spans[-1][1])] * 2
    return _with_whole_ratios(normal, own, spans)


def _with_whole_ratios(normal: str, own: Sequence[Quantity], spans: Sequence[Span]) -> list[Span]:
    """Return the words of each number, all members of a ratio told in the same: 为8∶45∶47."""
    whole = list(spans)
    for position in range(len(own) - 2, -1, -1):
        if normal[own[position].end : own[position + 1].start] in _RATIO_MARKS:
            start = min(whole[position][0], whole[position + 1][0])
            whole[position : position + 2] = [(start, whole[position + 1][1])] * 2
    return whole


def _english_parts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    behind = followers(normal, statement, own)
    leading = [quantity for position, quantity in enumerate(own) if position not in behind]
    spans: list[Span] = []
    before: tuple[Quantity, int] | None = None
    position = 0  # of the next among those that lead
    for at, quantity in enumerate(own):
        clause = _clause_around(statement, marks, quantity)
        if (quantity.unit == "year" or _STREAK in quantity.why) and normal.startswith(
            _FOR_YEARS, clause[0]
        ):
            clause = clause[0], _end_of_next(statement, marks, clause)
        if at in behind:
            if not spans or spans[-1][1] <= clause[0]:
                spans.append(_holding(normal, clause, quantity))
            else:
                spans.append((spans[-1][0], max(spans[-1][1], quantity.end)))
            continue
        position += 1
        span = own_part(normal, clause, before, quantity, leading[position : position + 2])
        before = quantity, span[0]
        span = _holding(normal, span, quantity)
        if at + 1 < len(own) and own[at + 1].start - clause[1] == _COMMA:
            end = _shared_end(normal, span, quantity, own[at + 1])
            if end > span[1]:
                span = span[0], min(statement.end, _end_of_clause(statement, marks, end))
        is_last = at + 1 == len(own) or own[at + 1].start >= clause[1]
        spans.append(_with_names(normal, statement, marks, span, own) if is_last else span)
    return spans


def _shared_end(normal: str, span: Span, quantity: Quantity, following: Quantity) -> int:
    """Eight halls, 12 parks and one school were opened: where what is said of all is said."""
    last = quantity.measure.rpartition(" ")[2]
    if quantity.unit != "count" or not last or normal.find(last, *span) >= 0:
        return span[1]
    return max(span[1], normal.find(last, following.end, following.end + _LONGEST_LIST))


def _with_names(
    normal: str, statement: Statement, marks: list[Span], span: Span, own: Sequence[Quantity]
) -> Span:
    """Begin work on four projects, including the Qinghe Library: which they are goes with them.

    So does what rank they have: a line of 80 km, the longest in the country.
    """
    low, high = span
    if ranked := _RANKED.match(normal, high, statement.end):
        return low, ranked.end()
    if not normal.startswith(_INCLUDING, high) or not _NAME_INCLUDED.match(normal, high):
        return span
    end = _end_of_next(statement, marks, span)
    if any(high < quantity.start < end for quantity in own):
        return span
    return low, max(high, trimmed(normal, low, end)[1])


def _end_of_next(statement: Statement, marks: list[Span], clause: Span) -> int:
    """For five years running, harvests have grown: the clause behind says what."""
    behind = bisect_left(marks, (clause[1], 0)) + 1
    return marks[behind][0] if behind < len(marks) else statement.end


def _holding(normal: str, span: Span, quantity: Quantity) -> Span:
    """Return a span without the marks at its ends, but for the minus sign of its number."""
    low, high = trimmed(normal, *span)
    return min(low, quantity.start), max(high, quantity.end)


def _clause_around(statement: Statement, marks: list[Span], quantity: Quantity) -> Span:
    before = bisect_left(marks, (quantity.start, 0))
    low = marks[before - 1][1] if before else statement.start
    high = _end_of_clause(statement, marks, quantity.end)
    return min(low, quantity.start), max(high, quantity.end)


def _end_of_clause(statement: Statement, marks: list[Span], at: int) -> int:
    behind = bisect_left(marks, (at, 0))
    return marks[behind][0] if behind < len(marks) else statement.end


def _own_words(
    normal: str,
    clause: Span,
    before: Quantity | None,
    quantity: Quantity,
    after: Quantity | None,
) -> Span:
    """Return a number's part of its clause; all of it where its part would be the bare number."""
    low, high = clause
    if before and before.end > low:
        low = _parted(normal, before, quantity)
    if after and after.start < high:
        high = _parted(normal, quantity, after)
    low, high = min(low, quantity.start), max(high, quantity.end)
    low, high = _inside_bracket(normal, low, high, quantity)
    behind = normal[quantity.end : high]
    if _BARE.fullmatch(normal[low : quantity.start] + behind):
        return clause
    around = normal[low : comparison_in_front(normal, low, quantity.start)] + behind
    return (clause[0], high) if _MEANT.fullmatch(around) else (low, high)


def _parted(normal: str, before: Quantity, after: Quantity) -> int:
    """Return where the words of two numbers part: at a bracket that opens behind the first, too.

    80个乡镇近3万户: how the next number is meant is no word of the one before.
    """
    bracket = normal.find("（", before.end, after.start)
    if bracket < 0:
        bracket = normal.find("(", before.end, after.start)
    if bracket >= 0 and not _CLOSED.search(normal, bracket, after.start):
        return bracket
    mark = list_mark(normal, before.end, after.start)
    return comparison_in_front(normal, before.end, mark) if mark == after.start else mark


def _inside_bracket(normal: str, low: int, high: int, quantity: Quantity) -> Span:
    """5000个（其中充电泊位1500个）: the words inside, without one bracket of the two."""
    if (
        low < quantity.start
        and normal[low] in "（("
        and not _CLOSED.search(normal, low, quantity.start)
    ):
        low += 1
    words = normal[low:high]
    if words.endswith(("）", ")")) and "（" not in words and "(" not in words:
        high = max(high - 1, quantity.end)
    return low, high
