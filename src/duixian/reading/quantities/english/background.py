"""English numbers that are neither reached nor to be reached: starting points, rules, terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.english_numerals import NUMBER_WORD
from duixian.language.word_ending import Ending
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.place import TERMS, Place
from duixian.reading.quantities.english.rules import (
    is_merged,
    is_of_rule,
    is_opening_time,
    is_price,
    is_way,
    is_whole_class,
)
from duixian.reading.quantities.english.special_words import streak_words
from duixian.reading.quantities.mentions import COUNTED, STREAK
from duixian.reading.records import Basis, Relation

_FROM = re.compile(r"\bfrom (?:an average of |a total of )?$")
_NOW = re.compile(r"[^.;\d]{0,70}\bnow\b")
_EACH_BEHIND = re.compile(r" each\b")
_OF_THEM = re.compile(
    r"^ of (?:them|which|these) (?:(?:are|were|was|is|should|must|will|shall) )?(?:(?:to )?be )?"
    r"(?:each )?(?:worth )?$"
)
# 40 projects, of which at least ten exceed a sum: which ones
_OF_THEM_COUNTED = re.compile(r"\bof (?:which|them|these|those) (?:[a-z]+ ){0,3}[\w,]+ $")
_DOWN_FROM = re.compile(
    r"\b(?:to|at|below|under|above|over|past) \S.* from $"
)  # narrowed to 1.62 from 1.65 a year earlier
_CLASS = re.compile(r"[- ]class\b")
_OF_WHOLE = re.compile(r"\W*Of (?:the|these|our|its|all the)\s*")
_NUMERAL = rf"(?:\d|\b(?:{NUMBER_WORD}|\d+(?:st|nd|rd|th)))"
_MOVING = re.compile(r"^[^,;.]{0,24}\bto\b")
_TO = re.compile(r"^[^,;.]{0,60}\bto $")
_TO_TERM = r"(?:[a-z’'-]+ ){0,6}(?:from (?:[\w,.-]+ ){1,6})?to $"  # approval times to ten days
_NEAR = 30
_FAR = 80
_MONEY = ("CNY", "USD")
_NATION = 1_000_000_000
_MANY = 10_000_000
_OF_WHOM = re.compile(r"\W*of (?:whom|which) ")
_IS = re.compile(r" (?:is|are|was|were) ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    intended: re.Pattern[str]
    fulfilled: re.Pattern[str]
    behind: re.Pattern[str]
    gathered: re.Pattern[str]
    lasting: re.Pattern[str]  # what is measured in time: life expectancy, the time required
    told: re.Pattern[str]  # behind a term that is what is told: 341 days registered good air
    in_only: Ending
    aged: Ending
    entitled: re.Pattern[str]
    takes: re.Pattern[str]
    class_with: re.Pattern[str]
    whose: re.Pattern[str]  # villages whose income is less than
    projects_of: re.Pattern[str]  # 40 projects with an investment of more than
    giving: re.Pattern[str]  # provided villages with 300 doctors
    each: re.Pattern[str]
    worth: re.Pattern[str]
    from_peak: re.Pattern[str]  # to 5.2 percent from a February peak of 6.2 percent
    which_then: re.Pattern[str]
    then: re.Pattern[str]
    took: re.Pattern[str]  # permits that took 40 days now take 12
    out_of: Ending
    peopled: re.Pattern[str]
    finishing_school: re.Pattern[str]
    reached: re.Pattern[str]  # a zone that has drawn 3 million visitors
    naming: re.Pattern[str]
    founding: re.Pattern[str]  # set up the
    earlier: re.Pattern[str]
    shortened: re.Pattern[str]
    done_within: re.Pattern[str]  # approval is completed within 3 days
    compared: Ending
    up_from: re.Pattern[str]
    current: re.Pattern[str]
    class_of: re.Pattern[str]  # projects of; behind their number, projects worth
    goal: re.Pattern[str]
    promised: re.Pattern[str]
    ends_at: re.Pattern[str]  # between what is measured in time and its number
    consecutive: tuple[str, ...]
    running: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data, streaks = context_words(), streak_words()
    sorts = word_tree(data.sorted_by_sums)
    return _Patterns(
        intended=re.compile(data.intended),
        fulfilled=re.compile(data.fulfilled),
        behind=re.compile(rf"^ (?:{word_tree(data.background_behind)})\b"),
        gathered=re.compile(rf" (?:{word_tree(data.gathering)})\b"),
        lasting=re.compile(rf"\b(?:{word_tree(data.lasting)})\b", re.I),
        told=re.compile(rf"^(?:{'|'.join([*data.days_told, *data.ahead])})\b"),
        in_only=Ending(data.in_only),
        aged=Ending(data.aged),
        entitled=re.compile(
            rf"\b(?:{word_tree(data.entitled)}) (?:an? |the )?(?:[\w-]+ ){{0,4}}of (?:up to )?$"
        ),
        takes=re.compile(rf"\b(?:{word_tree(data.taking_time)}) "),
        class_with=re.compile(
            rf"\b(?i:{word_tree(data.classes)}) with (?P<size>(?:an? )?(?:[a-z]+ ){{0,3}}"
            rf"(?:{word_tree(data.sizes)}) (?:of )?)?$"
        ),
        whose=re.compile(
            rf"(?<!,) whose (?:[a-z-]+ ){{0,5}}?(?:{word_tree(data.sizes)})"
            r"(?: (?:is|are|was|were))? $"
        ),
        projects_of=re.compile(
            r"^ (?:[a-z-]+ ){0,4}projects with (?:an? )?(?:[a-z]+ asset )?investments? of $"
        ),
        giving=re.compile(rf"\b(?:{word_tree(data.giving)})\b"),
        each=re.compile(rf"\beach (?:{word_tree(data.each)}) "),
        worth=re.compile(rf"\b(?:{word_tree(data.each)}) (?:[a-z-]+ ){{0,5}}$"),
        from_peak=re.compile(
            r"\bfrom (?:an?|the|its|their|last year['’]s) (?:[\w-]+ ){0,3}?"
            rf"(?:{word_tree(data.peaks)}) of $"
        ),
        which_then=re.compile(rf"\bwhich (?:had )?(?:{word_tree(data.then)})\b"),
        then=re.compile(rf"\b(?:in (?:19|20)\d\d|{word_tree(data.then)})\b"),
        took=re.compile(
            r"\b(?:that|which|[Ww]hat|[Ii]t) (?:[a-z]+ ){0,2}(?:took|take) (?:[a-z]+ )?$"
        ),
        out_of=Ending(data.out_of, behind=f"{_NUMERAL} "),
        peopled=re.compile(data.peopled),
        finishing_school=re.compile(data.finishing_school),
        reached=re.compile(data.reached),
        naming=re.compile(data.naming),
        founding=re.compile(rf"\b(?:{word_tree(data.founding)}) the $"),
        earlier=re.compile(
            rf"^[^,;.]{{0,20}}\b(?:{word_tree(data.earlier)}|(?:in|of) (?:19|20)\d\d)\b"
        ),
        shortened=re.compile(rf"\b(?:{word_tree(data.shortened)}) {_TO_TERM}", re.I),
        done_within=re.compile(rf"\b(?:{word_tree(data.done_within)}) (?:[a-z]+ )?$"),
        compared=Ending(data.compared),
        up_from=re.compile(rf"\b(?:{word_tree([*data.directions, *data.compared_from])}) from $"),
        current=re.compile(rf"\b(?:{word_tree(data.current)})\b[^,;]{{0,30}} of $"),
        class_of=re.compile(rf"\b(?:{sorts}) of $|^ (?:[\w-]+ ){{0,3}}(?:{sorts}) worth $"),
        goal=re.compile(rf"^ (?:[a-z]+ )?(?:{word_tree(data.goals)})\b"),
        promised=re.compile(rf"\b(?:{word_tree(data.promising)})\b"),
        ends_at=re.compile(rf"(?:{word_tree(data.lasting_links)}) $"),
        consecutive=tuple(streaks.consecutive),
        running=re.compile(rf" (?:{word_tree(streaks.running)})\b"),
    )


def may_be_intended(normal: str, start: int, end: int) -> bool:
    """Tell whether a sentence has a word without which no number of it was only meant."""
    words = normal[start:end]
    return any(map(words.__contains__, context_words().intended_signs))


def was_intended(place: Place) -> bool:
    """Tell whether the number is the plan that the clause holds what was done to.

    A target that was met is a result: so much was reached.
    """
    patterns, words = _patterns(), f"{place.clause}#{place.behind}"
    return patterns.intended.search(words) is not None and not patterns.fulfilled.search(words)


def is_reached(place: Place) -> bool:
    """Tell whether a clause in the perfect tells the number of what more is promised of."""
    return _patterns().reached.search(place.clause) is not None


def names_goal(place: Place) -> bool:
    """the 5.5 percent goal: the government's, whoever speaks of it."""
    return _patterns().goal.match(place.behind) is not None


