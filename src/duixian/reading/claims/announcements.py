"""Headings run into their paragraphs, or on lines of their own: 积极扩大消费。实施提振消费……

Such a sentence promises or tells only what the sentences behind it say in detail, of the same
field of government: a row of its own would count the same thing twice, and would be a task that
nobody can do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from duixian.language.data import compile_pattern, load_toml
from duixian.language.functions import find_functions
from duixian.language.governments import names_of_speaker
from duixian.language.places import find_place, find_projects
from duixian.language.word_tree import word_tree
from duixian.reading.claims.telling import calls_for, only_frames
from duixian.reading.records import (
    COMMITMENT,
    CONTEXT,
    GENERAL,
    RESULT,
    ZH,
    Government,
    Kind,
    Statement,
)
from duixian.reading.statements.patterns import statement_patterns
from duixian.reading.statements.specificity import deed_told

_LONGEST = 26  # characters
_LONGEST_OF_RESULTS = 18
_LONGEST_INSIDE = 16  # where others stand in front of it in its paragraph
_LONGEST_OF_RUNS = 13  # where a paragraph has several, each with a run of its own
_LENGTHS_APART = 2  # characters: such headings are written alike
_FEWEST_RUNS = 2
_MOST_OF_A_RUN = 5  # sentences, its heading too, on the average
_LEADING_IN = 2  # sentences of a paragraph before its first run
_RUN_AS_LONG = 2.5  # as its heading is the first sentence behind it
_TIMES_AS_LONG = 3  # as the heading is what carries it out
_LINES_HEADED = 2  # that are looked at
_LINES_AS_LONG = 2  # each of the next lines, where the heading is a line of its own
_COMMA = re.compile("[，,]")
_CLAUSE_MARKS = frozenset("，,；;：:\t")
_MOST_BETWEEN = 4  # sentences of the other language in a report that interleaves two


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    generic: list[str]
    tells_when: list[str]
    deeds_inside: list[str]
    list_ahead: str
    before_ahead: str
    before_list: str


@cache
def _data() -> _Data:
    return load_toml("zh/announcements.toml", _Data)


def announcements(
    normal: str, statements: Sequence[Statement], government: Government | None
) -> frozenset[int]:
    """Return where in ``statements`` one stands that only announces those behind it."""
    speaker = names_of_speaker(government.name, government.code) if government else frozenset()
    of_runs = _of_runs(normal, statements)
    return frozenset(
        position
        for position, statement in enumerate(statements)
        if (
            position in of_runs
            or _heads(normal, statements, position)
            or _is_before_list(normal, statement)
        )
        and not _names_something(normal, statement, speaker)
    )


def _heads(normal: str, statements: Sequence[Statement], position: int) -> bool:
    return (
        _may_announce(statements[position])
        and _opens(normal, statements, position)
        and _is_carried_out(normal, statements, position)
        and _is_of_one_field(normal, statements, position)
    )


def _is_before_list(normal: str, statement: Statement) -> bool:
    """Tell whether a sentence says no more than that a list comes: 今年要抓好以下工作："""
    if statement.language is not ZH or statement.kind is CONTEXT:
        return False
    if statement.specificity not in (GENERAL, None):
        return False
    *before, last = _COMMA.split(normal[statement.start : statement.end])
    ahead = _pattern("list_ahead").search(last)
    if not ahead or not _pattern("before_ahead").fullmatch(last, 0, ahead.start()):
        return False
    says_nothing = _pattern("before_list").fullmatch
    return all(says_nothing(clause) or only_frames(clause) for clause in before)


def _of_runs(normal: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Return where the headings stand of paragraphs made of runs with a heading each.

    Opening. 稳住岗位。… 优化结构。… 提升服务。… is told by the whole paragraph: headings alike in
    length, with a longer sentence behind each, and no other sentence as short as they.
    """
    found: list[int] = []
    opening = 0
    short: list[int] = []
    for position, statement in enumerate(statements):
        if position and "\n" in normal[statements[position - 1].end : statement.start]:
            found.extend(_heads_of_runs(normal, statements, short, (opening, position)))
            opening, short = position, []
        elif position > opening and _is_short_call(statement):
            short.append(position)
    found.extend(_heads_of_runs(normal, statements, short, (opening, len(statements))))
    return frozenset(found)


def _is_short_call(statement: Statement) -> bool:
    return (
        statement.end - statement.start <= _LONGEST_OF_RUNS
        and statement.kind is COMMITMENT
        and statement.language is ZH
        and statement.text.endswith("。")
        and _CLAUSE_MARKS.isdisjoint(statement.text)
    )


def _heads_of_runs(
    normal: str, statements: Sequence[Statement], short: list[int], paragraph: tuple[int, int]
) -> list[int]:
    opening, end = paragraph
    if len(short) < _FEWEST_RUNS or short[0] > opening + _LEADING_IN:
        return []
    if len(short) * _MOST_OF_A_RUN < end - opening:
        return []
    lengths = [len(statements[position].text) for position in short]
    if max(lengths) - min(lengths) > _LENGTHS_APART:
        return []
    for position, behind, length in zip(short, [*short[1:], end], lengths, strict=True):
        if position + 1 == end or len(statements[position + 1].text) < _RUN_AS_LONG * length:
            return []
        run = normal[statements[position].end : statements[behind - 1].end]
        if not _speaks_of(run, normal[statements[position].start : statements[position].end]):
            return []
    return [position for position in short if _may_announce(statements[position])]


