"""The units of Chinese numbers: which one a number has, and what it is where none stands there."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from duixian.language.numerals import chinese_number
from duixian.reading.quantities.chinese.relation_words import chinese_relations
from duixian.reading.quantities.chinese.relations import with_relation
from duixian.reading.quantities.chinese.scope import Number, Scope
from duixian.reading.quantities.chinese.words import VAGUE
from duixian.reading.quantities.mentions import RATES, Mention
from duixian.reading.records import Relation

_LEVEL = re.compile(r"级(?![数别])")
_CLASS_UNITS = ("CNY", "W", "t", "mu", "m3")
_VAGUE_WORD = re.compile(f"[{VAGUE}]")
_LARGE = re.compile(r"[万亿]$|^\d.*[百千]$")
# 过千亿产业, 过五千亿: a round sum that classes industries and firms is money.
_IS_CLASS = re.compile(r"[一二两三五]?[百千万]+亿")
_HAS_DIGIT = re.compile(r"[\d零〇○一二两三四五六七八九十廿卅半]")
# 九成五: so many hundredths behind the tenths; none where a word begins (三成一线职工).
_PARTS_OF_TENTH = re.compile(r"[一二三四五六七八九半](?=[，。、；！）)以左上的]|$)")
_PARTS = {word: Decimal(place) / 10 for place, word in enumerate("一二三四五六七八九", start=1)} | {
    "半": Decimal("0.5")
}
_DIGIT = "[一二两三四五六七八九1-9]"
_PARTS_OF_YUAN = re.compile(f"(?P<tenths>{_DIGIT})角(?:(?P<hundredths>{_DIGIT})分)?")
_MONTHS_BEHIND_YEARS = re.compile(r"[零又](?P<months>[一二两三四五六七八九十]{1,2}|1?\d)个月")
_POINT = re.compile("点(?=[，。；、！）)左以上]|$)")  # 提高1.2个点
_MONTHS_OF_A_YEAR = 12
# In front of a number that is told per the same as the one before.
_GOES_ON = re.compile(r"[、和]|(?:，\d{4}年)?[^，。；、\d]{1,8}[到至][^，。；、\d]{0,4}")
_LONGEST_TERM = 20  # from 每年 to its 一次
_HALF = Decimal("0.5")
_LONGEST_LINK = 30  # characters back from a total to what it is of
_CLAUSE_END = re.compile(r"[，。；,;]")


def ratio(scope: Scope, number: Number) -> Mention | None:
    """A number told of so many people, mostly without a word for them: 死亡率8.6/10万."""
    normal, stop = scope.normal, number.end
    if normal[stop : stop + 1] != "/":
        return None
    found = scope.words.of_so_many.match(normal, stop, scope.end)
    many = chinese_number(found[1]) if found else None
    if found is None or many is None:
        return None
    mention = Mention(
        number.start, found.end(), number.value, number.high, f"count/{many}person", Relation.EQUAL,
        number.start, found.end(), why="ratio",
    )  # fmt: skip
    return with_relation(scope, mention)


def one_counted(scope: Scope, numeral: re.Match[str]) -> Mention | None:
    """一 where it counts and is no article: 提前一年, 每年免费体检一次, 一年零两个月."""
    words, normal, (start, stop) = scope.words, scope.normal, numeral.span()
    if stop >= scope.end or normal[stop] not in words.counted_with_one:
        return None
    unit = words.unit.match(normal, stop, scope.end)
    if unit is None:
        return None
    if _MONTHS_BEHIND_YEARS.match(normal, unit.end(), scope.end):
        return with_unit(scope, Number(start, stop, Decimal(1), None, unit), unit)
    first = max(scope.start, start - _LONGEST_TERM)
    if words.one_counted.search(normal, first, unit.end()) is None:
        return None
    name = words.name_of(unit)
    code, factor = words.units[name]
    mention = Mention(
        start, unit.end(), factor, None, code, Relation.EQUAL,
        start, unit.end(), why=f"unit {name}",
    )  # fmt: skip
    return with_relation(scope, mention)


def bare_number(scope: Scope, number: Number) -> Mention | None:
    """A number without a unit counts only when it is large: 6600多万纳税人."""
    text, stop = number.text(scope), number.end
    if not _LARGE.search(text):
        return None
    inside = _vague_word(text)
    if scope.normal[stop : stop + 1] in ("多", "余"):
        inside, stop = scope.normal[stop], stop + 1
    is_class = _is_class(scope, number)
    relation = chinese_relations().said_inside[inside] if inside else Relation.EQUAL
    mention = Mention(
        number.start, stop, number.value, number.high,
        "CNY" if is_class else _unit_of_noun(scope, number.start, stop),
        Relation.AT_LEAST if is_class else relation,
        number.start, stop, is_threshold=is_class, why="large number",
    )  # fmt: skip
    if is_class:
        return mention
    mention = with_relation(scope, mention)
    if mention.relation is Relation.EQUAL and not _HAS_DIGIT.match(text):
        return None
    return mention


def _is_class(scope: Scope, number: Number) -> bool:
    """Whether a sum classes what stands behind it: 千亿级产业, 4个千亿县."""
    if _LEVEL.match(scope.normal, number.end, scope.end):
        return True
    if not _IS_CLASS.fullmatch(number.text(scope)):
        return False
    return scope.words.money.class_of_money.match(scope.normal, number.end, scope.end) is not None


def _vague_word(text: str) -> str | None:
    """Return the first vague word in a numeral or before its unit: 3000多万, 3000多 万."""
    found = _VAGUE_WORD.search(text)
    return found[0] if found else None


def moving_score(scope: Scope, number: Number) -> Mention | None:
    """A score or ratio without a unit, told by its movement: 从84.7提升至89.6."""
    if "." not in number.text(scope):
        return None
    words, before = scope.words, scope.before(number.start, length=10)
    if not words.moving_score.search(before):
        return None
    unit = "x" if words.ratio_told.search(scope.before(number.start, length=24)) else "count"
    mention = Mention(
        number.start, number.end, number.value, None, unit, Relation.EQUAL,
        number.start, number.end, why="moving score",
    )  # fmt: skip
    return with_relation(scope, mention)


def _unit_of_noun(scope: Scope, first: int, stop: int) -> str:
    """The unit of a number whose counted noun follows, or stands in front at the clause's end."""
    words = scope.words
    if behind := chinese_relations().after.match(scope.normal, stop, scope.end):
        stop = behind.end()
    if words.persons.match(scope.normal, stop, scope.end):
        return "person"
    if words.households.match(scope.normal, stop, scope.end):
        return "household"
    if words.money.classes.match(scope.normal, stop, scope.end) and _IS_CLASS.fullmatch(
        scope.normal[first:stop]
    ):
        return "CNY"
    if "万亿" in scope.normal[first:stop]:  # nothing but money is said so without its unit
        return "CNY"
    if mark := words.money.marks_passed.match(scope.normal, stop, scope.end):
        stop = mark.end()
    if stop < scope.end and scope.normal[stop] not in "，。；、！？,;.的（(":
        return "count"
    before = scope.before(first, length=14)
    for subject in (_CLAUSE_END.split(before)[-1], before):
        if words.person_subjects.search(subject):
            return "person"
        if words.money.subjects.search(subject):
            return "CNY"
    return "count"


