"""Cut a statement into pieces: each number with its own words, each deed, else the whole.

A list gives as many pieces as it has members: 新增中心4家、床位300张、托位2300个 is three.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duixian.documents.document import Span
from duixian.reading.claims.chinese_changes import change_told
from duixian.reading.claims.chinese_dates import with_dates
from duixian.reading.claims.chinese_ranks import with_ranks
from duixian.reading.claims.clauses import (
    clause_ends,
    clauses,
    trimmed,
)
from duixian.reading.claims.english_clauses import with_colon, without_heading, without_purpose
from duixian.reading.claims.english_coordinates import with_joint_deeds
from duixian.reading.claims.english_insertions import told_over_insertion, with_subjects
from duixian.reading.claims.english_pieces import pieces_side_by_side
from duixian.reading.claims.numbers import pieces_of_numbers
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
from duixian.reading.records import Kind, Language, Quantity, Specificity, Statement
from duixian.reading.statements.specificity import deed_told

_MOST_IN_A_ROW = 8  # clauses in front of the last that 均 is said of
# what was before or who says so, and no deed of its own
_STANDS_ASIDE = ("Whereas ", "whereas ", "according to ")


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
        pieces_of_numbers(normal, statement, quantities, ends)
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
        marks = with_dates(normal, statement, _with_list_marks(normal, statement, marks))
        return with_ranks(normal, statement, marks)
    marks = with_colon(normal, statement, marks)
    if statement.specificity is not Specificity.GENERAL:
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
    if not leads_to_list(normal[low:colon].lstrip(), Language.ZH):
        return marks
    return [*marks[:behind], (colon, colon + 1), *marks[behind:]]


def _whole(normal: str, statement: Statement, marks: list[Span], told: Sequence[Span]) -> Piece:
    span = trimmed(normal, statement.start, statement.end)
    measure = ""
    if statement.language is Language.EN:
        measure = told_over_insertion(normal, statement, marks)
    told = [each for each in told if each[1] > span[0]] or told  # no 第三 of 第三，守住红线
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
        if words.startswith(_STANDS_ASIDE):
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