def is_whole_to_be_parted(place: Place, told_next: str) -> bool:
    """Of the 270 villages in the plan, 26 will be rebuilt: the 26 are promised, not the whole."""
    if place.mention.unit not in COUNTED or _OF_WHOLE.fullmatch(place.before) is None:
        return False
    return _patterns().promised.search(told_next) is not None


def is_background(normal: str, place: Place, following: Place | None, basis: Basis) -> bool:
    """Tell whether the number stands only beside what the report tells or promises."""
    mention = place.mention
    if mention.is_threshold or _is_start(normal, place, following) or _is_rule(normal, place):
        return True
    if mention.unit in COUNTED and (_is_state_of_a_place(place) or _names_parts_of_speech(place)):
        return True
    if (
        mention.unit == "count"
        and mention.why != STREAK
        and (
            _gathers(normal, place) or is_whole_class(normal, place) or is_merged(place, following)
        )
    ):
        return True
    if mention.unit in TERMS:
        return basis is Basis.LEVEL and not _is_told(normal, place)
    if mention.unit in ("h", "min") and place.is_attributive:
        return mention.unit == "h" or is_way(place)
    return _patterns().behind.match(place.behind) is not None


def _is_state_of_a_place(place: Place) -> bool:
    """a country with 90 million people, 3 million students will graduate: so it is anyway."""
    mention, patterns = place.mention, _patterns()
    if mention.unit == "person" and mention.value >= _NATION and "population of" in place.before:
        return True
    if mention.value >= _MANY and patterns.peopled.search(place.before):
        return True
    return patterns.finishing_school.match(f"{place.before}#{place.behind}") is not None


