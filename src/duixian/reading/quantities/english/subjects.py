"""Whose number it is, where an English clause leaves that to the words before it.

of which tax revenue made up 70 percent; benefiting 3,000 households; accounting for 5 percent of
the whole; bringing the total to 90: the subject is what the number or the clause before told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.english_verbs import english_verbs
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.elided import still, things_of, up_to_move
from duixian.reading.quantities.english.measure_words import adjectives_in_ed
from duixian.reading.quantities.english.phrase import (
    phrase_before,
    phrase_behind,
    without_last_links,
)
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.mentions import COUNTED, RATES, STREAK

_NOUNS = re.compile(r" ?[\w’'“”-]+(?: [\w’'“”-]+){0,9}")
_WHOLE = re.compile(r"^ (?:of|in) ")
_TO = re.compile(r"^\W*(?:to|to reach)\W*$")
# double the size of the fund: what is doubled stands behind
_DOUBLED = re.compile(r" (?:the|its|their|our) [a-z-]+ of ")
_PASSING = re.compile(r"[a-z]+ing $")
_NUMBER = re.compile(r"\d")
_TOTAL = re.compile(r" of (?:the )?((?:[\w-]+ )?[\w’'-]+ total)\b")
_AND_THE = re.compile(r"\W*and the .* (?:reached|was|were|is|stood at)\W*$")
_AVERAGE = re.compile(
    r"\b(?:bringing|raising|lifting|taking|pushing) (?:the|its|their) "
    r"(?P<average>(?:[a-z]+ )?average) to $"
)
_WORDS_ALONE = 2
_MORE = re.compile(r" (more|less|higher|lower|fewer) than\b")
_WHICH = re.compile(r"^\W*(?:which|that) ")
_AND = re.compile(r"\W*(?:and )?\W*")
_NEW = ("new", "newly", "more")
_OPENING = re.compile(r"\W*(?:and )?(?:(?:a )?total of )?", re.I)
_WAS = re.compile(r" (?:was|were|will be|have been|has been) (?:\w+ly )?[a-z]+")
# the share of machines in sowing, weeding, and reaping rose: no clauses of their own
_AND_DOING = re.compile(r" and [a-z]+ing (?:was|were|is|are|will|rose|fell|grew|went|[a-z]+ed) ")
_DOING = re.compile(r" [a-z]+ing")
_MOVED_LIST = re.compile(r"^ (?:[\w’'-]+ ){1,4}?and (?:[\w’'-]+ ){1,4}?(?:down|up|to|by) ")
_SAID = re.compile(r" (?:was|were|will|is|are|have|has|had|each) ")
_JOINT = len(" and ")
_COMMA = len(", ")
_MOST_WORDS = 8
_FEW_WORDS = 4
_MOST_NOUNS = 4
_WORDS_OF_RATE = 3


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opening: list[str]
    whole: list[str]
    sharing: list[str]
    sharing_still: list[str]
    parts: list[str]
    doing: list[str]
    does: dict[str, str]
    benefiting: list[str]
    raising: list[str]
    totals: list[str]
    not_doubled: frozenset[str]
    in_a_row: list[str]
    rates: list[str]
    standing: list[str]
    verbs: list[str]
    no_nouns: list[str]
    nouns_in_ing: list[str]
    bringing: list[str]
    no_deeds: list[str]
    did: list[str]
    own_money: list[str]
    own_goods: list[str]
    doubled: list[str]


class _Words(msgspec.Struct, frozen=True):
    of_which: re.Pattern[str]
    share_of_which: re.Pattern[str]
    sharing: re.Pattern[str]  # accounting for, or: what follows is a share of a whole
    part: re.Pattern[str]
    benefit: re.Pattern[str]  # renovated them for the benefit of
    doing: re.Pattern[str]  # benefiting, adding: what the deed before led to
    past_of: dict[str, str]  # covered, of covers
    total: re.Pattern[str]  # bringing the total to
    rate: re.Pattern[str]  # with a satisfaction rate of
    last_nouns: re.Pattern[str]  # ..., overseas trips and vehicles were
    no_nouns: re.Pattern[str]
    in_a_row: re.Pattern[str]
    not_doubled: frozenset[str]
    brought: re.Pattern[str]  # brought spending on receptions
    did: re.Pattern[str]  # went into operation
    own_money: re.Pattern[str]  # and expenditure
    own_goods: re.Pattern[str]
    own_of_which: re.Pattern[str]  # of which exports by
    doubled: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load_toml("en/subjects.toml", _Data)
    opens = rf"^\W*(?:(?:{word_tree(data.opening)}) )?"
    whole, verbs = word_tree(data.whole), word_tree(data.verbs)
    said = word_tree([*data.verbs, *context_words().directions])
    does = [*data.does, *data.does.values()]
    return _Words(
        of_which=re.compile(rf"{opens}(?:of|among) (?:{whole})\b(?P<own>.*)", re.S),
        share_of_which=re.compile(rf"^ of (?:{whole})\b(?P<rest>.*)", re.S),
        sharing=re.compile(
            rf"{opens}(?:{word_tree(data.sharing)}|(?:(?:and|or) (?:above|over|older|up)"
            rf"(?: now| already)?|now|already) (?:{word_tree(data.sharing_still)}))\W*$"
        ),
        part=re.compile(rf"\b(?:{word_tree(data.parts)})", re.I),
        benefit=re.compile(rf" (?:{word_tree(data.benefiting)}) $"),
        doing=re.compile(
            rf"(?:{opens}|^\W*(?:which|that) (?=(?:{word_tree(does)})\b))"
            rf"(?P<verb>{word_tree([*data.doing, *does])})(?: an?)?"
            r"(?: (?:additional|total of))?\W*$"
        ),
        past_of=data.does,
        total=re.compile(
            rf"\b(?:{word_tree(data.raising)}) (?:the|its|their)(?: \w+)? "
            rf"(?:{word_tree(data.totals)})\b(?! of (?!them\b|these\b|those\b))[^,;]{{0,20}}\bto $"
        ),
        rate=re.compile(
            rf"{opens}(?:with|from|its|their|the) (?P<own>[^,;]*\b(?:{word_tree(data.rates)}))\b"
            rf"(?: (?:{word_tree(data.standing)}))* ?$"
        ),
        in_a_row=re.compile(rf"^ (?:\w+ )?years? (?:{word_tree(data.in_a_row)})\b"),
        not_doubled=data.not_doubled,
        brought=re.compile(
            rf"(?:^|\s)(?:{word_tree(data.bringing)}) (?:the |its )?"
            r"(?P<noun>(?:[\w’'-]+ ){1,4}?(?:on|of|for|in) [\w’'-]+(?: [\w’'-]+){0,2}"
            r"|[a-z-]+s)$"
        ),
        did=re.compile(
            rf" (?:(?!(?:{word_tree(data.no_deeds)})\b)[a-z]+ed|{word_tree(data.did)})"
            r" (?:into|to|in|at|on|up|part|place|the|their)\b"
        ),
        own_money=re.compile(_own("(?:(?:and|while) )?", data.own_money)),
        own_goods=re.compile(_own("(?:(?:and|while) )?", data.own_goods)),
        own_of_which=re.compile(_own("of which ", data.own_money)),
        doubled=re.compile(
            rf" (?:the|its|our|their) (?:{word_tree(data.doubled)}) of (?!those|that|\d|last|the)"
        ),
        last_nouns=re.compile(
            rf"^ (?P<more>[\w’'-]+ ){{0,4}}?and (?:[\w’'-]+ ){{1,6}}?(?:{said}|[a-z]+ed) "
        ),
        no_nouns=re.compile(
            rf"^ ?(?:{word_tree(data.no_nouns)}|[a-z]+ly"
            rf"|(?!{word_tree(data.nouns_in_ing)})[a-z]+ing)\b"
            rf"|\d|\b(?:{verbs}|(?<!^)(?!(?:{adjectives_in_ed()})\b)[a-z]+ed)\b",
            re.I,
        ),
    )


def _own(link: str, nouns: list[str]) -> str:
    return (
        rf"^,? ?{link}(?:the )?(?P<noun>{word_tree(nouns)}) "
        r"(?:(?:by|to|from|was|were|reached) )?$"
    )


def own_noun(place: Place, previous: Place | None) -> list[str] | None:
    """Return the noun that is told of for itself: revenue 435 billion yuan and expenditure 439."""
    if previous is None or not place.before.endswith(" "):
        return None
    words, unit = _words(), place.mention.unit
    if found := words.own_of_which.match(place.before):
        return [found["noun"]]
    if unit in RATES:
        return None
    found = words.own_money.match(place.before) if unit in ("CNY", "USD") else None
    if found is None and unit != previous.mention.unit:
        found = words.own_goods.match(place.before)
    return [found["noun"]] if found else None


def with_subject(place: Place, inherited: str) -> list[str] | None:
    """Return the measure of a number that takes its subject from before, else nothing."""
    if not _leans(place):  # as most do: their subject need not be looked for
        bare = _bare(place, inherited)
        return bare if bare and _subject(place, inherited) else None
    subject = _subject(place, inherited)
    if not subject:
        return None
    words = _words()
    if found := words.of_which.match(place.before):
        return _part(place, found["own"], _counted(subject))
    if found := words.share_of_which.match(place.behind):
        rest, own = phrase_behind(found["rest"]), phrase_before(place.before)
        if own and not rest:
            link = ["share of"] if place.mention.unit == "%" else []
            return [*own, *link, *still(" ".join(subject))]
        return [*_counted(subject), *rest]
    if place.mention.unit == "%" and _WHOLE.match(place.behind):
        if words.sharing.match(place.before) or (inherited and place.before.endswith("(")):
            return [*subject, "share of", *_whole(place)]
        if inherited and _TO.match(place.before):  # from 2.1 to 2.5 percent of GDP
            return [inherited, "share of", *phrase_behind(place.behind)]
        return None
    if words.total.search(place.before):
        return [*subject, "total"]
    if found := _AVERAGE.search(place.before):  # raised again, bringing the monthly average to
        return [*up_to_move(subject), *found["average"].split()]
    if found := words.doing.match(place.before):
        if (verb := found["verb"]).partition(" ")[0].endswith("ing"):
            return [*phrase_behind(place.behind), verb, *subject]
        past = words.past_of.get(verb, verb)
        return [*phrase_behind(place.behind), past, "by", *_last_subject(place, subject)]
    if inherited and "benefit" in place.before and words.benefit.search(place.before):
        return [*phrase_behind(place.behind), "benefiting", *subject]
    found = words.rate.match(place.before)
    if found and not _SAID.search(f" {found['own']}"):
        own = phrase_before(found["own"])
        if len(own) > _WORDS_ALONE and _AND_THE.match(place.before):
            return own  # and the forest coverage rate reached: a subject of its own
        done = subject[1:] and subject[0].lower() in english_verbs()  # took 90 calls, with a rate
        whose = subject[1:] if done else subject
        return [*_without_head(whose, own), *own] if len(own) <= _WORDS_OF_RATE else None
    return _bare(place, inherited)


def _without_head(whose: list[str], own: list[str]) -> list[str]:
    """the output of tea was 9 tons, with an output value of: the output value of tea."""
    at = whose.index("of") if "of" in whose else 0
    return whose[at + 1 :] if at and own[:1] == [whose[at - 1].lower()] else whose


def _leans(place: Place) -> bool:
    """Tell whether words beside a number may say that it is of a subject told before."""
    words, before = _words(), place.before
    return bool(
        words.of_which.match(before)
        or words.share_of_which.match(place.behind)
        or (place.mention.unit == "%" and _WHOLE.match(place.behind))
        or words.total.search(before)
        or ("average to " in before and _AVERAGE.search(before))
        or words.doing.match(before)
        or "benefit" in before
        or words.rate.match(before)
    )


def told_totals(places: Sequence[Place]) -> dict[int, int]:
    """Return the totals told off for the numbers before them: taking the totals to 9 and 5.

    By the position of each, that of the number it is the total of.
    """
    found: dict[int, int] = {}
    for position, place in enumerate(places):
        if "total" not in place.before or not _words().total.search(place.before):
            continue
        size = 1
        while position + size < len(places) and _AND.fullmatch(places[position + size].before):
            size += 1
        if position >= size:
            found |= {position + at: position - size + at for at in range(size)}
    return found


def totalled(place: Place | None) -> list[str]:
    """Return what a number counted that its total is told of, without what was done to it."""
    if place is None or place.mention.unit not in COUNTED:
        return []
    found = _WAS.search(place.behind)
    things = phrase_behind(place.behind[: found.start()]) if found else things_of(place)
    if not found and len(phrase_behind(place.behind)) > len(things) + _FEW_WORDS:
        return []  # 65 firms set up their offices in the town: those that did
    while things[1:] and things[0] in _NEW:
        things.pop(0)
    return things


def predicate_shared(first: Place, last: Place) -> str:
    """40 schools and 5 parks were built: what the first of two subjects was done as well."""
    units, did = {first.mention.unit, last.mention.unit}, _words().did
    if not units.issubset(COUNTED) or not _OPENING.fullmatch(first.before):
        return ""
    if not _AND.fullmatch(last.before) or _SAID.search(first.behind) or did.search(first.behind):
        return ""
    joint = last.mention.low_edge - first.mention.high_edge - len(first.behind)
    if joint != _JOINT:
        return ""
    found = _WAS.search(last.behind) or did.search(last.behind)
    return " ".join(phrase_behind(last.behind[found.start() :])) if found else ""


def is_member(place: Place, following: Place) -> bool:
    """Tell whether a number counts a member of a list that goes on: eight halls, 12 parks."""
    units = {place.mention.unit, following.mention.unit}
    if not units.issubset(COUNTED) or not _OPENING.fullmatch(place.before):
        return False
    if _AND.fullmatch(following.before) is None or _SAID.search(f"{place.behind} "):
        return False
    between = following.mention.low_edge - place.mention.high_edge - len(place.behind)
    return between <= _COMMA and _words().did.search(place.behind) is None


def with_list(place: Place) -> str:
    """Return the words in front of a number with the nouns in front that the clause ends."""
    if moved := _list_moved(place):
        return moved
    last = _words().last_nouns.match(place.before)
    if last is None:
        return place.before
    listed: list[str] = []
    is_of_doing = _AND_DOING.match(place.before) is not None
    for clause in reversed(place.front.rstrip(" ,").split(",")[-_MOST_NOUNS:]):
        noun = clause.removeprefix(" and")  # , and spending on schools, roads and parks was
        if is_of_doing and _DOING.fullmatch(noun):
            listed.insert(0, noun)
            continue
        if _NOUNS.fullmatch(noun) is None or _words().no_nouns.search(noun):
            break
        listed.insert(0, noun)
        if noun is not clause:
            break
    if len(listed) < (1 if last["more"] else 2):  # , and the deficit was: a clause of its own
        return place.before
    return ",".join([*listed, place.before])


def _list_moved(place: Place) -> str:
    """We brought spending on meals, cars and trips down by 6 percent: the whole list."""
    if " and " not in place.before or _MOVED_LIST.match(place.before) is None:
        return ""
    listed: list[str] = []
    for clause in reversed(place.front.rstrip(" ,").split(",")[-_MOST_NOUNS:]):
        if found := _words().brought.search(clause):
            return ",".join([found["noun"], *listed, place.before])
        if _NOUNS.fullmatch(clause) is None or _words().no_nouns.search(clause):
            return ""
        listed.insert(0, clause)
    return ""


def _bare(place: Place, inherited: str) -> list[str] | None:
    """doubling the figure of 2020, more than doubled to 90 units, for the third year running."""
    mention = place.mention
    if phrase_before(place.before):
        return None
    if _WHICH.match(place.before):  # the deficit, which stood at 17 billion yuan
        less = _less(place)
        subject = _subject(place, "") or (still(inherited) if less and inherited else [])
        return [*subject, *less] if subject else None
    if not inherited:
        return None
    if mention.unit == "x" and _words().doubled.match(place.behind):
        return phrase_behind(place.behind)
    if mention.why == STREAK:
        return [*still(inherited), *phrase_behind(_words().in_a_row.sub("", place.behind))]
    if mention.unit == "x" and _DOUBLED.match(place.behind):
        doubled = phrase_behind(place.behind)
        if doubled and doubled[0] not in _words().not_doubled:
            return doubled
    if mention.unit == "x" or _TO.match(place.before) or _PASSING.match(place.compared):
        return [inherited]
    return None


def _less(place: Place) -> list[str]:
    """which was 3 percent less than in the year before: the way it moved is told behind."""
    found = _MORE.match(place.behind)
    return [found[1]] if found and place.mention.unit in RATES else []


def _whole(place: Place) -> list[str]:
    """making up 14 percent of the city's total: whose total it is."""
    if own := phrase_behind(place.behind):
        return own
    found = _TOTAL.match(place.behind)
    return found[1].split() if found else []


