"""Chinese quantities: every number with its unit, value and relation.

One pass finds numerals; each is then read on to its unit, range and words of comparison,
or dropped by the ambiguity patterns of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.language.data import alternation
from duixian.language.numerals import chinese_number, neighbouring_digits
from duixian.reading.quantities.chinese_words import NUMERAL, ChineseWords, chinese_words
from duixian.reading.quantities.mentions import STREAK, Mention, overlaps
from duixian.reading.quantities.ratios import members_of_ratio
from duixian.reading.quantities.signs import with_signs
from duixian.reading.records import Relation

_SPECIAL = re.compile(
    r"翻了?(?P<times>[一两二三四])?番|翻倍"
    # 实现倍增, 较2020年倍增; never the names of programmes (倍增行动)
    r"|(?:(?<=实现)|(?<=实现了)|(?<=[年末底]))倍增(?!计划|行动|工程|目标|任务|战略|规划|方案|效应|器)"
    r"|(?P<part>过半数?|一多半|一半|半数|大半)"
    r"|(?P<ratio>\d+(?:\.\d+)?(?:[∶:：]\d+(?:\.\d+)?){2,})"
    r"|(?P<above>(?<![\d/.])[1-9])/(?P<below>[2-9]|10)(?![\d/A-Za-z月日级号期])"
    r"|(?P<streak>\d+|[一二三四五六七八九十]+)连(?=[增丰升降涨])"
    r"|(?P<toone>\d+(?:\.\d+)?[∶:：]1(?![\d:：]))"
)
_NUMERAL_CHARACTER = re.compile(r"[\d零〇○一二两三四五六七八九十百千万亿兆半]")
# Without which no special number can be.
_SPECIAL_MARK = re.compile(r"[番半倍∶连\d](?:(?<![\d连])|(?<=连)[增丰升降涨]|[:：/]\d)")
_FRACTION = re.compile(rf"([\d一二三四五六七八九十百千万两]+)分之({NUMERAL})")
_DENOMINATORS = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
# 二、三百亿: two neighbours that share a multiplier; a list would have a unit or a bigger step.
_NEIGHBOUR = re.compile(r"(?<=[\u4e00-\u9fff][二三四五六七八])、(?=[三四五六七八九][十百千万亿])")
# 百分之二、三: a digit and the next one, with nothing of its own behind it.
_NEXT_UP = re.compile(
    r"(?<=之[二三四五六七八])、([三四五六七八九])(?![\d十百千万亿点分个项年月日])"
)
_CONNECTOR = re.compile(r"(?:至|到|—{1,2}|–|-|－|~|～|∼)(?=[\d百千一二两三四五六七八九十])")
_PER_CODES = {
    "平方米": "m2", "平方公里": "km2", "立方米": "m3", "公里": "km", "亩": "mu", "人": "person",
    "人次": "person", "吨": "t", "公顷": "ha", "年": "year", "月": "month", "日": "day",
    "天": "day", "小时": "h", "千瓦时": "kWh", "户": "household", "件": "count", "升": "L",
    "元": "CNY", "吨标准煤": "t", "千克": "kg", "公斤": "kg", "辆": "count", "台": "count",
    "个": "count", "家": "count",
}  # fmt: skip
_PER = re.compile(
    rf"/(?P<many>\d*[十百千万亿]*)(?P<unit>{alternation(list(_PER_CODES))})(?![兆瓦])"
)
_LEVEL = re.compile(r"级(?![数别])")
_CLASS_UNITS = ("CNY", "W", "t", "mu", "m3")
_BELONGS_TO_UNIT = {"千": re.compile(r"[瓦克伏米](?![兰])"), "兆": re.compile(r"[瓦赫帕伏比字欧]")}
_LARGE = re.compile(r"[万亿]$|^\d.*[百千]$")
# 过千亿产业, 过五千亿: a round sum that classes industries and firms is money.
_IS_CLASS = re.compile(r"[一二两三五]?[百千万]+亿")
_HAS_DIGIT = re.compile(r"[\d零〇○一二两三四五六七八九十半]")
_SHARED_MULTIPLIER = re.compile(r"[十百千万亿]+$")
_MOVING = re.compile(r"(?:从|(?<!自)由|倍差|指数|得分|满意度)[^，。；、]{0,4}$")
_MOVED = re.compile(r"(?:提高|提升|上升|缩小|下降|降|增加|扩大|升)(?:至|到)$")
_CLAUSE_END = re.compile(r"[，。；,;]")
_VAGUE = "多余几来"
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"“”]*\"|「[^」]*」|《[^》]*》|‘[^’]*’")
_LONGEST_NAME = 24


class _Scope(msgspec.Struct, frozen=True):
    """The stretch of text being read; nothing outside ``start`` and ``end`` is looked at."""

    words: ChineseWords
    normal: str
    start: int
    end: int

    def before(self, position: int, *, length: int) -> str:
        return self.normal[max(self.start, position - length) : position]

    def after(self, position: int, *, length: int) -> str:
        return self.normal[position : min(self.end, position + length)]


class _Number(msgspec.Struct, frozen=True):
    """A numeral understood, with the end of a range where it has one."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: re.Match[str] | None

    def text(self, scope: _Scope) -> str:
        return scope.normal[self.start : self.end]


