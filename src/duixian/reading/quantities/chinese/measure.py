"""What Chinese numbers measure: the words of the sentence that name it.

A number's own words lie between it and the numbers beside it. Where they only say something
of a subject (占全国30%, 高于全省2个百分点), the subject of the clause before goes with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from duixian.documents.document import Span
from duixian.reading.quantities.chinese.list_words import list_words
from duixian.reading.quantities.chinese.measure_heads import Sentence, headed
from duixian.reading.quantities.chinese.measure_patterns import EDGE, measure_patterns
from duixian.reading.quantities.chinese.measure_place import (
    CLASS_REST,
    MeasurePlace,
    measure_places,
)
from duixian.reading.quantities.chinese.measure_words import (
    LIST_MARK,
    disposed,
    is_said,
    is_start,
    subject_of,
    timeless,
    trimmed,
    undated,
    unjoined,
    unlisted,
    unsaid,
)
from duixian.reading.quantities.chinese.shares import Share, members_of, shares
from duixian.reading.quantities.clause_ends import CHINESE_CLAUSE_END
from duixian.reading.quantities.mentions import Mention

_CLASS_OF_ALL = re.compile("等(?!级)")  # 水泥300万吨、玻璃50万箱等落后产能
_OPEN_BRACKET = re.compile(r"[（(](?=[^（()）]*$)")
_LONGEST_ASIDE = 40
_LONGEST_CLASS = 3  # 单位, 方面: says less than the names before it
_LONGEST_GOODS = 8
_LONGEST_LINK = 2
_LONGEST_TOPIC = 20
_LONGEST_VERBS = 12
_TIMES_OF = re.compile("[，、；\\s]*((?:是|为|相当于)[^，。、]{1,12}的)约?")  # 是五年前的3倍
_CLASS = re.compile(r"(?<![^ ])[\d十百千万]*[万亿]级?")  # of another: 3个万亿级、7个千亿级集群
_LONGEST_NOUN = 40  # characters behind a class
_ON_END = ("连续", "连年")
_RANK_ALONE = re.compile("级?[、和及与]")
_REACHED = re.compile("达到?了?[ 约近]*$")
_RATES = ("%", "pp", "x")
_TERMS = ("year", "month", "day")
_COUNTS = ("count", "person", "household")


@dataclass(slots=True)
class _Said:
    """What the sentence has spoken of so far."""

    subject: str = ""
    whole: str = ""  # the last measure, with its verb
    unit: str = ""  # of the last number
    members: tuple[str, ...] = ()


def chinese_measures(
    normal: str, start: int, end: int, mentions: list[Mention], marks: list[Span]
) -> list[str]:
    """Return the measure of each mention of the sentence ``normal[start:end]``.

    ``marks`` are the spans of the marks that end its clauses.
    """
    told_off = shares(normal, start, mentions)
    said, sentence = _Said(), Sentence(normal, start, end, marks)
    measures: list[str] = []
    subjects: list[str] = []
    for position, place in enumerate(measure_places(normal, start, end, mentions, marks)):
        aside = _told_aside(normal, mentions, position)
        before_aside = (said.subject, said.whole) if aside else None
        measure = _shared(told_off.get(position), subjects, said)
        if measure is None:
            measure = _measure(place, said, sentence)
            if place.is_first and place.before.startswith("其中", 0, 4):
                verb = _verb_of_all(mentions, position, measures, measure)
                measure = f"{verb} {measure}".lstrip()
            if position and _only_reckons(normal, mentions[position - 1], place):
                measure = f"{measures[-1]} {measure}"
        said.unit = place.mention.unit
        measures.append(measure)
        subjects.append(said.subject)
        if before_aside:
            said.subject, said.whole = before_aside
    _name_yields(mentions, measures)
    return _completed(normal, mentions, measures)


def _told_aside(normal: str, mentions: list[Mention], position: int) -> bool:
    """引进项目286个（总部类86个），协议投资额…: a bracket tells no subject of what follows."""
    end = mentions[position].high_edge
    if position + 1 == len(mentions) or normal[end : end + 1] not in ("）", ")"):
        return False
    start = mentions[position].start
    low = max(mentions[position - 1].high_edge if position else 0, start - _LONGEST_ASIDE)
    return _OPEN_BRACKET.search(normal, low, start) is not None


def _only_reckons(normal: str, previous: Mention, place: MeasurePlace) -> bool:
    """增长4%（包括村办工业为6%）: what is in the bracket says how else the same is reckoned."""
    is_in_bracket = normal[previous.high_edge : previous.high_edge + 1] in ("（", "(")
    return is_in_bracket and list_words().reckoned.match(place.before) is not None


def _measure(place: MeasurePlace, said: _Said, sentence: Sentence) -> str:
    """Return the measure, and note what a number behind it may go on with."""
    own, behind = _own(place), _behind(place)
    says_no_subject = is_said(own)
    if place.earlier and not says_no_subject:
        said.subject = ""
    if not own and measure_patterns().milestone.match(behind) and said.subject:
        return said.subject
    if not behind and (whole := _parted_from(own, said.subject)):
        said.subject = said.whole = f"{whole} {own}"
        return said.whole
    if not behind and own and said.subject and _tells_of_them(place, said):
        said.whole = f"{said.subject} {own}"
        return said.whole
    is_of_next = place.is_of_next and not own
    if says_no_subject and not is_of_next and (measure := _inherited(place, own, behind, said)):
        return measure
    measure = f"{own} {behind}".strip()
    if not behind and (head := headed(sentence, place.mention, own, said.subject)):
        said.subject, said.whole = head.subject, head.measure
        return head.measure
    verb = _leading_verb(place, measure)
    if not place.is_last:
        _note(place, own, behind, said, has_subject=not says_no_subject)
    return f"{verb} {measure}".rstrip() if verb else measure


def _tells_of_them(place: MeasurePlace, said: _Said) -> bool:
    """共有企业320家，其中已经改制的有210家: no noun is counted but that of the number before."""
    data = measure_patterns()
    if place.mention.unit not in _COUNTS or data.no_such.match(said.subject):
        return False
    if place.mention.unit != said.unit:
        return False
    return data.of_them.search(place.before) is not None


def _note(place: MeasurePlace, own: str, behind: str, said: _Said, *, has_subject: bool) -> None:
    # 新建学校连续3年超过10所: what was done so long is told with its verb.
    own_subject = trimmed(unsaid(own)) if own.endswith(_ON_END) else subject_of(own)
    data = measure_patterns()
    if len(behind) > _LONGEST_CLASS and _names_all(own, place):
        own = own_subject = ""  # 甲、乙两大产业产值达到: it is the industries' output that is told
    elif not has_subject or data.leading.fullmatch(own):
        own_subject = trimmed(behind) or own_subject
    elif place.reaches_next and own and len(behind) > _LONGEST_CLASS:
        own = own_subject = f"{own} {behind}"
    said.subject = own_subject or behind or said.subject
    is_streak = place.mention.unit in _TERMS  # 安全感连续8年保持98%: the share is not the streak's
    if behind and data.leading.fullmatch(own) and not data.aspect_end.search(behind):
        own = f"{own} {behind}"  # 新增1000处信号灯、累计达8000处
    said.whole = said.subject if is_streak else own or behind or said.whole


def _own(place: MeasurePlace) -> str:
    before, data, lists = place.before, measure_patterns(), list_words()
    own = disposed(unjoined(trimmed(timeless(before))))
    if own in data.joining or own in data.openings or lists.link.fullmatch(own):
        return ""
    if own and place.mention.unit == "x" and (found := _TIMES_OF.fullmatch(before)):
        return found[1]
    if "等" in before and lists.et_cetera.search(before.rstrip(EDGE)):
        found = data.leading.match(own)  # the names of members are not the measure
        is_named_behind = place.touches or bool(_behind(place))
        return (found[0] if found else "") if is_named_behind else unlisted(own)
    return own


def _names_all(own: str, place: MeasurePlace) -> bool:
    """甲、乙两座电站: as many names as are counted."""
    sizes = own.count("、") + 1, len(LIST_MARK.split(own))  # 与 may stand inside a name
    return place.mention.unit == "count" and 1 < place.mention.value in sizes


def _behind(place: MeasurePlace) -> str:
    """The words behind the number that are of it: up to the next member of a list."""
    if is_start(place.before):
        return ""
    behind = place.behind
    if place.mention.unit != "count" and measure_patterns().mere_number.fullmatch(behind):
        return ""
    if behind[:1] in "（(" and (reckoned := list_words().reckoned_behind.match(behind)):
        behind = behind[reckoned.end() :]
    if place.before.strip(EDGE) and (behind[:1] == "、" or _CLASS_OF_ALL.match(behind)):
        return ""
    if place.is_class and (rest := CLASS_REST.match(behind)):
        behind = behind[rest.end() :]
    behind = trimmed(measure_patterns().rank.sub("", behind))
    if measure_patterns().milestone.fullmatch(behind) and place.before.strip(EDGE):
        return ""
    found = measure_patterns().purpose.search(behind, 2)
    if found and behind[found.start() - 1] not in "和与及、" and place.before.strip(EDGE):
        behind = trimmed(behind[: found.start()])
    is_none = LIST_MARK.fullmatch(behind) or not trimmed(undated(behind))
    return "" if is_none else behind


def _inherited(place: MeasurePlace, own: str, behind: str, said: _Said) -> str | None:
    """占全国30%, 年均增长5%: the subject of the clause before with what is said of it."""
    compares = list_words().compares.match(own)
    goes_on = not behind or place.mention.unit in _TERMS or is_said(behind) or compares
    if not goes_on and not (own and own[0] in "占较比"):
        return None
    subject = said.whole if compares else said.subject
    if place.mention.unit in _TERMS and list_words().own_deed.match(behind):
        return None
    if place.earlier and not list_words().more_than.match(place.earlier):
        earlier = trimmed(timeless(place.earlier))
        if _is_subject(earlier):
            is_rate = measure_patterns().shared_rate.search(earlier)
            subject = earlier if is_rate else _topic(earlier) or subject or earlier
            said.subject, said.whole = subject, ""
    if not subject:
        return None
    if not own and not behind:
        is_told_anew = list_words().total.search(
            place.before
        ) or measure_patterns().milestone.match(trimmed(place.behind))
        if is_told_anew:
            return subject
        return _of_level(said, place) or subject
    if measure_patterns().aspect.match(own):
        subject = measure_patterns().aspect_end.sub("", subject).strip() or subject
    if measure_patterns().stage.match(own):
        subject = measure_patterns().stage_end.sub("", subject)
    said.whole = " ".join(part for part in (subject, own, behind) if part)
    if not behind and _is_aspect(own):
        said.subject = unsaid(
            said.whole
        )  # 土地入市、成交总价超410亿元、增长60%: it is the price that grew
    elif measure_patterns().bringing.match(own) and len(own) > _LONGEST_LINK:
        said.subject = own  # 班列开行1000列、增长5%，带动进出口40亿元、增长9%
    return said.whole


def _of_level(said: _Said, place: MeasurePlace) -> str:
    """产值年均增长5%，2030年达到9万亿元: the sum is of what grew, not of its growth."""
    is_sum = place.mention.unit not in _RATES
    if is_sum and (said.unit in _RATES or _REACHED.search(place.before)):
        return (
            unsaid(said.whole) if measure_patterns().verb.search(said.whole[-24:]) else said.whole
        )
    return said.whole


def _is_subject(words: str) -> bool:
    """Tell whether a clause in front names what is measured: 在零售中所占的比重, but not 在今年."""
    data = measure_patterns()
    return data.circumstance.match(words) is None or data.shared_rate.search(words) is not None


def _is_aspect(own: str) -> bool:
    data = measure_patterns()
    is_moved = data.aspect_end.fullmatch(unsaid(own))  # 产量增加
    return is_moved is not None or data.aspect.fullmatch(own) is not None


def _parted_from(own: str, subject: str) -> str:
    """居民收入3万元，其中城镇居民4万元、农村居民2万元: what is told of all of them."""
    lists = list_words()
    if not subject or lists.part.fullmatch(own) is None:
        return ""
    whole = lists.part_end.sub("", subject)
    return "" if lists.part.search(whole) else whole


def _topic(words: str) -> str:
    """The noun of a clause without numbers of which something is said: 产业规模持续壮大."""
    data = measure_patterns()
    if data.leading.match(words):
        return ""
    found = data.said_of.search(words, 2)
    if found or (not words.endswith("率") and (found := data.verb.search(words))):
        return subject_of(words[: found.start()]) if found.start() > 1 else ""
    return words if len(words) <= _LONGEST_TOPIC else ""


def _leading_verb(place: MeasurePlace, measure: str) -> str | None:
    """新增中心4家、床位300张: the verb that opens the list holds for each of its members."""
    if place.is_first:
        return None
    data = measure_patterns()
    manner = data.manner.match(measure)
    if data.leading.match(measure, manner.end() if manner else 0):
        return None
    opening = trimmed(timeless(place.opening))
    manner = data.manner.match(opening)
    found = manner and data.leading.match(opening, manner.end())
    if found or (found := data.leading.match(opening)):
        return found[0]
    found = data.hosting.search(opening, 2)
    return opening[: found.end()] if found and found.end() < len(opening) else None


def _verb_of_all(mentions: list[Mention], position: int, measures: list[str], measure: str) -> str:
    """建成项目496个，其中交通项目103个: what was done to all was done to some."""
    if not position or mentions[position].unit != mentions[position - 1].unit:
        return ""
    data = measure_patterns()
    if data.leading.search(measure) or data.shared_rate.search(measure):
        return ""
    found = data.leading.match(measures[-1])
    return found[0] if found else ""


def _shared(share: Share | None, subjects: list[str], said: _Said) -> str | None:
    """甲、乙分别完成…: what the number's own member of the list is."""
    if share is None:
        return None
    if share.is_of_one:
        own = trimmed(timeless(share.members))
        if share.position == 0:
            said.subject = f"{said.subject} {own}".strip() if is_said(own) else own
        return f"{said.subject} {share.verb}".strip()
    if share.position == 0:
        members = members_of(share)
        if not share.members.strip(EDGE) and len(said.members) == share.size:
            members = list(said.members)
        elif not members and share.names_none():
            last = subjects[-share.size :]
            members = last if len(set(last)) == share.size else []
        said.members = tuple(members)
    if len(said.members) != share.size:
        return None
    member, verb = said.members[share.position], unjoined(trimmed(timeless(share.verb)))
    said.subject = trimmed(unsaid(member))
    said.whole = f"{member} {verb}".strip()
    return said.whole