def _may_announce(statement: Statement) -> bool:
    length = statement.end - statement.start
    if length > _LONGEST or statement.language is not ZH:
        return False
    if not statement.text.endswith("。"):
        return False
    if statement.kind is RESULT:
        return length <= _LONGEST_OF_RESULTS
    return statement.specificity is GENERAL


def _tells_a_result(words: str) -> bool:
    """Tell whether words name what was done or reached, and do not only call for it."""
    return not calls_for(words) or deed_told(words, ZH) is not None


def _opens(normal: str, statements: Sequence[Statement], position: int) -> bool:
    """Tell whether a sentence of one clause opens a paragraph or a numbered part of one."""
    statement = statements[position]
    words = normal[statement.start : statement.end]
    numbered = statement_patterns(ZH).turns.list_item.match(words)
    own = words[numbered.end() :] if numbered else words
    if statement.kind is RESULT and _tells_a_result(own.rstrip("。")):
        return False
    if not _CLAUSE_MARKS.isdisjoint(own) or any(word in own for word in _data().tells_when):
        return False
    before = statements[position - 1].end if position else 0
    if numbered is not None or not position or "\n" in normal[before : statement.start]:
        return True
    return _heads_figures(normal, statements, position)


def _heads_figures(normal: str, statements: Sequence[Statement], position: int) -> bool:
    """Tell whether a short call stands inside a paragraph of results, before figures of its own.

    增强要素保障。 between two results with figures calls for what the second one tells.
    """
    heading = statements[position]
    is_short = heading.end - heading.start <= _LONGEST_INSIDE
    if heading.kind is not RESULT or not is_short:
        return False
    if any(word in heading.text for word in _data().deeds_inside):
        return False
    behind = _behind(statements, position)
    if not behind or behind[0].kind is not RESULT:
        return False
    words = normal[heading.end : behind[0].end]
    return "\n" not in words and any(character.isdigit() for character in words)


def _is_carried_out(normal: str, statements: Sequence[Statement], position: int) -> bool:
    """Tell whether the rest of its part says at length what is to be done."""
    heading = statements[position]
    behind = _behind(statements, position)
    if not behind:
        return False
    length = heading.end - heading.start
    enough = _TIMES_AS_LONG * length
    is_own_line = "\n" in normal[heading.end : behind[0].start]
    if is_own_line and _heads_lines(normal, behind, heading.kind, _LINES_AS_LONG * length):
        return True
    said, promises, end = 0, False, heading.end
    for one in behind:
        if said and "\n" in normal[end : one.start]:
            break
        words = normal[one.start : one.end]
        if statement_patterns(ZH).turns.list_item.match(words):
            break
        said, end = said + len(words), one.end
        promises = promises or one.kind is heading.kind
        if promises and said >= enough:
            return True
        if is_own_line:
            break  # lines of one list each say a thing of their own
    return False


def _heads_lines(normal: str, behind: list[Statement], kind: Kind, enough: int) -> bool:
    """Tell whether each of the two lines behind tells more, and of the same kind."""
    lines: list[list[Statement]] = []
    for one in behind:
        if not lines or "\n" in normal[lines[-1][-1].end : one.start]:
            if one.kind is not kind or len(lines) == _LINES_HEADED:
                break
            lines.append([])
        lines[-1].append(one)
    list_item = statement_patterns(ZH).turns.list_item
    return len(lines) == _LINES_HEADED and all(
        line[-1].end - line[0].start >= enough and not list_item.match(normal, line[0].start)
        for line in lines
    )


def _behind(statements: Sequence[Statement], position: int) -> list[Statement]:
    """Return what follows in its section and language, as far as it may tell."""
    heading = statements[position]
    behind: list[Statement] = []
    for one in statements[position + 1 : position + 2 + 2 * _MOST_BETWEEN]:
        if one.section != heading.section:
            break
        if one.language is heading.language:
            behind.append(one)
    return behind


def _names_something(normal: str, statement: Statement, speaker: frozenset[str]) -> bool:
    """Tell whether a place or a project is named: then the sentence says a thing of its own."""
    words = normal[statement.start : statement.end]
    return bool(
        find_place(words, language="zh", but_not=speaker) or find_projects(words, language="zh")
    )


def _is_of_one_field(normal: str, statements: Sequence[Statement], position: int) -> bool:
    """Tell whether what stands behind speaks of the same; 加强国防动员 heads no 种业振兴."""
    statement = statements[position]
    behind = _behind(statements, position)
    told = normal[behind[0].start : behind[-1].end]
    return _speaks_of(told, normal[statement.start : statement.end])


def _speaks_of(told: str, heading: str) -> bool:
    if any(pair in told for pair in _pairs(heading)):
        return True
    own = find_functions(heading, language="zh")
    return not own or not set(own).isdisjoint(find_functions(told, language="zh"))


def _pairs(words: str) -> Iterator[str]:
    """Give two characters each that stand together and say what a heading is about."""
    said = _generic().sub("。", words)
    return (pair for pair in map("".join, pairwise(said)) if pair.isalnum())


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    pattern = f"(?:{getattr(_data(), entry)})$"
    return compile_pattern(pattern, path="zh/announcements.toml", entry=entry)


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(word_tree(_data().generic))