def find_chinese_mentions(normal: str, start: int, end: int) -> list[Mention]:
    """Return the numbers of ``normal[start:end]`` without overlaps."""
    scope = _Scope(chinese_words(), normal, start, end)
    found = list(_walk(scope))
    if not found:
        return found
    names = [] if _QUOTED.search(normal, start, end) is None else _quoted_names(scope)
    outside = [m for m in found if not overlaps(names, m.start, m.end)]
    shared = _share_relations(scope, sorted(outside, key=lambda mention: mention.start))
    return list(with_signs(normal, start, shared))


def _quoted_names(scope: _Scope) -> list[Span]:
    """Short quoted names and titles: a number inside belongs to the name."""
    return [
        found.span()
        for found in _QUOTED.finditer(scope.normal, scope.start, scope.end)
        if found.end() - found.start() <= _LONGEST_NAME or found[0][0] == "《"
    ]


def _walk(scope: _Scope) -> Iterator[Mention]:
    specials: dict[int, re.Match[str]] = {}
    if _SPECIAL_MARK.search(scope.normal, scope.start, scope.end):
        found_specials = _SPECIAL.finditer(scope.normal, scope.start, scope.end)
        specials = {found.start(): found for found in found_specials}
    for found in specials.values():
        yield from _special(scope, found)
    position = scope.start
    # A search for one character is far cheaper than a search for a whole numeral.
    while first := _NUMERAL_CHARACTER.search(scope.normal, position, scope.end):
        numeral = scope.words.numeral.match(scope.normal, first.start(), scope.end)
        special = specials.get(first.start())
        mention = _mention(scope, numeral) if numeral and not special else None
        if mention is not None:
            yield mention
            position = mention.end
        else:
            ends = [found.end() for found in (first, numeral, special) if found]
            position = max(ends)


def _special(scope: _Scope, found: re.Match[str]) -> Iterator[Mention]:
    """Doublings, halves and ratios, which have no unit of their own."""
    start, end = found.span()
    if found["ratio"]:
        yield from members_of_ratio(found)
    elif found["toone"]:
        if re.search(r"比|倍差|差距", scope.before(start, length=12)):
            value = Decimal(re.split("[∶:：]", found[0])[0])
            yield Mention(start, end, value, None, "x", Relation.EQUAL, start, end, why="ratio")
    elif found["streak"]:
        if years := chinese_number(found["streak"]):
            yield Mention(start, end, years, None, "year", Relation.EQUAL, start, end, why=STREAK)
    elif found["above"]:
        above, below = Decimal(found["above"]), Decimal(found["below"])
        if above < below:
            share = above * 100 / below
            part = Mention(start, end, share, None, "%", Relation.EQUAL, start, end, why="fraction")
            yield _with_relation(scope, part)
    elif found["part"]:
        start += found[0].startswith("过")
        half = Mention(
            start, end, Decimal(50), None, "%", Relation.EQUAL, start, end, why="number word"
        )
        yield _with_relation(scope, half)
    else:
        value = Decimal(2) ** int(chinese_number(found["times"] or "一") or 1)
        doubling = Mention(
            start, end, value, None, "x", Relation.EQUAL, start, end,
            is_change=True, why="number word",
        )  # fmt: skip
        yield _with_relation(scope, doubling)


