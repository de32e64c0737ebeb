"""A screen: which of many patterns can match a text at all, told by one pass over it.

Most patterns need some word to be there (`(?:制定|出台)[^，]{0,30}办法` needs 办法). The words that
all patterns need are sought together, by one automaton; only patterns whose words are there
are then tried. What a pattern needs is read off its own parse tree, never written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain
from math import prod
from typing import Any

from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import with_trees

# The parser of `re` itself, which has no public name.
_parse = import_module("re._parser").parse

Needs = frozenset[str]  # of which a match holds one at least

# What parts a pattern, but for what is escaped or stands in a set.
_MARKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()|]", re.DOTALL)
_TELLING = 1e-3  # a second need that stands at a place more often than this tells nothing
_LARGEST_SET = 24  # of characters or words that may stand at one place
_NOTHING: Needs = frozenset(("",))
_DIGIT = "CATEGORY_DIGIT"
_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_COMMON = frozenset("，、。；：“”的和一在是有要了，")
_COMMON_LETTERS = frozenset("etaoinsrhld")
_OF_A_COMMON_WORD = 0.01
_COMMON_WORDS = frozenset(
    {"the", "of", "and", "to", "in", "a", "for", "is", "has", "have", "are", "be", "been"}
    | {"with", "on", "as", "by", "were", "was", "ed", "ing"}
    | {"年", "发展", "建设", "推进", "推动", "加强", "加快", "实施", "工作", "政策", "经济"}
    | {"企业", "增长", "促进", "提升", "改革", "服务", "国家", "持续", "积极", "全面", "实现"}
)


class Screen:
    """Many patterns with the words they need; each is known by its place in the list.

    Of each it looks for the two rarest needs: patterns are slow to search for.
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._ignores_case = any(map(_ignores_case, patterns))
        self._always = 0
        self._searches = tuple(map(_search, patterns))
        bits: dict[str, int] = {}
        for place, pattern in enumerate(patterns):
            bits_of_both = (1 << place, 1 << place + len(patterns))
            for needs, bit in zip(needs_of(pattern), bits_of_both, strict=True):
                if needs is None:
                    self._always |= bit
                for need in needs or ():
                    word = _caseless(need) if self._ignores_case else need
                    bits[word] = bits.get(word, 0) | bit
        self._finder = WordFinder(bits)
        self._bits = bits

    def possible(self, text: str) -> int:
        """Return the patterns that may match, as bits by their place; the others cannot.

        Nor can they in any piece of the text.
        """
        found, bits = self._always, self._bits
        if self._ignores_case:
            text = text.lower() if text.isascii() else _caseless(text)
        for word in self._finder.words_in(text):
            found |= bits[word]
        return found & found >> len(self._searches)

    def first(self, possible: int, text: str) -> re.Match[str] | None:
        """Return what the alternation of the possible patterns, given as bits, finds first."""
        first: re.Match[str] | None = None
        while possible:
            lowest = possible & -possible
            found = self._searches[lowest.bit_length() - 1](text)
            if found and (first is None or found.start() < first.start()):
                first = found
            possible ^= lowest
        return first


class ScreenedPattern:
    """The alternation of many patterns; only those that can match are tried."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._screen = Screen(patterns)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        possible = self._screen.possible(text)
        return self._screen.first(possible, text) if possible else None


def alternatives(pattern: str) -> list[str]:
    """Return the alternatives of which a pattern is made; itself where it is of one."""
    found, depth, start = [], 0, 0
    for mark in _MARKS.finditer(pattern):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == "|" and not depth:
            found.append(pattern[start : mark.start()])
            start = mark.end()
    return [*found, pattern[start:]]


def _search(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Return how to search for a pattern; what opens a text is looked for only there."""
    opens = all(each.startswith("^") for each in alternatives(pattern.pattern))
    quicker = re.compile(with_trees(pattern.pattern), pattern.flags)
    return quicker.match if opens and not pattern.flags & re.MULTILINE else quicker.search


def _ignores_case(pattern: re.Pattern[str]) -> bool:
    return bool(pattern.flags & re.IGNORECASE) or "(?i" in pattern.pattern


def _caseless(text: str) -> str:
    # (?i:s) and (?i:i) match the long s and the dotless i too, which lower case leaves alone.
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("ſ", "s").replace("ı", "i")


def needs_of(pattern: re.Pattern[str]) -> tuple[Needs | None, Needs | None]:
    """Return the rarest of what a pattern needs, and what it needs besides if that tells much.

    Each is words of which every text has one that the pattern matches in, in some case. None
    where no word is sure to be there; empty for a pattern that never matches.
    """
    needed = sorted(_needed(_parse(pattern.pattern, pattern.flags)), key=_frequency)
    second = next((needs for needs in needed[1:2] if _frequency(needs) < _TELLING), None)
    return needed[0] if needed else None, second


