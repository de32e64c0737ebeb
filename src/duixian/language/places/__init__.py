"""Places and named projects inside a clause.

Precision before recall: a span is a name ("亮马河", "Line 22"), never a clause and never an
everyday noun ("老旧小区", "industrial parks"). The words live in ``places.toml``.
"""

from __future__ import annotations

from duixian.language.places import (
    chinese_listed,
    chinese_occasions,
    chinese_places,
    chinese_projects,
    chinese_works,
    english,
)

Span = tuple[int, int]


def find_place(text: str, *, language: str, but_not: frozenset[str] = frozenset()) -> Span | None:
    """Return the span of the first place named in a text ("zh" or "en"), or None.

    ``but_not`` are names that say nothing here: of the government that speaks.
    """
    if language == "zh":
        found = chinese_places.find_place(text, but_not=but_not)
        if "等" not in text and ("、" not in text or "个" not in text):
            return found
        if found and text[found[1] : found[1] + 1] not in ("、", "和", "等"):
            return found
        listed = chinese_listed.listed_place(text, but_not=but_not)
        is_first_of_list = found and listed and listed[0] <= found[0] and found[1] <= listed[1]
        return listed if is_first_of_list or found is None else found
    return english.find_place(text, but_not=but_not)


def find_projects(text: str, *, language: str) -> tuple[Span, ...]:
    """Return the spans of the projects and facilities named in a text, in their order."""
    if language == "zh":
        found = list(chinese_projects.find_projects(text))
        for start, end in (
            *chinese_works.works_told(text),
            *chinese_listed.listed_projects(text),
        ):
            within = [(low, high) for low, high in found if start < high and low < end]
            is_whole = all(start <= low and high <= end for low, high in within)
            if is_whole and not (within and "、" in text[start:end]):
                found = [one for one in found if one not in within]  # 长江航道 of 长江航道整治
                found.append((start, end))
        for start, end in chinese_occasions.named_occasions(text):
            found = [one for one in found if one[1] <= start or end <= one[0]]
            found.append((start, end))
        return tuple(sorted(found))
    return english.find_projects(text)
