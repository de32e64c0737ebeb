"""Members of an English list whose verb or head stands only with the first of them.

Add 45 km of greenways and 40 hectares of parks; capacity of 50 tons in cement, and 6 tons in steel.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.attributes import things_told
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import RATES

_JOINED = re.compile(r"\W*(?:and )?")
# 40 yuan was borne by the county, and the remaining 20 by the town
_REMAINING = re.compile(r"\W*(?:and )?(?:the (?:remaining|other) )?")
_OPEN = (" to ", " for ", " of ", " among ", " with ", " into ")  # in front of the first of them
_LINK = re.compile(r" (?:in|for|from|on|at|by) ")
# of which 40 percent was spent on roads, 9 percent on parks
_DONE_LINK = re.compile(
    r"(?: (?:was|were|is|are|will be|(?:is|are) to be) (?:[a-z]+ly )?[a-z]+)?"
    r"(?P<link> (?:in|for|from|on|at|by) )"
)
_INCLUDING = re.compile(r"[^,]*[\w’'\")] (?=including $)")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lifting: list[str]
    saying: list[str]


class _Words(msgspec.Struct, frozen=True):
    lifting: re.Pattern[str]  # cut paperwork by
    object_by: re.Pattern[str]  # and processing time by


@cache
def _words() -> _Words:
    data = load_toml("en/members.toml", _Data)
    saying = word_tree(data.saying)
    return _Words(
        lifting=re.compile(
            rf"\b(?P<verb>{word_tree(data.lifting)}) (?:[\w’'-]+ ){{1,6}}(?P<link>by|to) $"
        ),
        object_by=re.compile(
            rf"\W*(?:and )?(?:the )?(?:(?!(?:{saying}|[a-z]+ed)\b)[\w’'-]+ ){{1,4}}?"
            r"(?P<link>by|to) "
        ),
    )


def verb_shared(
    place: Place, previous: Place | None, inherited: str, leading: frozenset[str]
) -> str:
    """Return the verb that a list opens with: add 45 km of greenways and 40 hectares of parks."""
    if previous is None or not _JOINED.fullmatch(place.before) or place.mention.unit in RATES:
        return ""
    verb = inherited.split(" ", 1)[0]
    in_front = previous.before.split()
    is_verb = verb.lower() in leading and (verb in in_front or not in_front)  # a third member
    return verb if is_verb and previous.behind.startswith(" of ") else ""


def included(place: Place, previous: Place | None, inherited: str) -> list[str]:
    """Return the measure of capacity including 50 tons of cement, 6 tons of steel."""
    if not place.behind.startswith(" of ") or place.mention.unit in RATES:
        return []
    if place.before.endswith(" including "):
        head = _INCLUDING.match(place.before)
        return [*phrase_before(head[0]), *phrase_behind(place.behind)] if head else []
    if previous is None or not _JOINED.fullmatch(place.before):
        return []
    if " including " not in f"{place.front}{place.clause}":
        return []
    told, own = inherited.split(), phrase_behind(previous.behind)
    if told[-len(own) :] != own or len(told) == len(own):
        return []
    return [*told[: -len(own)], *phrase_behind(place.behind)]


def head_shared(place: Place, previous: Place | None, inherited: str) -> list[str]:
    """Return what a list hangs on: grants were given to 20 city schools and 30 hill schools.

    So, too, capacity of 50 tons of cement, 6 tons of steel.
    """
    if previous is None or not _JOINED.fullmatch(place.before):
        return []
    if not previous.before.endswith(_OPEN) and _JOINED.fullmatch(previous.before) is None:
        return []
    told, own = inherited.split(), phrase_behind(things_told(previous.behind))
    if not own or told[-len(own) :] != own:
        return []
    return told[: -len(own)]


def in_each(place: Place, previous: Place | None, inherited: str) -> list[str]:
    """Return the measure of capacity of 50 tons in the cement industry, and 6 tons in steel."""
    if previous is None or not inherited or not _REMAINING.fullmatch(place.before):
        return []
    link, link_before = _LINK.match(place.behind), _DONE_LINK.match(previous.behind)
    if link is None or link_before is None or link[0] != link_before["link"]:
        return []
    told, own = inherited.split(), phrase_behind(previous.behind[link_before.start("link") :])
    if not own or told[-len(own) :] != own or len(told) == len(own):
        return []
    return [*told[: -len(own)], *phrase_behind(place.behind)]


def moved_as_well(place: Place, previous: Place | None) -> str:
    """Return the verb of the first: cut paperwork by 70 percent and waiting time by half."""
    if previous is None or not place.before.endswith((" by ", " to ")):
        return ""
    moved, own = (
        _words().lifting.search(previous.before),
        _words().object_by.fullmatch(place.before),
    )
    if moved is None or own is None or moved["link"] != own["link"]:
        return ""
    return "" if _words().lifting.search(place.before) else moved["verb"]
