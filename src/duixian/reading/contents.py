"""A table of contents: its lines name the headings of a report and head nothing themselves.

Told by its title (目录, Contents) and by entries that stand below once more, or end in a page:
"一、2024年工作回顾……3". Without a title pages that never fall tell it, behind leaders of dots or
behind words that stand below as a heading, where an entry is numbered or stands below: dots lead
to figures as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEADERS = re.compile(r"(?:…|(?:[.．·]\s*){3})[\s.．…·]*[（(]?\s*(?P<page>\d{1,3})\s*[）)]?$")
_PAGE = re.compile(r"[\s.．…·—_-]*[（(]?\s*(?P<page>\d{1,3})\s*[）)]?$")
_NUMBER = re.compile(r"^[第（(]?(?:[一二三四五六七八九十\d]{1,3}|[IVX]{1,5})(?:[^\w\s]|部分|章)\s*")
_MARKS = " \t\u3000#*-•"  # what may open a line of a list
_PAGE_ENDS = frozenset("0123456789)）")
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[。！？!?；;：:][”’\"')）】]*$")
_LONGEST = 160  # characters of an entry
_LONGEST_PAGE = 24  # characters that tell leaders and page
_MOST = 400  # entries
_FEWEST = 2


def find_contents(lines: Sequence[str], title: re.Pattern[str]) -> list[range]:
    """Return the runs of lines that are tables of contents; ``title`` is what heads one."""
    named = [title.fullmatch(line.strip(_MARKS)) is not None for line in lines]
    if not any(named) and sum(map(_may_be_entry, lines)) < _FEWEST:
        return []
    keys = [set() if at_title else _keys(line) for at_title, line in zip(named, lines, strict=True)]
    last = {key: at for at, line in enumerate(lines) for key in keys[at] | _opening(line)}
    found: list[range] = []
    index = 0
    while index < len(lines):
        if named[index]:
            end = _below_a_title(lines, index, keys, last)
        else:
            end = _with_pages(lines, index, last)
        if end > index:
            found.append(range(index, end))
        index = max(end, index + 1)
    return found


def _may_be_entry(line: str) -> bool:
    """Tell whether a line may be one by itself: it ends in its page."""
    if line[-1:] not in _PAGE_ENDS:
        return False
    return _leaders(line) is not None or _NUMBER.match(line) is not None


def _below_a_title(
    lines: Sequence[str], title: int, keys: Sequence[set[str]], last: dict[str, int]
) -> int:
    """Return the end of the entries below a title; that of the title itself where there are none.

    The first entry standing there a second time is the first heading of the report, and so is
    any that stands nowhere below; both chapters may have an inner heading of one name.
    """
    below = range(title + 1, min(title + 1 + _MOST, len(lines)))
    seen: set[str] = set()
    end, entries = title, 0
    for index in below:
        own = keys[index]
        has_leaders = _leaders(lines[index]) is not None
        is_entry = has_leaders or any(last[key] > index for key in own)
        is_second = seen & own and (keys[title + 1] & own or not is_entry)
        if not own or is_second or (_SENTENCE_END.search(lines[index]) and not has_leaders):
            break
        seen |= own
        if is_entry:
            end, entries = index, entries + 1
    is_dense = entries >= _FEWEST and 2 * entries >= end - title
    return end + 1 if is_dense else title


def _with_pages(lines: Sequence[str], start: int, last: dict[str, int]) -> int:
    """Return the end of a run of entries before pages that never fall."""
    end, page = start, 0
    while end < len(lines):
        match = _leaders(lines[end]) or _numbered_below(lines[end], end, last)
        if match is None or len(lines[end]) > _LONGEST or int(match["page"]) < page:
            break
        end, page = end + 1, int(match["page"])
    is_told = end - start >= _FEWEST and any(
        _NUMBER.match(line) or any(last[key] >= end for key in _keys(line))
        for line in lines[start:end]
    )
    return end if is_told else start


def _numbered_below(line: str, index: int, last: dict[str, int]) -> re.Match[str] | None:
    """Find the page behind a numbered line that stands below once more, without the page."""
    match = _PAGE.search(line) if _NUMBER.match(line) and len(line) <= _LONGEST else None
    if match is None:
        return None
    named = _BLANKS.sub("", line[: match.start()].strip(_MARKS))
    return match if last.get(named, index) > index else None


def _leaders(line: str) -> re.Match[str] | None:
    """Find the leaders and the page at the end of a line, however long the leaders are."""
    return _LEADERS.search(line[-_LONGEST_PAGE:])


def _opening(line: str) -> set[str]:
    """Return what heads a paragraph as its first sentence, as it is compared."""
    opening, stop, _ = line[:_LONGEST].partition("。")
    return _keys(opening) if stop else set()


def _keys(line: str) -> set[str]:
    """Return a line as it is compared: with its number and its page, and without either."""
    if len(line) > _LONGEST:
        return set()
    text = line.strip(_MARKS)
    pieces = [text, _PAGE.sub("", text)]
    each = (_BLANKS.sub("", one) for one in (*pieces, *(_NUMBER.sub("", one) for one in pieces)))
    return {key for key in each if len(key) > 1}
