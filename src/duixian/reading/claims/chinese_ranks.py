"""Ranks told behind their number with a list mark alone: 总里程达909公里、居全国首位."""

from __future__ import annotations

import re
from bisect import insort

from duixian.documents.document import Span
from duixian.reading.claims.telling import beside_what
from duixian.reading.records import Statement

# The list mark, and what stands up to the next mark; 分别 tells off a list of ranks.
_BEHIND_A_MARK = re.compile(r"(、)(分别[^，。；]{3,30}|[^，。；、]{3,20})(?=[，。；、]|$)")
# A number with its unit, or a few words of what it counts: 新增平台3个, 3个平台通过验收.
_NUMBER = re.compile(
    r"[\d百千万亿%][^，。；、：\d]{0,2}$|[\d两百千万亿%][^，。；、：\d]{3,20}(?<![量值额率数度模积])$"
)
_LONGEST_COUNTED = 28  # characters
# One of these stands in every clause that compares.
_SIGN = re.compile(
    "[居列创跻]|[高低快优好]于|超过|领先|保持|[进迈]入|升[至到]|排[在名]|[最新][高低]|为.{1,8}最|持平|超额|第"
)
_RANK_ALONE = re.compile(
    r"、[^，。；、\d居列排]{0,6}(?:第[一二三四五六七八九十\d]|前列|首位|前[\d一二三四五])"
)


def with_ranks(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks that end clauses with each list mark behind which a number is compared.

    Also with the one behind that: 城镇化率68%、居全省第2、提高1个百分点.
    """
    if "、" not in statement.text or not _SIGN.search(statement.text):
        return marks
    marked, last = list(marks), -1
    for found in _BEHIND_A_MARK.finditer(normal, statement.start, statement.end):
        start, end = found.span()
        if start != last and not _is_behind_number(normal, statement.start, start):
            continue
        if not beside_what(found[2]):
            continue
        if start != last:
            insort(marked, found.span(1))
        if normal.startswith("、", end) and not _RANK_ALONE.match(normal, end):
            insort(marked, (end, end + 1))
            last = end
    return marked


def _is_behind_number(normal: str, low: int, at: int) -> bool:
    return _NUMBER.search(normal[max(low, at - _LONGEST_COUNTED) : at]) is not None
