"""Subjects that the clause of an English number leaves out, and where in the sentence they stand.

180 projects break ground and 120 come on stream; of the 40 tasks, 30 were done; wind farms with a
capacity of 5 million kW; a fund for science, with 30 percent going to the young.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.attributes import over_insertion, way_there
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind, trimmed
from duixian.reading.quantities.english.place import TERMS, Place
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.quantities.mentions import COUNTED

_OF_GROUP = re.compile(r"(?:^|[.;:▪·•] ?)\W*(?:Of|Among) (?:the |all |its |our |these )*")
_WITH = re.compile(
    r"^(?P<head>.*[\w’'”\")]),? (?:with|boasting|(?:that|which) (?:has|boasts)) "
    r"(?:an?|its|their) (?P<own>[a-z][^,;]*?) of\W*$",
    re.S,
)
_ONLY_WITH = re.compile(r"^\W*(?:and )?with\W*$")
_JOINED = re.compile(r"^\W*(?:and|,|, and)?\W*$")
_TO_DO = re.compile(r"^ to (?=[a-z])")
_GOING = re.compile(r"\bgoing (?:up|down)\b")
_HALVES = re.compile(r"\d")
_ITS = re.compile(r"^\W*(?:and |while |with )?its [a-z]")
_FIRST_OF_PAIR = re.compile(r"[\w’'-]+ and (?=[\w’'-]+)")
_OF_ANOTHER = re.compile(r"\W*(?:and )?(?:the|its) (?P<head>[a-z]+) ")
_DID_THE = re.compile(r" ([a-z]+ed) (?:the|its|their|all) ")
_NOW_TAKES = re.compile(
    r"(?P<subject>[^,;]+?),? (?:that|which) (?:[a-z]+ ){0,2}(?:took|take) .*"
    r"\bnow takes? (?:[a-z]+ )?$"
)
# The plan was for 30 halls; 42 were built.
_AIMED_AT = re.compile(
    r"\b(?:plan|target|goal|aim|quota) (?:was|had been) (?:for |to [a-z]+ )?"
    r"[\d,]+ (?P<things>[a-z][^,;.\d]*)[,;](?: and| but)?\W*$"
)
_INCLUDED = re.compile(r"\W*(?:including|of which|of them)\W*$")
_LINK_OF_PART = re.compile(r" (?:(in|for|at|on) |that )")
_LINK = re.compile(r" (?:in|for|at|on) ")
_TO_THE = re.compile(r" to (?=the |[A-Z\d])")
_OWNER = re.compile(r" (?:at|of) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_MOST_WORDS = 8
_FEW_WORDS = 4
_WORDS_OF_DEED = 2


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stages: list[str]
    put: list[str]
    auxiliaries: list[str]
    continuing: list[str]
    moving: list[str]
    moving_links: list[str]
    together: list[str]
    aiming: list[str]
    having: list[str]
    sharing_out: list[str]
    complete: list[str]
    making_up: list[str]
    adverbs: list[str]
    moved: list[str]
    terms: list[str]
    times: list[str]
    itself: frozenset[str]
    done: list[str]
    said_of_them: list[str]
    pieces: list[str]
    no_participles: list[str]
    heads: frozenset[str]
    sown: frozenset[str]


class _Words(msgspec.Struct, frozen=True):
    told_of: re.Pattern[str]  # right behind the number stands what was done
    stage: re.Pattern[str]
    put: re.Pattern[str]
    continuing: re.Pattern[str]
    together: re.Pattern[str]
    aiming: re.Pattern[str]
    having: re.Pattern[str]
    sharing_out: re.Pattern[str]
    total: re.Pattern[str]
    complete: frozenset[str]
    making_up: frozenset[str]
    adverbs: frozenset[str]
    moved: frozenset[str]
    terms: re.Pattern[str]
    peak: re.Pattern[str]
    times: frozenset[str]
    itself: frozenset[str]  # whose report it is
    made_so: re.Pattern[str]  # behind things, what they were made or where they are
    gives_units: re.Pattern[str]
    units: re.Pattern[str]
    units_of: re.Pattern[str]  # units of affordable housing, up to what was done
    participle: re.Pattern[str]
    heads: frozenset[str]  # of a measure: area, output
    sown: frozenset[str]


@cache
def _words() -> _Words:
    data = load_toml("en/elided.toml", _Data)
    stages, auxiliaries = word_tree(data.stages), word_tree(data.auxiliaries)
    pieces = word_tree(data.pieces)
    return _Words(
        told_of=re.compile(
            rf"^(?: of (?:them|these|those|which)| more)? (?:(?:{auxiliaries}) (?!no\b|not\b)[a-z]"
            rf"|(?:{stages})\b|[a-z]+ed(?: nationwide| so far)?"
            r"(?:$|[,.;]| (?:in|by|to|on|at|into|for|this|last)\b))"
        ),
        put=re.compile(rf" (?:{word_tree(data.put)})\b"),
        stage=re.compile(rf"\b(?:{stages}|{auxiliaries})\b"),
        continuing=re.compile(
            rf"^\W*(?:and |thus |thereby )?(?:(?:{word_tree(data.continuing)})\b"
            rf"|(?:{word_tree(data.moving)})(?: (?:{word_tree(data.moving_links)}))?\W*$)"
        ),
        together=re.compile(rf"^\W*(?:{word_tree(data.together)}) (?P<verb>[a-z]+)\W*$"),
        aiming=re.compile(
            rf"^\W*(?:and )?(?:{word_tree(data.aiming)})(?: (?:over|about))?\W*$", re.I
        ),
        having=re.compile(rf"^(?P<owner>.*[\w’'”\")]) (?:{word_tree(data.having)})\W*$", re.S),
        sharing_out=re.compile(rf"\b(?:{word_tree(data.sharing_out)})\W*$"),
        total=re.compile(r"^ of (?:the|its|their) (?:(?P<whose>[\w’'-]+) )?total(?:$|[^\w ])"),
        complete=frozenset(data.complete),
        making_up=frozenset(data.making_up),
        adverbs=frozenset(data.adverbs),
        moved=frozenset(data.moved),
        terms=re.compile(rf"\b(?:[Ii]t|and) (?:now )?(?:{word_tree(data.terms)})\W*$"),
        peak=re.compile(
            rf"\bfrom (?:an?|the|its) (?P<peak>(?:[\w-]+ ){{0,3}}?"
            rf"(?:{word_tree(context_words().peaks)})) of $"
        ),
        times=frozenset(data.times),
        itself=data.itself,
        made_so=re.compile(rf" (?:[a-z]+ed|{word_tree([*data.done, *data.said_of_them])})\b"),
        gives_units=re.compile(
            rf"^ (?:{pieces})(?=$|[.,;]| (?:have|has|were|will|are|available)\b)"
        ),
        units=re.compile(rf" (?:[a-z]+ed |start |started )?(?:new |more )?(?:{pieces})$"),
        units_of=re.compile(
            rf"\b(?:{pieces}) of(?: (?![a-z]+ed\b|{word_tree(data.done)})[\w’'-]+)+"
        ),
        participle=re.compile(rf"^ (?!{word_tree(data.no_participles)})[a-z]+ing\b"),
        heads=data.heads,
        sown=data.sown,
    )


def with_left_out(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """Return the measure of a number whose clause leaves its subject out, else nothing."""
    words = _words()
    if comparisons().marks.match(place.behind) or _stands_at_level(place):
        return phrase_before(place.before) or still(inherited) or None
    if place.mention.unit in (*TERMS, "h", "min") and _TO_DO.match(place.behind):
        if words.terms.search(place.before):
            return ["time", "to", *phrase_behind(place.behind[3:])]
        return None
    if "now take" in place.before and (found := _NOW_TAKES.match(f"{place.front}{place.clause}")):
        return [*phrase_before(found["subject"]), "take"]
    if way := way_there(place):
        return way
    if inserted := over_insertion(place):
        return [
            *inserted,
            *phrase_before(place.before),
            *phrase_behind(place.behind),
            *still(inherited),
        ]
    if " worth " in place.before and (things := _worth_each(place, previous)):
        return things
    if " of" in place.before and (found := _WITH.match(place.before)):
        return _had_by(found["head"], phrase_before(found["own"]))
    if found := words.having.match(place.before):
        return _had(place, found["owner"])
    if place.mention.unit in COUNTED:
        return _counted(place, previous, inherited)
    if words.aiming.match(place.before):
        subject = phrase_before(_last_clause(place.front))[-_MOST_WORDS:]
        return [*subject, *phrase_behind(place.behind)] if subject else None
    return _said_of(place, previous, inherited)


def _stands_at_level(place: Place) -> bool:
    """Output was held at the 100-million-ton level: the output was."""
    return place.behind.startswith((" level", "-level")) and place.before.endswith(" at the ")


def _worth_each(place: Place, previous: Place | None) -> list[str]:
    """six clusters each worth over 100 billion yuan: the worth of each of them."""
    is_each = "each worth" in place.before or place.behind.startswith(" each")
    things = things_of(previous) if is_each else []
    return [*things, "worth", "each"] if things else []


def _had_by(head: str, own: list[str]) -> list[str] | None:
    """wind farms with a capacity of: whose it is, but a rate or a population names itself."""
    owner = phrase_before(head)
    if owner and not own:  # a fund with a total of
        return owner[-_MOST_WORDS:]
    if not owner or not 0 < len(own) <= _FEW_WORDS or own[-1] in _words().complete:
        return None
    return None if head.lstrip().startswith("As ") else [*owner[-_MOST_WORDS:], *own]


def _said_of(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """with 30 percent going to the young; ranking first for; 72 percent of tax revenue."""
    words = _words()
    if words.continuing.match(place.before):
        subject = still(inherited) or phrase_before(_last_clause(place.front))
        own = phrase_before(place.before.partition(" from ")[0])  # going up from 900 to
        own = _GOING.findall(place.before) if own == ["going"] else own
        return [*subject[:_MOST_WORDS], *own] if subject else None
    if place.before.startswith(")") and (found := words.together.match(place.before)):
        subject = phrase_before(place.front.partition(",")[0] or place.clause.partition(",")[0])
        return [*subject[:_MOST_WORDS], found["verb"]] if subject else None
    if inherited and _ONLY_WITH.match(place.before) and words.participle.match(place.behind):
        return [*still(inherited), *phrase_behind(place.behind)]
    if place.mention.unit != "%":
        return None
    if not place.before.strip() and words.told_of.match(place.behind) and (whole := _group(place)):
        return [*whole, *_done(place.behind)]
    if inherited and " from " in place.before and (found := words.peak.search(place.before)):
        return [*still(inherited), *phrase_before(found["peak"])]
    if found := words.total.match(place.behind):
        return _of_total(phrase_before(place.before), found["whose"], inherited)
    if previous is None or not _JOINED.match(place.before) or not place.behind.startswith(" of "):
        return None
    subject = inherited.split()
    if previous.mention.unit != "%" or not previous.behind.startswith(" of "):
        return None
    if words.stage.search(place.behind):
        return None
    whole = phrase_behind(previous.behind)
    if subject[-len(whole) :] != whole or len(subject) == len(whole):
        return None
    return [*subject[: -len(whole)], *phrase_behind(place.behind)]


def still(inherited: str) -> list[str]:
    """Return what goes on to be told of, without how it moved or what share it is."""
    words = inherited.partition(" share")[0].split()[:_MOST_WORDS]
    while len(words) > 1 and words[-1] in _words().moved:
        words.pop()
    return words


def up_to_move(words: list[str]) -> list[str]:
    """pensions of retired weavers raised again: what was raised."""
    ends = (at for at, word in enumerate(words) if at and word in _words().moved)
    return words[: next(ends, len(words))]


def _of_total(own: list[str], whose: str | None, inherited: str) -> list[str] | None:
    """with exports making up 15 percent of the national total, firms 90 percent of the total."""
    words = _words()
    if own and own[-1] in words.making_up:
        own = own[:-1]
    if own and whose and whose.endswith("s"):  # a third of the city's total
        return None
    if not own and whose:  # canals reached 90 km, half of the province's total
        own = still(inherited)
    if not 0 < len(own) <= _FEW_WORDS + _FEW_WORDS:
        return None
    if len(own) == 1 and own[0] in words.adverbs:  # just over half of the national total
        own = still(inherited)
    if whose:
        return [*own, "share of", whose, "total"]
    return [*own, *still(inherited)] if inherited else None


def _counted(place: Place, previous: Place | None, inherited: str) -> list[str] | None:
    """of the 40 tasks, 30 were done; 120 came on stream; 600 units were completed."""
    words = _words()
    if words.aiming.match(place.before):
        subject = phrase_before(_last_clause(place.front))[-_MOST_WORDS:]
        return [*subject, *phrase_behind(place.behind)] if subject else None
    if found := words.told_of.match(place.behind):
        things = _group(place) or things_of(previous)
        own = phrase_before(place.before)
        return [*things, *own, *_done(place.behind)] if things and len(own) <= _FEW_WORDS else None
    if (found := words.put.match(place.behind)) and (things := things_of(previous)):
        return [*phrase_before(place.before)[-1:], *things, *found[0].split()]
    if _INCLUDED.match(place.before) and (link := _LINK_OF_PART.match(place.behind)):
        things = things_of(previous) or still(inherited)
        linked = [link[1]] if link[1] else []
        return [*things, *linked, *phrase_behind(place.behind)] if things else None
    if (link := _LINK.match(place.behind)) and (things := _told_with(place, previous, link[0])):
        return things
    did = None if place.before.strip() else _DID_THE.match(place.behind)
    if did and (things := _group(place)):
        return [*things, did[1], *(word for word in _done(place.behind) if word != did[1])]
    if inherited and (found := words.gives_units.match(place.behind)):
        return _units_of(place, inherited, place.behind[found.end() :])
    if previous is None or not _JOINED.match(place.before):
        return None
    if found := words.having.match(previous.before):
        return _had(place, found["owner"])
    shared = phrase_before(previous.before)
    if words.sharing_out.search(previous.before) and len(shared) <= _FEW_WORDS:
        return [*shared, *phrase_behind(place.behind)]
    return None


def _told_with(place: Place, previous: Place | None, link: str) -> list[str]:
    """5,300 places in schools and 160 in kindergartens: places there, too."""
    if previous is None or not _JOINED.match(place.before):
        return []
    if previous.mention.unit not in COUNTED or link not in previous.behind:
        return []
    head = previous.behind.partition(link)[0]
    things, own = phrase_behind(head), phrase_behind(place.behind)
    return [*things, link.strip(), *own] if things and own else []


def _units_of(place: Place, inherited: str, behind: str) -> list[str] | None:
    """1,000 units of lifts were begun, and 600 units finished: of the lifts."""
    own, whole = phrase_before(place.before), _words().units_of.search(inherited)
    if whole and len(own) <= _WORDS_OF_DEED:  # finished 900 units: of affordable housing
        return [*own, *whole[0].split(), *_done(behind)]
    things = _words().units.sub("", inherited)
    if things == inherited or len(own) > 1:
        return None
    return [*things.split()[:_MOST_WORDS], *own, *_done(behind)]


def named(words: list[str], place: Place, previous: Place | None, inherited: str) -> list[str]:
    """raise spending on them: on what the number before counted; its throughput: the port's."""
    if inherited and words and "latter" in words:
        at = words.index("latter")
        return [*_latter(inherited), *words[at + 1 :]]
    if inherited and len(words) == 1 and (of := _OF_ANOTHER.match(place.before)):
        return _of_same(inherited, of["head"]) or words
    if inherited and words and "its " in place.before and _ITS.match(place.before):
        owner = _OWNER.search(inherited)
        if owner and _OWNER.search(" ".join(words)) is None:
            return [*words[:_MOST_WORDS], *owner[0].split()]
    if words[1:] and words[-1] == "ones" and (things := things_of(previous)):
        return [*words[:-1], *(things[1:] or things)]  # 9 state farms and 3 private ones
    if words and words[-1] == "them":
        things = things_of(previous)
        if things[-1:] == ["them"] or not things:
            things = still(inherited) if inherited else ["them"]
        return [*words[:-1], *things]
    return words


