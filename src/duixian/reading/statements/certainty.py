"""Whether a section's role may decide for its sentences, or is only a first guess.

A heading or a year that names the role decides; the wording of a section, or the section it
follows, only says what to expect. Sections inside another are as certain as that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.records import Section

_GUESSED = ("wording", "follows", "review part", "plan part")
_INHERITED = "inside a section"


def certain_roles(sections: Sequence[Section]) -> list[bool]:
    """Return for each section whether its role is certain."""
    certain: list[bool] = []
    for section in sections:
        if section.parent is not None and section.why.startswith(_INHERITED):
            certain.append(certain[section.parent])
        else:
            certain.append(not section.why.startswith(_GUESSED))
    return certain