def _part(place: Place, own: str, subject: list[str]) -> list[str]:
    words = phrase_before(own)
    if place.mention.unit == "%" and words and _words().part.search(own):
        return [*words, "share of", *subject]
    if "of" in words[1:] and not words[0].endswith(("ed", "ing")):
        return words  # imports, of which imports of grain were
    return [*subject, *(words or phrase_behind(place.behind))]


def _last_subject(place: Place, subject: list[str]) -> list[str]:
    """that the belt across the north, east and south, which covers: the belt."""
    _, is_that, clause = place.front.rstrip(" ,").rpartition(" that ")
    words = phrase_before(clause) if is_that and not _NUMBER.search(clause) else subject
    return words[:_FEW_WORDS]


def _counted(subject: list[str]) -> list[str]:
    """spectators drawing 9 concerts: of what led to them no share is told."""
    words = _words()
    ends = (at for at, word in enumerate(subject) if at and words.doing.match(word))
    return subject[: next(ends, len(subject))]


def _subject(place: Place, inherited: str) -> list[str]:
    """What the number before measured, or the clause in front if that has no number."""
    clause = place.front.rstrip(" ,").rsplit(", ", 1)[-1]
    if clause and not _NUMBER.search(clause):
        words = phrase_before(clause)
        if not inherited or len(words) > 1:
            return words[:_MOST_WORDS]
    return without_last_links(inherited.split(" ")[:_MOST_WORDS]) if inherited else []
