"""English numbers that leave their unit to the number before them.

900 people came, 300 of them by train; 5 million yuan, of which 2 million went to schools; 40 km of
roads, and another 15; from 64 years to 58.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from duixian.language.data import alternation, load_toml
from duixian.reading.quantities.mentions import Mention

_PEOPLE = ("person", "household")
_NEVER_PARTED = ("count", "x", "pp", "%")  # of which a part has another unit, or none
_OF_THEM = re.compile(r" of (?:them|whom|these|those)\b")
# No noun follows: what is counted was said before.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)]| (?:and|or|was|were|is|are|went|goes|go|came|will|has|have|had|in|to|for"
    r"|by|from|at|on|under|through|during|with|more|respectively|[a-z]+ed)\b)"
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those|that|it),?\s*$")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s*$")
_OF_THE = re.compile(r"\b[Oo]f (?:the|this|these|those|that|all|its|their|our)(?: total)?\s*$")
_PASSING = re.compile(r"[a-z]+ing ")
_FROM = re.compile(r"\bfrom\s*$")
_MOVING = ("from ", "with ", "to ", "against ", "of ")
_PARTS = re.compile(r"[,;]")
_NEAR = 24


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    moved: list[str]
    staying: list[str]
    steadily: list[str]
    people: list[str]
    not_gapped: list[str]


class _Words(msgspec.Struct, frozen=True):
    moved_from: re.Pattern[str]
    staying: re.Pattern[str]  # the words of comparison behind it are the number's own
    gapped: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml("en/borrowed.toml", _Data)
    return _Words(
        moved_from=re.compile(rf"^\W*(?:\w+ ){{0,3}}?(?:{alternation(data.moved)})(?: from)?\s*$"),
        staying=re.compile(
            rf"^, (?:and |thus |thereby )?(?:{alternation(data.staying)})"
            rf"(?: (?:{alternation(data.steadily)}))*\s*$"
        ),
        gapped=re.compile(
            rf"^ (?:{alternation(data.people)}),? and "
            rf"(?:(?!(?:{alternation(data.not_gapped)})\b|\w+(?:ed|ing)\b)[\w’'-]+ ){{1,5}}$"
        ),
    )


def with_borrowed_units(normal: str, start: int, mentions: list[Mention]) -> Iterator[Mention]:
    """Give each bare number the unit of the number before it where the words say it has it."""
    previous: Mention | None = None
    is_told_of = False  # 5 roads of 40 km: those counted are what is gone on about
    for mention in mentions:
        given = mention
        if previous is not None and mention.unit == "count" and mention.why == "count":
            if not is_told_of or _is_sum(normal, mention):
                given = _borrowed(normal, start, previous, mention)
            is_told_of = False
        elif previous is not None:
            is_told_of = previous.unit == "count" and not _PARTS.search(
                normal, previous.high_edge, mention.low_edge
            )
        yield given
        previous = given


def _is_sum(normal: str, mention: Mention) -> bool:
    return "." in (words := normal[mention.start : mention.end]) or words[-1].isalpha()


def _borrowed(normal: str, start: int, previous: Mention, mention: Mention) -> Mention:
    unit = previous.unit
    if unit in _PEOPLE and _OF_THEM.match(normal, mention.end):
        return replace(mention, unit=unit)
    if unit == "count" or not _ENDS.match(normal, mention.high_edge):
        return mention
    between = normal[previous.high_edge : mention.low_edge]
    if between.strip() == "to":
        return replace(mention, unit=unit) if _opens(_FROM, normal, start, previous) else mention
    if unit != "pp" and between.endswith(_MOVING) and _words().moved_from.match(between):
        return replace(mention, unit=unit)
    if unit in _NEVER_PARTED:
        return mention
    if _goes_on(normal, unit, between, mention):
        return replace(mention, unit=unit)
    is_part = _OF_WHICH.search(between) or _ANOTHER.search(between)
    if is_part or (between.strip() == "," and _opens(_OF_THE, normal, start, previous)):
        return replace(mention, unit=unit)
    return mention


def _goes_on(normal: str, unit: str, between: str, mention: Mention) -> bool:
    """Tell whether a sum goes on to say of the one before it what it passes, or of another."""
    if not normal[mention.end - 1].isalpha():
        return False
    if between.startswith(", "):
        if between.strip() == "," and mention.low_edge < mention.start:
            return _PASSING.match(normal, mention.low_edge, mention.start) is not None
        return _words().staying.match(between) is not None
    return unit in _PEOPLE and _words().gapped.match(between) is not None


def _opens(words: re.Pattern[str], normal: str, start: int, mention: Mention) -> bool:
    front = normal[max(start, mention.low_edge - _NEAR) : mention.low_edge]
    return words.search(front) is not None