def _mention(scope: _Scope, numeral: re.Match[str]) -> Mention | None:
    """Read one numeral on to its unit; ``None`` when it is no quantity."""
    if _is_plain_word(scope, numeral) or _is_excluded(scope, numeral.start()):
        return None
    if fraction := _fraction(scope, numeral.start()):
        return _with_relation(scope, fraction)
    number = _number(scope, numeral)
    if number is None:
        return None
    if number.unit is None:
        number = _with_shared_unit(scope, number)
    if number.unit is None:
        return _bare(scope, number) or _moving_score(scope, number)
    # What looked like a unit may be the head of a noun: 上千万家庭.
    return _with_unit(scope, number, number.unit) or _bare(scope, number)


def _is_plain_word(scope: _Scope, numeral: re.Match[str]) -> bool:
    """A spelt-out numeral that no unit can follow: 一体, 十五五. The cheapest check, so first."""
    text = numeral[0]
    if text[0].isdigit() or text[-1] in "万亿千百":
        return False
    if _NEIGHBOUR.match(scope.normal, numeral.end(), scope.end):
        return False
    following = scope.normal[numeral.end() : numeral.end() + 1]
    if text == "一":
        return following not in scope.words.after_one
    return following not in scope.words.unit_characters


def _is_excluded(scope: _Scope, first: int) -> bool:
    if scope.words.not_starting.match(scope.normal, first, scope.end):
        return True
    if scope.normal[first] in "十百千万亿" and scope.before(first, length=1) in ("几", "数"):
        return True
    return scope.words.not_ending.search(scope.before(first, length=8)) is not None


def _number(scope: _Scope, numeral: re.Match[str]) -> _Number | None:
    stop = _numeral_end(scope, numeral)
    text = scope.normal[numeral.start() : stop]
    value, high = chinese_number(text), None
    if neighbours := neighbouring_digits(text):
        value, high = neighbours
    if value is None:
        return None
    unit = scope.words.unit.match(scope.normal, stop, scope.end)
    number = _Number(numeral.start(), stop, value, high, unit)
    return _range(scope, number) or number


def _numeral_end(scope: _Scope, numeral: re.Match[str]) -> int:
    """Give 千 back to 千瓦, 千克, 千伏 and 千米, and 兆 to 兆瓦."""
    stop = numeral.end()
    prefixed = _BELONGS_TO_UNIT.get(scope.normal[stop - 1])
    gives_back = (
        prefixed is not None and stop - numeral.start() > 1 and prefixed.match(scope.normal, stop)
    )
    return stop - 1 if gives_back else stop


def _with_shared_unit(scope: _Scope, number: _Number) -> _Number:
    """分别提高15、22个百分点: in a list the last unit serves all numbers."""
    following = scope.words.listed.match(scope.normal, number.end, scope.end)
    if following is None or "分别" not in scope.before(number.start, length=24):
        return number
    unit = scope.words.unit.match(scope.normal, following.end(), scope.end)
    return replace(number, unit=unit)


def _fraction(scope: _Scope, first: int) -> Mention | None:
    found = _FRACTION.match(scope.normal, first, scope.end)
    if found is None:
        return None
    below = _DENOMINATORS.get(found[1]) or chinese_number(found[1])
    above, stop = chinese_number(found[2]), found.end()
    if not below or above is None:
        return None
    high = None
    upper = re.compile(rf"(?:至|到|—+|-)(?:{found[1]}分之)?({NUMERAL})").match(
        scope.normal, stop, scope.end
    )
    if upper and (upper_value := chinese_number(upper[1])) and upper_value > above:
        high, stop = upper_value * 100 / below, upper.end()
    elif (next_up := _NEXT_UP.match(scope.normal, stop, scope.end)) and (
        chinese_number(next_up[1]) == above + 1
    ):
        high, stop = (above + 1) * 100 / below, next_up.end()
    return Mention(
        first, stop, above * 100 / below, high, "%", Relation.EQUAL, first, stop, why="fraction"
    )


