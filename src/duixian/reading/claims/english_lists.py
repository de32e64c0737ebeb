"""Commas of English clauses told from those of lists: improve roads, bridges, and ports.

English has one comma for what Chinese parts as 、 and ，. One inside an enumeration, between two
adjectives or in brackets ends no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duixian.documents.document import Span
from duixian.reading.claims.english_words import RELATIVE, TWO_NAMES, clause_words

_FIRST = re.compile(
    r"\s*(?:(and|or|as well as)\s+)?[“\"]?(?:\w+ly\s+)*([^\W\d_][\w'’&/-]*|)(?:\s+([^\W_]+))?"
)
_JOINT = re.compile(r"\s*(?:and|or|as well as)\s")
# to plan, build, and run; were built, rebuilt or expanded: verbs of one object or subject.
_VERBS = re.compile(
    r" (?:to|will|must|should|shall|can|(?P<passive>was|were|is|are|be|been)) (?:\w+ly )?"
    r"(?P<verbs>[a-z]+(?:, [a-z]+)+,? (?:and|or) [a-z]+)(?=\W)"
)
# What every such list ends in is far cheaper to look for.
_LAST_VERBS = re.compile(r", [a-z]+,? (?:and|or) [a-z]")
_JOINED = re.compile(r",? (?:and|or) |, ")
_LAST = re.compile(r" (?:and|or|as well as) ")
_ENDS_IN_ING = re.compile(r"\b(?:for|in|by) [a-z]+ing$")  # for travelling, studying, doing business
# , and for encouraging: a second purpose of what the first one is of.
_SECOND_PURPOSE = re.compile(r" and (for|of) [a-z]+ing\b")
_BARE_NUMBER = re.compile(r"\s*[\d.]+(?:%| percent)?(?:\s*$| and [\d.]+)")
_SAYS_WHAT_IT_IS = re.compile(r"\s*(?:the|an?|one of) ")
_ENDS_IN_NUMBER = re.compile(r"(?<!\S)[\d.]+(?:%| percent)?\s*$")
_ADJECTIVE = r"(?:\w+(?:-\w+)+|\w{2,}(?:ous|al|ic|ive|ary|ful|able|ible|ed|ent))"
_ENDS_IN_ADJECTIVE = re.compile(rf"\b(?:an?|the|our|more|its) (?:\w+ly )?{_ADJECTIVE}$")
_OPENS_WITH_ADJECTIVE = re.compile(rf"\s*(?:\w+ly )?{_ADJECTIVE} (?!(?:to|by|that|in|of|with)\b)")
_VERB_OF_ADJECTIVE = re.compile(rf"\b([a-z]+) {_ADJECTIVE}$")
_OPENS_WITH_PAST = re.compile(
    r" [a-z]+ed (?!(?:to|by|that|in|of|with|and|or|the|an?|our|their|its|on|for|from|at|as)\b)"
    r"[a-z]+"
)
# behind a comma, by how much something moved
_BY_HOW_MUCH = re.compile(r" by (?!(?:19|20)\d\d\b)(?:[a-z]+ ){0,2}[\d.,]+ ?(?:%|per)")
_LONGEST_FRONT = 60
_COUNTS_OF = re.compile(r"\s*(?:and )?[\d.,]+ (?:[a-z]+ ){1,3}of \w+(?: \w+){0,3} ?$")
_TWO_NAMES = re.compile(rf"\s*{TWO_NAMES}")
_LONGEST_PAIR = 40
_BEHIND_NOUN = frozenset({"", "and", "or", "of", "for", "in", "to", "from", "at", "on", "with"})
_BEHIND_VERB = frozenset({"the", "a", "an", "our", "their", "its", "all", "more", "each", "every"})
_NAMELY = " namely "
_SUCH_AS = " such as "  # measures such as loans, grants, and rebates should be improved
_PAIRED = (" and ", " or ")  # behind a comma these make no list of two
_LONGEST_WORD = 20
_FEW_WORDS = 9  # of one member of a list
_MOST_MEMBERS = 40  # of a list: behind so many short members none is looked for


def without_lists(normal: str, start: int, end: int, marks: Sequence[Span]) -> list[Span]:
    """Return the marks of the sentence ``normal[start:end]`` that end its clauses."""
    if normal.find(", and for ", start, end) >= 0 or normal.find(", and of ", start, end) >= 0:
        marks = [mark for mark in marks if not _adds_purpose(normal, start, mark)]
    if marks and normal.find(", by ", start, end) >= 0:
        marks = [mark for mark in marks if not _tells_how_far(normal, start, mark)]
    if marks and _LAST_VERBS.search(normal, start, end):
        marks = _outside_verbs(normal, start, end, marks)
    if marks and normal.find("ed ", marks[0][0], end) >= 0:
        marks = [mark for mark in marks if not _is_between_adjectives(normal, start, mark)]
    commas = [_is_comma(normal, low) for low, _ in marks]
    unclear = [
        is_comma and _may_go_on(normal, high)
        for is_comma, (_, high) in zip(commas, marks, strict=True)
    ]
    if True not in unclear:
        return list(marks)
    edges = [start, *(high for _, high in marks)]
    parts = [normal[low:high] for low, (high, _) in zip(edges, marks, strict=False)]
    parts.append(normal[edges[-1] : end])
    kept: list[Span] = []
    position = 0
    while position < len(marks):
        last = _end_of_list(parts, commas, position) if unclear[position] else position
        if last == position:
            if not (unclear[position] and _parts_adjectives(parts, position)):
                kept.append(marks[position])
            last += 1
        position = last
    return kept


def verbs_listed(normal: str, start: int, end: int) -> Iterator[Span]:
    """Give the lists of verbs with one object or subject: plan, build, and run; built or mended."""
    known = clause_words()
    for found in _VERBS.finditer(normal, start, end):
        verbs = _JOINED.sub(" ", found["verbs"]).split()
        kind = known.past if found["passive"] else known.base_or_nouns
        if kind.issuperset(verbs):
            yield found.span()


def _outside_verbs(normal: str, start: int, end: int, marks: Sequence[Span]) -> Sequence[Span]:
    for low, high in verbs_listed(normal, start, end):
        marks = [mark for mark in marks if not low < mark[0] < high]
    return marks


def _is_between_adjectives(normal: str, start: int, mark: Span) -> bool:
    """provide long-term, sustained support: a past form in front of a noun is an adjective."""
    if not _OPENS_WITH_PAST.match(normal, mark[1]):
        return False
    verb = _VERB_OF_ADJECTIVE.search(normal, max(start, mark[0] - _LONGEST_PAIR), mark[0])
    return verb is not None and verb[1] in clause_words().base


def _tells_how_far(normal: str, start: int, mark: Span) -> bool:
    """Output fell for the first time, by 2 percent: how far a clause in front says it moved."""
    found = _BY_HOW_MUCH.match(normal, mark[1])
    if found is None:
        return False
    return (
        clause_words().moved.search(normal, max(start, mark[0] - _LONGEST_FRONT), mark[0])
        is not None
    )


def _adds_purpose(normal: str, start: int, mark: Span) -> bool:
    found = _SECOND_PURPOSE.match(normal, mark[1])
    if found is None:
        return False
    return re.search(rf" {found[1]} [a-z]+ing\b", normal[start : mark[0]]) is not None


def _is_comma(normal: str, low: int) -> bool:
    """Return whether a mark is a comma, or the end of a quotation with one before its last mark."""
    return normal[low] == "," or (normal[low] == " " and normal[low - 2] == ",")


def _may_go_on(normal: str, high: int) -> bool:
    """Return whether a list may go on behind a comma; a verb behind it ends one."""
    if normal.startswith(_PAIRED, high):
        return False
    word_end = normal.find(" ", high + 1, high + _LONGEST_WORD)
    if normal[high + 1 : word_end].lower() not in clause_words().opening:
        return True
    return normal.startswith(" as well as ", high)


def _parts_adjectives(parts: Sequence[str], position: int) -> bool:
    """Return whether a comma stands in a row of adjectives: at an adaptive, balanced level."""
    behind = parts[position + 1]
    return (
        _OPENS_WITH_ADJECTIVE.match(behind) is not None
        and _ENDS_IN_ADJECTIVE.search(parts[position]) is not None
        and not _opens(behind, is_listed=False)
    )


def _end_of_list(parts: Sequence[str], commas: Sequence[bool], first: int) -> int:
    """Return where the list ends whose first member ends part ``first``; itself if none does."""
    if _is_apposition(parts, first + 1):
        return first
    for position in range(first + 1, min(len(parts), first + _MOST_MEMBERS)):
        part = parts[position]
        is_listed = position > first + 1
        if joint := _JOINT.match(part):
            is_last = not _opens(part[joint.end() :], is_listed=is_listed)
        elif _opens(part, is_listed=is_listed or _ends_in_ing(parts[first])):
            return first
        elif last := _LAST.search(part):
            is_last = not _is_finite(part[: last.start()])
        else:
            if _is_finite(part) or part.count(" ") > _FEW_WORDS or position == len(commas):
                return first
            if not commas[position]:
                return first
            continue
        if not (is_last and _belongs(parts[first], part)):
            return first
        return _with_last_pair(parts, commas, position)
    return first


def _is_apposition(parts: Sequence[str], position: int) -> bool:
    """The hall, the first for opera and dance, was opened: what stands between says what it is.

    Two mills, Beihe and Nanhe, were sold: or how they are called.
    """
    if position + 1 >= len(parts):
        return False
    is_name = parts[position][1:2].isupper()
    is_named = is_name and _TWO_NAMES.fullmatch(parts[position]) is not None
    if not is_named and not _SAYS_WHAT_IT_IS.match(parts[position]):
        return False
    known, behind = clause_words(), _FIRST.match(parts[position + 1])
    if behind is None or behind[1]:
        return False
    return behind[2] in known.auxiliaries or (is_named and behind[2] in known.past)


def _ends_in_ing(words: str) -> bool:
    return words.endswith("ing") and _ENDS_IN_ING.search(words) is not None


def _with_last_pair(parts: Sequence[str], commas: Sequence[bool], position: int) -> int:
    """Return where a list ends that goes on behind a pair: law, arts and crafts, and music."""
    if position == len(commas) or not commas[position] or _is_finite(parts[position]):
        return position
    behind = parts[position + 1]
    joint = _JOINT.match(behind)
    if joint is None or _is_finite(behind) or _opens(behind[joint.end() :], is_listed=False):
        return position
    return position + 1


def _belongs(head: str, last: str) -> bool:
    """Return whether a list goes on from ``head``; one that has a verb ends what has its own."""
    if _ENDS_IN_NUMBER.search(head):
        return _BARE_NUMBER.match(last) is not None
    if not _is_finite(RELATIVE.split(last, 1)[0]):
        if head.startswith(_NAMELY):  # three trades, namely tea, silk and rice, grew
            return True
        return not (_opens_with_adverbial(head) and head.count(" ") < _FEW_WORDS)
    if " that " in head:  # ensure that mills, weirs and dams are safe
        head = f" {head.rpartition(' that ')[2]}"
    if _COUNTS_OF.match(head):  # 90 kilometers of water, gas and heating pipes were laid
        return not _is_finite(head)
    return not _is_finite(head) and (_SUCH_AS in head or not _opens(head, is_listed=False))


def _opens_with_adverbial(words: str) -> bool:
    first = words.split(None, 1)[0].lower() if words.strip() else ""
    return (first in clause_words().openers and first != "we") or first.endswith("ly")


def _is_finite(words: str) -> bool:
    return not clause_words().finite.isdisjoint(words.split())


def _opens(words: str, *, is_listed: bool) -> bool:
    """Return whether words open a clause or an adverbial instead of naming a member of a list.

    ``is_listed`` tells whether they stand behind members, which nouns in -ing end as well.
    """
    if _BARE_NUMBER.match(words):
        return False
    known, first = clause_words(), _FIRST.match(words)
    if first is None or not first[2]:
        return True
    word, following = first[2].lower(), first[3] or ""
    if word in known.opening:
        return True
    if word in known.verbs_or_nouns:
        return following in _BEHIND_VERB if is_listed else following not in _BEHIND_NOUN
    if word.endswith("ing"):
        if first[2] != word and not words.startswith(first[2]):
            return False  # Fuxing Bridge, behind a comma
        return not (is_listed or not following or word in known.nouns_in_ing)
    return False
