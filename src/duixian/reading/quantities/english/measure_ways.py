"""The ways in which words beside an English number say what it measures, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from duixian.language.english_verbs import english_verbs
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.attributes import things_told
from duixian.reading.quantities.english.context_words import change_behind, context_words
from duixian.reading.quantities.english.elided import still
from duixian.reading.quantities.english.gapped import with_head
from duixian.reading.quantities.english.measure_words import measure_words
from duixian.reading.quantities.english.members import (
    head_shared,
    in_each,
    included,
    moved_as_well,
    verb_shared,
)
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind, trimmed
from duixian.reading.quantities.english.place import TERMS, Place
from duixian.reading.quantities.english.special_words import streak_words
from duixian.reading.quantities.english.subjects import totalled, with_list
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.quantities.mentions import COUNTED, RATES, STREAK

_SHARE_OF = re.compile(r"^\s(?:of|in) (?!(?:19|20)\d\d)")
_WHOSE_TOTAL = re.compile(r"^ (?:of|in) (?:the )?([\w’' ]+['’]s) (total|average)\b")
# ... and that of expressways from 100 to 120 kilometers: of what the number before it measured.
_THAT_OF = re.compile(
    r"\s*(?:(?:and|while|but|whereas) )?(?:(?P<verb>[a-z]+) )?(?:that|those) of (?P<whose>.*)", re.S
)
# Spending in nine fields: the head of a subject that holds a number.
_HEAD = re.compile(
    r"\W*(?:and |while )?(?P<head>(?:[\w’'&-]+ ){1,6})(?P<link>in|of|for|on|across) (?:the |all )?"
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
# 3 million yuan was raised to mend 5 roads: what it was raised for has a number of its own.
_WAS_TO = re.compile(r"(?<=ed) to [a-z]+ $")
_AND = (" and ", ", ")
_A = (" a ", " an ")
_HEADED = re.compile(r" (?:to|for|in|of|on|at)(?: the| all)? $")
_NOUN_HEADED = re.compile(
    r" (?:the|an?|its|their|our) (?P<noun>[\w’'&-]+(?: [\w’'&-]+){0,3}) [a-z]+(?: the| all)? $"
)
_HEADED_WORDS = 5
_WORDS_TO_DEED = 3
_BEGIN = ("begin", "start")
_LINKS = ("in", "of", "and", "for", "with", "to", "on", "from", "at")
# Credit reached 60 percent of output: of what is a part, and of what is done.
_LEVEL_OF = re.compile(
    r"(?: |^)(?:reach(?:e[sd]|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topped|hit"
    r"|above|below|to|at) $"
)
_OBJECT = re.compile(r" (?:the|its|their) (?!year|month|[a-z]+est\b)[a-z]+ of [a-z]")
_LEVELS = ("level", "levels", "figure")
_MONEY = ("CNY", "USD", "HKD", "EUR")
_FEW_WORDS = 1
_MORE_WORDS = 8
_LONG = 12  # words in front, over more than one phrase
_PARTICLES = ("out", "up", "down", "off")
_LONGEST_COMPARISON = 5


class _Said(msgspec.Struct, frozen=True):
    """A number with the phrases on both sides of it, and what the number before it measured."""

    place: Place
    previous: Place | None
    inherited: str
    before: list[str]
    behind: list[str]


def words_beside(place: Place, previous: Place | None, inherited: str) -> list[str]:
    """Return the words that say what a number measures, from the first way that finds any."""
    if inherited and (passed := comparisons().marks.match(place.before)):
        reached = measure_words().to_reach.sub("", place.before[passed.end() :])
        return [inherited, *phrase_before(reached)]
    before = phrase_before(_last_move(with_list(place)))
    behind = phrase_behind(place.part_of or _own_behind(place))
    if inherited and (pronoun := _THAT_OF.match(place.before)):
        if pronoun["verb"]:  # start the renovation of 160 and complete that of 140
            return _at_another_stage([pronoun["verb"]], [*inherited.split(), *behind])
        before = [inherited.split(" of ")[0], "of", *phrase_before(pronoun["whose"])]
    said = _Said(place, previous, inherited, before, behind)
    for way in _WAYS:
        if (words := way(said)) is not None:
            return words
    return before or behind


@cache
def _joined_move() -> re.Pattern[str]:
    verbs = word_tree(context_words().change_verbs)
    return re.compile(rf".+ (?!(?:{verbs}) )[\w’'-]+ and (?=(?:{verbs}) (?!by\b)[a-z])", re.S)


@cache
def _in_a_row() -> re.Pattern[str]:
    return re.compile(rf" (?:{word_tree(streak_words().running)})\b")


def _last_move(words: str) -> str:
    """follow the rules and trim spending by 5 percent: the spending alone was trimmed."""
    if " and " not in words:
        return words
    words = _own_deed(words)
    if not words.endswith("by "):
        return words
    found = _joined_move().match(words)
    return words[found.end() :] if found else words


def _own_deed(words: str) -> str:
    """widen the roads and raise the share of: the share alone was raised."""
    deeds = [found for found in _next_deed().finditer(words) if found["verb"]]
    return words[deeds[-1].start("verb") :] if deeds else words


def _compared(said: _Said) -> list[str] | None:
    """Name the subject and what it is held against: income 3 percent higher than the average."""
    subject = said.before or said.inherited.split()
    if said.before and " ".join(said.before) in said.inherited:
        subject = said.inherited.split()  # ten topped the targets three years ahead of schedule
    if subject and measure_words().compared.match(said.place.behind):
        return [*subject, *said.behind[:_LONGEST_COMPARISON]]
    return None


def _counted(said: _Said) -> list[str] | None:
    """Name the things counted, with what is done to them: build 4 schools."""
    mention = said.place.mention
    if said.behind and mention.unit in COUNTED and mention.why != STREAK:
        return [*_verb_of(said), *said.behind]
    return None


def _more_than_before(said: _Said) -> list[str] | None:
    """Name what was told before: 6 percent more year on year."""
    behind = said.place.behind
    if not said.inherited or said.before or not measure_words().more.match(behind):
        return None
    more, _, rest = behind.strip().partition(" ")
    if rest and measure_words().compared_with.match(rest):
        return [*still(said.inherited), more]
    return None


def _change(said: _Said) -> list[str] | None:
    """Name what changed behind the number: a 5 percent rise in exports."""
    if not change_behind().match(said.place.behind):
        return None
    is_move = said.behind and measure_words().named_move.search(said.behind[0])
    is_of = said.behind[1:2] in (["in"], ["of"])  # a 6 percent rise in exports
    if said.inherited and not said.before and is_move and not is_of:
        return [said.inherited, said.behind[0]]
    return [*trimmed(said.before[-_FEW_WORDS:]), *said.behind]


def _moved_object(said: _Said) -> list[str] | None:
    """cut by 30 percent the number of permits: what was cut stands behind."""
    place = said.place
    if not (said.before and place.before.endswith(" by ") and _OBJECT.match(place.behind)):
        return None
    is_verb = place.before.split()[-2] == said.before[-1] and said.behind
    return [said.before[-1], *said.behind] if is_verb else None


def _in_front_of_its_noun(said: _Said) -> list[str] | None:
    """Name the noun that the number stands before: 3 million yuan worth of, a 150-bed hospital."""
    if said.behind and said.place.behind.startswith(" worth of"):
        return [*said.before[-_FEW_WORDS:], *said.behind]
    if said.behind and said.place.mention.unit == "%" and said.place.before.endswith(_A):
        return _taken_part(said)
    if said.behind and said.place.is_attributive:
        is_of = _OF_THE.search(said.place.before)
        return [*said.before, "of", *said.behind] if is_of else said.behind
    return None


def _taken_part(said: _Said) -> list[str]:
    """a 13% subsidy: it alone; tea took a 5% share of exports: who took it, too."""
    is_part = said.behind[0] in measure_words().parts and said.before
    return [*said.before, *said.behind] if is_part else said.behind


def _below(said: _Said) -> list[str] | None:
    """Name what the next line says, where this one says nothing but the number."""
    place = said.place
    if not place.following or said.before or said.behind or _in_a_row().match(place.behind):
        return None
    return phrase_behind(place.following)


def _of_each(said: _Said) -> list[str] | None:
    """Name what was told of each of several members."""
    has_words = said.before and said.before not in (["remaining"], ["other"])
    return None if has_words else in_each(said.place, said.previous, said.inherited) or None


def _paid(said: _Said) -> list[str] | None:
    """Name what a sum was paid for: put 5 million yuan into housing."""
    if said.place.mention.unit not in _MONEY or not (said.before and said.behind):
        return None
    words = measure_words()
    link = words.paid_for.match(said.place.behind)
    if link is None or words.paying.search(said.place.before) is None:
        return None
    return [*said.before, link[1], *said.behind]


def _share(said: _Said) -> list[str] | None:
    """Name the part and its whole: spending of 5 percent of GDP."""
    place, before, behind = said.place, said.before, said.behind
    if not _SHARE_OF.match(place.behind):
        return None
    if listed := included(place, said.previous, said.inherited):
        return listed
    leading = measure_words().leading
    if not before and (verb := verb_shared(place, said.previous, said.inherited, leading)):
        return [verb, *behind]
    if not before and _is_like(said) and place.behind.startswith(" of "):
        behind = [*head_shared(place, said.previous, said.inherited), *behind]
    if said.inherited and not before and behind[-1:] and behind[-1] in _LEVELS:
        return [*still(said.inherited), "of", *behind]  # 99 percent of the level of 2019
    if whole := _WHOSE_TOTAL.match(place.behind):
        behind = [*whole.groups()]
    is_part = place.mention.unit == "%" and place.behind.startswith(" of ")
    is_told = measure_words().share.search(place.before) or _LEVEL_OF.search(place.before)
    if is_part and before and behind and is_told:
        return [*before, "of", *behind]
    return [*before, *behind]


def _is_like(said: _Said) -> bool:
    """6 tons of steel behind 50 tons of cement: amounts, and no shares."""
    unit = said.place.mention.unit
    return said.previous is not None and unit not in RATES and unit == said.previous.mention.unit


def _moved_as_well(said: _Said) -> list[str] | None:
    """Name what shares the verb of the member before it."""
    if said.inherited and (verb := moved_as_well(said.place, said.previous)):
        return [verb, *said.before]
    return None


def _done_with_a_sum(said: _Said) -> list[str] | None:
    """Name what a sum was for and what was done: idle funds of 3 million yuan were recovered."""
    place = said.place
    is_sum = place.behind.startswith(_WAS) and place.mention.unit not in RATES
    if not (is_sum and said.before and _OF.search(place.before)):
        return None
    done = measure_words().was_done.match(place.behind)
    return [*said.before, done[1]] if done else None


def _item(said: _Said) -> list[str] | None:
    """Name the item of a list in front of its comma: coal, 700 million tons."""
    if said.before or said.behind or not (item := _ITEM.search(said.place.front)):
        return None
    is_of = item["of"] and " of " in f"{said.inherited} "
    of = [*said.inherited.split(" of ")[0].split(), "of"] if is_of else []
    return [*of, *phrase_before(item["noun"])]


def _of_target(said: _Said) -> list[str] | None:
    """21,000 jobs created, 107 percent of the annual target: of that of the jobs."""
    if said.before or not said.inherited or said.place.mention.unit != "%":
        return None
    found = measure_words().of_target.match(said.place.behind)
    return [said.inherited, "of", *phrase_behind(found[0])] if found else None


def _aim_passed(said: _Said) -> list[str] | None:
    """900 jobs were created, surpassing the target of 800: the target of the jobs."""
    if not said.inherited or not said.place.before.endswith(" of "):
        return None
    found = measure_words().passed_aim.fullmatch(said.place.before)
    return [*still(said.inherited), found["aim"]] if found else None


def _held(said: _Said) -> list[str] | None:
    """Spending in nine fields of culture totaled 3 million yuan: of all that stands in front."""
    place, previous = said.place, said.previous
    if previous is None or place.mention.unit in COUNTED or previous.mention.unit not in COUNTED:
        return None
    if place.behind.startswith(" of "):  # 80 percent of the average
        return None
    head = _HEAD.fullmatch(previous.before)
    if head is None or not measure_words().came_to.search(place.before):
        return None
    if previous.front != place.front or measure_words().verb.search(head["head"]):
        return None
    return [*phrase_before(head["head"]), head["link"], *said.before]


def _with_head(said: _Said) -> list[str] | None:
    """the number of fires fell to 3, of floods to 5: the number of those, too."""
    if not said.inherited or not said.before or said.behind:
        return None
    return with_head(said.place, said.previous, said.inherited)


def _of_the_same(said: _Said) -> list[str] | None:
    """Name what the number before it measured, where its own words are too few."""
    told = said.before or said.behind
    before = said.place.before
    if _SUBJECT.match(before) or measure_words().subject.match(before):
        return None
    if told == ["number"] and (things := totalled(said.previous)):
        return [*things, "total", "number"]  # 900 firms were set up, total number 8,000
    if said.inherited and len(told) <= 1:
        return _at_another_stage(told, said.inherited.split())
    return None


_WAYS: tuple[Callable[[_Said], list[str] | None], ...] = (
    _aim_passed,
    _compared,
    _held,
    _counted,
    _more_than_before,
    _change,
    _moved_object,
    _in_front_of_its_noun,
    _below,
    _of_each,
    _paid,
    _of_target,
    _share,
    _moved_as_well,
    _done_with_a_sum,
    _item,
    _with_head,
    _of_the_same,
)


@cache
def _next_deed() -> re.Pattern[str]:
    verbs = english_verbs()
    deeds = word_tree([*verbs.base, *verbs.past, *verbs.irregular])
    return re.compile(
        rf" and (?:to )?(?:[a-z]+ly )?(?:(?P<verb>{deeds}) (?:the|an?|its|their|our|this|that|to)"
        r"|(?:the|its|their) (?:[a-z]+ ){1,3}(?:was|were|is|are|will|has|have)) "
    )


def _own_behind(place: Place) -> str:
    """Return the words behind a number that are its own: 40 concerts and open the museum."""
    behind = _behind_itself(place)
    if " and " in behind and (found := _next_deed().search(behind)):
        return behind[: found.start()]
    return behind


def _behind_itself(place: Place) -> str:
    """2 dams with a capacity of 5 million: what they have is measured by the next number."""
    is_streak = place.mention.why == STREAK and place.mention.unit in COUNTED
    behind = place.behind.removeprefix(" time") if is_streak else place.behind
    if (is_streak or place.mention.unit in TERMS) and (row := _in_a_row().match(behind)):
        return behind[row.end() :].partition(",")[0]
    if place.mention.unit not in COUNTED:
        is_of = place.behind.startswith(" of ") and place.behind.endswith(" ")
        return _WAS_TO.sub(" ", place.behind) if is_of else place.behind
    if not place.behind.endswith(" of "):
        return things_told(place.behind)
    if place.behind.endswith(" benefit of "):
        return place.behind.rpartition(" ")[0].rpartition(" for ")[0] or place.behind
    return place.behind.partition(" with ")[0] or place.behind


def _at_another_stage(words: list[str], inherited: list[str]) -> list[str]:
    """Raise 4,500 units of housing and complete 3,200: another thing is done to the same."""
    stages = measure_words().leading
    if words and words[0].lower() in stages:
        for at, word in enumerate(inherited[:_WORDS_TO_DEED]):
            if word.lower() in stages:  # Renovation started in 90, finished in 40
                return [*inherited[:at], *words, *inherited[at + 1 :]]
        if inherited[-1].lower() in stages:
            inherited = inherited[:-1]
    return [*inherited, *words]


def _verb_of(said: _Said) -> list[str]:
    """What is done to the things counted: build 4 schools, and 3 parks."""
    before, behind = said.before, said.behind
    if measure_words().verb.search(said.place.behind):
        return []
    if not before and said.previous is not None and said.previous.mention.unit in COUNTED:
        first = said.inherited.split(" ", 1)[0]
        if first.lower() in measure_words().leading:
            return [first]
        return head_shared(said.place, said.previous, said.inherited)
    if (
        1 < len(before) < _LONG
        and said.place.before.endswith(_AND)
        and before[0].lower() in measure_words().leading
    ):
        return before[:1]  # hold the festival and 50 concerts
    if len(behind) > 2 and before[1:] and before[-1] in _PARTICLES:
        return before[-_MORE_WORDS:]  # repairs were carried out in 40 old schools
    words = before[-(_FEW_WORDS if len(behind) > 2 else _MORE_WORDS) :]
    if len(behind) > 2 and before[-2:-1]:
        if (headed := _headed(said)) is not None:
            words = headed
        elif before[-2].lower() in measure_words().begun:
            words = before[-2:]  # start the renovation of
        elif before[-2] in ("and", "or") and _are_verbs(before[-3:-2], before[-1]):
            words = before[-3:]  # closed or moved
    planned = [position for position, word in enumerate(words) if word == "to"]
    words = words[planned[-1] :] if planned else words  # plans to build: whoever plans it
    return trimmed(_last_deed(words))


def _headed(said: _Said) -> list[str] | None:
    """Water quality at all 14 sections, the digital reform of 20 bureaus: the whole noun in front.

    What is done for those counted, too: aid was given to 300 students.
    """
    words, verbs = said.before, english_verbs()
    if not _HEADED.search(said.place.before):
        return None
    if named := _NOUN_HEADED.search(said.place.before):
        size = min(len(words), named["noun"].count(" ") + 1)
    elif words[-1] in verbs.past or words[-1] in verbs.irregular or words[-1] in _BEGIN:
        is_named = len(words) <= _HEADED_WORDS and words[0].lower() not in verbs.base
        return words if is_named else None  # but for work was done on 6 mills
    else:
        size = min(len(words), _HEADED_WORDS)
        links = [at for at in range(1, size) if words[-at] in _LINKS]
        size = min([size, *(at - 1 for at in links)])
        while size > 1 and _leads(words[-size].lower()):
            size -= 1
    is_begun = size < len(words) and words[-size - 1].lower() in measure_words().begun
    return words[-size - 1 :] if is_begun else words[-size:]


def _leads(word: str) -> bool:
    """Tell whether a word in front of a noun is what is done, and no part of its name."""
    verbs = english_verbs()
    return (
        word in verbs
        or word in verbs.or_nouns
        or word in _PARTICLES
        or word == "forward"
        or word.endswith(("ly", "ing"))
    )


def _are_verbs(first: list[str], last: str) -> bool:
    """Tell whether two words are verbs of the same form: closed or moved, build and raise."""
    base = english_verbs().base
    return bool(first) and (
        first[0].endswith("ed") == last.endswith("ed")
        and first[0].endswith("ing") == last.endswith("ing")
        and (last.endswith(("ed", "ing")) or {first[0].lower(), last} <= base)
    )


def _last_deed(words: list[str]) -> list[str]:
    """Return the words from the last verb on if another deed stands before it: and completed.

    Two verbs side by side (renovating and upgrading) have one object.
    """
    verbs = measure_words().leading
    for position in range(len(words) - 1, 0, -1):
        if words[position - 1] == "and" and words[position] in verbs:
            is_pair = position > 1 and words[position - 2] in verbs
            return words if is_pair else words[position:]
    return words
