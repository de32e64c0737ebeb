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

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.mentions import Mention

_AND = (" and ", ", and ")
_RESPECTIVELY = re.compile(r",? respectively\b")
_COMMA = ", "
_TO = " to "
_FROM = "from "
_TO_LEVEL = re.compile(r"\s*(?:in (?:19|20)\d\d )?to\s*$")  # from 11 million in 2002 to 20 million
# Enrollment rose from 11 to 20 million, and that in colleges from 16 to 27 million.
_THAT_ROSE = re.compile(
    r"(?: in (?:19|20)\d\d)?,? and (?:that|those) (?:in|of|for|at|among) [^.;,\d]{3,90} from $"
)
_MONEY = ("CNY", "USD")
_PEOPLE = ("person", "household")
_DAYS = "day"
_DURATIONS = ("day", "month", "year", "h", "min")
_NOW_TAKES = re.compile(r"\bnow takes? (?:only |just )?$")  # took 40 days and now takes 12
_NEVER_PARTED = ("count", "x", "pp", "%")  # of which a part has another unit, or none
_PASSING = re.compile(r"[a-z]+ing ")
_MOVING = ("from ", "with ", "to ", "against ", "of ")
_PARTS = re.compile(r"[,;]")
_NEAR = 24
_MONEY = ("CNY", "USD")
_MILLION = 1_000_000
_THOUSAND = 1000  # five of which are told is no sum


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    them: list[str]
    behind: list[str]
    of_which: list[str]
    another: list[str]
    of_the: list[str]
    totals: list[str]
    start: list[str]
    moved: list[str]
    staying: list[str]
    money: list[str]
    differs: list[str]
    steadily: list[str]
    people: list[str]
    moved_on: list[str]
    behind_moved_on: list[str]
    not_gapped: list[str]
    told_alike: list[str]
    sums: list[str]
    public_sums: list[str]
    came_to: list[str]


class _Words(msgspec.Struct, frozen=True):
    of_them: re.Pattern[str]
    ends: re.Pattern[str]
    of_which: re.Pattern[str]
    another: re.Pattern[str]
    of_the: re.Pattern[str]
    start: re.Pattern[str]
    moved_from: re.Pattern[str]
    staying: re.Pattern[str]  # the words of comparison behind it are the number's own
    money: re.Pattern[str]
    differs: re.Pattern[str]
    gapped: re.Pattern[str]
    listed: re.Pattern[str]  # between two numbers of people, told alike
    moved_on: re.Pattern[str]  # 5 million people, an increase of
    behind_moved_on: re.Pattern[str]
    sums: re.Pattern[str]  # revenue reached
    ends_sum: re.Pattern[str]
    more: re.Pattern[str]  # behind a number compared with one of an earlier time