def _latter(inherited: str) -> list[str]:
    """the latter growing faster: incomes of rural residents, of urban and rural residents."""
    return still(_FIRST_OF_PAIR.sub("", inherited))


def _of_same(inherited: str, head: str) -> list[str]:
    """The tea planting area was 90 mu and the output was 7 tons: the output of tea."""
    things = inherited.split()
    heads = _words().heads
    if head not in heads or things[-1:] == [head] or things[-1] not in heads:
        return []
    things.pop()
    while things and (things[-1].endswith(("ing", "ed")) or things[-1] in _words().sown):
        things.pop()
    return [*things, head] if 0 < len(things) <= _FEW_WORDS else []


def _done(behind: str) -> list[str]:
    words = behind.replace(" of them", "").replace(" of which", "").partition(",")[0]
    words = words.removeprefix(" more")
    told = words.rstrip(" .;").split()
    return trimmed(told)[:_MOST_WORDS] or told[-1:]


def _group(place: Place) -> list[str]:
    """Of the 126 pilot tasks assigned to the district: what is counted of them."""
    if aimed := _AIMED_AT.search(place.front):
        return phrase_behind(f" {aimed['things']}")
    opened = _OF_GROUP.match(place.front)
    if opened is None or not _HALVES.search(place.front[opened.end() :][:30]):
        return []
    behind = place.front[opened.end() :].partition(" ")[2]
    things = f" {behind}"
    made_so = next(
        (
            found.start()
            for found in _words().made_so.finditer(things)
            if not _TO_THE.match(things, found.start())  # calls to the hotline
        ),
        len(things),
    )
    return phrase_behind(" " + things[:made_so].strip(" ,"))


def things_of(previous: Place | None) -> list[str]:
    """Return what the number before counted, without what was done to it."""
    if previous is None or previous.mention.unit not in COUNTED:
        return []
    stage = _words().stage.search(previous.behind)
    behind = previous.behind[: stage.start()] if stage else previous.behind
    return phrase_behind(_words().made_so.split(behind, maxsplit=1)[0])


def _had(place: Place, owner: str) -> list[str] | None:
    """The exhibition saw 55 projects signed: of the exhibition, but not of the year."""
    words = phrase_before(owner)
    if not words:
        words = phrase_before(_last_clause(place.front))
    if len(words) == 1 and words[0].lower() in _words().itself:  # the district is home to 40 mills
        return phrase_behind(place.behind)
    if not words or words[-1].lower() in _words().times or _HALVES.search(words[-1]):
        return None
    return [*words[-_MOST_WORDS:], *phrase_behind(place.behind)]


def _last_clause(front: str) -> str:
    return front.rstrip(" ,").rsplit(", ", 1)[-1]
