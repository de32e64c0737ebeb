"""The clauses of a statement, and where the members of a list part.

A mark between quotation marks or inside a number parts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from duixian.documents.document import Span
from duixian.language.bullets import BULLET, ITEM_NUMBER, OPENING
from duixian.language.conjunctions import AND
from duixian.reading.claims.chinese_counts import end_of_sort
from duixian.reading.claims.english_dashes import dash_marks
from duixian.reading.claims.english_lists import without_lists
from duixian.reading.claims.english_words import clause_words
from duixian.reading.records import Language, Quantity, Statement

# A pattern that starts with a set of characters skips all others at once.
_CLAUSE_END = {
    Language.ZH: re.compile(r"[，；。！？;!?,](?:(?<!,)|(?<!\d,)|(?!\d))"),
    Language.EN: re.compile(r"[;.!?,](?:(?=\s)(?<!\bNo\.)(?<![A-Z]\.[A-Z]\.)|(?<!,)$)"),
}
_QUOTED = re.compile(r"“[^”]{1,120}”|\"[^\"]{1,120}\"")
BRACKETED = re.compile(r"\([^()]{1,200}\)")
_LIST_MARK = re.compile(rf"、|以及|{AND}|及(?!时)")
# One look at a character tells that none of the longer forms begins there.
_LEADING = re.compile(
    rf"(?:[、，,；;：:·\-—–\s]|and |while |with |but |(?=[{OPENING}其并且以和及])"
    rf"(?:{BULLET}|{ITEM_NUMBER}|[一二三四五六七八九十]{{1,2}}(?:是(?!否)|要(?![求素件点害闻领]))|其中|并且|并(?!网|购(?!置)|轨|联(?![系合])|行(?!使)|列(?![出入])|用(?![好于]))|且|以及|{AND}|及(?!时)))+"
)
_TRAILING = " \t\n、，,；;。.！!：:"


def clause_ends(normal: str, statement: Statement) -> list[Span]:
    """Return the marks that end clauses, outside quotations."""
    start, end = statement.start, statement.end
    marks = [found.span() for found in _CLAUSE_END[statement.language].finditer(normal, start, end)]
    if normal.find("“", start, end) >= 0 or normal.find('"', start, end) >= 0:
        quoted = [found.span() for found in _QUOTED.finditer(normal, start, end)]
        marks = marks_outside(marks, quoted)
        # A comma that English sets before the closing quotation mark stands for one behind it.
        behind = [
            (high, high)
            for _, high in quoted
            if normal[high - 2] == "," and normal.startswith(" ", high)
        ]
        marks = sorted([*marks, *behind]) if behind else marks
    if statement.language is Language.EN:
        if marks and normal.find("(", start, end) >= 0:
            bracketed = [found.span() for found in BRACKETED.finditer(normal, start, end)]
            marks = marks_outside(marks, bracketed)
        if marks and (unparted := _unparted(normal, start, end)):
            marks = marks_outside(marks, unparted)
        marks = without_lists(normal, start, end, marks)
        dashes = dash_marks(normal, start, end)
        return sorted([*marks, *dashes]) if dashes else marks
    return marks


# The marks that can stand in a date, and what stands behind them there.
_IN_DATES = (", 20", ", 19", ". ", ".\n")


def _unparted(normal: str, start: int, end: int) -> list[Span]:
    """Return the English words that no mark parts: October 31, 2025."""
    known = clause_words()
    found: list[Span] = []
    if any(normal.find(sign, start, end) >= 0 for sign in _IN_DATES):
        found = [each.span() for each in known.unparted.finditer(normal, start, end)]
    opening = known.told_of_subject.match(normal, start, end)
    return sorted([opening.span(), *found]) if opening else found


def marks_outside(marks: Iterable[Span], kept: Sequence[Span]) -> list[Span]:
    """Return the marks that no span holds; both are in order, and each is looked at once."""
    outside: list[Span] = []
    position, reach = 0, -1
    for mark in marks:
        while position < len(kept) and kept[position][0] <= mark[0]:
            reach = max(reach, kept[position][1])
            position += 1
        if mark[0] >= reach:
            outside.append(mark)
    return outside


def clauses(normal: str, statement: Statement, marks: Iterable[Span]) -> list[Span]:
    """Return the clauses of a statement in order, without the marks between them."""
    start, told = statement.start, []
    for low, high in marks:
        told.append(trimmed(normal, start, low))
        start = high
    if start < statement.end:
        told.append(trimmed(normal, start, statement.end))
    return told


def list_mark(normal: str, low: int, high: int) -> int:
    """Return where one member of a list, which a number opens, ends and the next begins."""
    found = _LIST_MARK.search(normal, end_of_sort(normal, low, high), max(low, high))
    return found.start() if found else high


def trimmed(normal: str, start: int, end: int) -> Span:
    """Return the span of ``normal[start:end]`` without the marks and link words at its edges."""
    low, high = start, end
    if (leading := _LEADING.match(normal, start, end)) and leading.end() < end:
        low = leading.end()
    while high > low and normal[high - 1] in _TRAILING:
        high -= 1
    return (low, high) if low < high else (start, end)


def clause_around(statement: Statement, marks: list[Span], quantity: Quantity) -> Span:
    """Return the clause a number stands in, by the marks that end clauses."""
    before = bisect_left(marks, (quantity.start, 0))
    low = marks[before - 1][1] if before else statement.start
    high = end_of_clause(statement, marks, quantity.end)
    return min(low, quantity.start), max(high, quantity.end)


def end_of_clause(statement: Statement, marks: list[Span], at: int) -> int:
    """Return where the clause ends that ``at`` is in."""
    behind = bisect_left(marks, (at, 0))
    return marks[behind][0] if behind < len(marks) else statement.end


def holding(normal: str, span: Span, quantity: Quantity) -> Span:
    """Return a span without the marks at its ends, but for the minus sign of its number."""
    low, high = trimmed(normal, *span)
    return min(low, quantity.start), max(high, quantity.end)
