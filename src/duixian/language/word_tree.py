"""One pattern for many words, shaped as a tree of their beginnings.

A flat alternation tries every word at every character; a tree tries each beginning once.
The longest word wins, as in a flat alternation sorted by length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

# (?i:one|two|three) and (?i:\b(?:one|two|three), up to the bracket that ends the list
_MANY = 48  # branches
_TOGETHER = 20
_CASELESS_LIST = re.compile(
    r"(\(\?i:(?:\\b\(\?:)?)([A-Za-z][A-Za-z '-]*(?:\|[A-Za-z][A-Za-z '-]*){3,})\)"
)


def word_tree(words: Iterable[str]) -> str:
    """Return a pattern without groups that matches any of the words, the longest first."""
    return _tree(sorted(set(words)))


def with_trees(pattern: str) -> str:
    """Return a pattern whose lists of words without regard to case are trees, which is quicker."""
    if "(?i:" not in pattern:
        return pattern
    return _CASELESS_LIST.sub(lambda found: f"{found[1]}{word_tree(found[2].split('|'))})", pattern)


def _tree(words: list[str]) -> str:
    """Join words that are sorted and differ; "" among them makes the rest optional."""
    firsts = [
        (re.escape(first), re.escape(first) + _tree([word[1:] for word in group]))
        for first, group in groupby((word for word in words if word), key=lambda word: word[0])
    ]
    branches = _parted(firsts) if len(firsts) > _MANY else [branch for _, branch in firsts]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and words[0] else f"(?:{'|'.join(branches)})"
    return joined if words[0] else f"{joined}?"


def _parted(firsts: list[tuple[str, str]]) -> list[str]:
    """Return many branches, given with their first characters, as few that hold a range each.

    Branches are tried one by one: most of the few are left after a look at one character.
    """
    parts = [firsts[at : at + _TOGETHER] for at in range(0, len(firsts), _TOGETHER)]
    return [
        f"(?=[{part[0][0]}-{part[-1][0]}])(?:{'|'.join(branch for _, branch in part)})"
        for part in parts
    ]
