"""English clauses that stand side by side: A was done, and B was done; build A, and open B.

Each is a deed of its own. What hangs on it (which ..., so as to ..., with ...) belongs to it, and
what only leads in belongs to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from duixian.documents.document import Span
from duixian.reading.claims.english_words import (
    RELATIVE,
    RELATIVES,
    SHORTEST_CLAUSE,
    ClauseWords,
    clause_words,
)
from duixian.reading.claims.telling import leads_in
from duixian.reading.records import Language, Statement

_AND = len(" and ")
_AND_THAT = " and that the "
_SECOND_SUBJECT = re.compile(
    r" and (?:the|an?|its|their) (?:(?!that |which |who |and |to )[^\s,;:.]+ ){1,9}?"
    r"(?:was|were|has been|have been|will be) (?:\w+ly )?[a-z]+"
)


class Deed(msgspec.Struct, frozen=True):
    """A clause with a verb of its own, and the stretch it stands in with what hangs on it."""

    clause: Span
    stretch: Span
    has_subject: bool


class _Clause(msgspec.Struct, frozen=True):
    span: Span
    joint: str
    word: str  # that opens it, in lower case
    following: str
    words: list[str]  # up to a relative


def deeds_side_by_side(normal: str, statement: Statement, marks: Sequence[Span]) -> list[Deed]:
    """Return the coordinate clauses of a sentence, or the only one where words go on about it."""
    if not marks:
        return []
    found = list(_clauses(normal, statement, marks))
    known = clause_words()
    is_for = bool(found) and found[0].word == "to"
    mains = (at for at, one in enumerate(found) if _is_main(normal, one, known, is_for=is_for))
    first = next(mains, None)
    if first is None:
        return []
    says_that = normal.find("that", statement.start, statement.end) >= 0
    if says_that and any(one.words[-1:] == ["that"] for one in found):
        return []  # to see that, in every town, needs are met: all of it is seen to
    promises = _promises(found[first], known)
    heads = [(first, True)]
    for at in range(first + 1, len(found)):
        if _hangs_on(normal, found[at - 1], found[at]):
            continue
        if _has_subject(found[at], known):
            heads.append((at, True))
        elif _opens_with_deed(found[at], known, promises=promises):
            heads.append((at, False))
    if len(heads) < 2 and known.going_on.isdisjoint(one.word for one in found[first + 1 :]):
        return []
    return list(_deeds(found, heads))


def with_joint_deeds(normal: str, statement: Statement, marks: Sequence[Span]) -> list[Span]:
    """Return the marks and the places where an and without a comma adds a deed: and open a hall."""
    start, end = statement.start, statement.end
    if normal.find(" and ", start, end) < 0:
        return list(marks)
    known = clause_words()
    added: list[Span] = []
    for found in known.joint_deed.finditer(normal, start, end):
        at = found.start()
        low = max((high for _, high in marks if high <= at), default=start)
        stop = min((low for low, _ in marks if low > at), default=end)
        if stop - at >= SHORTEST_CLAUSE and _adds_deed(normal, low, found):
            added.append((at, at))
    added += _second_subjects(normal, statement, marks)
    at = normal.find(_AND_THAT, start, end)
    if at >= 0 and normal.find(" that ", start, at) >= 0:  # see that A is done and that B is
        added.append((at, at))
    return sorted([*marks, *added]) if added else list(marks)


def _second_subjects(normal: str, statement: Statement, marks: Sequence[Span]) -> Iterator[Span]:
    """The mill was sold and the hill road was opened: two subjects, each with its verb."""
    known, start, end = clause_words(), statement.start, statement.end
    for found in _SECOND_SUBJECT.finditer(normal, start, end):
        at = found.start()
        low = max((high for _, high in marks if high <= at), default=start)
        stop = min((low for low, _ in marks if low > at), default=end)
        front = normal[low:at]
        if min(at - low, stop - at - _AND) < SHORTEST_CLAUSE or RELATIVE.search(front):
            continue
        opening, words = known.clause_opening.match(front), front.split()
        if opening is None or opening["word"].lower() in known.openers - known.subjects:
            continue
        if not known.finite.isdisjoint(words[1:]):
            yield at, at


def _adds_deed(normal: str, low: int, found: re.Match[str]) -> bool:
    """Return whether the words in front of an and say one deed of the same kind, no purpose."""
    known, front = clause_words(), normal[low : found.start()]
    opening = known.clause_opening.match(front)
    if opening is None or len(front) < SHORTEST_CLAUSE or RELATIVE.search(front):
        return False
    words = front.split()
    verb, opens = found["verb"] or found["sure"], opening["word"].lower()
    if "to" in words and any(a == "to" and b in known.base for a, b in pairwise(words)):
        return False
    if words[-1] in known.base or words[-1] in known.past or words[-1].endswith("ing"):
        return False
    if opens in known.base or not known.modals.isdisjoint(words):
        return verb in known.base
    does = opens in known.past or (opens == "we" and not known.past.isdisjoint(words[:4]))
    return does and verb in known.past


def _hangs_on(normal: str, before: _Clause, clause: _Clause) -> bool:
    """Return whether a clause says what another is for, or sets something against it."""
    low, high = before.span
    known = clause_words()
    if before.word in known.subordinating and known.verbs.isdisjoint(before.words):
        return True  # because rivers, lakes and woods are
    if clause.joint == "but":
        return True
    if normal.find(" that ", low, high) < 0:
        return False
    return any(normal.find(purpose, low, high) >= 0 for purpose in known.purposes)


def _deeds(found: Sequence[_Clause], heads: Sequence[tuple[int, bool]]) -> Iterator[Deed]:
    lasts = [*(at - 1 for at, _ in heads[1:]), len(found) - 1]
    for position, ((at, has_subject), last) in enumerate(zip(heads, lasts, strict=True)):
        opens, end = found[at].span
        low = opens if position else found[0].span[0]
        if position == 0 and found[at].word in clause_words().past:
            opens = low
        yield Deed((opens, end), (low, found[last].span[1]), has_subject)


def _clauses(normal: str, statement: Statement, marks: Sequence[Span]) -> Iterator[_Clause]:
    start, clause_opening = statement.start, clause_words().clause_opening
    for low, high in [*marks, (statement.end, statement.end)]:
        opening = clause_opening.match(normal, start, low)
        if opening is not None:
            joint, word, following = opening.groups("")
            said = normal[opening.start("word") : low]
            words = said.split()
            if not RELATIVES.isdisjoint(words):
                words = RELATIVE.split(said, maxsplit=1)[0].split()
            yield _Clause((start, low), joint, word.lower(), following, words)
        start = high


def _is_main(normal: str, clause: _Clause, known: ClauseWords, *, is_for: bool) -> bool:
    """Return whether a clause says what is done, and not what for as what ``is_for`` before it."""
    low, high = clause.span
    if high - low < SHORTEST_CLAUSE or leads_in(normal[low:high].strip(), Language.EN):
        return False
    if clause.word in known.base:
        return not is_for
    if clause.word == "of":  # of the 90 lanes covered by the plan
        return False
    if clause.word in known.past:  # and no participle: guided by
        return clause.following not in known.behind_participles
    if clause.word in known.openers and clause.word not in known.subjects:
        return False
    if clause.word.endswith("ing") and clause.word not in known.nouns_in_ing:
        return False
    behind = clause.words[1:]
    return not known.verbs.isdisjoint(behind) or any(word.endswith("ed") for word in behind)


def _promises(clause: _Clause, known: ClauseWords) -> bool:
    """Return whether what stands side by side with a clause opens with the base of a verb."""
    return clause.word in known.base or not known.modals.isdisjoint(clause.words)


def _has_subject(clause: _Clause, known: ClauseWords) -> bool:
    """Return whether a clause has a subject and a verb: and the hall was opened."""
    word = clause.word
    if word in known.openers and word not in known.subjects:
        return False
    if word in known.opening and word not in known.subjects:
        return False
    if word.endswith("ing") and word not in known.nouns_in_ing:
        return False
    behind = clause.words[1:]
    if not known.auxiliaries.isdisjoint(behind) or not known.modals.isdisjoint(behind):
        return True
    verbs = known.verbs if clause.joint else known.finite
    if verbs.isdisjoint(behind):
        return False
    at = next(position for position, word in enumerate(behind) if word in verbs)
    following = behind[at + 1] if at + 1 < len(behind) else ""
    return behind[at] in known.only_past or following not in known.behind_participles


def _opens_with_deed(clause: _Clause, known: ClauseWords, *, promises: bool) -> bool:
    """Return whether a clause opens with what the subject of the first one did as well."""
    word, following = clause.word, clause.following
    if not following:
        return False
    if word in known.auxiliaries or word in known.modals:
        return bool(clause.joint)
    if promises:
        return word in known.base or (
            word in known.verbs_or_nouns and following in known.determiners
        )
    if word not in known.past or following in ("and", "or"):
        return False
    if clause.joint or following not in known.behind_participles:
        return True
    return word in known.striving and following == "to"  # worked to lower costs
