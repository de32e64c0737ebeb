"""Page furniture: the lines of a saved page or a pasted text that are not the report.

Menus, breadcrumbs, font-size buttons, share lines, captions and credits, dates of publication,
tags, related links and licences. What a line says decides first (patterns, one file a language
under ``furniture/``), then where it stands: before the report begins and after its last
sentence much is furniture that in between would be a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import msgspec

from duixian.documents.document import Span
from duixian.errors import LanguageDataError

_LANGUAGES = ("zh", "en")

# No-width characters that pages leave on lines of their own count as blank.
_BLANK = (
    " \t\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_LINE = re.compile(r"[^\n]+")

_LONGEST_LINE = 160  # a longer line is text, whatever it begins with
_HEAD_LINES = 60
_LONGEST_VALUE = 30  # characters of what follows "来源：" on the next line
_LONGEST_TAIL = 1500  # characters that a tail always may have
_HEAD_SENTENCE = 40  # characters of a sentence that only a report's text has
_LONGEST_MENU_ITEM = 10  # Chinese characters
_MENU_BLOCK = 3  # lines one below another
_FURNITURE_NEAR = 3  # lines between an unknown short line and one that is surely furniture

_SENTENCE_END = re.compile(r"[。！？!?.；;：:][”’\"')）】]*$")
_MARKS_ONLY = re.compile(r"[\s>|/\\»›×【】\[\]·•—\-=*_~、:：《》（）()]+")
_BREADCRUMB = re.compile(r"[>»›]+")
_DATE = re.compile(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s+(?:星期.|周.))?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]+[#＃]?\s*){2,}")
_MENU_SEPARATOR = re.compile(r"\s*[|>»›·/]\s*|\s{2,}|\t")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_DELIVERED = re.compile(
    r"[0-9０-９〇○零一二三四五六七八九]{4}\s*年.{1,8}日.{0,10}(?:会议|会議|會議|大会)上?"
)
_SPEAKER = re.compile(
    r"(?:省长|市长|区长|县长|州长|主席|总理|旗长|盟长)\s*\S{1,4}(?:\s\S{1,3}|·\S+)?"
)


class _Patterns(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One language's file; ``furniture/zh.toml`` says what each list is for."""

    anywhere: list[str]
    credits: list[str]
    head: list[str]
    tail: list[str]
    labels: list[str]
    tail_openers: list[str]
    menu_words: list[str]
    titles: list[str]
    openings: list[str]
    trailing: list[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of all languages, compiled."""

    anywhere: re.Pattern[str]
    credits: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    labels: re.Pattern[str]
    tail_openers: re.Pattern[str]
    titles: re.Pattern[str]
    openings: re.Pattern[str]
    trailing: re.Pattern[str]
    menu_words: frozenset[str]


@dataclass(slots=True)
class _Line:
    """A line that is not blank, without the blanks around it."""

    start: int
    end: int
    text: str
    is_furniture: bool = False

    @property
    def is_sentence(self) -> bool:
        return len(self.text) >= 12 and _SENTENCE_END.search(self.text) is not None

    @property
    def is_short(self) -> bool:
        if _SENTENCE_END.search(self.text):
            return False
        if _CHINESE.search(self.text):
            return len(self.text) <= _LONGEST_MENU_ITEM
        return len(self.text) <= 40 and self.text.count(" ") < 3


def find_furniture(text: str) -> tuple[Span, ...]:
    """Return the spans of page furniture, in order, neighbouring lines as one span."""
    rules = _rules()
    lines = _lines(text)
    if not lines:
        return ()
    for line in lines:
        line.is_furniture = _is_furniture_anywhere(line, rules)
    begin = _where_the_report_begins(lines, rules)
    _mark_from_tail_opener(lines[begin + 1 :], rules)
    end = _after_the_last_sentence(lines, begin)
    _mark_head(lines[:begin], rules)
    _mark_tail(lines[end:], rules)
    _mark_captions(lines, rules)
    return _spans(lines, rules)


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip(_BLANK)
        if bare:
            start = match.start() + len(raw) - len(raw.lstrip(_BLANK))
            lines.append(_Line(start, start + len(bare), bare))
    return lines


def _is_furniture_anywhere(line: _Line, rules: _Rules) -> bool:
    text = line.text
    if text[0] in "#＃" and _HASHTAGS.fullmatch(text):
        return True
    if len(text) > _LONGEST_LINE or _DELIVERED.search(text):
        return False
    patterns = (rules.anywhere, rules.credits, _DATE)
    return any(pattern.fullmatch(text) is not None for pattern in patterns)


def _where_the_report_begins(lines: list[_Line], rules: _Rules) -> int:
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.is_furniture:
            continue
        if line.is_sentence and len(line.text) >= _HEAD_SENTENCE:
            return index
        if rules.openings.fullmatch(line.text):
            return index
    return min(len(lines), _HEAD_LINES)


def _mark_from_tail_opener(lines: list[_Line], rules: _Rules) -> None:
    """Mark all that follows a line like "Related posts", unless it is much of the text."""
    if not lines:
        return
    length = lines[-1].end - lines[0].start
    for index, line in enumerate(lines):
        rest = lines[-1].end - line.start
        if rest < max(_LONGEST_TAIL, length * 0.3) and rules.tail_openers.fullmatch(line.text):
            for after in lines[index:]:
                after.is_furniture = True
            return


def _after_the_last_sentence(lines: list[_Line], begin: int) -> int:
    for index in range(len(lines) - 1, begin - 1, -1):
        if lines[index].is_sentence and not lines[index].is_furniture:
            return index + 1
    return len(lines)


def _mark_head(lines: list[_Line], rules: _Rules) -> None:
    _mark_menus(lines, rules, rules.head)
    _mark_breadcrumbs(lines)
    title = next((i for i, line in enumerate(lines) if _is_kept(line, rules)), 0)
    for index, line in enumerate(lines[:title]):
        near = lines[index + 1 : index + 1 + _FURNITURE_NEAR]
        if line.is_short and any(other.is_furniture for other in near):
            line.is_furniture = True
    for index in range(title - _MENU_BLOCK + 1):
        block = lines[index : index + _MENU_BLOCK]
        if all(line.is_short or line.is_furniture for line in block):
            for line in block:
                line.is_furniture = True


def _mark_tail(lines: list[_Line], rules: _Rules) -> None:
    _mark_menus(lines, rules, rules.tail)
    for before, line in pairwise(lines):
        if before.is_furniture and line.is_short and not _is_kept(line, rules):
            line.is_furniture = True


def _mark_menus(lines: list[_Line], rules: _Rules, patterns: re.Pattern[str]) -> None:
    for index, line in enumerate(lines):
        if rules.labels.fullmatch(line.text):
            line.is_furniture = True
            _mark_value(lines[index + 1 : index + 2], rules)
        elif patterns.fullmatch(line.text) or _is_menu(line.text, rules):
            line.is_furniture = True


def _mark_value(lines: list[_Line], rules: _Rules) -> None:
    for line in lines:
        if len(line.text) <= _LONGEST_VALUE and not line.is_sentence and not _is_kept(line, rules):
            line.is_furniture = True


def _mark_breadcrumbs(lines: list[_Line]) -> None:
    """Mark the items on both sides of a ">" that stands alone, titles among them."""
    for index, line in enumerate(lines):
        if _BREADCRUMB.fullmatch(line.text):
            for neighbour in lines[max(index - 1, 0) : index + 2]:
                neighbour.is_furniture = neighbour.is_furniture or not neighbour.is_sentence


def _mark_captions(lines: list[_Line], rules: _Rules) -> None:
    """Mark a short line right above a credit that has no caption of its own."""
    first = next((line for line in lines if not line.is_furniture), None)
    for line, credit in pairwise(lines):
        if line is first or line.is_furniture or not credit.is_furniture or line.is_sentence:
            continue
        adjacent = credit.start - line.end <= 2 and len(line.text) <= _LONGEST_LINE
        bare = rules.credits.fullmatch(credit.text) and "。" not in credit.text
        if adjacent and bare and not _SPEAKER.search(line.text):
            line.is_furniture = True


def _is_menu(text: str, rules: _Rules) -> bool:
    if _MARKS_ONLY.fullmatch(text):
        return True
    items = [item for item in _MENU_SEPARATOR.split(text.strip("【】[]|>")) if item]
    known = sum(item.strip("：: ").casefold() in rules.menu_words for item in items)
    return known == len(items) or (len(items) >= 3 and known * 2 >= len(items))


def _is_kept(line: _Line, rules: _Rules) -> bool:
    """Whether a line opens a report: its title, where it was given, by whom."""
    if line.is_furniture:
        return False
    patterns = (rules.titles, _DELIVERED, _SPEAKER)
    return any(pattern.search(line.text) is not None for pattern in patterns)


def _spans(lines: list[_Line], rules: _Rules) -> tuple[Span, ...]:
    spans: list[Span] = []
    is_open = False
    for line in lines:
        if line.is_furniture:
            start = spans.pop()[0] if is_open else line.start
            spans.append((start, line.end))
        elif line.text[-1] in "）)】]" and (match := rules.trailing.search(line.text)):
            spans.append((line.start + match.start(), line.end))
        is_open = line.is_furniture
    return tuple(spans)


@cache
def _rules() -> _Rules:
    languages = [_load(f"furniture/{language}.toml") for language in _LANGUAGES]

    def compiled(*lists: list[str], after: str = "") -> re.Pattern[str]:
        patterns = "|".join(f"(?:{pattern})" for one in lists for pattern in one)
        return re.compile(f"(?:{patterns}){after}", re.IGNORECASE)

    return _Rules(
        anywhere=compiled(*(one.anywhere for one in languages)),
        credits=compiled(*(one.credits for one in languages)),
        head=compiled(*(one.head for one in languages)),
        tail=compiled(*(one.tail for one in languages)),
        labels=compiled(*(one.labels for one in languages)),
        tail_openers=compiled(*(one.tail_openers for one in languages)),
        titles=compiled(*(one.titles for one in languages)),
        openings=compiled(*(one.openings for one in languages)),
        trailing=compiled(*(one.trailing for one in languages), after="$"),
        menu_words=frozenset(word.casefold() for one in languages for word in one.menu_words),
    )


def _load(path: str) -> _Patterns:
    content = files("duixian.documents").joinpath(path).read_bytes()
    try:
        return msgspec.toml.decode(content, type=_Patterns)
    except msgspec.DecodeError as error:
        raise LanguageDataError(path, str(error)) from error
