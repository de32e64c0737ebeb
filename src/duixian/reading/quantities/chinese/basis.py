"""Whether a Chinese number says how far something moved, or where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.context_words import context_words
from duixian.reading.quantities.chinese.place import EDGE, LIST_MARK, Place, starting
from duixian.reading.quantities.mentions import RATES, Mention
from duixian.reading.records import Basis

_OF_PEOPLE = re.compile("占|人口")  # 人口增长率 is a rate, whatever it is called
_MASSES = frozenset({"t", "kg", "jin", "W", "Wh", "kWh", "CNY", "USD", "m3"})
_REACHED = re.compile(
    r"[到至](?:(?:\d{4}年|“[一二三四五六七八九十]+五”期?末|今年|去年|目前|现在)的?)?$"
)
_PLUS = "+"
_COUNTED = ("mu", "km", "m2", "household")


@dataclass(frozen=True, slots=True)
class _Patterns:
    change: re.Pattern[str]
    change_verb_first: re.Pattern[str]
    change_behind: re.Pattern[str]
    growing: re.Pattern[str]
    growth_reached: re.Pattern[str]
    object_of_change: re.Pattern[str]
    more_or_less_of: re.Pattern[str]
    level: re.Pattern[str]
    acting: tuple[str, ...]
    acting_on_counts: tuple[str, ...]
    shared: re.Pattern[str]
    steps: re.Pattern[str]
    said_again: tuple[str, ...]


@cache
def _patterns() -> _Patterns:
    data = context_words()
    change, fillers = word_tree(data.change), word_tree(data.change_fillers)
    return _Patterns(
        change=re.compile(f"(?:{change})(?:{fillers})*$"),
        change_verb_first=re.compile(f"^(?:再)?(?:{change})"),
        change_behind=re.compile(f"的?(?:{change})"),
        growing=re.compile(f"(?:{word_tree(data.growing)})(?:{fillers})*$"),
        growth_reached=re.compile(f"{data.growth_reached}$"),
        object_of_change=re.compile(
            rf"(?:{word_tree(data.changing_what)})[^，。、；\d至到]{{0,8}}$"
        ),
        more_or_less_of=re.compile(rf"(?:{data.more_or_less})[\u4e00-\u9fff]{{1,5}}(?<![到至为])$"),
        level=re.compile(
            f"(?:(?:{word_tree(data.level_verbs)})(?![^，。]{{0,8}}{data.moved_after_all}$)"
            f"[^，。]{{0,8}}|{data.becoming})$"
        ),
        acting=tuple(data.acting),
        acting_on_counts=tuple(data.acting_on_counts),
        shared=re.compile(data.shared),
        steps=re.compile(data.steps),
        said_again=tuple(data.said_again),
    )


def basis_of(
    place: Place, previous: Place | None, previous_basis: Basis | None
) -> tuple[Basis, str]:
    patterns, mention = _patterns(), place.mention
    before = place.before.strip(EDGE)
    if not before and not LIST_MARK.search(place.between):
        between = place.between.strip(EDGE)  # 17个行业增加值增长5.3%
        before = between if patterns.change.search(between) else ""
    if mention.is_change:
        return Basis.CHANGE, "the number word is a change"
    if _PLUS in (before, place.between.strip(EDGE)):  # 317天（+5天）
        return Basis.CHANGE, "a plus sign"
    if not before and previous is not None and _is_listed_with(mention, previous.mention):
        return previous_basis or Basis.LEVEL, "as the number before it in the list"
    if patterns.level.search(before):
        return Basis.LEVEL, "verb of addition"
    if mention.unit == "%" and patterns.shared.match(place.behind):
        return Basis.LEVEL, "no word of change"
    if (found := patterns.change.search(before)) and not _acts_on(place, found[0]):
        return Basis.CHANGE, f"after {found[0]}"
    percent = mention.unit in ("%", "pp")
    if percent and _goes_further(mention, before, previous, previous_basis):
        return Basis.CHANGE, "as the number before it in the list"
    if percent and previous_basis is Basis.CHANGE and before in patterns.said_again:
        return Basis.CHANGE, "says the change before in another unit"
    if percent and "占" not in before and patterns.growing.search(before):
        return Basis.CHANGE, "growth of the measure"
    if percent and patterns.change_verb_first.match(before) and not _REACHED.search(before):
        return Basis.CHANGE, "verb of change opens the clause"
    if percent and _is_growth_reached(before, previous, previous_basis):
        return Basis.CHANGE, "what a growth came to"
    if percent and "占" not in before and patterns.object_of_change.search(before):
        return Basis.CHANGE, "object of a verb of change"
    if mention.unit in _MASSES and patterns.more_or_less_of.search(before):
        return Basis.CHANGE, "object of a verb of change"
    if percent and patterns.change_behind.match(place.behind) and not starting().search(before):
        return Basis.CHANGE, "word of change behind"
    return Basis.LEVEL, "no word of change"


def _goes_further(
    mention: Mention, before: str, previous: Place | None, previous_basis: Basis | None
) -> bool:
    """增长6%左右，力争达到6.5%: more of the same growth."""
    if previous is None or previous_basis is not Basis.CHANGE:
        return False
    return mention.unit == previous.mention.unit and before in context_words().going_further


def _is_growth_reached(before: str, previous: Place | None, previous_basis: Basis | None) -> bool:
    """增长速度由3%提高到4%: both ends of the move are growth."""
    if previous_basis is Basis.CHANGE and previous is not None and _REACHED.search(before):
        return starting().search(previous.before) is not None
    named = any(word in before for word in "速率幅") and not _OF_PEOPLE.search(before)
    return named and _patterns().growth_reached.search(before) is not None


def _acts_on(place: Place, verb: str) -> bool:
    """改造提升25个养老机构: the number is of the things improved, not the improvement."""
    patterns, behind = _patterns(), place.behind.strip(EDGE)
    if not behind or LIST_MARK.fullmatch(behind) or patterns.steps.match(behind):
        return False
    if place.mention.unit == "count":
        return verb.startswith(patterns.acting_on_counts)
    return place.mention.unit in _COUNTED and verb.startswith(patterns.acting)


def _is_listed_with(mention: Mention, previous: Mention) -> bool:
    """分别增长3.8倍、80.2%: numbers of one kind share a basis; so do rates."""
    is_rate = mention.unit in RATES and previous.unit in RATES
    return is_rate or mention.unit == previous.unit
