"""English lists told off: incomes and prices rose by 6 percent and 8 percent, respectively.

What opens the list may hold for all its members: investment in ports, old housing and schools.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.measure import without_move, word_of_move
from duixian.reading.quantities.english.phrase import phrase_before
from duixian.reading.quantities.mentions import RATES, Mention

_BETWEEN = re.compile(r"\s*(?:,|and|,\s*and|to)\s*(?:(?:by|over|about|nearly|more than)\s+)?")
_RESPECTIVELY = re.compile(r"[^.;]{0,40}?\brespectively\b")
_LIST = re.compile(r",\s*and\s+|,\s+|\s+and\s+")
_AND = re.compile(r"(?P<first>(?:[\w’'-]+, )*[\w’'-]+),? and (?P<last>[\w’'-]+)(?P<rest> .*)")
_OPENS = re.compile(r"(?:^|\b(?:the|of|in|at|for|from|with|both|local|total)\s|[,;•·▪]\s*)$", re.I)
_CLAUSE = re.compile(r"[;:]\s|\.\s")
# Tolls were lowered, and tea and silk prices rose by 3 and 4 percent: the first and joins clauses.
_AND_ANOTHER = re.compile(
    r"^.*\b(?:was|were|been|is|are|be) [^;:.]*, and (?=(?:the )?(?:[\w’'-]+ ){1,4}and )", re.S
)
_ADJECTIVE = re.compile(r"(?:ous|al|ic|ive|ary|ern|an)$")
_CLAUSE_OVER = re.compile(r"\s*(?:[,.;]|$)")
# A and B reached 3 and 4 yuan, respectively increased by 5 and 6 percent
_MOVED_EACH = re.compile(r"\W*respectively (?P<verb>[a-z]+)(?: by)? ")
_AND_NEXT = (" and ", ", and ", " and by ")
_PAIR = 2
_LONGEST_CLAUSE = 200
_LONGEST_TAIL = 60


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: list[str]
    links: list[str]
    measures: list[str]
    moved: list[str]
    standing: list[str]
    shared: list[str]
    attributes: list[str]
    moving: list[str]
    showing: list[str]
    turning: list[str]
    reaching: list[str]


class _Words(msgspec.Struct, frozen=True):
    headed: re.Pattern[str]  # investment in manufacturing: a member with what holds for all
    measure: re.Pattern[str]  # a member with one of these names itself
    moved: re.Pattern[str]
    both_stand: re.Pattern[str]  # deposits and loans stood at: two subjects and no more
    both_moved: re.Pattern[str]  # accidents and deaths fell by
    two_kinds: re.Pattern[str]  # of urban and rural residents
    link: re.Pattern[str]  # Exports to
    shared: frozenset[str]  # in front of the first of two nouns, they are of both
    attributes: frozenset[str]  # urban of urban and rural incomes
    moving: re.Pattern[str]
    moving_list: re.Pattern[str]  # between two lists: up by, representing growth of
    turned: re.Pattern[str]  # between two moves: 4 percent and down 2 percent
    reaching: re.Pattern[str]  # between two lists that are told of the same


@cache
def _words() -> _Words:
    data = load_toml("en/shares.toml", _Data)
    return _Words(
        headed=re.compile(
            rf"(?P<head>.*\b(?:{word_tree(data.heads)})) (?P<link>{word_tree(data.links)}) "
            rf"(?!.* (?:{word_tree(data.links)}) )(?P<noun>.+)",
            re.I | re.S,
        ),
        measure=re.compile(rf"\b(?:{word_tree([*data.heads, *data.measures])})\b", re.I),
        moved=re.compile(rf" (?:{word_tree(data.moved)})\b"),
        both_stand=re.compile(
            r"\W*(?:[Tt]he )?(?:[\w’'-]+ ){1,4}and (?:the )?(?:[\w’'-]+ ){1,4}"
            rf"(?:{word_tree(data.standing)}) $"
        ),
        both_moved=re.compile(
            r"(?:.*, )?\W*(?:(?:and|while) )?(?:[Tt]he )?(?P<first>[\w’'-]+(?: [\w’'-]+){0,3})"
            r" and (?:the )?(?P<second>[\w’'-]+(?: [\w’'-]+){0,3})"
            rf" (?P<verb>{word_tree(data.turning)}) (?:by )?",
            re.S,
        ),
        two_kinds=re.compile(
            r"(?:^|\b(?:of|for|between|in|the|with|both) )"
            rf"(?P<one>{word_tree(data.attributes)}) and (?P<other>{word_tree(data.attributes)}) "
        ),
        link=re.compile(rf" (?:{word_tree(data.links)}) "),
        shared=frozenset(data.shared),
        attributes=frozenset(data.attributes),
        moving=re.compile(rf"\b(?:{word_tree(data.moving)})(?: by)? $"),
        moving_list=re.compile(
            rf",? (?:{word_tree(data.showing)})?(?:an? )?(?:{word_tree(data.moving)})(?: by)? "
        ),
        turned=re.compile(rf",? and (?P<turn>{word_tree(data.turning)})(?: by)? "),
        reaching=re.compile(rf",?(?: respectively)?,?(?: and)? (?:{word_tree(data.reaching)}) "),
    )


class _Run(msgspec.Struct, frozen=True):
    """Numbers in a row (5 and 6 percent), with the words in front of the first."""

    normal: str
    mentions: list[Mention]
    position: int  # of the first
    size: int
    front: str
    is_alike: bool  # there are as many as in the run before

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.mentions[self.position + self.size - 1].high_edge

    @property
    def pair(self) -> list[Mention]:
        """The two of them; nothing where they are more."""
        own = self.mentions[self.position : self.position + self.size]
        return own if self.size == _PAIR else []

    @property
    def is_respective(self) -> bool:
        """Whether 'respectively' stands behind."""
        end = self.end
        return _RESPECTIVELY.match(self.normal, end, end + _LONGEST_TAIL) is not None

    def leads_to(self, link: re.Pattern[str]) -> bool:
        """Whether as many numbers follow behind such words, told off with 'respectively'."""
        following = self.position + self.size
        if self.size == 1 or following + self.size > len(self.mentions):
            return False
        between = self.normal[self.end : self.mentions[following].low_edge]
        if not link.fullmatch(between) or self.size != _run(self.normal, self.mentions, following):
            return False
        return replace(self, position=following).is_respective


def told_off(normal: str, start: int, mentions: list[Mention]) -> dict[int, str]:
    """Return the measures of numbers told off with 'respectively', by their position."""
    found: dict[int, str] = {}
    position = told = 0
    while position < len(mentions):
        size = _run(normal, mentions, position)
        if size > 1:
            low = mentions[position - 1].high_edge if position else start
            front = _front(normal, low, mentions[position].low_edge)
            run = _Run(normal, mentions, position, size, front, is_alike=told == size)
            found |= {position + offset: each for offset, each in enumerate(_told(run, found))}
            told = size
        position += size
    return found


def _front(normal: str, low: int, stop: int) -> str:
    front = _CLAUSE.split(normal[max(low, stop - _LONGEST_CLAUSE) : stop])[-1]
    front = _AND_ANOTHER.sub("", front)
    # A and B fell for the first time, by
    return f"{front[:-5]} by " if front.endswith(", by ") else front


def _told(run: _Run, found: dict[int, str]) -> list[str]:
    """Return the measure of each of a run; ``found`` are those of the runs before."""
    words, front, size = _words(), run.front, run.size
    reached = run.is_alike and words.reaching.fullmatch(front)
    if reached and (same := _reached(found, run.position, size)):
        return same
    if run.is_respective:
        turns = _turns(run.normal, run.mentions, run.position, size)
        measures = _turned(front, turns) if turns else _each_of(front, size)
        return measures or _again(run, found, turns)
    if run.is_alike and (moved := _MOVED_EACH.fullmatch(front)):
        return [f"{one} {moved['verb']}" for one in _reached(found, run.position, size)]
    if run.pair and _of_two_kinds(run):
        return _each_of(front, size)
    if run.pair and (moved := words.both_moved.fullmatch(front)):
        return _both_moved(run, moved)
    if (run.pair and words.both_stand.match(front)) or run.leads_to(words.moving_list):
        return [without_move(member) for member in _each_of(front, size)]
    return _each_of(front, size) if run.leads_to(words.reaching) else []


def told_again(normal: str, mentions: list[Mention]) -> dict[int, tuple[int, str]]:
    """Return of which number before each of several moves tells: A was 5, and B 6, up 1% and 2%.

    By the position of each move, the position of that number and the word of the move. Only
    where they are told off with 'respectively', and as many numbers stand before, each in a
    clause of its own.
    """
    found: dict[int, tuple[int, str]] = {}
    position = 0
    while position < len(mentions):
        size = _run(normal, mentions, position)
        last = mentions[position + size - 1].high_edge
        if 1 < size <= position and _RESPECTIVELY.match(normal, last, last + _LONGEST_TAIL):
            move = word_of_move(
                normal[mentions[position - 1].high_edge : mentions[position].low_edge]
            )
            first = position - size
            if move is not None and _stand_alone(normal, mentions, first, position):
                found |= {position + at: (first + at, move) for at in range(size)}
        position += size
    return found


def _both_moved(run: _Run, moved: re.Match[str]) -> list[str]:
    """Accidents and deaths at work fell by 3 percent and 2 percent: the first, and the second."""
    pair = run.pair
    if {one.unit for one in pair} != {"%"} or not _CLAUSE_OVER.match(run.normal, run.end):
        return []
    if run.normal.find("and", pair[0].end, pair[1].start) < 0:
        return []
    each = _heads_shared(moved["first"], moved["second"])
    return [f"{one} {moved['verb']}" for one in each]


def _of_two_kinds(run: _Run) -> bool:
    """Incomes of urban and rural residents grew by 3 percent and 2 percent: of each of the two."""
    first, second = run.pair
    if first.unit != second.unit or not _CLAUSE_OVER.match(run.normal, run.end):
        return False
    if run.normal[first.end : second.start] not in _AND_NEXT:
        return False
    return _words().two_kinds.search(run.front) is not None


def _heads_shared(first: str, second: str) -> tuple[str, str]:
    """Give each of two joined phrases the words they share.

    Exports to Japan and Korea; imports and exports of services; urban and rural incomes.
    """
    words = _words()
    before, after = words.link.search(first), words.link.search(second)
    if before and not after and not words.measure.match(second):
        return first, f"{first[: before.end()]}{second}"
    if after and not before:
        return f"{first}{second[after.start() :]}", second
    if " " not in second and (front := _front_shared(first)):
        return first, f"{front} {second}"
    last = first.rpartition(" ")[2]
    if last.lower() in words.attributes and " " in second:
        return f"{first} {second.split(maxsplit=1)[1]}", second
    return first, second


def _stand_alone(normal: str, mentions: list[Mention], first: int, stop: int) -> bool:
    """Return whether levels stand in clauses of their own: A was 5, and B was 6."""
    levels = mentions[first:stop]
    return all(
        one.unit not in RATES and _run(normal, mentions, first + at) == 1
        for at, one in enumerate(levels[:-1])
    ) and (levels[-1].unit not in RATES)


def _each_of(front: str, size: int) -> list[str]:
    return [" ".join(phrase_before(member)) for member in _members(front, size)]


def _again(run: _Run, found: dict[int, str], turns: list[str]) -> list[str]:
    """A and B stood at 5 and 6, up by 3 and 4 percent, respectively: of the same A and B."""
    moving = _words().moving.search(run.front)
    if not run.is_alike or moving is None:
        return []
    first = run.position - run.size
    same = [found[place] for place in range(first, run.position) if place in found]
    if not turns or len(same) != run.size:
        return same
    words = [moving[0].split()[0], *turns]
    return [f"{member} {word}" for member, word in zip(same, words, strict=True)]


def _turns(normal: str, mentions: list[Mention], position: int, size: int) -> list[str]:
    """Return the words of the moves behind the first, where each has one: up 4 and down 2."""
    betweens = [
        _words().turned.fullmatch(normal, before.end, after.start)
        for before, after in pairwise(mentions[position : position + size])
    ]
    return [turn["turn"] for turn in betweens if turn] if all(betweens) else []


def _turned(front: str, turns: list[str]) -> list[str]:
    """A and B fell by 3 percent and rose by 4 percent, respectively: a move for each."""
    moved = list(_words().moved.finditer(front))
    if not moved:
        return []
    members = _each_of(f"{front[: moved[0].start()]} ", len(turns) + 1)
    words = [front[moved[0].start() :].split()[0], *turns]
    return [f"{member} {word}" for member, word in zip(members, words, strict=False)]


def _reached(found: dict[int, str], position: int, size: int) -> list[str]:
    """A and B grew by 3 and 4 percent respectively, to 5 and 6 yuan: of the same A and B."""
    same = [found[place] for place in range(position - size, position) if place in found]
    return [without_move(member) for member in same]


def _run(normal: str, mentions: list[Mention], position: int) -> int:
    size = 1
    while position + size < len(mentions):
        between = normal[mentions[position + size - 1].end : mentions[position + size].start]
        if not _BETWEEN.fullmatch(between) and not _is_turn(between, mentions, position + size):
            break
        units = {one.unit for one in mentions[position + size - 1 : position + size + 1]}
        if between == " to " and len(units) > 1:  # by 3 and 4 percent to 5 and 6 yuan
            break
        size += 1
    return size


def _is_turn(between: str, mentions: list[Mention], position: int) -> bool:
    if " and " not in between or mentions[position - 1].unit != mentions[position].unit:
        return False
    return _words().turned.fullmatch(between) is not None


def _members(front: str, size: int) -> list[str]:
    """urban and rural incomes rose: each adjective takes the noun; two subjects are split."""
    pairs = list(_AND.finditer(front))
    if not pairs:
        return []
    found = pairs[-1]
    first = _LIST.split(found["first"])
    opening = front[: found.start()]
    is_shared = len(first) + 1 == size and _OPENS.search(opening) is not None
    if " per " in opening and " per " in found["rest"]:
        is_shared = False  # energy per unit of output and emissions per unit of output
    if is_shared and not _names_two_things(opening, first, found["rest"]):
        return [f"{opening}{each}{found['rest']}" for each in (*first, found["last"])]
    parts = _LIST.split(front.strip(" ,"))
    if len(parts) < size:
        return []
    parts = parts[-size:]
    return _with_head(parts) or _with_front(parts) or _with_tail(parts)


def _names_two_things(opening: str, first: list[str], rest: str) -> bool:
    """investment in farming and water works grew: a noun is no adjective of the last one."""
    if _words().headed.match(f"{opening}{first[0]}") is None or _words().moved.match(rest):
        return False
    return not all(_ADJECTIVE.search(word) for word in first)


def _with_head(members: list[str]) -> list[str]:
    """investment in ports, old housing and schools: in each of them, if none is told apart."""
    found = _words().headed.fullmatch(members[0])
    if found is None or any(_words().measure.search(each) for each in members[1:]):
        return []
    link = f"{found['link']} "
    head = f"{found['head']} {link}"
    return [members[0], *(head + each.removeprefix(link) for each in members[1:])]


def _with_front(members: list[str]) -> list[str]:
    """work safety accidents and deaths: what is in front of the first noun is of both."""
    if len(members) != _PAIR or not (front := _front_shared(members[0])):
        return []
    if not _words().moved.match(members[1], members[1].find(" ")):  # retail sales grew
        return []
    return [members[0], f"{front} {members[1]}"]


def _front_shared(first: str) -> str:
    front = first.rpartition(" ")[0]
    return front if front.lower() in _words().shared else ""


def _with_tail(members: list[str]) -> list[str]:
    """energy use and water use per unit of output: what stands behind the noun is of both."""
    *others, last = members
    noun = others[-1].rsplit(" ", 1)[-1]
    _, shared, tail = last.partition(f" {noun} ")
    if not shared and not any(" per " in each for each in others):
        _, shared, tail = last.partition(" per ")
        tail = f"per {tail}"
    return [*(f"{each} {tail}" for each in others), last] if shared else members