def with_unit(scope: Scope, number: Number, unit: re.Match[str]) -> Mention | None:
    words, normal = scope.words, scope.normal
    name, text = words.name_of(unit), number.text(scope)
    code, factor = words.units[name]
    months = _MONTHS_BEHIND_YEARS.match(normal, unit.end(), scope.end) if name == "年" else None
    if not months and not _unit_fits(scope, number, name, unit.end()):
        return None
    stop = unit.end() if unit.start() == number.end else number.end
    if name == "成" and (parts := _PARTS_OF_TENTH.match(normal, stop, scope.end)):
        number = replace(number, value=number.value + _PARTS[parts[0]])
        stop = parts.end()
    if name == "倍" and normal.startswith("半", stop):
        number, stop = replace(number, value=number.value + _HALF), stop + 1
    if name == "元" and (called := words.money.called.search(scope.before(number.start, length=5))):
        code = words.money.codes[called[0].rstrip()]
    if name == "元" and (parts := _PARTS_OF_YUAN.match(normal, stop, scope.end)):
        number, stop = replace(number, value=number.value + _yuan(parts)), parts.end()
    if months:
        name, code, factor = "个月", "month", Decimal(1)
        number, stop = _with_months(number, months), months.end()
    if per := words.per.match(normal, stop, scope.end):
        many = chinese_number(per["many"]) if per["many"] else None
        code, stop = f"{code}/{many or ''}{words.per_codes[per['unit']]}", per.end()
    elif code not in RATES and normal[number.start - 1] in words.before_per:
        code, begins = told_per(scope, number.start, code)
        number = replace(number, start=begins)
    if name == "个" and words.listed_points.match(normal, stop, scope.end):
        code = "pp"
    elif name == "个" and "." in text and _POINT.match(normal, stop, scope.end):
        code, stop = "pp", stop + 1
    if name == "位" and words.rank.search(scope.before(number.start, length=20)):
        if not words.places_moved.search(scope.before(number.start, length=4)):
            return None
        code = "count"
    elif name == "位" and words.places_moved_alone.search(scope.before(number.start, length=4)):
        code = "count"
    if code == "household" and _counts_businesses(scope, number.start, stop):
        code = "count"
    is_class = code in _CLASS_UNITS and _LEVEL.match(normal, stop, scope.end) is not None
    inside = _vague_word(text) or _vague_word(unit[0][: -len(name)])
    relation = chinese_relations().said_inside[inside] if inside else Relation.EQUAL
    mention = Mention(
        number.start, stop, number.value * factor,
        None if number.high is None else number.high * factor, code,
        Relation.AT_LEAST if is_class else relation,
        number.start, stop, is_threshold=is_class, why=f"unit {name}",
    )  # fmt: skip
    if is_class:
        return mention
    mention = with_relation(scope, mention)
    return mention if _is_counted(text, code, mention) else None


