"""Whether what is told bears a trouble or a success: the clauses of each are counted.

A trouble that was mended is a success; one that could not be is none. After a "but" only what
follows it counts, for there the speaker says what he means.
"""

from __future__ import annotations

from duixian.reading.statements.signs import Signs


def trouble_told(signs: Signs) -> str | None:
    """Return the first word of trouble of a sentence that tells of more trouble than success."""
    patterns = signs.patterns
    if signs.of(patterns.bearing.trouble) is None:
        return None
    troubles: list[str] = []
    successes = 0
    for clause in patterns.specificity.clause_end.split(_meant(signs)):
        found, mend = (
            patterns.bearing.unmended.search(clause),
            patterns.bearing.mended.search(clause),
        )
        mended = mend is not None and (found is None or mend.start() < found.start())
        found = found or patterns.bearing.trouble.pattern.search(clause)
        if found and not mended:
            troubles.append(found[0])
        elif mended or patterns.bearing.success.search(clause):
            successes += 1
    return troubles[0] if len(troubles) > successes else None


def success_told(signs: Signs) -> bool:
    """Return whether a sentence tells of a success, and not of more trouble."""
    return (
        signs.patterns.bearing.success.search(signs.text) is not None
        and trouble_told(signs) is None
    )


def _meant(signs: Signs) -> str:
    """Return the part of a sentence after its last "but", or all of it."""
    parts = signs.patterns.bearing.but.split(signs.text)
    return parts[-1] if parts[-1].strip() else signs.text
