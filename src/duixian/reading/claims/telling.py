"""Which clause of a sentence without a number tells what is promised or done.

Clauses that only say where, when, how or why are passed over: 在城市更新方面，…; 经大会通过后，….
A noun that stands alone goes with what is said of it: 建设单位，要实行包干制.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.data import compile_any, compile_pattern, load_toml
from duixian.language.places import find_projects
from duixian.reading.claims.english_clauses import without_purpose
from duixian.reading.claims.english_words import SHORTEST_CLAUSE, clause_words
from duixian.reading.records import Language

_SAYS_SOMETHING = {
    Language.ZH: 7,
    Language.EN: SHORTEST_CLAUSE,
}  # characters; shorter only leads in: 同时，…
_NEVER = re.compile("(?!)")
_ADVERB = re.compile(r"^[a-z]+ly ")
_BEHIND_A_WORK = 12  # characters at most: 等一批重大项目前期工作
_LONGEST_COMPARISON = 40  # characters
_FEWEST_PARTED = 2  # clauses
_LONGEST_SUBJECT = 6  # words, and the verb behind them
_LEAST_OF_FRAME = 3  # clauses: two of the frame, and what is done


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leads_in: list[str]


class _EnglishData(_Data, frozen=True, forbid_unknown_fields=True):
    list_lead: str
    list_lead_ends: list[str]
    aimed_at: str
    aimed_at_links: list[str]
    only_time: list[str]
    follows: list[str]


class _ChineseData(_Data, frozen=True, forbid_unknown_fields=True):
    says_how: list[str]
    they_say_how: list[str]
    says_little: list[str]
    frame_ends: list[str]
    long_frame_ends: list[str]
    front: list[str]
    no_topic: str
    no_topic_start: str
    predicate: str
    short_topic: str
    goes_by: str
    object_first: str
    fronted: str
    object_told: str
    obliged: str
    topic_of_frame: str
    calls_for: str
    work_ends: list[str]
    work_goes_on: str
    done_already: str
    held_to: str
    list_lead: str
    they: str


class _Words(msgspec.Struct, frozen=True):
    leads_in: re.Pattern[str]
    says_how: re.Pattern[str]
    says_little: re.Pattern[str]
    frame_ends: tuple[str, ...]  # of a clause that opens with 在
    long_frame_ends: tuple[str, ...]  # of the last, where it runs on over commas
    front: re.Pattern[str]
    no_topic: re.Pattern[str]
    no_topic_start: re.Pattern[str]
    predicate: re.Pattern[str]
    short_topic: re.Pattern[str]
    goes_by: re.Pattern[str]
    object_first: re.Pattern[str]
    fronted: re.Pattern[str]  # such an object, with a noun at its end
    object_told: re.Pattern[str]  # what is done to it
    obliged: re.Pattern[str]
    topic_of_frame: re.Pattern[str]
    calls_for: re.Pattern[str]
    work_ends: tuple[str, ...]  # of a clause that may only go on with a work it names
    work_goes_on: re.Pattern[str]
    done_already: re.Pattern[str]
    held_to: re.Pattern[str]
    list_lead: re.Pattern[str]
    only_time: re.Pattern[str] = _NEVER  # Beginning this June 1
    follows: re.Pattern[str] = _NEVER  # so we need to
    list_lead_ends: tuple[str, ...] = ("",)  # far cheaper to ask than to match a list lead
    aimed_at: re.Pattern[str] = _NEVER  # the plan was for 30
    aimed_at_links: tuple[str, ...] = ()  # one of which is in what is aimed at


@cache
def _words(language: Language) -> _Words:
    return _chinese_words() if language is Language.ZH else _english_words()


def _english_words() -> _Words:
    """Topics, and clauses that say how, are told by Chinese patterns alone."""
    path = "en/telling.toml"
    data = load_toml(path, _EnglishData)
    own = (
        "leads_in",
        "frame_ends",
        "long_frame_ends",
        "work_ends",
        "only_time",
        "follows",
        "list_lead",
        "list_lead_ends",
        "aimed_at",
        "aimed_at_links",
    )
    silent = {field: _NEVER for field in _Words.__struct_fields__ if field not in own}
    return _Words(
        leads_in=compile_any(data.leads_in, path=path),
        frame_ends=(),
        long_frame_ends=(),
        work_ends=(),
        only_time=compile_any(data.only_time, path=path),
        follows=compile_any(data.follows, path=path),
        list_lead=compile_pattern(data.list_lead, path=path, entry="list_lead"),
        list_lead_ends=tuple(data.list_lead_ends),
        aimed_at=compile_pattern(data.aimed_at, path=path, entry="aimed_at"),
        aimed_at_links=tuple(data.aimed_at_links),
        **silent,
    )


def _chinese_words() -> _Words:
    path = "zh/telling.toml"
    data = load_toml(path, _ChineseData)

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return compile_any(patterns, path=path)

    def one(entry: str) -> re.Pattern[str]:
        return compile_pattern(getattr(data, entry), path=path, entry=entry)

    return _Words(
        leads_in=any_of(data.leads_in),
        says_how=any_of(
            [*data.says_how, *(f"{data.they}(?:{each})" for each in data.they_say_how)]
        ),
        says_little=any_of(data.says_little),
        frame_ends=tuple(data.frame_ends),
        long_frame_ends=tuple(data.long_frame_ends),
        front=any_of(data.front),
        no_topic=one("no_topic"),
        no_topic_start=one("no_topic_start"),
        predicate=one("predicate"),
        short_topic=one("short_topic"),
        goes_by=one("goes_by"),
        object_first=one("object_first"),
        fronted=one("fronted"),
        object_told=one("object_told"),
        obliged=one("obliged"),
        topic_of_frame=one("topic_of_frame"),
        calls_for=one("calls_for"),
        work_ends=tuple(data.work_ends),
        work_goes_on=one("work_goes_on"),
        done_already=one("done_already"),
        held_to=one("held_to"),
        list_lead=one("list_lead"),
    )


def telling_clause(normal: str, language: Language, clauses: Sequence[Span]) -> str:
    """Return the first clause that says something of its own, past 同时，去年，为此, 对这些问题."""
    enough = _SAYS_SOMETHING[language]
    few = enough // 2 + 1
    told = [normal[low:high] for low, high in clauses]
    if language is Language.ZH:
        told = _without_long_frame(told, _words(language))
    if language is Language.EN and (said := _said_later(told)):
        return without_purpose(said)
    first_long = behind = little = ""
    for topic, words, is_frame in _with_topics(told, language):
        if not is_frame and len(words) >= (few if topic else enough):
            if not topic:
                return _done(words, language)
            return f"{_done(topic, language)} {_obliged(words, language)}"
        if is_frame and not little and _words(language).says_little.fullmatch(words):
            little = words
        if len(words) >= enough:
            first_long = first_long or words
        elif first_long and not is_frame and len(words) >= few:
            behind = behind or _obliged(words, language)  # 对超过限度的投资，要征重税
    if little and not behind:
        return _done(little, language)
    return _done(f"{first_long} {behind}".strip() or told[0], language)


def is_only_time(words: str, language: Language) -> bool:
    """Return whether English words only say since when or by when: Beginning this June 1."""
    return _words(language).only_time.fullmatch(words) is not None


def _what_follows(told: list[str]) -> str:
    """It will not be easy, so we need to try harder: what is to be done about it."""
    follows = _words(Language.EN).follows
    return next(
        (words for words in told[1:] if words.startswith("so ") and follows.match(words)), ""
    ).removeprefix("so ")


def _said_later(told: list[str]) -> str:
    """Return what an English sentence says behind its first comma, where that parts the saying."""
    if len(told) < _FEWEST_PARTED:
        return ""
    return (
        _what_follows(told) or _what_we_did(told) or _parted_from_verb(told) or _behind_lead(told)
    )


def _parted_from_verb(told: list[str]) -> str:
    """We will, with patience, mend the roads; we will fully, gladly, and soon mend them."""
    last = told[0].rpartition(" ")[2]
    known = clause_words()
    is_adverb = last.endswith("ly") and " " in told[0] and last.lower() not in known.no_adverbs
    if last not in known.modals and not is_adverb:
        return ""
    if leads_in(told[0], Language.EN):
        return ""
    for words in told[1:]:
        for done in (words, _ADVERB.sub("", words)):
            verb, _, following = done.partition(" ")
            if verb in known.base or (verb in known.verbs_or_nouns and following):
                return f"{told[0]} {done}"
    return ""


def _behind_lead(told: list[str]) -> str:
    """With just, open, and timely rules, we will govern: what we will do, past such a list."""
    if len(told) < _LEAST_OF_FRAME or not leads_in(told[0], Language.EN):
        return ""
    known = clause_words()
    for words in told[1:]:
        each = words.split()
        if not each or each[0].lower() in known.openers - known.subjects:
            continue
        if not known.modals.isdisjoint(each[1:_LONGEST_SUBJECT]) or (
            each[0] == "we" and not known.verbs.isdisjoint(each[1:3])
        ):
            return words
    return ""


def _what_we_did(told: list[str]) -> str:
    """In the face of floods, we, the people of the valley, acted at once: what we did."""
    if "we" not in told:
        return ""
    verbs = clause_words().verbs
    behind = told[told.index("we") + 1 :]
    return next((f"we {words}" for words in behind if words.partition(" ")[0] in verbs), "")


def leads_in(words: str, language: Language) -> bool:
    """Return whether a clause only says where, how or why, or announces what comes: 目标是."""
    return _words(language).leads_in.fullmatch(words) is not None


def only_frames(words: str) -> bool:
    """Return whether a Chinese clause only says where, when, how or why."""
    return _is_frame(words, _words(Language.ZH))


def calls_for(words: str) -> bool:
    """Return whether Chinese words open as one does who calls for a thing: 扎实推进教育公平."""
    return _words(Language.ZH).calls_for.match(words) is not None


def goes_on_with_a_work(words: str) -> bool:
    """Return whether Chinese words go on with a work that they name: 深入实施提振消费专项行动."""
    data = _words(Language.ZH)
    if not words.endswith(data.work_ends) or not data.work_goes_on.match(words):
        return False
    least = len(words) - _BEHIND_A_WORK
    return any(end >= least for _, end in find_projects(words, language="zh"))


def tells_what_was_done(words: str, language: Language) -> bool:
    """Return whether a clause tells as done what its sentence does not promise any more."""
    if "了" not in words and "已" not in words:
        return False
    return _words(language).done_already.match(words) is not None


def beside_what(words: str) -> re.Match[str] | None:
    """Return a Chinese clause that only compares the number before it: 快于全国平均水平.

    Its group ``each`` tells that it is said of all before it: 均高于全国.
    """
    if len(words) > _LONGEST_COMPARISON:
        return None
    return _words(Language.ZH).held_to.fullmatch(words)


def leads_to_list(words: str, language: Language) -> bool:
    """Return whether words only say that a list comes (主要目标是) or what was aimed at."""
    data = _words(language)
    if words.endswith(data.list_lead_ends) and data.list_lead.fullmatch(words):
        return True
    may_aim = any(link in words for link in data.aimed_at_links)
    return may_aim and data.aimed_at.fullmatch(words) is not None


def says_to_what(words: str, language: Language) -> bool:
    """Return whether a clause only brings its neighbour's object forward: 对超标企业，限期治理."""
    if language is Language.EN:
        return False
    data = _words(language)
    return bool(data.object_first.match(words) and data.leads_in.fullmatch(words))