def _range(scope: _Scope, low: _Number) -> _Number | None:
    """Read ``2%至3%`` and ``300至500万人`` as one number with both ends."""
    words, normal = scope.words, scope.normal
    neighbour = None if low.unit else _NEIGHBOUR.match(normal, low.end, scope.end)
    connector = neighbour or _CONNECTOR.match(
        normal, low.unit.end() if low.unit else low.end, scope.end
    )
    numeral = connector and words.numeral.match(normal, connector.end(), scope.end)
    if numeral is None or re.search(r"[从由]$", scope.before(low.start, length=1)):
        return None
    stop = _numeral_end(scope, numeral)
    high = chinese_number(normal[numeral.start() : stop])
    unit = words.unit.match(normal, stop, scope.end)
    if high is None or unit is None or (low.unit and _unit(words, low.unit) != _unit(words, unit)):
        return None
    value = low.value
    shared = _SHARED_MULTIPLIER.search(normal[numeral.start() : stop])
    if shared and normal[low.end - 1] not in "十百千万亿":
        value *= chinese_number(shared[0]) or 1
    if neighbour and high != value / low.value * (low.value + 1):
        return None
    return _Number(low.start, stop, value, high, unit) if high > value else None


def _unit(words: ChineseWords, unit: re.Match[str]) -> tuple[str, Decimal]:
    return words.units[_unit_name(words, unit)]


def _unit_name(words: ChineseWords, unit: re.Match[str]) -> str:
    name = unit[0].lstrip()
    return name if name in words.units else name.lstrip(_VAGUE)


def _bare(scope: _Scope, number: _Number) -> Mention | None:
    """A number without a unit counts only when it is large: 6600多万纳税人."""
    text, stop = number.text(scope), number.end
    if not _LARGE.search(text):
        return None
    inside = next((c for c in text if c in _VAGUE), None)
    if scope.normal[stop : stop + 1] in ("多", "余"):
        inside, stop = scope.normal[stop], stop + 1
    is_class = _LEVEL.match(scope.normal, stop, scope.end) is not None
    relation = scope.words.relations_inside[inside] if inside else Relation.EQUAL
    mention = Mention(
        number.start, stop, number.value, number.high,
        "CNY" if is_class else _unit_of_noun(scope, number.start, stop),
        Relation.AT_LEAST if is_class else relation,
        number.start, stop, is_threshold=is_class, why="large number",
    )  # fmt: skip
    if is_class:
        return mention
    mention = _with_relation(scope, mention)
    if mention.relation is Relation.EQUAL and not _HAS_DIGIT.match(text):
        return None
    return mention


def _moving_score(scope: _Scope, number: _Number) -> Mention | None:
    """A score or ratio without a unit, told by its movement: 从84.7提升至89.6."""
    if "." not in number.text(scope):
        return None
    before = scope.before(number.start, length=10)
    if not (_MOVING.search(before) or _MOVED.search(before)):
        return None
    unit = "x" if re.search(r"倍差|收入比|比值", scope.before(number.start, length=24)) else "count"
    return Mention(
        number.start, number.end, number.value, None, unit, Relation.EQUAL,
        number.start, number.end, why="moving score",
    )  # fmt: skip


def _unit_of_noun(scope: _Scope, first: int, stop: int) -> str:
    """The unit of a number whose counted noun follows, or stands in front at the clause's end."""
    words = scope.words
    if behind := words.after.match(scope.normal, stop, scope.end):
        stop = behind.end()
    if words.persons.match(scope.normal, stop, scope.end):
        return "person"
    if words.households.match(scope.normal, stop, scope.end):
        return "household"
    if words.money_classes.match(scope.normal, stop, scope.end) and _IS_CLASS.fullmatch(
        scope.normal[first:stop]
    ):
        return "CNY"
    if "万亿" in scope.normal[first:stop]:  # nothing but money is said so without its unit
        return "CNY"
    if stop < scope.end and scope.normal[stop] not in "，。；、！？,;.的":
        return "count"
    before = scope.before(first, length=14)
    if words.person_subjects.search(before):
        return "person"
    return "CNY" if words.money_subjects.search(before) else "count"


