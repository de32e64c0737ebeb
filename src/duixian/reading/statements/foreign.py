"""What a report that argues says of foreign affairs: promises and deeds of the nation itself.

There it takes a stand on what others should do, and tells what they did: neither is promised
or reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.records import Kind, Language, Section
from duixian.reading.statements.patterns import statement_patterns
from duixian.reading.statements.signs import Signs


def foreign_sections(sections: Sequence[Section]) -> list[bool]:
    """Return for each section whether it, or one that holds it, is headed as of foreign affairs."""
    found: list[bool] = []
    for section in sections:
        inside = section.parent is not None and found[section.parent]
        found.append(inside or _is_headed_so(section.heading))
    return found


def _is_headed_so(heading: str) -> bool:
    return any(statement_patterns(one).foreign.heading.search(heading) for one in Language)


def of_foreign_affairs(signs: Signs, kind: Kind, why: str) -> tuple[Kind, str]:
    """Return the kind of a sentence there, where ``kind`` and ``why`` are what it would be else."""
    patterns = signs.patterns
    if kind is Kind.COMMITMENT and not _promises(signs):
        return Kind.CONTEXT, "takes a stand on foreign affairs"
    if kind is Kind.RESULT and _of_others(signs):
        return Kind.CONTEXT, "tells of other nations"
    if kind is Kind.RESULT and patterns.foreign.stand.search(signs.text) and not _is_told(signs):
        return Kind.CONTEXT, "takes a stand on foreign affairs"
    return kind, why


def _of_others(signs: Signs) -> bool:
    """Return whether other nations are named, and not the own one."""
    patterns = signs.patterns
    return bool(patterns.foreign.others.search(signs.text)) and not patterns.foreign.ours.search(
        signs.text
    )


def _is_told(signs: Signs) -> bool:
    """Return whether something is told as done, before the stand that is taken."""
    patterns = signs.patterns
    stand = patterns.foreign.stand.search(signs.text)
    done = patterns.modality.over_with.pattern.search(signs.text)
    return done is not None and stand is not None


def _promises(signs: Signs) -> bool:
    """Return whether the nation promises something before it takes its stand, or after it."""
    patterns = signs.patterns
    stand = patterns.foreign.stand.search(signs.text)
    before = signs.text if stand is None else signs.text[: stand.start()]
    if patterns.foreign.promise.search(before):
        return True
    clauses = signs.text[len(before) :].split("，")[1:]
    return any(patterns.foreign.promise.match(clause) for clause in clauses)