def is_part_of_state(place: Place, whole: Place) -> bool:
    """a workforce of 40 million, of whom 5 million are skilled: no one's doing either."""
    if not place.before.endswith((" whom ", " which ")) or whole.mention.value < _MANY:
        return False
    is_part = _OF_WHOM.fullmatch(place.before) is not None
    return is_part and _patterns().peopled.search(whole.before) is not None


def _names_parts_of_speech(place: Place) -> bool:
    """I will only touch upon three matters: a tally of what is going to be said."""
    around = f"{place.before}#{place.behind}"
    return "I " in place.before and _patterns().naming.search(around) is not None


def _is_rule(normal: str, place: Place) -> bool:
    """People aged 80, berths of the 10,000-ton class, 19 of the 21: who or what is counted."""
    patterns, mention = _patterns(), place.mention
    if mention.why == "age" or patterns.aged.ends(place.before):
        return True
    if mention.unit not in (*COUNTED, "%") and _is_granted(place):
        return True
    is_bound = mention.relation is not Relation.EQUAL or mention.high is not None
    if is_bound and _belongs_from(normal, place):
        return True
    if mention.unit in COUNTED:
        return patterns.out_of.ends(place.clause)
    if mention.relation is Relation.AT_LEAST and patterns.class_of.search(place.before):
        return True
    if is_price(place) or is_opening_time(place) or is_of_rule(place):
        return True
    if place.is_attributive and mention.unit in _MONEY and _is_there_already(place):
        return True
    return place.is_attributive and _CLASS.match(normal, mention.end) is not None


def _is_there_already(place: Place) -> bool:
    """use the 90-million-yuan fund well; but set up the fund, and the fund was paid."""
    return place.before.endswith(" the ") and _patterns().founding.search(place.before) is None


def _is_granted(place: Place) -> bool:
    """eligible for a subsidy of 120 yuan: a rule, and no sum that was paid."""
    clause = place.clause
    if not any(words in clause for words in context_words().entitled):
        return False
    return _patterns().entitled.search(clause) is not None


