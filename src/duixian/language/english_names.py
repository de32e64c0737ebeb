"""English names of measures in other words: words of one meaning, and "of" turned round.

The sewage treatment rate is the rate of sewage treatment and the treatment rate of urban sewage;
spending on research and development is R&D expenditure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from duixian.language.word_tree import word_tree

_PER = re.compile(r" (?:per|for every) (?:capita|person|(?:thousand|[\d, ]*\d)(?: \w+)?)$")
_MOST_WORDINGS = 24  # of one name; a name of many such words has more than anyone would use


class EnglishNames:
    """Tells what else names are called, from the words of one meaning and the heads."""

    def __init__(
        self, same: Sequence[Sequence[str]], heads: Sequence[str], between: Sequence[str]
    ) -> None:
        self._others = {
            word: [other for other in group if other != word] for group in same for word in group
        }
        self._word = re.compile(rf"(?<![^ ])(?:{word_tree(self._others)})(?![^ ])")
        self._heads = frozenset(heads)
        self._by_last_word: dict[str, list[str]] = defaultdict(list)
        for head in heads:
            self._by_last_word[head.rpartition(" ")[2]].append(head)
        self._fronts = {
            head: [f"{head} of ", *(f"{head} of {word} " for word in between)] for head in heads
        }

    def same_wordings(self, name: str) -> list[str]:
        """Return a name without articles, with its words also in others of their meaning."""
        name = without_articles(name)
        wordings = [name]
        for found in reversed(list(self._word.finditer(name)) if self._others else []):
            start, end = found.span()
            wordings += [
                name[:start] + other + each[end:]
                for each in wordings
                for other in self._others[found[0]]
            ]
            if len(wordings) > _MOST_WORDINGS:
                break
        return wordings[:_MOST_WORDINGS]

    def turned_round(self, name: str) -> Iterator[str]:
        """Give the names that say the same with ``of`` where this has none, or without it."""
        if " of " in name:
            parts = name.split(" of ")
            if len(parts) == 2 and parts[0] in self._heads:
                yield f"{parts[1]} {parts[0]}"
            return
        for head in self._by_last_word.get(name.rpartition(" ")[2], ()):
            if name.endswith(f" {head}"):
                rest = name.removesuffix(f" {head}")
                yield from (front + rest for front in self._fronts[head])


def without_articles(text: str) -> str:
    """Return a text, which is in small letters, without its articles."""
    return text.replace(" the ", " ") if " the " in text else text


def without_whole(name: str) -> str | None:
    """Return a name without the people it counts for each of, which a unit may say; else None."""
    shorter = name.removeprefix("per capita ")
    if shorter == name:
        shorter = _PER.sub("", name)
    return shorter if shorter != name else None
