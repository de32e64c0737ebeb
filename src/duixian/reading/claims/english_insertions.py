"""English clauses parted from their subject: The belt, which covers 55 counties, takes shape.

What stands between the commas tells of the subject; what comes behind them is said of it, too, and
is no claim without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.language.bullets import BULLET
from duixian.reading.claims.clauses import clauses, trimmed
from duixian.reading.claims.english_words import OWN_VERB, RELATIVES, TWO_NAMES, clause_words
from duixian.reading.claims.piece import Piece
from duixian.reading.claims.telling import leads_in
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.records import Kind, Language, Specificity, Statement

_NAMES = re.compile(rf", (?:namely |{TWO_NAMES})")
_INSERTED = re.compile(
    r"(?:which|who|whose|where|with|including|the|an?|one of|once|[a-z]+ed (?:by|in|for|on|at|from)"
    r"|built|led by|namely)\s"
    rf"|{TWO_NAMES}(?:,|$)"
)
_DEFINITE = re.compile(r"(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]hese)|(?:[Tt]he )?[\w-]+(?:['’]s|s['’])) ")
_SAYS_THAT = re.compile(r"(?:.* )?that (?=the |all |an? |[A-Z])", re.S)
_BULLETS = re.compile(rf"(?:{BULLET}|[-–\s])+")
_MOST_WORDS = 12  # of a subject
_LEAST_PARTS = 3


def with_subjects(
    normal: str, statement: Statement, marks: Sequence[Span], pieces: list[Piece]
) -> list[Piece]:
    """Return the pieces, each predicate with its subject over what is inserted between them.

    Where other pieces are there and none says what such a subject does, a piece is added; one that
    counts the subject has the predicate as well.
    """
    if not pieces or len(marks) < _LEAST_PARTS - 1:
        return pieces
    if not any(_INSERTED.match(normal, high + 1) for _, high in marks[:-1]):
        return pieces
    for subject, predicate in _parted(normal, statement, marks):
        holding = [at for at, piece in enumerate(pieces) if _meet(piece.span, predicate)]
        counted = [
            at
            for at, piece in enumerate(pieces)
            if piece.quantity and subject[0] <= piece.quantity.start < subject[1]
        ]
        if counted and _only_names(normal, subject, counted, holding):
            del pieces[counted[0]]  # the two mills, Beihe and Nanhe, sold 90 tons: no other two
            holding, counted = [holding[0] - (holding[0] > counted[0])], []
        if len(holding) == 1 and not counted and _is_numbered(pieces[holding[0]], predicate):
            pieces[holding[0]] = _said_of_subject(normal, pieces[holding[0]], subject)
            continue
        deeds = [at for at in holding if pieces[at].span == predicate and not pieces[at].quantity]
        if len(counted) > 1 or len(holding) > 1 or holding != deeds:
            continue
        told = _joined(normal, subject, predicate)
        whole = Piece((subject[0], predicate[1]), None, None, told, OWN_VERB)
        if statement.kind is Kind.COMMITMENT:
            whole = replace(whole, specificity=Specificity.GENERAL)
        if deeds:
            deed = pieces[deeds[0]]
            whole = replace(whole, specificity=deed.specificity, why=deed.why)
        if counted:
            whole = _said_of_number(normal, pieces[counted[0]], predicate)
        taken = {*deeds, *counted}
        pieces = [*(piece for at, piece in enumerate(pieces) if at not in taken), whole]
    return pieces


def _only_names(normal: str, subject: Span, counted: Sequence[int], holding: Sequence[int]) -> bool:
    """Tell whether the number of a subject only says which things it is of: the two mills."""
    if len(counted) != 1 or len(holding) != 1 or counted == holding:
        return False
    behind = normal[subject[1] :]
    return _DEFINITE.match(normal, *subject) is not None and _NAMES.match(behind) is not None


def told_over_insertion(normal: str, statement: Statement, marks: Sequence[Span]) -> str:
    """Return what a sentence says that opens with a parted clause: its subject and predicate."""
    if len(marks) < _LEAST_PARTS - 1 or not _INSERTED.match(normal, marks[0][1] + 1):
        return ""
    subject, predicate = next(_parted(normal, statement, marks), ((0, 0), (0, 0)))
    if not subject[1] or subject[1] > marks[0][0]:
        return ""
    return _joined(normal, subject, predicate)


def _is_numbered(piece: Piece, predicate: Span) -> bool:
    """The number of mills, which once stood at 60, fell to 12: the predicate has a number."""
    return piece.quantity is not None and piece.span[0] == predicate[0]


def _said_of_subject(normal: str, piece: Piece, subject: Span) -> Piece:
    named = phrase_before(normal[slice(*subject)])
    measure = piece.measure
    if named and named[-1] not in measure.split() and piece.quantity:
        own = phrase_before(normal[piece.span[0] : piece.quantity.start])
        told = piece.measure.split()
        measure = " ".join([*named, *(told if told[: len(own)] == own else own)])
    return replace(piece, span=(subject[0], piece.span[1]), measure=measure)


def _joined(normal: str, subject: Span, predicate: Span) -> str:
    """Return what is said of a subject, without the bullet in front of it."""
    told = f"{normal[slice(*subject)]} {normal[slice(*predicate)]}"
    bullets = _BULLETS.match(told)
    return told[bullets.end() :] if bullets else told


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _said_of_number(normal: str, piece: Piece, predicate: Span) -> Piece:
    """Eight halls, including the old mill, were opened: of the eight."""
    own = phrase_behind(f" {normal[slice(*predicate)]}")
    measure = " ".join([piece.measure, *own]) if own[-1:] != piece.measure.split()[-1:] else ""
    return replace(piece, span=(piece.span[0], predicate[1]), measure=measure or piece.measure)


def _parted(
    normal: str, statement: Statement, marks: Sequence[Span]
) -> Iterator[tuple[Span, Span]]:
    """Give each subject with the predicate that an insertion parts it from."""
    told = clauses(normal, statement, marks)
    for before, inserted, behind in zip(told, told[1:], told[2:], strict=False):
        if not _INSERTED.match(normal, *inserted) or not _opens_with_verb(normal, behind):
            continue
        if (subject := _subject(normal, before)) and not _is_clause(normal, inserted):
            yield subject, behind


def _subject(normal: str, clause: Span) -> Span | None:
    """Return a clause that is a subject and no more, or what of it stands behind a that."""
    low, high = clause
    if found := _SAYS_THAT.match(normal, low, high):
        low = found.end()
    low, high = trimmed(normal, low, high)
    known, words = clause_words(), normal[low:high].split()
    if not words or len(words) > _MOST_WORDS or not known.verbs.isdisjoint(words):
        return None
    first = words[0].lower()
    if first in known.openers or first in known.base or first.endswith(("ing", "ly")):
        return None
    if not RELATIVES.isdisjoint(words):
        return None
    return None if leads_in(normal[low:high], Language.EN) else (low, high)


def _opens_with_verb(normal: str, clause: Span) -> bool:
    known, words = clause_words(), normal[slice(*clause)].split()
    at = 1 if words and words[0].endswith(("ly", "now")) else 0
    if len(words) <= at + 1 or words[at + 1] in known.behind_participles - {"to", "in", "on", "at"}:
        return False
    word = words[at]
    return (
        word in known.auxiliaries
        or word in known.modals
        or word in known.past
        or (word.endswith("s") and word[:-1] in known.base)
    )


def _is_clause(normal: str, inserted: Span) -> bool:
    """Tell whether what is inserted has a subject and a verb of its own: the hall was opened."""
    words = normal[slice(*inserted)].split()
    return words[0] in ("the", "a", "an") and not clause_words().verbs.isdisjoint(words)
