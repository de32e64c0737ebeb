"""The words of English measures: what is left out of a phrase, and where it ends.

A measure names what is counted, not when, whose and with what verb of reaching it is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from duixian.language.data import compile_any, load_toml
from duixian.language.word_tree import word_tree

_WORD = re.compile(r"[A-Za-z0-9][\w'’&/.-]*[\w’']|[A-Za-z]")
_TIME = re.compile(
    r"(?:^|(?<=\s)|(?<=,)) "
    r"?(?:(?:in|by|[Ss]ince|during|for|over|from|at|than|throughout) )?"
    r"(?:(?:the )?end of |the first half of |the year |year "
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} )?"
    r"(?:(?:19|20)\d\d(?! [A-Z]|[\w-])|year-end\b"
    r"|(?:[Tt]his|[Ll]ast|next|the (?:previous|preceding|past|following)|(?<=[nrt] )the) year\b)"
    r"(?!['’])"
)
# a park with a turnover of 5 million: what the number says stands behind the with.
_WITH_A = re.compile(r".*\bwith (?:an?|its|their) (?=[^,;]+ of \S*(?: \S+)? ?$)")
_TO_BE = re.compile(r" to be (?=[a-z]+ed\b|built\b|held\b|set\b)")  # four roads to be mended
_AFTER_ALL = re.compile(r"\b[Ii]n the end (?!of\b)|^\W*(?:and )?actually (?=\w+ $)")
_OWNERS = ("'s", "’s")
_LONGEST_TEXT = 240
_LONGEST_PHRASE = 11
_LONGEST_SUBJECT = 22  # with its head: subsidies for basic insurance for …


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dropped: list[str]
    openings: frozenset[str]
    particles: frozenset[str]
    connectives: list[str]
    phrase_stops: list[str]
    possessive_plurals: list[str]
    numbers: list[str]
    relatives: list[str]
    spans: list[str]
    numbers_of_years: list[str]
    built: list[str]
    dates: list[str]
    sign_of_date: str
    in_front_of_dates: list[str]


class _Words(msgspec.Struct, frozen=True):
    dropped: frozenset[str]
    openings: frozenset[str]  # left out in front
    particles: frozenset[str]  # behind which they are verbs with a meaning of their own
    connectives: frozenset[str]  # dropped only at the ends
    stops: frozenset[str]
    possessive_plurals: frozenset[str]
    numbers: frozenset[str]
    relatives: frozenset[str]
    over_years: re.Pattern[str]  # the skills of 35 million workers over two years
    built_before: re.Pattern[str]
    sign_of_date: re.Pattern[str]
    told_date: re.Pattern[str]  # by 31 October


@cache
def _words() -> _Words:
    path = "en/phrases.toml"
    data = load_toml(path, _Data)
    date = compile_any(data.dates, path=path)
    return _Words(
        frozenset(data.dropped),
        data.openings,
        data.particles,
        frozenset(data.connectives),
        frozenset(data.phrase_stops),
        frozenset(data.possessive_plurals),
        frozenset(data.numbers),
        frozenset(data.relatives),
        re.compile(
            rf"(?:(?i:(?:^| )(?:{word_tree(data.spans)}))(?: the (?:next|coming|past|last))?"
            r"| (?:more|less|fewer|higher|lower) than)"
            rf" (?:{word_tree(data.numbers_of_years)}|\d\d?)"
            r" (?:years?|decades?)(?: before| earlier| ago)?\b"
        ),
        re.compile(rf" (?:{word_tree(data.built)}) (?:before|prior to) (?=\d)"),
        re.compile(data.sign_of_date),
        re.compile(rf"(?:\b(?:{word_tree(data.in_front_of_dates)}) )?(?:{date.pattern})"),
    )


def phrase_before(words: str) -> list[str]:
    """Return the words in front of a number that name its measure, back to where they begin."""
    return [*_phrase_before(words)]


@lru_cache(maxsize=8)  # the same words are asked for by several rules, one after the other
def _phrase_before(words: str) -> Sequence[str]:
    words = words[-_LONGEST_TEXT:]
    if "with " in words and (opened := _WITH_A.match(words)):
        words = words[opened.end() :]
    stops = _words().stops
    phrase: list[str] = []
    for word in _words_of(words):
        if word == "through" and phrase:
            phrase.append(word)  # exports through the ports
        elif word == "who" and phrase:
            continue  # residents who found work: those who did
        elif word.lower() in stops:
            phrase = phrase if _names_number(phrase, word) else []
        else:
            phrase.append(word)
    phrase = trimmed(phrase)
    return phrase if len(phrase) <= _LONGEST_SUBJECT else trimmed(phrase[-_LONGEST_PHRASE:])


def _names_number(phrase: list[str], stop: str) -> bool:
    """The number of young people who came here: the clause says which, the number is theirs."""
    data = _words()
    return stop in data.relatives and any(word.lower() in data.numbers for word in phrase[:-1])


def phrase_behind(words: str) -> list[str]:
    """Return the words behind a number that name its measure, up to where they end."""
    stops = _words().stops
    phrase: list[str] = []
    for word in _words_of(words[:_LONGEST_TEXT]):
        if word.lower() not in stops:
            phrase.append(word)
        elif phrase or word == "once":  # doubled in ten years once fees are added
            break
    phrase = trimmed(phrase)
    return phrase if len(phrase) <= _LONGEST_PHRASE else trimmed(phrase[:_LONGEST_PHRASE])


def _words_of(words: str) -> list[str]:
    plain, data = words.replace("-level", " level"), _words()
    if " of such " in plain:
        plain = plain.replace(" of such ", " of ")
    if " first time" in plain:
        plain = plain.replace(" for the first time", "")
    if "n the end " in plain or "actually " in plain:
        plain = _AFTER_ALL.sub("", plain)
    if " to be " in plain:
        plain = _TO_BE.sub(" ", plain)
    # Small letters alone tell no month, and are far quicker to ask for.
    is_plain = plain.islower() and "quarter" not in plain
    if " half of " in plain or (not is_plain and data.sign_of_date.search(plain)):
        plain = data.told_date.sub("", plain)
    if "20" in words or "19" in words or "year" in words or "decade" in words:
        if "before " in plain or "prior to " in plain:
            plain = data.built_before.sub(" before ", plain)
        plain = _TIME.sub("", plain)
        plain = data.over_years.sub("", plain)
    return _WORD.findall(plain)


def trimmed(words: list[str]) -> list[str]:
    """Drop articles and auxiliaries everywhere, connectives and possessors at the ends."""
    data = _words()
    dropped, connectives = data.dropped, data.connectives
    kept = without_last_links([word for word in words if word.lower() not in dropped])
    while kept and (
        (first := kept[0].lower()) in connectives
        or (first.endswith(_OWNERS) and _is_possessor(first))
        or (first in data.openings and _only_leads(kept))
    ):
        kept.pop(0)
    return kept


def _only_leads(words: list[str]) -> bool:
    """Tell whether an opening only leads to the rest: bringing mills to 9; but bring in mills."""
    return len(words) > 1 and words[1].lower() not in _words().particles


def without_last_links(words: list[str]) -> list[str]:
    """Drop the connectives at the end of what was cut off there: items for review and."""
    end, connectives = len(words), _words().connectives
    while end and words[end - 1].lower() in connectives:
        end -= 1
    return words[:end]


def _is_possessor(word: str) -> bool:
    """Tell whether a word in 's in front says only whose the measure is: China's, the city's."""
    return word.replace("’", "'") not in _words().possessive_plurals