def _head_behind_level(normal: str, behind: int, measure: str) -> str:
    """What both are of, where the next is told by its level too: 2个国家级和5个省级医疗中心."""
    level = measure_patterns().level.match(normal, behind)
    return measure.rpartition(level[0])[2] if level and level[0] in measure else ""


def _with_head(own: str, following: str) -> str:
    """形成3个万亿级、12个千亿级产业集群: what the last is of, all are."""
    if own and not measure_patterns().verbs_only.fullmatch(own):
        return own
    return following if following.startswith(own) else f"{own} {following}"


def _completed(normal: str, mentions: list[Mention], measures: list[str]) -> list[str]:
    """9个乡68个村7.6万名农民纳入…: numbers in a row share what is said of the last."""
    for position in range(len(mentions) - 2, -1, -1):
        between = normal[mentions[position].high_edge : mentions[position + 1].low_edge]
        if measure_patterns().level_alone.fullmatch(between):
            measures[position] += _head_behind_level(
                normal, mentions[position + 1].high_edge, measures[position + 1]
            )
        elif mentions[position].is_threshold and _RANK_ALONE.fullmatch(between):
            head = _CLASS.sub("", measures[position + 1])
            measures[position] = _with_head(measures[position], head)
        if (
            len(between) > _LONGEST_LINK
            or LIST_MARK.search(between)
            or CHINESE_CLAUSE_END.search(between)
        ):
            continue
        own, following = measures[position], measures[position + 1]
        if not between and mentions[position + 1].is_threshold:
            measures[position] = _of_class(normal, mentions[position + 1], own, following)
        elif mentions[position].unit == "year" and own.endswith(_ON_END):
            measures[position] = f"{own} {between}".strip()  # 产量连续10年稳定在1.3万亿斤
        elif len(own) <= len(between):
            said_twice = between in following  # 8个投资5亿元以上项目
            measures[position] = following if said_twice else f"{between} {following}".strip()
        elif len(own) <= _LONGEST_VERBS and measure_patterns().verbs_only.fullmatch(own):
            measures[position] = following if following.startswith(own) else f"{own} {following}"
    return measures