def _belongs_from(normal: str, place: Place) -> bool:
    """projects each worth over 100 million yuan, cities with over 1 million people: which ones."""
    patterns, mention = _patterns(), place.mention
    if (found := patterns.class_with.search(place.before)) and (
        found["size"] or mention.unit == "person"
    ):
        return patterns.giving.search(place.before) is None
    if mention.unit in COUNTED or mention.unit in ("%", "pp", "x"):
        return False
    if "whose " in place.before and patterns.whose.search(place.before):
        return True
    if not place.before.strip() and _OF_THEM_COUNTED.search(place.clause):
        return True
    if place.before.endswith(" of ") and patterns.projects_of.search(place.before):
        return True
    return (
        patterns.each.search(place.before) is not None
        or _is_worth_each(normal, place)
        or (_OF_THEM.search(place.before) is not None and not _IS.match(place.behind))
    )


def _is_worth_each(normal: str, place: Place) -> bool:
    """worth over 100 million yuan each, with an investment of 50 million each."""
    if _EACH_BEHIND.match(normal, place.mention.high_edge) is None:
        return False
    return _patterns().worth.search(place.before) is not None


def _is_told(normal: str, place: Place) -> bool:
    """Tell whether a term is itself what is told: a streak, a duration, days of good air."""
    patterns, mention = _patterns(), place.mention
    if place.before.endswith(" to ") and patterns.shortened.search(place.clause):
        return True
    if place.compared == "within " and patterns.done_within.search(place.clause):
        return True
    if (
        _is_streak(normal, place)
        or _lasts(place)
        or _takes(place)
        or patterns.told.match(place.behind)
    ):
        return True
    return patterns.in_only.ends(normal[max(0, mention.start - _NEAR) : mention.start])


def _is_start(normal: str, place: Place, following: Place | None) -> bool:
    """from 5 to 6, the current rate of 5 percent to 6, up from 5: where a movement began."""
    patterns, clause = _patterns(), place.clause
    if " from " in clause and patterns.from_peak.search(clause):
        return True
    edge = place.mention.high_edge
    is_now = normal.find(" now", edge, edge + _FAR) >= 0 and _NOW.match(normal, edge)
    is_moved_on = following is not None and following.mention.start < edge + 2 * _FAR
    if is_now and is_moved_on and (patterns.then.search(clause) or patterns.took.search(clause)):
        return True
    if "which " in clause and patterns.which_then.search(clause):
        return True
    if clause.endswith("from ") and patterns.up_from.search(clause):
        return True
    behind = normal[edge : edge + _NEAR]
    if "from " in clause:
        if _FROM.search(clause) and _MOVING.match(behind):
            return True
        if _DOWN_FROM.search(clause) and patterns.earlier.match(behind):
            return True
    if patterns.compared.ends(clause):
        return True
    is_current = " of " in clause and patterns.current.search(clause) is not None
    return is_current and following is not None and _TO.match(following.before) is not None


def _is_streak(normal: str, place: Place) -> bool:
    patterns, mention = _patterns(), place.mention
    words = normal[mention.start : mention.end + 14]
    if mention.why == STREAK or any(word in words for word in patterns.consecutive):
        return True
    return patterns.running.match(normal, mention.end) is not None


def _lasts(place: Place) -> bool:
    """Life expectancy reached 78 years, the time required was cut to 4 days."""
    patterns, mention = _patterns(), place.mention
    if patterns.lasting.search(place.clause) is None:
        return False
    return mention.low_edge < mention.start or patterns.ends_at.search(place.before) is not None


def _takes(place: Place) -> bool:
    """It takes half a day to open a firm, and 18 working days to have a project approved."""
    front = f"{place.front}{place.clause}"
    taken = [found.end() for found in _patterns().takes.finditer(front)]
    if not taken:
        return False
    return place.before.strip(" ,") == "and" or not front[taken[-1] :].strip()


def _gathers(normal: str, place: Place) -> bool:
    """the three main crops, four major sectors: a tally of the plan's own parts."""
    mention = place.mention
    if normal[mention.start].isdigit() or place.before.endswith(("another ", "all ", "All ")):
        return False
    is_definite = place.before.endswith((" the ", " these ")) or place.before in ("the ", "The ")
    return is_definite or _patterns().gathered.match(normal, mention.end) is not None