def starts_of(pattern: re.Pattern[str]) -> str | None:
    """Return a pattern of the one character that every match starts with, if it is plain."""
    for code, value in _parse(pattern.pattern, pattern.flags):
        if str(code) == "LITERAL":
            return re.escape(chr(value))
        if str(code) == "IN" and [str(each) for each in value[0]] == ["CATEGORY", _DIGIT]:
            return r"\d"
        if str(code) not in _NO_WIDTH:
            return None
    return None


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> Needs | None:
    """Return the rarest of what the nodes need one after the other."""
    return min(_needed(nodes), key=_frequency, default=None)


def _needed(nodes: Iterable[tuple[Any, Any]]) -> list[Needs]:
    """Return all that the nodes need one after the other."""
    needed: list[Needs] = []
    run = _NOTHING  # what the last nodes match side by side
    for code, value in _without_groups(nodes):
        told = _all_of_node(str(code), value)
        joined = _joined(run, told)
        if joined is not None:
            run = joined
            continue
        if told is None and (inner := _of_node(str(code), value)) is not None:
            needed.append(inner)
        if str(code) not in _NO_WIDTH:
            needed.append(run)
            run = told or _NOTHING
    needed.append(run)
    return [_shortest(words) for words in needed if "" not in words]


def _without_groups(nodes: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Give the nodes with those of a group in its place."""
    for code, value in nodes:
        if str(code) == "SUBPATTERN":
            yield from _without_groups(value[3])
        else:
            yield code, value


def _all_of_node(code: str, value: Any) -> Needs | None:
    """Return all that a node matches, where that is a few words; they may be empty."""
    if code == "LITERAL":
        return frozenset((chr(value),))
    if code == "IN":
        return _of_set(value)
    if code == "BRANCH":
        return _any_of([_all_of_sequence(branch) for branch in value[1]])
    if code in _REPEATS and value[:2] == (0, 1):
        return _any_of([_NOTHING, _all_of_sequence(value[2])])
    return None


def _all_of_sequence(nodes: Iterable[tuple[Any, Any]]) -> Needs | None:
    words: Needs | None = _NOTHING
    for code, value in _without_groups(nodes):
        words = _joined(words, _all_of_node(str(code), value))
    return words


def _joined(front: Needs | None, behind: Needs | None) -> Needs | None:
    """Return each word with each of those behind it; None where they are unknown or too many."""
    if front is None or behind is None or len(front) * len(behind) > _LARGEST_SET:
        return None
    return frozenset(word + end for word in front for end in behind)


def _any_of(branches: Sequence[Needs | None]) -> Needs | None:
    known = [branch for branch in branches if branch is not None]
    words: Needs = frozenset(chain.from_iterable(known))
    return words if len(known) == len(branches) and len(words) <= _LARGEST_SET else None


def _shortest(words: Needs) -> Needs:
    """Leave out the words that hold another."""
    return frozenset(word for word in words if not any(w in word for w in words if w != word))


def _of_node(code: str, value: Any) -> Needs | None:
    if code == "IN":
        return _of_set(value)
    if code == "BRANCH":
        return _of_branches([_of_sequence(branch) for branch in value[1]])
    if code == "ATOMIC_GROUP":
        return _of_sequence(value)
    if code == "ASSERT":
        return _of_sequence(value[1])
    if code in _REPEATS and value[0]:
        return _of_sequence(value[2])
    # How (?!) is parsed, which never matches, depends on the version of Python.
    never = code == "FAILURE" or (code == "ASSERT_NOT" and not value[1])
    return frozenset() if never else None


def _of_branches(branches: list[Needs | None]) -> Needs | None:
    known = [branch for branch in branches if branch is not None]
    if len(known) < len(branches):
        return None
    return _shortest(frozenset(chain.from_iterable(known)))


def _of_set(members: list[tuple[Any, Any]]) -> Needs | None:
    characters: set[str] = set()
    for code, value in members:
        if str(code) == "LITERAL":
            characters.add(chr(value))
        elif str(code) == "RANGE" and value[1] - value[0] < _LARGEST_SET:
            characters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(characters) if len(characters) <= _LARGEST_SET else None


def _frequency(words: Needs) -> float:
    """Guess how often one of the words stands at a place of a text."""
    return sum(
        _OF_A_COMMON_WORD if word.strip() in _COMMON_WORDS else prod(map(_share, word))
        for word in words
    )


def _share(character: str) -> float:
    if character in _COMMON or character == " ":
        return 0.05
    if character.isdigit():
        return 0.01
    if not character.isascii():
        return 0.003
    return 0.06 if character in _COMMON_LETTERS else 0.02