def _with_topics(told: list[str], language: Language) -> Iterator[tuple[str, str, bool]]:
    """Give each clause with the topic it speaks of, and whether it only is a frame."""
    data, topic = _words(language), ""
    for position, words in enumerate(told):
        following = told[position + 1] if position + 1 < len(told) else ""
        is_frame = _is_frame(words, data)
        if not is_frame and len(bare := _obliged(_done(words, language), language)) < len(words):
            is_frame = _is_frame(bare, data) and not data.goes_by.match(bare)
        if is_frame:
            found = data.topic_of_frame.fullmatch(words)
            if found and not topic and _is_topic(found["topic"], data):
                topic = found["topic"]
        elif not topic and _is_told_of(words, following, data):
            topic, is_frame = words, True
        yield topic, words, is_frame


def _without_long_frame(told: list[str], data: _Words) -> list[str]:
    """Return the clauses behind a frame that runs on over commas: 在需求增强，供给偏紧的形势下."""
    if len(told) < _LEAST_OF_FRAME or not told[0].startswith("在"):
        return told
    if told[0].endswith(data.frame_ends):
        return told
    for position, words in enumerate(told[1:-1], 1):
        if words.endswith(data.long_frame_ends):
            return told[position + 1 :]
    return told


def _is_frame(words: str, data: _Words) -> bool:
    return bool(
        data.leads_in.fullmatch(words)
        or data.says_how.fullmatch(words)
        or data.says_little.fullmatch(words)
    )


def _is_told_of(words: str, following: str, data: _Words) -> bool:
    """Tell whether the clause behind says what its topic does, or what is done to its object."""
    if data.predicate.match(following) and _is_topic(words, data):
        return True
    return bool(data.object_told.match(following) and data.fronted.fullmatch(words))


def _is_topic(words: str, data: _Words) -> bool:
    """Tell whether words are a noun alone, of which something may be said."""
    if len(words) < _SAYS_SOMETHING[Language.ZH] and not data.short_topic.fullmatch(words):
        return False
    return not data.no_topic_start.match(words) and not data.no_topic.search(words)


def _done(words: str, language: Language) -> str:
    """Return what is done without who is to do it (我们要加强管理) and what for (so that)."""
    if language is Language.EN:
        return without_purpose(words)
    found = _words(language).front.match(words)
    return words[found.end() :] if found and found.end() + 1 < len(words) else words


def _obliged(words: str, language: Language) -> str:
    """Return what is said of a topic without the word that it must be."""
    found = _words(language).obliged.match(words)
    return words[found.end() :] if found and found.end() + 1 < len(words) else words
