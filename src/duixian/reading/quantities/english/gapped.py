"""English members of a list that leave out its head: the number of fires fell to 3, of floods to 5.

Output of steel reached 40 tons, coal 90 tons; with city residents seeing an increase of 3 percent.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.english_verbs import english_verbs
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.elided import still
from duixian.reading.quantities.english.phrase import phrase_before
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED

_LONGEST = 60  # characters of such a member
_MOST_WORDS = 5


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: list[str]
    of_people: list[str]
    covering: list[str]
    links: list[str]
    alone: frozenset[str]
    own_heads: list[str]
    no_nouns: list[str]
    groups: list[str]
    moves: list[str]
    moved: frozenset[str]


class _Words(msgspec.Struct, frozen=True):
    linked: re.Pattern[str]  # of floods to
    bare: re.Pattern[str]  # coal
    headed: re.Pattern[str]  # Output of steel
    alone: frozenset[str]  # sales of cars rose by 3 percent, revenue by 5
    own_head: re.Pattern[str]
    seen: re.Pattern[str]
    moved: frozenset[str]


@cache
def _words() -> _Words:
    data = load_toml("en/gapped.toml", _Data)
    noun = rf"(?P<noun>(?!(?:{word_tree(data.no_nouns)})\b)[\w’'&-]+(?: [\w’'&-]+){{0,4}}?)"
    opens, ends = r"\W*(?:(?:and|while) )?", r" (?:(?:by|to|at) )?"
    return _Words(
        linked=re.compile(rf"{opens}(?P<link>{word_tree(data.links)}) (?:the )?{noun}{ends}"),
        bare=re.compile(rf"{opens}(?:the )?{noun}{ends}"),
        headed=re.compile(
            rf"(?:[\w’'-]+ ){{0,3}}?(?:{word_tree(data.heads)}) of "
            rf"(?:(?:{word_tree(data.of_people)}) (?:{word_tree(data.covering)}) )?",
            re.I,
        ),
        alone=data.alone,
        own_head=re.compile(
            rf"\b(?:{word_tree([*data.heads, *data.alone, *data.own_heads])})\b", re.I
        ),
        seen=re.compile(
            rf"(?P<who>(?:[\w’'-]+ ){{0,3}}(?:{word_tree(data.groups)})) "
            rf"seeing (?P<move>{word_tree(data.moves)})"
        ),
        moved=data.moved,
    )


def with_head(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """Return the measure of a member with the head that stands with the first, else nothing."""
    if previous is None or len(place.before) > _LONGEST or not _are_like(place, previous):
        return None
    if linked := _words().linked.fullmatch(place.before):
        head, link, _ = inherited.partition(f" {linked['link']} ")
        own = phrase_before(linked["noun"])
        return [*head.split(), linked["link"], *own, *_move(inherited)] if link and own else None
    bare = _words().bare.fullmatch(place.before)
    return _of_same_head(bare["noun"], inherited) if bare else None


def _of_same_head(noun: str, inherited: str) -> list[str] | None:
    """Output of steel reached 40 tons, coal 90 tons: the output of coal, but not of revenue."""
    words = _words()
    if noun.lower() in words.alone:
        return [noun]
    head = words.headed.match(inherited)
    if (
        head is None
        or words.own_head.search(noun)
        or _tells_a_deed(noun)
        or not (own := phrase_before(noun))
    ):
        return None
    return [*head[0].split(), *own, *_move(inherited)]


def _tells_a_deed(noun: str) -> bool:
    """The number of schools rose to 12, the city closed 3: closed by the city, and no number of."""
    verbs = english_verbs()
    who, _, last = noun.rpartition(" ")
    if not who:  # coal; but mostly
        return last.endswith("ly")
    told = last in verbs.past or last in verbs.irregular or last in verbs.past_of_those
    return told or last in verbs.present or last.endswith("ly")


def seen_by(measure: str, inherited: str) -> str:
    """Incomes reached 50 yuan, with city residents seeing an increase: of their incomes."""
    if " seeing " not in measure or not (found := _words().seen.fullmatch(measure)):
        return measure
    own = f"of {found['who']} {found['move']}"
    if inherited.endswith(found["move"]):  # of city residents, who saw the first
        return f"{inherited.rpartition(' of ')[0]} {own}"
    return " ".join([*still(inherited), own])


def _are_like(place: Place, previous: Place) -> bool:
    units = {place.mention.unit, previous.mention.unit}
    return len(units) == 1 or units.issubset(COUNTED)


def _move(inherited: str) -> list[str]:
    last = inherited.rpartition(" ")[2]
    return [last] if last in _words().moved else []
