"""The words of Chinese measures: what is trimmed off, what needs a subject, what is said of one.

All patterns look at bounded stretches, so that a row of a thousand numbers costs no more than
a thousand rows of one.
"""

from __future__ import annotations

import re

from duixian.language.bullets import BULLET, ITEM_NUMBER, OPENING
from duixian.language.conjunctions import AND
from duixian.reading.quantities.chinese.measure_patterns import measure_patterns

LIST_MARK = re.compile(rf"、|{AND}|以及|(?<![普惠涉危波触顾以])及(?!时|格|其)|(?<!参)与(?!会|否)")
_DIGITS = r"[\d一二三四五六七八九〇○零]{4}"
_FEW = "[一二三四五六七八九十]{1,3}"
_YEAR = rf"(?:{_DIGITS}年|“{_FEW}五”期?末期?)"
_MONTH = r"(?:(?<!\d)\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:\d{1,2}|[一二三]?十?[一二三四五六七八九十])日"
# Behind 月 in the name of a feast, of an event or of a thing: 三月三, 十月革命.
_NO_MONTH = "(?!亮|季|台|票|天|革命|[一二三四五六七八九](?![日个]))"
_MONTHS = rf"{_MONTH}(?:月份?)?[到至—-]{{1,2}}{_MONTH}月份?|{_MONTH}月(?:份|{_DAY})?{_NO_MONTH}"
_SO_MANY = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两])年"
_PLAN = rf"(?:“{_FEW}五”|(?<![“一二三四五六七八九十]){_FEW}五(?:计划|规划)|第{_FEW}个五年计划)"
_NO_MIDDLE = "(?![央国小西东部期等高医欧职外考标介心美日俄非级老青学华层型段试式])"
_EDGE_OF_TIME = (
    rf"(?:[上中下]旬|[底末]|初(?![中级一二三])|中{_NO_MIDDLE})?"
    "(?:以前|以后|以来|之前|前|开始|的)?"
)
# 到 behind a verb of moving is the verb's: 提高到2025年的.
_TIME = re.compile(
    rf"{_YEAR}[和、与]{_YEAR}"
    rf"|(?:[从自]{_YEAR}[到至])?(?:截[至止]|[自比较从]|在(?={_YEAR}[高达约底末以])|(?<![加高升长少低大小降展])[到至])?{_YEAR}"
    r"(?:以来|开始|起(?![来点草诉降重步飞获源伏征])|[底末初]?(?:以前|之前|以后|前)|[底末初]|的|内)?"
    rf"|{_DIGITS}[、和至]{_DIGITS}[两三四五]年|今明两年"
    rf"|在?{_DIGITS}年?[-—–~～到至]{{1,2}}{_DIGITS}年(?:期间|间|的)?"
    rf"|在?(?<![比较是为同与于到过超]){_PLAN}(?:期间|时期)(?:的?五年)?"
    rf"|^在?{_PLAN}(?:计划|规划)?(?:规定|要求|原定|提出|确定)的?"
    rf"|(?:截[至止]|[从自]|(?<![加高升长少低大小降展])到)?(?:今年|去年|当年|明年)?(?:{_MONTHS}){_EDGE_OF_TIME}"
    rf"|[到在]?本世纪末|(?:在过去|在)?{_SO_MANY}(?:[来间内]|中间|中{_NO_MIDDLE})"
    rf"|^(?:过去|今后|未来|这|最近|近)?{_SO_MANY}(?:前(?!列|后)|(?=[^来间内期级义制一前]))"
)
_START = re.compile(
    rf"[从由比](?<![占入产配贷之别对]比)"
    rf"(?:{_YEAR}[末底初]?的?|{_MONTHS}的?|[一二三四五六七八九]十年代(?:初期?|中期|末期?|后期)?的?"
    r"|[^，。、]{0,6}年前的?|现行的?|原定的?|每[^，。]{0,6})?$"
)
# What is brought to its number stands behind these: 用十年时间使产值翻番, 把人口控制在.
_DISPOSING = re.compile(
    r".*(?:(?<![行大天出即假特驱公])使(?![用馆命者节得领])|(?<![一二三火拖严])把(?![握关手守好控脉式]))(?=..)"
)
_SIGNS_OF_TIME = ("年", "月", "世纪", "时期", "期间", "五”")
_NUMBER_OF_ITEM = re.compile(
    rf"(?:{BULLET}\s*)*(?:{ITEM_NUMBER}\s*|[一二三四五六七八九十]{{1,2}}是(?!否))|(?:{BULLET}\s*)+"
)
_FIRST_OF_NUMBER = re.compile(rf"[{OPENING}]")
_PAIRS = {"”": "“", "）": "（", ")": "(", "》": "《", "』": "『", "」": "「", "’": "‘"}
_BRACKET = re.compile("[“”（）()《》『』「」‘’]")
_LONGEST_SAID = 30


