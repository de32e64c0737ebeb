"""Names of places and projects in English, told by their capitals and their last word.

A sequence of capitalised words counts from behind the words that are capitalised only because
a sentence begins with them, up to its last word that says what it is (Park, Road, Hospital).
Without such a word a name is a place where a preposition of place stands before it and it is
spelled like a Chinese one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.word_tree import word_tree

Span = tuple[int, int]

_LETTERS = r"[\w’'\-–×&]*"
_CAPITALISED = re.compile(f"[A-Z]{_LETTERS}")
_PLAIN = re.compile(r"[A-Z][\w\-–×&]*")
_OWNER = re.compile(r".+(?=['’]s?$)")
_WORD = rf"(?:No\. ?\d+|{_CAPITALISED.pattern}|\d+(?:\.\d+)?(?:st|nd|rd|th)?(?= [A-Z]))"
# A pattern that starts with a set of characters skips all others at once.
_FIRST_WORD = (
    rf"[A-Z\d](?<!\w.)(?<!\d-.)(?:(?<=N)o\. ?\d+|(?<=[A-Z]){_LETTERS}"
    r"|(?<=\d)\d*(?:\.\d+)?(?:st|nd|rd|th)?(?= [A-Z]))"
)
_PHASE = r"(?: \(?(?:Phase|Section|Stage) (?:[IVXⅠ-Ⅹ]+|\d+)\)?)?"
_LINE = re.compile(
    r"\b(?:[A-Z]\w+ ){0,3}Line [A-Z]?\d+\b"
    r"(?: (?:(?:north|south|east|west)(?:ern)? |branch )?(?:branch|extension|section|line)\b)?"
    r"(?: \([A-Z][\w’'-]+ (?:section|extension|branch)\))?"
)
_IN = (" in ", " in the ")
_AND = " and "
_BETWEEN = " between "
_SUCH_AS = re.compile(" (?:including|such as|like) ")
_LINKS_TO_LISTS = ("such ", " including ", " like ")

_PHASE_OF = re.compile(r"Phase \S+ of (?:the )?")
_OPENING_QUOTES = ("“", '"', "‘")
_SPACED = re.compile(r"\S+")
_IN_A_SENTENCE = re.compile(r"[a-z,)’] $")
_SYLLABLE = (
    r"(?:[bpmf](?:iao|ian|ang|eng|ing|ai|an|ao|ei|en|ie|in|iu|ou|[aiou])"
    r"|[dtnl](?:iang|iao|ian|ang|eng|ing|ong|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ue|ui|un|uo|[aeiuü])"
    r"|[gkh](?:uang|uai|uan|ang|eng|ong|ai|an|ao|ei|en|ou|ua|ui|un|uo|[aeu])"
    r"|[jqx](?:iang|iong|iao|ian|ing|uan|ia|ie|in|iu|ue|un|[iu])"
    r"|(?:[zcs]h?|r)(?:uang|uai|uan|ang|eng|ong|ai|an|ao|ei|en|ou|ua|ui|un|uo|[aeiu])"
    r"|y(?:ang|ing|ong|uan|an|ao|in|ou|ue|un|[aeiou])|w(?:ang|eng|ai|an|ei|en|[aou]))"
)
_VOWELS = r"(?:ang|ai|an|ao|eng|ei|en|er|ou|[aeo])"  # a syllable that opens a word, or behind ’
_CHINESE_NAME = re.compile(
    rf"(?:{_VOWELS}|{_SYLLABLE}(?=.))(?:{_SYLLABLE}|['’]{_VOWELS})+", re.IGNORECASE
)


class _Patterns(NamedTuple):
    sequence: re.Pattern[str]
    quoted: re.Pattern[str]
    listed: re.Pattern[str]
    listed_places: re.Pattern[str]
    next_listed: re.Pattern[str]
    tail: re.Pattern[str]
    any_work: re.Pattern[str]  # without which no work stands behind a name
    work: re.Pattern[str]  # behind a name, in small letters
    place_suffixes: frozenset[str]
    project_suffixes: frozenset[str]
    not_first: frozenset[str]
    everyday: frozenset[str]
    not_a_name: frozenset[str]
    in_place: re.Pattern[str]  # the first letter of a name behind "in" or "at"
    beside: tuple[str, ...]  # before a work that tells no more than where: under
    no_works: tuple[str, ...]
    no_places: tuple[str, ...]
    not_places: frozenset[str]
    plain_places: frozenset[str]


def find_place(text: str, *, but_not: frozenset[str] = frozenset()) -> Span | None:
    """Return the span of the first place named with a suffix such as District or River.

    Where there is none, of one that stands behind "in" or "at". ``but_not`` are no places.
    """
    if not _may_name(text):
        return None
    patterns = _patterns()
    names = list(_names_in(text, patterns.place_suffixes))
    for at, span in enumerate(names):
        around = names[at + 1] if at + 1 < len(names) else span
        if text[span[1] : around[0]] in _IN and text[slice(*around)] not in but_not:
            continue  # the park in the new area: the area is where
        name = text[slice(*span)]
        # In quotation marks it is a title: the "City of Comic".
        if text[span[0] - 1 : span[0]] in _OPENING_QUOTES or name in but_not:
            continue
        if not name.endswith(patterns.no_places):
            phase = _PHASE_OF.match(text, *span)
            return (phase.end(), span[1]) if phase else span
    for span in _names_in(text, patterns.project_suffixes):
        if _is_beside(text, span):
            return span
    return _plain_place(text, but_not) or _listed_place(text, but_not)


def _plain_place(text: str, but_not: frozenset[str]) -> Span | None:
    """Return the first name behind a preposition of place that is a place by itself: in Jinhua."""
    patterns = _patterns()
    for before in patterns.in_place.finditer(text):
        found = patterns.sequence.match(text, before.start())
        if found and text.startswith(_AND, found.end()):
            other = patterns.sequence.match(text, found.end() + len(_AND))
            if other and found[0] in but_not:
                found = other  # between us and them
            elif other and text.endswith(_BETWEEN, 0, found.start()) and other[0] not in but_not:
                continue  # of two others neither is where
        if found is None or found[0] in but_not or found[0] in patterns.not_places:
            continue
        if found[0] in patterns.plain_places or _CHINESE_NAME.fullmatch(found[0]):
            return found.span()
    return None


def _listed_place(text: str, but_not: frozenset[str]) -> Span | None:
    """Return the first name listed as one of several places: six villages, including Qinghe."""
    if " including " not in text and " such as " not in text:
        return None
    patterns = _patterns()
    for trigger in patterns.listed_places.finditer(text):
        found = patterns.sequence.match(text, trigger.end())
        if found and found[0] not in but_not and found[0] not in patterns.not_places:
            return found.span()
    return None


def _is_beside(text: str, span: Span) -> bool:
    """Tell whether a work only says where something is: spaces under Qinghe Bridge."""
    patterns, (start, end) = _patterns(), span
    if not text.endswith((*patterns.beside, " the "), 0, start):
        return False
    if text.endswith(" the ", 0, start):
        start -= len("the ")
    is_work = not text.endswith(patterns.no_works, start, end)
    return is_work and text.endswith(patterns.beside, 0, start)


def find_projects(text: str) -> tuple[Span, ...]:
    """Return the spans of named projects: quoted, listed, numbered lines, told by a suffix."""
    if not _may_name(text):
        return ()
    found: list[Span] = []
    for span in _candidates(text):
        if not any(span[0] < end and start < span[1] for start, end in found):
            found.append(span)
    return tuple(sorted(found))


def _may_name(text: str) -> bool:
    """Tell whether there is a capital behind the first character, or a quotation."""
    return not text[1:].islower() or _is_quoting(text)


def _is_quoting(text: str) -> bool:
    return "“" in text or '"' in text


def _candidates(text: str) -> Iterator[Span]:
    """Give the spans that may be projects, the surest first; they may overlap."""
    patterns = _patterns()
    if _is_quoting(text):
        for match in patterns.quoted.finditer(text):
            yield match.span()
    for span in _names_in(text, patterns.project_suffixes):
        if not _is_beside(text, span) and not _is_other_name(text, span):
            yield _with_tail(text, span)
    yield from _works(text)
    if "Line " in text:
        for match in _LINE.finditer(text):
            if _is_other_name(text, match.span()):
                continue
            yield _with_tail(text, _without_first_words(text, match.span()))
    if any(link in text for link in _LINKS_TO_LISTS):
        yield from _listed(text)


def _is_other_name(text: str, span: Span) -> bool:
    """Tell whether a name in brackets is another one of what stands in front of them."""
    return text.startswith(")", span[1]) and text.endswith(" (", 0, span[0])


def _works(text: str) -> Iterator[Span]:
    """Give the names that end in a work in small letters: the Lanzhou-Urumqi railway."""
    patterns = _patterns()
    if not patterns.any_work.search(text):
        return
    for sequence in _sequences(text):
        if work := patterns.work.match(text, sequence[1]):
            start, end = _without_first_words(text, sequence)
            if start < end and not patterns.everyday.issuperset(text[start:end].split()):
                yield start, work.end()


def _listed(text: str) -> Iterator[Span]:
    """Give the names listed behind "projects such as" and the like, with or without suffix."""
    patterns = _patterns()
    for trigger in patterns.listed.finditer(text):
        item = patterns.sequence.match(text, trigger.end())
        while item is not None:
            start, end = _without_first_words(text, item.span())
            if start < end and not (text.startswith(". ", end) and text.endswith("No", start, end)):
                start, end = _with_tail(text, (start, end))
                yield start, end
            separator = patterns.next_listed.match(text, max(end, item.end()))
            item = patterns.sequence.match(text, separator.end()) if separator else None


def _names_in(text: str, suffixes: frozenset[str]) -> Iterator[Span]:
    """Give the names that end in one of the suffixes, which few texts hold at all."""
    if suffixes.isdisjoint(_capitalised(text)):
        return
    for sequence in _sequences(text):
        if span := _name_in(text, sequence, suffixes):
            yield span


@lru_cache(maxsize=4)  # a text is looked at for places, projects and works, one after the other
def _capitalised(text: str) -> tuple[str, ...]:
    """Return the words with a capital, without what behind them makes them owners."""
    return tuple(_PLAIN.findall(text))


@lru_cache(maxsize=4)
def _sequences(text: str) -> tuple[Span, ...]:
    """Return the spans of capitalised words that stand together."""
    return tuple([found.span() for found in _patterns().sequence.finditer(text)])


def _name_in(text: str, sequence: Span, suffixes: frozenset[str]) -> Span | None:
    """Cut a capitalised sequence to the name in it that ends in one of the suffixes."""
    patterns = _patterns()
    start, end = _without_first_words(text, sequence)
    words = text[start:end].split(" ")
    if words[-1] in patterns.not_a_name and words[-1] not in suffixes:
        return None
    for index in range(len(words) - 1, 0, -1):
        word = words[index]
        owner = _OWNER.match(word)
        if (owner[0] if owner else word) in suffixes:
            names = [word for word in words[:index] if word[0].isupper()]
            explained = words[index + 1 : index + 2] in (["of"], ["for"])
            if explained and suffixes is patterns.place_suffixes:
                return None
            word_end = start + len(" ".join(words[: index + 1]))
            if owner:
                word_end -= len(word) - owner.end()
            name_end = end if explained else word_end
            return (start, name_end) if _is_name(text, sequence[0], names) else None
    return None


def _is_name(text: str, start: int, words: list[str]) -> bool:
    """Say whether capitals make a name: in mid-sentence two everyday words will do as well."""
    if not _patterns().everyday.issuperset(words):
        return True
    return len(words) > 1 and _IN_A_SENTENCE.search(text, max(0, start - 2), start) is not None


def _without_first_words(text: str, sequence: Span) -> Span:
    start, end = sequence
    not_first = _patterns().not_first
    for word in _SPACED.finditer(text, start, end):
        small = word[0][0].islower() or word[0] == "&"
        if not small and word[0] not in not_first and not word[0].endswith(("'s", "’s")):
            return word.start(), end
    return end, end


def _with_tail(text: str, span: Span) -> Span:
    tail = _patterns().tail.match(text, span[1])
    return (span[0], tail.end()) if tail else span


@cache
def _patterns() -> _Patterns:
    words = place_words().en
    joined = "|".join(f"(?<=\\b{word}) and " for word in words.joined_by_and)
    kinds, works = word_tree(words.noun_kinds), word_tree(words.project_nouns)
    tails, nouns = word_tree(words.project_tails), word_tree(words.listed_nouns)
    return _Patterns(
        sequence=re.compile(
            rf"{_FIRST_WORD}(?:(?: of the | of | for | & | \([A-Z]\w+\) | |{joined}){_WORD})*"
        ),
        quoted=re.compile(f'[“"][^“”"\n]{{2,80}}[”"] (?:{word_tree(words.quoted_suffixes)})\\b'),
        listed=re.compile(rf"\b(?:(?:{nouns}),?{_SUCH_AS.pattern}|such (?:{nouns}) as )(?:the )?"),
        listed_places=re.compile(
            rf"\b(?:{word_tree(words.listed_places)}),?{_SUCH_AS.pattern}(?:the )?"
        ),
        next_listed=re.compile(r",? and (?:the )?|, (?:the )?"),
        any_work=re.compile(f" (?:{works})"),
        work=re.compile(
            rf"(?: (?:{kinds}))*(?: (?:{works}))(?![\w-]| (?:{word_tree(words.nouns_go_on)})\b)"
        ),
        tail=re.compile(rf"{_PHASE}(?: (?:{tails})\b)?"),
        place_suffixes=frozenset(words.place_suffixes),
        project_suffixes=frozenset(words.project_suffixes),
        not_first=frozenset(words.not_first),
        everyday=frozenset(words.everyday),
        not_a_name=frozenset(words.not_a_name),
        in_place=re.compile(
            # A pattern that starts with a set of characters skips all others at once.
            f"[A-Z](?:{'|'.join(f'(?<= {word} .)' for word in words.in_place)})"
        ),
        beside=tuple(f" {word} " for word in words.beside),
        no_works=tuple(words.no_works),
        no_places=tuple(words.no_places),
        not_places=frozenset(
            [*words.everyday, *words.not_first, *words.no_places, *words.spelled_alike]
        ),
        plain_places=frozenset(words.plain_places),
    )
