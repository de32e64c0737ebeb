"""The patterns that show a sentence's kind, read for each language straight from its data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import msgspec

from duixian.language.data import load_toml
from duixian.language.screen import Screen, alternatives
from duixian.reading.records import Language

Overruling = Literal["promise", "promise elsewhere", "deed", "deed elsewhere", "figure elsewhere"]
# Where in a clause a vague verb takes the deed's certainty away: before the deed and as its own
# verb, only before it, or anywhere at the clause's start.
YieldsTo = Literal["opening", "adverb", "any opening"]


class Sign:
    """One pattern that a sentence is searched for.

    A screen of its language knows each of its alternatives, by one of its bits.
    """

    __slots__ = ("bits", "pattern")

    def __init__(self, pattern: re.Pattern[str], bits: int) -> None:
        self.pattern = pattern
        self.bits = bits


class DeedSign(Sign):
    """One that a clause is searched for."""

    __slots__ = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of the data."""


class ContextPattern(_Table, frozen=True):
    """One reason why a sentence is context whatever its section."""

    name: str
    sign: Sign = msgspec.field(name="pattern")
    overruled_by: frozenset[Overruling] = frozenset()
    runs_on: bool = False  # to the sentences after it in the paragraph
    opens_list: bool = False  # the items after it are of it
    is_sure: bool = False  # whatever its words weigh
    opens_lessons: bool = False  # of a review: what must be, said in it from here on, is one


class DeedPattern(_Table, frozen=True):
    """One kind of deed that anyone can check."""

    name: str
    sign: DeedSign = msgspec.field(name="pattern")
    yields_to: YieldsTo = "opening"
    # It is worth a row of its own, but too common to make a vague promise a checkable one.
    cuts_only: bool = False


class Difficulties(_Table, frozen=True):
    """How difficulties are told, and how the telling of them ends."""

    opening: Sign
    named: Sign
    met: re.Pattern[str]
    ending: Sign
    overcome: Sign
    heading: re.Pattern[str] | None = None  # in English, where a line heads nothing but them


class Description(_Table, frozen=True):
    """How a state is described, a thing asked for, a reason given."""

    state: Sign
    copula: Sign
    imperative: re.Pattern[str]
    asks: Sign
    reasons: Sign
    targets: re.Pattern[str]
    sure_promises: re.Pattern[str] | None = None  # in Chinese, where sentences are weighed


class Turns(_Table, frozen=True):
    """How a text turns from what was to what will be, and back."""

    to_review: Sign
    to_plan: Sign
    list_item: re.Pattern[str]
    stated_item: re.Pattern[str]  # an item whose heading is a sentence of its section as well
    theme_item: re.Pattern[str]  # how one ends that may only name a theme
    called_item: re.Pattern[str]  # one where it calls for something
    leaves_review: Sign
    plan_opens: re.Pattern[str]  # ``plan`` is the number of a five-year plan
    past_told: re.Pattern[str] | None = None  # a time that is over opens it, and figures follow


class Modality(_Table, frozen=True):
    """How something is promised, obliged or told as done."""

    promised: Sign
    obliged: Sign
    done: Sign
    plainly_done: re.Pattern[str]
    told: Sign
    now: re.Pattern[str]  # opens what tells of the present
    to_come: re.Pattern[str]  # in a plan, of what is still to be done
    # Beside the words that lead to a list: the sentence tells something of its own.
    figure: re.Pattern[str] | None = None
    # By which a promise is to be kept, inside a review; none where its tense tells that.
    year_reached: re.Pattern[str] | None = None
    promises_from: float = 0.0  # share of promises, from which a plan says what will be done


class OwnTimes(_Table, frozen=True):
    """How a clause tells a time of its own, of what is to come or of what was."""

    any_time: re.Pattern[str]
    ahead: re.Pattern[str]
    ahead_if_promised: re.Pattern[str]
    behind: re.Pattern[str]
    alone: re.Pattern[str]  # a clause that is nothing but a time, of what follows
    goes_on: re.Pattern[str]  # a clause that is of the time of the one before
    promised: re.Pattern[str]
    done: re.Pattern[str]


class Theme(_Table, frozen=True):
    """How a line that names a theme is told from one that says something."""

    no_theme: re.Pattern[str]
    states: re.Pattern[str]  # neither, but in the heading of a section
    past: re.Pattern[str]  # neither, where the line ends in a full stop
    gerund_only: re.Pattern[str]
    counts_parts: re.Pattern[str]  # all its figure counts is what it heads
    names: re.Pattern[str] | None = None  # one in any case, as a question that is none; in English
    labels: re.Pattern[str] | None = None  # the name of a table or list, with its colon; in Chinese


class SpecificityPatterns(_Table, frozen=True):
    """What makes a promise one that anyone can check."""

    clause_end: re.Pattern[str]
    general: re.Pattern[str]
    going_on: re.Pattern[str]
    deed: tuple[DeedPattern, ...]
    # Behind a list of names, which alone make it checkable; in Chinese.
    listed_works: re.Pattern[str] | None = None


class _Data(_Table, frozen=True):
    context: tuple[ContextPattern, ...]
    difficulties: Difficulties
    description: Description
    turns: Turns
    modality: Modality
    own_times: OwnTimes
    theme: Theme
    specificity: SpecificityPatterns


@dataclass(frozen=True, slots=True)
class StatementPatterns:
    """Compiled patterns of one language, with the screens that tell which of them can match."""

    context: tuple[ContextPattern, ...]
    difficulties: Difficulties
    description: Description
    turns: Turns
    modality: Modality
    own_times: OwnTimes
    theme: Theme
    specificity: SpecificityPatterns
    signs: tuple[Sign, ...]
    screen: Screen  # of their alternatives
    context_bits: int  # of the signs of context
    contexts: dict[int, ContextPattern]  # by the places of their alternatives
    deed_screen: Screen  # of the alternatives of the deeds
    deeds: tuple[DeedPattern, ...]  # the deed that each of them is of
    promised_bits: int  # of the signs of those that make a promise checkable


@cache
def statement_patterns(language: Language) -> StatementPatterns:
    """Load and compile the statement patterns of a language.

    Raises LanguageDataError naming the file and the entry that is not valid.
    """
    signs: list[Sign] = []
    sought: dict[type, list[re.Pattern[str]]] = {Sign: [], DeedSign: []}

    def compiled(kind: type, value: str) -> Any:
        pattern = re.compile(value)
        if kind not in sought:
            return pattern
        parts = alternatives(value)
        sign = kind(pattern, ((1 << len(parts)) - 1) << len(sought[kind]))
        sought[kind].extend(map(re.compile, parts))
        if kind is Sign:
            signs.append(sign)
        return sign

    data = load_toml(f"{language.value}/statements.toml", _Data, compiled)
    deeds = data.specificity.deed
    return StatementPatterns(
        **msgspec.structs.asdict(data),
        signs=tuple(signs),
        screen=Screen(sought[Sign]),
        context_bits=sum(each.sign.bits for each in data.context),
        contexts={place: each for each in data.context for place in _places(each.sign.bits)},
        deed_screen=Screen(sought[DeedSign]),
        deeds=tuple(deed for deed in deeds for _ in range(deed.sign.bits.bit_count())),
        promised_bits=sum(deed.sign.bits for deed in deeds if not deed.cuts_only),
    )


def _places(bits: int) -> Iterator[int]:
    return (place for place in range(bits.bit_length()) if bits >> place & 1)