def _of_class(normal: str, of_class: Mention, own: str, following: str) -> str:
    """培育5个百亿县: the class that the counted things are of stays in their measure."""
    noun = _CLASS.sub("", following).rpartition(" ")[2]
    if not noun or normal.find(noun, of_class.end, of_class.end + _LONGEST_NOUN) < 0:
        return own or following
    level = "级" if normal.startswith("级", of_class.end) else ""
    return f"{own} {normal[of_class.start : of_class.end]}{level}{noun}".strip()


def _name_yields(mentions: list[Mention], measures: list[str]) -> None:
    """粮食产量400万吨，棉花5万吨、增长2%: what is told of the first is told of all."""
    data, goods, is_in_row = measure_patterns(), "", False
    for position, mention in enumerate(mentions):
        measure = measures[position]
        if goods and measure.startswith(f"{goods} "):
            measures[position] = f"{goods}产量{measure[len(goods) :]}"
        elif mention.unit in data.yield_units and data.of_yield.fullmatch(measure):
            goods, is_in_row = "", True
        elif is_in_row and mention.unit in data.yield_units and measure != goods:
            is_in_row = _is_bare_name(measure)
            goods = measure if is_in_row else ""
        if goods and measure == goods:
            measures[position] = f"{goods}产量"


def _is_bare_name(words: str) -> bool:
    data = measure_patterns()
    if not 0 < len(words) <= _LONGEST_GOODS or data.no_goods.search(words):
        return False
    found = data.tail_end, data.aspect_end, data.verb, data.leading, data.circumstance
    return not any(each.search(words) for each in found)
