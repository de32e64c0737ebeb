"""What English numbers measure: the phrase that names it, before or behind the number.

A number that only says how far something moved (up 2 points from last year) has the subject of
the number before it; the members of a list share the verb that opens it.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import (
    change_behind,
    context_words,
    set_against,
)
from duixian.reading.quantities.english.elided import named, still, with_left_out
from duixian.reading.quantities.english.leaning import with_leaning
from duixian.reading.quantities.english.members import in_each, moved_as_well, verb_shared
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind, trimmed
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.english.subjects import with_list, with_subject
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.quantities.mentions import COUNTED, RATES

_SHARE_OF = re.compile(r"^\s(?:of|in) (?!(?:19|20)\d\d)")
_WHOSE_TOTAL = re.compile(r"^ (?:of|in) (?:the )?([\w’' ]+['’]s) (total|average)\b")
# ... and that of expressways from 100 to 120 kilometers: of what the number before it measured.
_THAT_OF = re.compile(
    r"\s*(?:(?:and|while|but|whereas) )?(?:(?P<verb>[a-z]+) )?(?:that|those) of (?P<whose>.*)", re.S
)
_OF_THE = re.compile(r" of (?:the |a |an |its )?$")
# One word is enough of a subject where a verb follows: and smog was down by 3 percent.
_SUBJECT = re.compile(r"\W*(?:and |while )?(?:the )?[\w'’-]+ (?:was|were|is|are|will be|stood)\b")
# coal, 700 million tons; of crude oil, 100 million tons: an item of a list.
_ITEM = re.compile(
    r"(?:^|[;:] )\W*(?:and )?(?P<of>of )?(?P<noun>[a-z][\w’'-]*(?: [\w’'-]+){0,6}), ?$"
)
# idle funds of 3 million yuan were recovered: what was done to them.
_OF = re.compile(r" of (?:\w+ ){0,2}$")
_WAS = (" was ", " were ", " will be ", " has been ", " have been ")
_FEW_WORDS = 1
_MORE_WORDS = 8
_LONGEST_COMPARISON = 5
_LONGEST_SUBJECT = 14


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leading: list[str]
    begun: list[str]
    no_verbs: list[str]
    moved: list[str]
    showing: list[str]
    counted: list[str]
    moves: list[str]
    compared_with: list[str]
    moved_to: list[str]
    moving: list[str]
    shares: list[str]
    named_moves: list[str]
    no_deeds: list[str]
    done: list[str]
    more: list[str]
    more_than: list[str]
    beyond: list[str]
    aims: list[str]
    reaching: list[str]


class _Words(msgspec.Struct, frozen=True):
    verb: re.Pattern[str]
    leading: frozenset[str]
    begun: frozenset[str]
    moved: re.Pattern[str]
    compared_with: re.Pattern[str]
    moved_to: frozenset[str]
    moving: frozenset[str]
    share: re.Pattern[str]
    named_move: re.Pattern[str]
    was_done: re.Pattern[str]
    more: re.Pattern[str]
    compared: re.Pattern[str]  # 3 percent higher than, above the target
    to_reach: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml("en/measures.toml", _Data)
    return _Words(
        verb=re.compile(
            r"\b(?:were|was|are|will be|been|have|has"
            rf"|(?!(?:{word_tree(data.no_verbs)})\b)[\w]+ed)\b"
        ),
        leading=frozenset(data.leading),
        begun=frozenset(data.begun),
        moved=re.compile(
            rf"(?:^|, |\band |\bwas |\bwere |\bis |\bare )\s*(?:{word_tree(data.moved)}"
            rf"|(?:(?:{word_tree(data.showing)}) )?(?:an? )?(?:(?:{word_tree(data.counted)}) )*"
            rf"(?:{word_tree(data.moves)}) (?:of|by)) $",
            re.I,
        ),
        compared_with=re.compile(rf"^[\s,.]*(?:$|(?:{word_tree(data.compared_with)})\b)", re.I),
        moved_to=frozenset(data.moved_to),
        moving=frozenset(data.moving),
        share=re.compile(rf"\b(?:{word_tree(data.shares)})", re.I),
        named_move=re.compile(
            rf"{word_tree(data.named_moves)}|\b(?:{word_tree(context_words().directions)})\b"
        ),
        was_done=re.compile(
            rf"^ (?:was|were|will be|has been|have been) (?!(?:{word_tree(data.no_deeds)})\b)"
            rf"(?:\w+ly )?([a-z]+ed|[a-z]*paid|{word_tree(data.done)})\b"
        ),
        more=re.compile(rf" (?:{word_tree(data.more)})\b(?! than)"),
        compared=re.compile(
            rf"^ (?:(?:{word_tree(data.more_than)}) than\b"
            rf"|(?:{word_tree(data.beyond)}) (?:(?:the|its|that of|{word_tree(data.aims)}) ?"
            r"|(?:last year|the year before|20\d\d)['’]s?\b))"
        ),
        to_reach=re.compile(rf"^.*\b(?:to|and) (?:{word_tree(data.reaching)})\b", re.S),
    )


def english_measure(place: Place, previous: Place | None, inherited: str) -> str:
    """Return the counted noun phrase with its verb, or the subject the figure is said of.

    ``inherited`` is the measure of the number before it.
    """
    inherited = " ".join(inherited.split(" ")[:_LONGEST_SUBJECT])
    if inherited and _only_moves(place):
        noun = _words().named_move.search(place.before)
        return f"{inherited} {noun[0]}" if noun and noun[0] not in inherited else inherited
    if inherited and _set_against(place):
        return inherited
    words = (
        with_leaning(place, previous, inherited)
        or with_left_out(place, previous, inherited)
        or with_subject(place, inherited)
        or _measure(place, previous, inherited)
    )
    return " ".join(_once(named(words, place, previous, inherited))) or inherited


def without_move(measure: str) -> str:
    """Return the measure of a level without how it was reached: the coverage rate increased."""
    first, *rest = words = measure.split(" ")
    if rest and first.lower() in _words().moving:
        return " ".join(rest)
    return " ".join(words[:-1]) if rest and rest[-1].lower() in _words().moved_to else measure


def word_of_move(words: str) -> str | None:
    """Return the word of a move where that is all words say: increase, of ", an increase of "."""
    moved = _words().moved.match(words)
    if moved is None:
        return None
    noun = _words().named_move.search(words)
    return noun[0] if noun else ""


def _once(words: list[str]) -> list[str]:
    """projects projects: a word that the two sides of the number share is said once."""
    return [word for at, word in enumerate(words) if not at or word != words[at - 1]]


def _measure(place: Place, previous: Place | None, inherited: str) -> list[str]:
    if inherited and (passed := comparisons().marks.match(place.before)):
        reached = _words().to_reach.sub("", place.before[passed.end() :])
        return [inherited, *phrase_before(reached)]
    words = _words()
    before, behind = phrase_before(with_list(place)), phrase_behind(_own_behind(place))
    if place.part_of:
        behind = phrase_behind(place.part_of)
    if inherited and (pronoun := _THAT_OF.match(place.before)):
        if pronoun["verb"]:  # start the renovation of 160 and complete that of 140
            return _at_another_stage([pronoun["verb"]], [*inherited.split(), *behind])
        before = [inherited.split(" of ")[0], "of", *phrase_before(pronoun["whose"])]
    subject = before or inherited.split()
    if subject and words.compared.match(place.behind):
        return [*subject, *behind[:_LONGEST_COMPARISON]]
    if behind and place.mention.unit in COUNTED:
        return [*_verb_of(place, previous, before, behind, inherited), *behind]
    if (
        inherited
        and not before
        and words.more.match(place.behind)
        and _only_compared(place, behind)
    ):
        return [*still(inherited), behind[0]]
    if change_behind().match(place.behind):
        if inherited and not before and behind and words.named_move.search(behind[0]):
            return [inherited, behind[0]]
        return [*trimmed(before[-_FEW_WORDS:]), *behind]
    if behind and place.behind.startswith(" worth of"):
        return [*before[-_FEW_WORDS:], *behind]
    if behind and place.is_attributive:
        return [*before, "of", *behind] if _OF_THE.search(place.before) else behind
    if place.following and not before and not behind:
        return phrase_behind(place.following)
    if not before and (each := in_each(place, previous, inherited)):
        return each
    if _SHARE_OF.match(place.behind):
        if not before and (verb := verb_shared(place, previous, inherited, _words().leading)):
            return [verb, *behind]
        return _share(place, before, behind)
    if inherited and (verb := moved_as_well(place, previous)):
        return [verb, *before]
    told = before or behind
    is_sum = place.behind.startswith(_WAS) and place.mention.unit not in RATES
    if (
        is_sum
        and before
        and _OF.search(place.before)
        and (done := words.was_done.match(place.behind))
    ):
        return [*before, done[1]]
    if not told and (item := _ITEM.search(place.front)):
        of = inherited.split(" of ")[0].split() if item["of"] and " of " in inherited else []
        return [*of, *(["of"] if of else []), *phrase_before(item["noun"])]
    if inherited and len(told) <= 1 and not _SUBJECT.match(place.before):
        return _at_another_stage(told, inherited.split())
    return told


def _only_compared(place: Place, behind: list[str]) -> bool:
    """6 percent more year on year: of what was told before."""
    rest = place.behind.strip().partition(" ")[2]
    return bool(behind) and _words().compared_with.match(rest) is not None


def _own_behind(place: Place) -> str:
    """2 dams with a capacity of 5 million: what they have is measured by the next number."""
    if place.mention.unit not in COUNTED or not place.behind.endswith(" of "):
        return place.behind
    if place.behind.endswith(" benefit of "):
        return place.behind.rpartition(" ")[0].rpartition(" for ")[0] or place.behind
    return place.behind.partition(" with ")[0] or place.behind


def _at_another_stage(words: list[str], inherited: list[str]) -> list[str]:
    """Raise 4,500 units of housing and complete 3,200: another thing is done to the same."""
    stages = _words().leading
    if words and words[0].lower() in stages:
        if inherited[0].lower() in stages:
            return [*words, *inherited[1:]]
        if inherited[-1].lower() in stages:
            inherited = inherited[:-1]
    return [*inherited, *words]


def _verb_of(
    place: Place, previous: Place | None, before: list[str], behind: list[str], inherited: str
) -> list[str]:
    """What is done to the things counted: build 4 schools, and 3 parks."""
    if _words().verb.search(place.behind):
        return []
    if not before and previous is not None and previous.mention.unit in COUNTED:
        first = inherited.split(" ", 1)[0]
        return [first] if first.lower() in _words().leading else []
    words = before[-(_FEW_WORDS if len(behind) > 2 else _MORE_WORDS) :]
    if len(behind) > 2 and before[-2:-1]:
        if before[-2].lower() in _words().begun:
            words = before[-2:]  # start the renovation of
        elif before[-2] in ("and", "or") and _are_verbs(before[-3:-2], before[-1]):
            words = before[-3:]  # closed or moved
    planned = [position for position, word in enumerate(words) if word == "to"]
    words = words[planned[-1] :] if planned else words  # plans to build: whoever plans it
    return trimmed(_last_deed(words))


def _are_verbs(first: list[str], last: str) -> bool:
    """Tell whether two words are verbs of the same form: closed or moved."""
    return bool(first) and (
        (first[0].endswith("ed") and last.endswith("ed"))
        or (first[0].endswith("ing") and last.endswith("ing"))
    )


def _last_deed(words: list[str]) -> list[str]:
    """Return the words from the last verb on if another deed stands before it: and completed.

    Two verbs side by side (renovating and upgrading) have one object.
    """
    verbs = _words().leading
    for position in range(len(words) - 1, 0, -1):
        if words[position - 1] == "and" and words[position] in verbs:
            is_pair = position > 1 and words[position - 2] in verbs
            return words if is_pair else words[position:]
    return words


def _share(place: Place, before: list[str], behind: list[str]) -> list[str]:
    """spending of 5 percent of GDP, accounted for 3 percent of the city's total."""
    if whole := _WHOSE_TOTAL.match(place.behind):
        behind = [*whole.groups()]
    is_part = place.mention.unit == "%" and place.behind.startswith(" of ")
    if is_part and before and behind and _words().share.search(place.before):
        return [*before, "of", *behind]
    return [*before, *behind]


def _set_against(place: Place) -> bool:
    """as against 6 percent in 1980; 15 and 12 percent year on year: of what was told before."""
    if phrase_before(set_against().sub("", place.before)):
        return False
    if set_against().fullmatch(place.before):
        return not phrase_behind(place.behind)
    is_timed = (
        place.mention.unit in RATES
        and place.behind.strip(" ,.")
        and not _words().compared.match(place.behind)
    )
    return bool(is_timed and _words().compared_with.match(place.behind))


def _only_moves(place: Place) -> bool:
    """Tell whether all that is said is how far it moved: up 2 points from the previous year."""
    words = _words()
    moved = words.moved.search(place.before)
    if moved is None or phrase_before(place.before[: moved.start()]):
        return False
    return words.compared_with.match(place.behind) is not None
