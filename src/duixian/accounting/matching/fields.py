"""The fields of government that a Chinese promise is on, and the passages that answer for them."""

from __future__ import annotations

from collections.abc import Sequence

from duixian.accounting.knowledge import Knowledge


class Fields:
    """Tells what a promise names and what a passage answers for, fields by their numbers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._fields = knowledge.fields

    def named_in(self, text: str) -> list[int]:
        """Return the fields a promise names; a name within a longer one names nothing."""
        named = {
            name: number
            for number, field in enumerate(self._fields)
            for name in field.names
            if name in text
        }
        found = {
            number
            for name, number in named.items()
            if not any(name != other and name in other for other in named)
        }
        return sorted(found)

    def answered_by(self, text: str) -> list[int]:
        """Return the fields that a passage answers for."""
        return [
            number
            for number, field in enumerate(self._fields)
            if any(member in text for member in field.members)
        ]

    def longest_name(self, fields: Sequence[int], text: str) -> int:
        """Return how many characters the longest name of some fields in a text has."""
        return max(
            (len(name) for field in fields for name in self._fields[field].names if name in text),
            default=0,
        )

    def shown(self, fields: Sequence[int]) -> str:
        """Return the names of some fields for a reason."""
        return ", ".join(self._fields[field].names[0] for field in fields)