def _with_unit(scope: _Scope, number: _Number, unit: re.Match[str]) -> Mention | None:
    words, normal = scope.words, scope.normal
    name, text = _unit_name(words, unit), number.text(scope)
    code, factor = words.units[name]
    if not _unit_fits(scope, number, name, unit.end()):
        return None
    stop = unit.end() if unit.start() == number.end else number.end
    if per := _PER.match(normal, stop, scope.end):
        many = chinese_number(per["many"]) if per["many"] else None
        code, stop = f"{code}/{many or ''}{_PER_CODES[per['unit']]}", per.end()
    if name == "个" and words.listed_points.match(normal, stop, scope.end):
        code = "pp"
    if name == "位" and words.rank.search(scope.before(number.start, length=20)):
        if not words.places_moved.search(scope.before(number.start, length=4)):
            return None
        code = "count"
    if code == "household" and words.businesses.search(_clause_around(scope, number.start, stop)):
        code = "count"
    is_class = code in _CLASS_UNITS and _LEVEL.match(normal, stop, scope.end) is not None
    inside = next(
        (c for c in text if c in _VAGUE), unit[0].lstrip()[0] if unit[0].lstrip() != name else None
    )
    relation = words.relations_inside[inside] if inside else Relation.EQUAL
    mention = Mention(
        number.start, stop, number.value * factor,
        None if number.high is None else number.high * factor, code,
        Relation.AT_LEAST if is_class else relation,
        number.start, stop, is_threshold=is_class, why=f"unit {name}",
    )  # fmt: skip
    if is_class:
        return mention
    mention = _with_relation(scope, mention)
    return mention if _is_counted(text, code, mention) else None


def _clause_around(scope: _Scope, start: int, stop: int) -> str:
    before, behind = scope.before(start, length=20), scope.after(stop, length=8)
    return _CLAUSE_END.split(before)[-1] + _CLAUSE_END.split(behind)[0]


def _is_counted(text: str, code: str, mention: Mention) -> bool:
    """A bare 千 or 万 with a classifier is mostly a name, unless a comparison is with it."""
    if _HAS_DIGIT.match(text) or code not in ("count", "person", "household", "%"):
        return True
    return mention.relation is not Relation.EQUAL


def _unit_fits(scope: _Scope, number: _Number, name: str, stop: int) -> bool:
    """Whether the characters behind a numeral are its unit here, and not a part of a word."""
    words, text = scope.words, number.text(scope)
    if words.not_unit.match(scope.normal, stop - len(name), scope.end):
        return False
    spelt = not text[0].isdigit()
    if name == "年":
        return _is_duration(scope, number, stop)
    code = words.units[name][0]
    if code == "count" and name not in words.strong:
        return not spelt
    if name == "大":
        return len(text) == 1
    if name in ("度", "方"):
        return text[-1] in "万亿"
    return not (spelt and number.value < 2 and code not in ("x", "pp", "%"))


def _is_duration(scope: _Scope, number: _Number, stop: int) -> bool:
    """A number of years counts only as a streak, a term or a duration; never as a date."""
    if number.value > 1000:
        return False
    if scope.words.years_after.search(scope.before(number.start, length=8)):
        return True
    return scope.words.years_before.match(scope.normal, stop, scope.end) is not None


def _with_relation(scope: _Scope, mention: Mention) -> Mention:
    """Take the words of comparison around a number; the one in front is the stronger."""
    words = scope.words
    relation, low, high = mention.relation, mention.start, mention.end
    behind = words.after.match(scope.normal, mention.end, scope.end)
    if behind and not words.not_after.match(scope.normal, mention.end, scope.end):
        high, relation = behind.end(), words.relations_after[behind[1]]
    in_front = scope.before(mention.start, length=7)
    before = words.before.search(in_front)
    if before is None and high == mention.end:
        return mention
    if before and not _says_nothing(scope, before, mention):
        word = before[1]
        low = mention.start - len(before[0])
        if not (behind and word in words.completed_behind):
            relation = words.relations_before[word]
    return replace(mention, relation=relation, low_edge=low, high_edge=high)


def _says_nothing(scope: _Scope, before: re.Match[str], mention: Mention) -> bool:
    """Whether the word in front compares nothing: 以上, 经过, or the stages crossed."""
    words = scope.words
    if words.not_before.search(before.string.rstrip(" ")):
        return True
    counts_stages = words.stages.match(scope.normal, mention.end - 1, scope.end)
    return before[1] in words.crossing and counts_stages is not None


def _share_relations(scope: _Scope, mentions: list[Mention]) -> list[Mention]:
    """Carry a comparison over a list: 分别超过8万元、4.5万元."""
    shared: list[Mention] = []
    for mention in mentions:
        previous = shared[-1] if shared else None
        if (
            previous is not None
            and mention.relation is Relation.EQUAL
            and previous.low_edge < previous.start
            and previous.unit == mention.unit
            and scope.normal[previous.end : mention.start] in ("、", "和", "及", "以及")
        ):
            mention = replace(mention, relation=previous.relation, low_edge=mention.start - 1)
        shared.append(mention)
    return shared
