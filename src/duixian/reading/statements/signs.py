"""The signs of its kind that one sentence shows, each looked for at most once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duixian.reading.records import Language
from duixian.reading.statements.patterns import ContextPattern, Sign, statement_patterns


class Signs:
    """A sentence beside the patterns of its language; those that cannot match are not tried."""

    __slots__ = ("_found", "_possible", "language", "patterns", "text")

    def __init__(self, language: Language, text: str) -> None:
        self.language = language
        self.text = text
        self.patterns = statement_patterns(language)
        self._possible = self.patterns.screen.possible(text)
        self._found: dict[int, re.Match[str] | None] = {}

    def of(self, sign: Sign) -> re.Match[str] | None:
        """Return where the sentence shows a sign, if it does."""
        possible = self._possible & sign.bits
        if not possible:
            return None
        if possible not in self._found:
            self._found[possible] = self.patterns.screen.first(possible, self.text)
        return self._found[possible]

    def contexts(self) -> Iterator[ContextPattern]:
        """Give the signs of context that the sentence may show, in the order of the data."""
        possible = self._possible & self.patterns.context_bits
        while possible:
            context = self.patterns.contexts[(possible & -possible).bit_length() - 1]
            yield context
            possible &= ~context.sign.bits
