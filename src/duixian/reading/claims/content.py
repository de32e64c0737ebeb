"""Pieces of statements to claims: what each says of place, time, measure and government.

Every finder goes over all pieces before the next one does, so that its tables, which are
large, stay at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from duixian.language.functions import MOST_DIVISIONS, find_functions, find_main_function
from duixian.language.governments import names_of_speaker
from duixian.language.indicator_data import Indicator
from duixian.language.indicators import find_indicator
from duixian.language.places import Span, find_place, find_projects
from duixian.reading.broken_lines import on_one_line
from duixian.reading.claims.piece import Piece
from duixian.reading.claims.times import StatementTimes, is_of_state, is_of_years, stands_at
from duixian.reading.records import Basis, Claim, Government, Kind, Language, Statement

_TOLD_OFF = "分别"
_LINKS = ("、", "和", "及", "与")
_CLAUSE_MARK = re.compile(r"[，。；;]|,(?!\d)")


class Said(msgspec.Struct, frozen=True):
    """A piece in its statement, with its words in normal form."""

    piece: Piece
    words: str
    statement: Statement
    times: StatementTimes

    def before(self, normal: str) -> str:
        """Return what the statement says before the piece."""
        return normal[self.statement.start : self.piece.span[0]]

    def told_when(self, normal: str) -> tuple[str, str]:
        """Return its words and those before it, of which a time may be broken over two lines."""
        words, before, language = self.words, self.before(normal), self.statement.language
        if normal.find("\n", self.statement.start, self.piece.span[1]) < 0:
            return words, before
        return on_one_line(words, language), on_one_line(before, language)


def claims_of(normal: str, said: Sequence[Said], government: Government | None) -> Iterator[Claim]:
    """Give the claim that each piece makes; the government that speaks is no place of its own."""
    own = names_of_speaker(government.name, government.code) if government else frozenset()
    indicators = [_indicator(one.piece, one.statement.language) for one in said]
    functions = list(_functions(normal, said, indicators))
    names = [_names(one, own) for one in said]
    return map(partial(_claim, normal), said, functions, indicators, names)


def _functions(
    normal: str, said: Sequence[Said], indicators: Sequence[Indicator | None]
) -> Iterator[tuple[str, ...]]:
    """Give the functions of government each piece speaks of, that of its indicator first.

    Where its words are silent its measure speaks, which may begin in an earlier clause, and
    only where that is silent too the one division that its statement speaks of most: what
    else the statement names belongs to its other clauses.
    """
    whole: Statement | None = None
    of_whole: tuple[str, ...] = ()
    for at, (one, indicator) in enumerate(zip(said, indicators, strict=True)):
        statement, piece = one.statement, one.piece
        language = statement.language
        found: tuple[str, ...] = ()
        is_english = language is Language.EN
        if is_english and at + 1 < len(said) and _holds(piece, said[at + 1].piece):
            found = find_functions(piece.measure, language=language)
        found = found or find_functions(one.words, language=language)
        if not found and piece.quantity and piece.measure not in one.words:
            found = find_functions(piece.measure, language=language)
        if indicator:
            yield _with_first(indicator.cofog, found)
            continue
        if not found and statement is not whole and len(one.words) < len(statement.text) - 1:
            words = normal[statement.start : statement.end]
            whole, of_whole = statement, find_main_function(words, language=language)
        yield found or (of_whole if statement is whole else ())


def _holds(piece: Piece, behind: Piece) -> bool:
    """Tell whether the words of an English number go on over what the next one counts."""
    if piece.quantity is None or behind.quantity is None:
        return False
    return piece.quantity.end < behind.quantity.start < piece.span[1]


def _with_first(first: str, found: tuple[str, ...]) -> tuple[str, ...]:
    if found[:1] == (first,):
        return found
    return (first, *[code for code in found if code != first])[:MOST_DIVISIONS]


def _indicator(piece: Piece, language: Language) -> Indicator | None:
    if piece.quantity is None:
        return None
    unit, basis = piece.quantity.unit, piece.quantity.basis
    return find_indicator(piece.measure, unit=unit, basis=basis, language=language)


def _names(said: Said, own: frozenset[str]) -> tuple[str | None, tuple[Span, ...]]:
    """Return the place and the projects named, in vague promises too.

    An English number of which an earlier clause tells the subject has the place of that.
    """
    piece, words, language = said.piece, said.words, said.statement.language
    projects = find_projects(words, language=language)
    if place := find_place(words, language=language, but_not=own):
        if piece.quantity and _is_of_others(words, place, piece.measure):
            place = find_place(piece.measure, language=language, but_not=own)
            return piece.measure[slice(*place)] if place else None, projects
        start = piece.span[0] - said.statement.start
        return said.statement.text[start + place[0] : start + place[1]], projects
    if language is Language.EN and piece.quantity and _is_of_another(piece.measure, words):
        place = find_place(piece.measure, language=language, but_not=own)
    return piece.measure[slice(*place)] if place else None, projects


def _is_of_others(words: str, place: Span, measure: str) -> bool:
    """甲区、乙区分别引进企业5家、8家: whether the place is a member of which others tell."""
    if _TOLD_OFF not in words or words[slice(*place)] in measure:
        return False
    return words[place[1] : place[1] + 1] in _LINKS or words[place[0] - 1 : place[0]] in _LINKS


def _is_of_another(measure: str, words: str) -> bool:
    """Tell whether a measure begins or ends with what an earlier clause told of."""
    return measure.partition(" ")[0] not in words or measure.rpartition(" ")[2] not in words


def _joined(text: str, spans: Sequence[Span]) -> str:
    return "; ".join(dict.fromkeys(text[start:end] for start, end in spans))


def _claim(
    normal: str,
    said: Said,
    functions: tuple[str, ...],
    indicator: Indicator | None,
    names: tuple[str | None, tuple[Span, ...]],
) -> Claim:
    piece, statement, (place, projects) = said.piece, said.statement, names
    start, end = piece.span
    text = statement.text[start - statement.start : end - statement.start]
    is_promise = piece.specificity is not None
    return Claim(
        start=start,
        end=end,
        text=text,
        kind=Kind.COMMITMENT if is_promise else Kind.RESULT,
        specificity=piece.specificity,
        measure=piece.measure,
        quantity=piece.quantity,
        place=place,
        project=_joined(text, projects) if projects else None,
        due=said.times.due(*said.told_when(normal)) if is_promise else None,
        period=None if is_promise else _period(normal, said),
        indicator=indicator.id if indicator else None,
        functions=functions,
        statement=(statement.start, statement.end),
        why=f"{statement.why}; {piece.why}",
    )


def _period(normal: str, said: Said) -> str | None:
    statement = said.statement
    period = said.times.period(*said.told_when(normal))
    quantity, told = said.piece.quantity, said.times.told
    if not quantity or quantity.basis is not Basis.LEVEL:
        return period
    if not period or not is_of_years(period):
        return period
    language = statement.language
    in_front = _CLAUSE_MARK.split(normal[statement.start : quantity.start])[-1]
    if is_of_state(language, said.piece.measure, in_front):
        return period.partition("/")[2]
    if told and told.begins_with_stretch:  # 五年间，资金达480亿元: may be the sum of all years
        return period
    return period.partition("/")[2] if stands_at(language, in_front) else period