def _yuan(parts: re.Match[str]) -> Decimal:
    """Return what 角 and 分 come to: 三角五分."""
    tenths = chinese_number(parts["tenths"]) or 0
    hundredths = chinese_number(parts["hundredths"] or "") or 0
    return Decimal(tenths) / 10 + Decimal(hundredths) / 100


def _with_months(number: Number, behind: re.Match[str]) -> Number:
    """Return years and the months behind them in months: 三年零两个月, 2至3年零6个月."""
    months = chinese_number(behind["months"]) or 0
    years, high = number.value, number.high
    if high is None:
        return replace(number, value=years * _MONTHS_OF_A_YEAR + months)
    return replace(number, value=years * _MONTHS_OF_A_YEAR, high=high * _MONTHS_OF_A_YEAR + months)


def told_per(scope: Scope, start: int, code: str) -> tuple[str, int]:
    """Return the unit and the start of 每月310元: what it is told per stands in front of it."""
    per = scope.words.per_before.search(scope.before(start, length=10))
    if per is None:
        return code, start
    told = f"/{scope.words.per_codes[per['unit']]}"
    if "/" in code and not code.endswith(told):  # 每立方米19微克 has its unit already
        return code, start
    return code if "/" in code else f"{code}{told}", start - len(per[0])


def share_ratios(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """由每人每年240元提高到280元、300元: what the first is told per, the others are too."""
    shared = mentions[:1]
    for mention in mentions[1:]:
        previous = shared[-1]
        if previous.unit.startswith(f"{mention.unit}/") and _GOES_ON.fullmatch(
            scope.normal, previous.high_edge, mention.low_edge
        ):
            mention = replace(mention, unit=previous.unit)
        shared.append(mention)
    return shared


def _counts_businesses(scope: Scope, start: int, stop: int) -> bool:
    """Whether 户 are firms: 新增企业3万户; 经营主体持续增长，总量达474万户, or 。总量达474万户."""
    clause = _clause_around(scope, start, stop)
    if clause.startswith(scope.words.totals):
        clause = scope.normal[max(0, start - _LONGEST_LINK) : start].rpartition("\n")[2]
    return scope.words.businesses.search(clause) is not None


def _clause_around(scope: Scope, start: int, stop: int) -> str:
    before, behind = scope.before(start, length=20), scope.after(stop, length=14)
    return _CLAUSE_END.split(before)[-1] + _CLAUSE_END.split(behind)[0]


def _is_counted(text: str, code: str, mention: Mention) -> bool:
    """A bare 千 or 万 with a classifier is mostly a name, unless a comparison is with it."""
    if _HAS_DIGIT.match(text) or code not in ("count", "person", "household", "%"):
        return True
    return mention.relation is not Relation.EQUAL


def _unit_fits(scope: Scope, number: Number, name: str, stop: int) -> bool:
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
    return not (spelt and number.value < 2 and code not in ("x", "pp", "%", "h"))


def _is_duration(scope: Scope, number: Number, stop: int) -> bool:
    """A number of years counts only as a streak, a term or a duration; never as a date."""
    if number.value > 1000:
        return False
    if scope.words.years_after.search(scope.before(number.start, length=16)):
        return True
    return scope.words.years_before.match(scope.normal, stop, scope.end) is not None
