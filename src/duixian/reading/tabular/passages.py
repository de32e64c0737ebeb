"""Cells that are sentences: a table of tasks is text in columns, and is read as text.

A value (约300张, 增长5%) is told of its row; a sentence (新增养老床位300张) says by itself of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from duixian.documents.document import Cell, Span
from duixian.documents.table_layout import LINE_GAP
from duixian.language.headings import heading_patterns
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Language, Role, Status
from duixian.reading.statements.specificity import deed_told
from duixian.reading.tabular.columns import Column
from duixian.reading.tabular.deadlines import due_within
from duixian.reading.tabular.figures import is_number, numbers_in, own_numbers
from duixian.reading.tabular.labels import says_again, tells_its_number
from duixian.reading.tabular.words import TableWords

_WORD = {Language.ZH: re.compile(r"[^\W\d_]"), Language.EN: re.compile(r"[^\W\d_]{2,}")}
_FEWEST = {Language.ZH: 4, Language.EN: 3}  # words of its own, in a row that something else names
_FEWEST_ENDED = 3  # with a full stop behind it
_FEWEST_ALONE = 2  # in a row that nothing else names
_ROLES = {Status.TARGET: Role.PLAN, Status.RESULT: Role.REVIEW, Status.OTHER: Role.OTHER}


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a cell that is read as text, with what the head of its column says."""

    span: Span
    role: Role | None  # what its column is for; ``None`` where only its section says
    time: str | None
    due: str | None = None  # when its row is due, which holds for what it promises


def role_of_heads(heads: str, language: Language, *, is_in_review: bool) -> Role | None:
    """Return what sentences are under heads that say nothing of them, beside one that does.

    Under 重点工作, 工作措施, 责任单位 all are planned.
    """
    patterns = heading_patterns(language)
    plans = patterns.plan.search(heads) is not None
    if patterns.strong_review.search(heads):
        return None if plans else Role.REVIEW
    return Role.PLAN if plans and not is_in_review else None


def passages_of(
    text: str, cell: Cell, column: Column, *, beside: Role | None, due: str | None
) -> Iterator[Passage]:
    """Give the passages of a cell: its lines, where a line end parted them.

    ``beside``: what they are where their own head does not say it.
    """
    role = _ROLES[column.status] if column.status else beside
    due = due_within(column.time, due) if role in (None, Role.PLAN) else None
    start = cell.start
    for line in text[cell.start : cell.end].split(LINE_GAP):
        if line.strip():
            yield Passage((start, start + len(line)), role, column.time, due)
        start += len(line) + len(LINE_GAP)


def is_sentence(
    normal: str,
    cell: Cell,
    words: TableWords,
    *,
    names_row: bool,
    has_head: bool,
    behind: Sequence[Cell],
) -> bool:
    """Tell whether a cell is text of its own.

    ``names_row``: nothing else does; ``has_head``: its column says that it promises or tells;
    ``behind``: the cells that may hold figures of what it names.
    """
    said = normal[cell.start : cell.end]
    if words.sentence_end.search(said):
        return _count(said, words) >= _FEWEST_ENDED
    language = words.language
    mentions = numbers_in(normal, cell, language)
    has_numbers = any(is_number(normal, each, words) for each in behind)
    if has_numbers and not has_head:
        return tells_its_number(normal, cell, mentions, language, has_numbers=True)
    if mentions:
        fewest = _FEWEST_ALONE if names_row else _FEWEST[language]
        if _count(_beside(normal, cell, mentions), words) < fewest:
            return False
        figures = [one for each in behind for one in own_numbers(normal, each, words)]
        if not figures or says_again(normal, cell, mentions, figures):
            return True
        return tells_its_number(normal, cell, mentions, language, has_numbers=False)
    if not names_row or any(numbers_in(normal, each, language) for each in behind):
        return False  # 新建学校 in front of 12所
    return deed_told(said, language) is not None


def _beside(normal: str, cell: Cell, mentions: Sequence[Mention]) -> str:
    """Return what a cell says beside its numbers."""
    edges = [cell.start]
    for mention in mentions:
        edges += [mention.low_edge, mention.high_edge]
    edges.append(cell.end)
    return " ".join(normal[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _count(said: str, words: TableWords) -> int:
    return len(_WORD[words.language].findall(words.of_row.sub(" ", said)))