@cache
def _words() -> _Words:
    data = load_toml("en/borrowed.toml", _Data)
    return _Words(
        of_them=re.compile(rf" of (?:{word_tree(data.them)})\b"),
        ends=re.compile(rf"\s*(?:$|[.,;:)]| (?:{word_tree(data.behind)}|[a-z]+ed)\b)"),
        of_which=re.compile(rf"\bof (?:{word_tree(data.of_which)}),?\s*$"),
        another=re.compile(rf"\b(?:{word_tree(data.another)})\s*$"),
        of_the=re.compile(
            rf"\b[Oo]f (?:{word_tree(data.of_the)})(?: (?:{word_tree(data.totals)}))?\s*$"
        ),
        start=re.compile(rf"\b(?:{word_tree(data.start)})\s*$"),
        moved_from=re.compile(rf"^\W*(?:\w+ ){{0,3}}?(?:{word_tree(data.moved)})(?: from)?\s*$"),
        staying=re.compile(
            rf"^, (?:and |thus |thereby )?(?:{word_tree(data.staying)})"
            rf"(?: (?:{word_tree(data.steadily)}))*\s*$"
        ),
        money=re.compile(
            rf"^,? (?:and|while) (?:[a-z]+ ){{0,2}}(?:{word_tree(data.money)})(?: [a-z]+)? $"
        ),
        differs=re.compile(
            rf" (?:{word_tree(data.differs)}) (?:the |its |that )?(?:[a-z]+ ){{0,2}}"
            r"(?:budget|plan|figure|target|year|previous)"
        ),
        gapped=re.compile(
            rf"^ (?:{word_tree(data.people)}),? and "
            rf"(?:(?!(?:{word_tree(data.not_gapped)})\b|\w+(?:ed|ing)\b)[\w’'-]+ ){{1,5}}$"
        ),
        listed=re.compile(
            rf",?(?: and)?(?: (?!(?:{word_tree(data.not_gapped)})\b|\w+(?:ed|ing)\b)[\w’'-]+)"
            rf"{{0,5}}(?: (?:{word_tree(data.told_alike)})|(?<=,)|(?<= and)) $"
        ),
        moved_on=re.compile(rf"[,(] ?(?:{word_tree(data.moved_on)}) $"),
        behind_moved_on=re.compile(rf"[.,;)]|$| (?:{word_tree(data.behind_moved_on)})\b"),
        sums=re.compile(
            rf"\b(?:(?P<public>{word_tree(data.public_sums)})|{word_tree(data.sums)})"
            rf" (?:[a-z]+ ){{0,2}}?(?:{word_tree(data.came_to)}) $",
            re.I,
        ),
        ends_sum=re.compile(r"[.,;)]|$| (?:and|with|while)\b"),
        more=re.compile(
            r" (?:more|fewer|less) than (?:in |at |that of |during )?(?:the )?"
            rf"(?:{word_tree(context_words().earlier)}|(?:19|20)\d\d)\b"
        ),
    )


def with_borrowed_units(normal: str, start: int, mentions: list[Mention]) -> Iterator[Mention]:
    """Give each bare number the unit of the number before it where the words say it has it."""
    previous: Mention | None = None
    money = ""  # of the last sum
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
        if given is mention and mention.unit == "count" and mention.value >= _MILLION:
            given = _as_sum(normal, previous.high_edge if previous else start, mention, money)
        yield given
        previous = given
        money = given.unit if given.unit in _MONEY else money


def with_shared_ratios(normal: str, mentions: list[Mention]) -> list[Mention]:
    """793 yuan and 609 yuan per month respectively: each is a sum per month.

    So is the first of 3 yuan, 5 yuan and 8 yuan per kilogram, and where it came from: from 1.8
    to 4.5 per 1,000 people.
    """
    shared = list(mentions)
    listed = 0  # where the member begins that told its neighbour in front what it is per
    for at in range(len(shared) - 1, 0, -1):
        ratio, mention = shared[at], shared[at - 1]
        if "/" not in ratio.unit or mention.unit != ratio.unit.partition("/")[0]:
            continue
        between = normal[mention.end : ratio.low_edge]
        is_listed = between in _AND and _RESPECTIVELY.match(normal, ratio.end) is not None
        is_listed = is_listed or (between == _COMMA and listed == ratio.start)
        if is_listed or (between == _TO and normal.endswith(_FROM, 0, mention.low_edge)):
            shared[at - 1] = replace(mention, unit=ratio.unit)
            listed = mention.start if is_listed else 0
    return shared


def _is_sum(normal: str, mention: Mention) -> bool:
    words = normal[mention.start : mention.end]
    return "." in words or (words[-1].isalpha() and mention.value >= _THOUSAND)


def _as_sum(normal: str, low: int, mention: Mention, money: str) -> Mention:
    """Revenue reached 120 billion, up 6 percent: a sum, of the money told before or of China's."""
    if normal[mention.end - 1] != "n":  # million, billion, trillion
        return mention
    words = _words()
    if not words.ends_sum.match(normal, mention.high_edge):
        return mention
    told = words.sums.search(normal, low, mention.low_edge)
    if told is None or not (money or told["public"]):
        return mention
    return replace(mention, unit=money or "CNY")


