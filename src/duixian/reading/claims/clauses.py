"""The clauses of a statement, and where the members of a list part.

A mark between quotation marks or inside a number parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from duixian.documents.document import Span
from duixian.reading.claims.english_clauses import english_lead_in, without_purpose
from duixian.reading.claims.english_lists import without_lists
from duixian.reading.records import Language, Statement

# A pattern that starts with a set of characters skips all others at once.
_CLAUSE_END = {
    Language.ZH: re.compile(r"[，；。！？;!?,](?:(?<!,)|(?<!\d,)|(?!\d))"),
    Language.EN: re.compile(r"[;.!?,](?:(?=\s)(?<!\bNo\.)|(?<!,)$)"),
}
_QUOTED = re.compile(r"“[^”]{1,120}”|\"[^\"]{1,120}\"")
BRACKETED = re.compile(r"\([^()]{1,200}\)")
_LIST_MARK = re.compile(r"、|以及|和(?!谐|平|美)|及(?!时)")
_LEADING = re.compile(
    r"(?:[、，,；;：:·•\-—–\s]|[一二三四五六七八九十]{1,2}(?:是(?!否)|要(?![求素件点害闻领]))|其中|并且|并|且|以及|和(?!谐|平|美)|及(?!时)"
    r"|and |while |with |but )+"
)
_TRAILING = " \t\n、，,；;。.！!：:"
_SAYS_SOMETHING = {Language.ZH: 7, Language.EN: 24}  # characters; shorter only leads in: 同时，…
# That it is to be done, and no 要求, 要素, 要点.
_MUST = (
    r"(?:都|还|也|又|就|更|一定|必须|应当|应该|仍|仍然)*(?:要(?![求素件点害闻道塞领职务紧约么]))?"
)
_WE = r"我们(?!的|党|国|省|市|自己|这)"
_ALL = r"各(?:级[^，要]{0,10}|(?:地方|地|部门|有关方面)(?:、各部门)?)(?=都|要|必须|应)"
_FRONT = re.compile(rf"{_WE}{_MUST}|(?:还|又|一定|必须)?要(?![求素件点害闻道塞领职务紧约么])")
_AIMS = (
    "重点|抓手|目标|核心|导向|引领|主线|契机|载体|龙头|牵引|支撑|突破口?|动力|中心|基础|主|依托"
    "|统领|根本|先导|纽带|目的"
)
# Clauses that name the means, the view taken or the stake, where another says what is done.
_SAYS_HOW = re.compile(
    rf"(?:{_WE}|{_ALL})?{_MUST}(?:"
    r"(?:经过|历经)(?![^，]*(?:必须|应当|已经?|得到|取得|实现|使))[^，]*"
    r"|通过(?![了《]|[^，]*(?:验收|[审检]查|评审|审[议核]|认证|评估|考核|鉴定|决议|批准|[使让》]))[^，]*"
    rf"|(?:坚持)?以[^，]{{1,30}}为(?:{_AIMS})"
    r"|(?:依托(?![^，]*(?:打造|建设))|结合(?!部)|借助|本着|遵循|遵照|着眼)[^，]*"
    r"|(?:抓住|抢抓|把握|紧抓)[^，]*(?:机遇|契机|机会|窗口期?)"
    r"|坚持[^，]*(?:定位|方针|原则|基点|总基调|理念|思想|第一要务|不动摇|相结合)"
    r"|从[^，]*(?:出发|入手|角度|起)|提出[^，]{0,8}要求)"
    r"|[^，]{2,20}(?:并重|并举)"
    rf"|(?:{_WE})?{_MUST}以[^，]{{2,24}}(?:之[志责心姿势]|精神|姿态|劲头|作风|决心|勇气|担当|状态|干劲|态度|定力|韧劲)"
    r"|(?:[去今前]年)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起|前|底|末)?"
    r"|(?![^，]*(?:必须|要))[^，]{2,20}(?:事关|关系到|关系着|关乎)[^，]*"
)
# Clauses that only say where, how or why: the next one says what.
_LEADS_IN = re.compile(
    r"(?:同时|此外|另外)?(?:对于?(?!外|[^，]*(?:[给予要应须免严]|[实进]行|实施|开展|加[强大]|增长|监控|监测))"
    r"|为了?(?![^，]*(?:创造|提供|营造|打下|奠定|赢得))|按照|依照|根据|围绕|针对|面对|随着|鉴于|聚焦|立足)[^，]*"
    r"|(?:同时|此外|另外)?在[^，]*(?:[中上下里时后前]|方面|基础|同时|期间|领域)"
    r"|从[^，]*(?:看|说|起|出发|入手|角度)|除[^，]*外"
    r"|[^，]*(?:目标|任务|要求|重点|内容|方针|原则|目的|工作)(?:是|为|如下|包括|有)"
)


def clause_ends(normal: str, statement: Statement) -> list[Span]:
    """Return the marks that end clauses, outside quotations."""
    start, end = statement.start, statement.end
    marks = [found.span() for found in _CLAUSE_END[statement.language].finditer(normal, start, end)]
    if normal.find("“", start, end) >= 0 or normal.find('"', start, end) >= 0:
        quoted = [found.span() for found in _QUOTED.finditer(normal, start, end)]
        marks = marks_outside(marks, quoted)
        # A comma that English sets before the closing quotation mark stands for one behind it.
        behind = [
            (high, high)
            for _, high in quoted
            if normal[high - 2] == "," and normal.startswith(" ", high)
        ]
        marks = sorted([*marks, *behind]) if behind else marks
    if statement.language is Language.EN:
        if marks and normal.find("(", start, end) >= 0:
            bracketed = [found.span() for found in BRACKETED.finditer(normal, start, end)]
            marks = marks_outside(marks, bracketed)
        return without_lists(normal, start, end, marks)
    return marks


def marks_outside(marks: Iterable[Span], kept: Sequence[Span]) -> list[Span]:
    """Return the marks that no span holds; both are in order, and each is looked at once."""
    outside: list[Span] = []
    position, reach = 0, -1
    for mark in marks:
        while position < len(kept) and kept[position][0] <= mark[0]:
            reach = max(reach, kept[position][1])
            position += 1
        if mark[0] >= reach:
            outside.append(mark)
    return outside


def clauses(normal: str, statement: Statement, marks: Iterable[Span]) -> Iterator[Span]:
    """Give the clauses of a statement in order, without the marks between them."""
    start = statement.start
    for low, high in marks:
        yield trimmed(normal, start, low)
        start = high
    if start < statement.end:
        yield trimmed(normal, start, statement.end)


def telling_clause(normal: str, statement: Statement, marks: Iterable[Span]) -> str:
    """Return the first clause that says something of its own, past 同时，去年，为此, 对这些问题."""
    words = _telling_words(normal, statement, marks)
    return done(words) if statement.language is Language.ZH else without_purpose(words)


def done(words: str) -> str:
    """Return what is done without who is to do it: 我们要加强管理 is 加强管理."""
    found = _FRONT.match(words)
    return words[found.end() :] if found and found.end() + 1 < len(words) else words


def _telling_words(normal: str, statement: Statement, marks: Iterable[Span]) -> str:
    enough, language = _SAYS_SOMETHING[statement.language], statement.language
    first: str | None = None
    first_long = behind = ""
    for start, end in clauses(normal, statement, marks):
        words = normal[start:end]
        tells = not leads_in(words, language) and not _says_how(words, language)
        if end - start >= enough:
            if tells:
                return words
            first_long = first_long or words
        elif first_long and tells and end - start >= enough // 2 + 1:
            behind = behind or words  # 对超过限度的投资，要征重税
        first = words if first is None else first
    return f"{first_long} {behind}".strip() or first or ""


def leads_in(words: str, language: Language) -> bool:
    """Return whether a clause only says where, how or why, or announces what comes: 目标是."""
    if language is Language.EN:
        return english_lead_in(words)
    return _LEADS_IN.fullmatch(words) is not None


def _says_how(words: str, language: Language) -> bool:
    return language is Language.ZH and _SAYS_HOW.fullmatch(words) is not None


def list_mark(normal: str, low: int, high: int) -> int:
    """Return where one member of a list ends and the next begins."""
    found = _LIST_MARK.search(normal, low, max(low, high))
    return found.start() if found else high


def trimmed(normal: str, start: int, end: int) -> Span:
    """Return the span of ``normal[start:end]`` without the marks and link words at its edges."""
    low, high = start, end
    if (leading := _LEADING.match(normal, start, end)) and leading.end() < end:
        low = leading.end()
    while high > low and normal[high - 1] in _TRAILING:
        high -= 1
    return (low, high) if low < high else (start, end)