def trimmed(words: str) -> str:
    """Return the words without what a measure leaves out at its ends, quotes in pairs."""
    if not words or words == "+":  # 317天（+5天）
        return ""
    data = measure_patterns()
    if found := data.front.match(words):
        words = words[found.end() :]
    backwards = words[::-1]
    if found := data.back.match(backwards):
        words = backwards[found.end() :][::-1]
    return balanced(words)


def unjoined(words: str) -> str:
    """Return the words in front of a number without what only joins them to it: 到, 由."""
    while len(words) > 1 and measure_patterns().joining_end.search(words, len(words) - 1):
        words = trimmed(words[:-1])
    return words


def disposed(words: str) -> str:
    """Return what the words bring to their number, where they say so: 使产值翻番 tells of 产值."""
    if "使" not in words and "把" not in words:
        return words
    found = _DISPOSING.match(words)
    return trimmed(words[found.end() :]) if found else words


def unlisted(words: str) -> str:
    """Return the names of members without their 等, where no other name is given."""
    return trimmed(words.rpartition("等")[0])


def timeless(words: str) -> str:
    """Return the words in front of a number without its years and its mark of a start.

    Nor with the number of an item: 一是财政收入, （二）农业支出, 3.新建学校.
    """
    words = words.lstrip()[-120:]
    if _FIRST_OF_NUMBER.match(words) and (item := _NUMBER_OF_ITEM.match(words)):
        words = words[item.end() :]
    return undated(_START.sub("", words))


def undated(words: str) -> str:
    """Return the words without the years they name."""
    return _TIME.sub("", words) if any(sign in words for sign in _SIGNS_OF_TIME) else words


def is_start(before: str) -> bool:
    """Tell whether the words end in 从 or 由: the number is where a movement began."""
    return _START.search(before[-24:]) is not None


def is_said(words: str) -> bool:
    """Tell whether words have no subject of their own, only what is said of one.

    Every place that a row of such words can reach is noted once, so that words which can be
    read in many ways cost no more than others.
    """
    if not words or len(words) > _LONGEST_SAID:
        return not words
    data, length = measure_patterns(), len(words)
    if words[0] not in data.said_starts and not data.said_of_others.match(words):
        return False
    steps: dict[int, list[int]] = {}
    for _, begin, end in data.said.all_in(words):
        steps.setdefault(begin, []).append(end)
    reached = {0}
    for start in range(length):
        if start not in reached:
            continue
        reached.update(steps.get(start, ()))
        if data.said_of_others.match(words, start):
            ends = range(start + 1, length + 1)
            reached.update(e for e in ends if data.said_of_others.fullmatch(words, start, e))
    return length in reached


def balanced(words: str) -> str:
    """Return the words without quotes and brackets that have no partner."""
    if not _BRACKET.search(words):
        return words
    lonely: list[int] = []
    for found in _BRACKET.finditer(words):
        opening = _PAIRS.get(found[0])
        if opening and lonely and words[lonely[-1]] == opening:
            lonely.pop()
        else:
            lonely.append(found.start())
    for place in reversed(lonely):
        words = words[:place] + words[place + 1 :]
    return words


def subject_of(words: str) -> str:
    """Return the noun in a measure: without its verb in front and what is said behind."""
    data = measure_patterns()
    if (found := data.leading.match(words)) and len(words) - found.end() > 1:
        words = words[found.end() :]
    return trimmed(unsaid(words))


def unsaid(words: str) -> str:
    """Return the words without what is said of them at their end: a change, a streak, a step."""
    data = measure_patterns()
    for pattern in (data.verb, data.said_end):
        if found := pattern.search(words[-24:]):
            rest = trimmed(words[: len(words) - len(found[0])])
            words = rest if len(rest) > 1 else words
    return words