def _borrowed(normal: str, start: int, previous: Mention, mention: Mention) -> Mention:
    if _takes_unit(normal, start, previous, mention):
        is_change = mention.is_change or _differs(normal, previous, mention)
        return replace(mention, unit=previous.unit, is_change=is_change)
    return mention


def _takes_unit(normal: str, start: int, previous: Mention, mention: Mention) -> bool:
    words, unit = _words(), previous.unit
    if unit in _PEOPLE and words.of_them.match(normal, mention.end):
        return True
    if unit == "count":
        return False
    between = normal[previous.high_edge : mention.low_edge]
    if unit in _MONEY and _is_money(normal, between, mention):
        return True
    if (unit in _PEOPLE or unit == _DAYS) and _moves_on(normal, between, mention):
        return True
    if not words.ends.match(normal, mention.high_edge):
        return False
    if _TO_LEVEL.match(between):
        return _opens(words.start, normal, start, previous)
    if (
        unit in _PEOPLE
        and normal[mention.end - 1].isalpha()
        and _is_next(normal, previous, between)
    ):
        return True
    if unit != "pp" and between.endswith(_MOVING) and words.moved_from.match(between):
        return True
    if unit in _NEVER_PARTED:
        return False
    if unit in _DURATIONS and _NOW_TAKES.search(between):
        return True
    if _goes_on(normal, unit, between, mention):
        return True
    if words.of_which.search(between) or words.another.search(between):
        return True
    return between.strip() == "," and _opens(words.of_the, normal, start, previous)


def _is_next(normal: str, previous: Mention, between: str) -> bool:
    """Old-age insurance covered 200 million people, health insurance 220 million."""
    if not normal[previous.end - 1].isalpha():
        return False
    return bool(_words().listed.match(between) or _THAT_ROSE.match(between))


def _differs(normal: str, previous: Mention, mention: Mention) -> bool:
    """2.9 billion more than the budgeted figure: by how much, and not how much it is."""
    if previous.unit not in _MONEY or normal[previous.high_edge : mention.low_edge] != _COMMA:
        return False
    return _words().differs.match(normal, mention.end) is not None


def _is_money(normal: str, between: str, mention: Mention) -> bool:
    """Revenue 435 billion yuan and expenditure 439 billion, 2.9 billion more than budgeted."""
    if not normal[mention.end - 1].isalpha() or not normal[mention.start].isdigit():
        return False
    if between == _COMMA:
        return _words().differs.match(normal, mention.end) is not None
    ends = _words().ends.match(normal, mention.high_edge)
    return ends is not None and _words().money.match(between) is not None


def _goes_on(normal: str, unit: str, between: str, mention: Mention) -> bool:
    """Tell whether a sum goes on to say of the one before it what it passes, or of another."""
    if not normal[mention.end - 1].isalpha():
        return False
    if between.startswith(", "):
        if between.strip() == "," and mention.low_edge < mention.start:
            return _PASSING.match(normal, mention.low_edge, mention.start) is not None
        return _words().staying.match(between) is not None
    return unit in _PEOPLE and _words().gapped.match(between) is not None


def _moves_on(normal: str, between: str, mention: Mention) -> bool:
    """5 million people came, an increase of 90,000 over last year, 4,000 fewer than in 2019."""
    words = _words()
    if between.endswith(", "):
        return words.more.match(normal, mention.end) is not None
    is_moved = words.moved_on.search(between) is not None
    return is_moved and words.behind_moved_on.match(normal, mention.high_edge) is not None


def _opens(words: re.Pattern[str], normal: str, start: int, mention: Mention) -> bool:
    front = normal[max(start, mention.low_edge - _NEAR) : mention.low_edge]
    return words.search(front) is not None
