"""Lines to paragraphs: what the page's width broke is joined, what the author ended is not.

A line goes on in the next when it reaches the right margin (the next word had no room)
and the next line begins where such lines begin. Headings, indented beginnings, numbered
items, wider gaps and other sizes of type start anew.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from duixian.documents.pdf.characters import SOFT_HYPHEN
from duixian.documents.pdf.lines import Line
from duixian.documents.wide import is_wide

_ENDED = re.compile(r"[。！？!?；;：:.…][”’\"'」』）)】]*$")
_CONTENTS_ENTRY = re.compile(r"(?:…|(?:[.．·]\s?){3})[\s.．…·]*[（(]?\d{1,3}[）)]?$")
_INLINE_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}是")
_FINISHED = re.compile(r"[。！？!?.][”’\"'」』）)】]*$")
_CLAUSE_BREAK = re.compile(r"[，、（(《“—]$|\b(?:and|or|of|the|to|in|for|with|by)$", re.IGNORECASE)
_ITEM = re.compile(
    r"""[（(][一二三四五六七八九十百\d]{1,4}[)）]
      | [一二三四五六七八九十百]{1,4}[、．.是] | 第[一二三四五六七八九十百]{1,4}[章节篇条]
      | \d{1,3}[、．)）]\s*\D | \d{1,2}\.\s*(?!\d)\S | [①-⑳⑴-⒇] | [•●■◆▪◇○►★☆·▲]\s*\S
      | (?:[IVX]{1,5}|[A-Z])\.\s+\S | [a-z]\)\s+\S | (?:Chapter|Section|Part)\s+\w+\b""",
    re.VERBOSE,
)
_HYPHENATED = re.compile(r"(?<![A-Za-z])([A-Za-z]+)[-\u00ad‐]$")
# Words that hold their hyphen to a participle or such a noun: well-established, long-term.
_HOLDS_HYPHEN = re.compile(r"well|self|long|high|low|large|small|half", re.IGNORECASE)
_HELD = re.compile(
    r"(?!en|er|light)[a-z]{2,}(?:ed|ing)|known|term|tech|speed|quality|level|scale|end|income|carbon"
)
_LOWER_WORD = re.compile(r"\b[a-z]{4,}\b")
_OWN_NAME = re.compile(r"\b[A-Z][A-Za-z]*$")
_STOP = re.compile(r"[。！？；!?;]|\.(?!\d)")
_ENDS_IN_FIGURE = re.compile(r"\d[^\W\d_]{0,4}[%％]?$")
_LONGEST_FIGURE_END = 8  # characters
_FEWEST_FIGURES = 4  # lines of a list of figures
_MOST_FIGURES = 0.8  # of its lines, that end in one
_TELLING_LINES = 6  # in a column, from which its longest line shows the margin
_WORD = re.compile(r"(?<![A-Za-z-])[A-Za-z]{3,}(?![A-Za-z-])")
_COMPOUND = re.compile(r"\b[A-Za-z]+-[A-Za-z]+\b")


@dataclass(frozen=True, slots=True)
class Measures:
    """How a column of text is set, in points."""

    left: float
    right: float
    pitch: float  # from one baseline to the next
    size: float  # of most of the text
    is_justified: bool = False  # lines are stretched to end at the margin


@dataclass(frozen=True, slots=True)
class Setting:
    """How the whole document is set.

    Attributes:
        size: of most of the text, in points.
        columns: the measures of each page and column.
        is_indented: paragraphs begin with an indent, so what does not begin none.
        is_spaced: paragraphs are set off by a wider gap, so what stands close begins none.
        lists: the pages and columns whose lines each tell a figure, and end with it.
        words: every word of the document, to tell a broken word from a compound.
        compounds: every compound written with a hyphen inside a line.
    """

    size: float
    columns: dict[tuple[int, int], Measures]
    is_indented: bool
    is_spaced: bool
    lists: frozenset[tuple[int, int]]
    words: frozenset[str]
    compounds: frozenset[str]


def measure(lines: Sequence[Line], widths: Mapping[int, float]) -> Setting:
    """Measure how the lines of a document are set; `widths` are those of its pages."""
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    body = _most_common_size(lines)
    rough = {key: _measure_column(own, body) for key, own in columns.items()}
    full = {key: m for key, m in rough.items() if len(columns[key]) >= _TELLING_LINES}
    for page, column in rough.keys() - full.keys():
        own = rough[page, column]
        if column == 0 and not _shows_margin(columns[page, column], own):
            mirrored = widths.get(page, 0.0) - own.left
            rough[page, column] = replace(own, right=max(own.right, mirrored))
    settled = {
        key: _settle(m, [other for at, other in full.items() if at[1] == key[1]])
        for key, m in rough.items()
    }
    return Setting(
        body,
        settled,
        _is_indented(columns, settled),
        _is_spaced(columns, settled),
        frozenset(key for key, own in columns.items() if _are_figures(own)),
        *_vocabulary(lines),
    )


def _is_indented(
    columns: dict[tuple[int, int], list[Line]], measures: dict[tuple[int, int], Measures]
) -> bool:
    """Tell whether most lines after a short one begin with an indent."""
    begun = indented = 0
    for key, own in columns.items():
        here = measures[key]
        for line, after in pairwise(own):
            if line.right < here.right - 3 * line.size and after.size <= 1.15 * here.size:
                begun += 1
                indented += after.left - here.left > 0.8 * after.size
    return begun >= 3 and indented > 0.6 * begun


def _is_spaced(
    columns: dict[tuple[int, int], list[Line]], measures: dict[tuple[int, int], Measures]
) -> bool:
    """Tell whether a wider gap follows nearly every short line."""
    short = parted = 0
    for key, own in columns.items():
        here = measures[key]
        for line, after in pairwise(own):
            if not _is_long(line, here):
                short += 1
                parted += after.baseline - line.baseline > 1.25 * here.pitch
    return short >= 3 and parted > 0.8 * short


def _are_figures(lines: Sequence[Line]) -> bool:
    """Tell a list of figures without stops: such lines may be alike in length without a margin."""
    if len(lines) < _FEWEST_FIGURES or any(_STOP.search(line.text) for line in lines):
        return False
    ends = (line.text[-_LONGEST_FIGURE_END:] for line in lines)
    told = sum(_ENDS_IN_FIGURE.search(end) is not None for end in ends)
    return told >= _MOST_FIGURES * len(lines)


def _is_long(line: Line, here: Measures) -> bool:
    return line.right - here.left > 0.6 * (here.right - here.left)


def _vocabulary(lines: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]]:
    """Collect the words and the compounds, without the halves of broken words."""
    words: set[str] = set()
    compounds: set[str] = set()
    broken = False
    for line in lines:
        text = re.sub(r"^[A-Za-z]+", "", line.text) if broken else line.text
        whole = _HYPHENATED.sub("", text)
        broken = len(whole) < len(text)
        words.update(each.lower() for each in _WORD.findall(whole))
        compounds.update(each.lower() for each in _COMPOUND.findall(whole))
    return frozenset(words), frozenset(compounds)


def _most_common_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _measure_column(lines: Sequence[Line], body: float) -> Measures:
    """Measure one column by the lines in the common size, the odd one out ignored."""
    own = [line for line in lines if abs(line.size - body) <= 0.15 * body] or list(lines)
    odd = min(len(own) - 1, 1 + len(own) // 20) if len(own) >= _TELLING_LINES else 0
    lefts = sorted(line.left for line in own)
    rights = sorted((line.right - line.hanging for line in own), reverse=True)
    steps = [
        after.baseline - before.baseline
        for before, after in pairwise(own)
        if 0 < after.baseline - before.baseline < 4 * body
    ]
    pitch = median(steps) if steps else 1.5 * body
    reach = sum(abs(line.right - rights[odd]) < 0.2 * line.size for line in own)
    return Measures(
        lefts[odd], rights[odd], pitch, body, reach >= 0.6 * max(_TELLING_LINES, len(own))
    )


def _shows_margin(lines: Sequence[Line], own: Measures) -> bool:
    """Tell whether more than one line of a few ends at the right margin."""
    return sum(line.right - line.hanging > own.right - 0.5 * line.size for line in lines) > 1


def _settle(own: Measures, full: Sequence[Measures]) -> Measures:
    """Widen what a page with few lines shows to what the other pages show."""
    if not full or own in full:
        return own
    return Measures(
        left=min(own.left, median(each.left for each in full)),
        right=max(own.right, median(each.right for each in full)),
        pitch=median(each.pitch for each in full),
        size=own.size,
        is_justified=sum(each.is_justified for each in full) > len(full) / 2,
    )


def goes_on(line: Line, after: Line, setting: Setting) -> bool:
    """Tell whether a line and the next are one paragraph."""
    here = setting.columns[line.page, line.column]
    if (line.page, line.column) in setting.lists:
        return False
    if "\t" in line.text or "\t" in after.text or _CONTENTS_ENTRY.search(line.text[-24:]):
        return False
    if abs(line.size - after.size) > 0.12 * max(line.size, after.size):
        return False
    ended = bool(_ENDED.search(line.text))
    if not _is_near(line, after, here, strictly=ended or not setting.is_indented):
        return False
    if _HYPHENATED.search(line.text) and after.text[0].islower():
        return True
    if _FINISHED.search(line.text) and _is_chinese(line) != _is_chinese(after):
        return False  # the other language, in a report that has both line by line
    full = _is_full(line, after, here)
    if not full:
        return (
            _breaks_off(line, after, ended=ended)
            or _is_long_title(line, after, here)
            or (not ended and _is_ragged(line, after, setting))
        )
    return _begins_as_rest(line, after, setting, ended=ended)


def _is_near(line: Line, after: Line, here: Measures, *, strictly: bool) -> bool:
    """Tell whether the next line follows at the usual distance, or in the next column."""
    if line.page != after.page or line.column != after.column:
        return True
    step = after.baseline - line.baseline
    usual = max(here.pitch, 1.1 * line.size) if line.size <= 1.2 * here.size else 2 * line.size
    return 0 < step <= (1.25 if strictly else 1.7) * usual


def _is_chinese(line: Line) -> bool:
    return any(map(is_wide, line.text))


def _is_full(line: Line, after: Line, here: Measures) -> bool:
    """Tell whether the first word of the next line had no room at the end of this one."""
    wide = is_wide(after.text[0])
    if here.is_justified and not wide and not is_wide(line.text[-1]):
        return line.right >= here.right - 0.3 * line.size
    space = 0.0 if wide else 0.2 * after.size
    return line.right + space + after.first_word > here.right + 0.1 * line.size


def _breaks_off(line: Line, after: Line, *, ended: bool) -> bool:
    """Tell whether a short line cannot be the end of anything."""
    if ended or _ITEM.match(after.text):
        return False
    if after.text[0].islower() and re.search(r"[A-Za-z\d,%]$", line.text):
        return True
    return bool(_CLAUSE_BREAK.search(line.text)) and len(line.text) > 12


def _is_ragged(line: Line, after: Line, setting: Setting) -> bool:
    """Tell a line that ends a little short of the margin where paragraphs are told otherwise."""
    here, there = setting.columns[line.page, line.column], setting.columns[after.page, after.column]
    if _ITEM.match(after.text) or line.size > 1.15 * here.size:
        return False
    if after.left - there.left > 0.4 * after.size:
        return False
    if is_wide(after.text[0]) or is_wide(line.text[-1]):
        return setting.is_indented and line.right > here.right - 3 * line.size
    if not (setting.is_spaced and _is_long(line, here)):
        return False
    if after.text[0].isupper():  # the second half of a name, if what is before it is no heading
        return bool(_OWN_NAME.search(line.text)) and len(_LOWER_WORD.findall(line.text)) > 1
    return after.text[0].isdigit()


def _is_long_title(line: Line, after: Line, here: Measures) -> bool:
    """Tell a title in large type that takes two lines, both in the middle."""
    return (
        line.size >= 1.25 * here.size
        and _are_centred(line, after, here)
        and not _ITEM.match(after.text)
        and not _ENDED.search(line.text)
    )


def _are_centred(line: Line, after: Line, here: Measures) -> bool:
    """Tell whether both lines stand in the middle, the second clear of the margin."""
    middle = (here.left + here.right) / 2
    return (
        (line.page, line.column) == (after.page, after.column)
        and all(abs((each.left + each.right) / 2 - middle) < each.size for each in (line, after))
        and after.left - here.left > 2 * after.size
    )


def _begins_as_rest(line: Line, after: Line, setting: Setting, *, ended: bool) -> bool:
    """Tell whether the line after a full one begins where the rest of a paragraph does."""
    here = setting.columns[line.page, line.column]
    begins_item = _FINISHED.search(line.text) and _ITEM.match(after.text)
    indent = after.left - setting.columns[after.page, after.column].left
    own_indent = line.left - here.left
    if indent <= 0.8 * after.size:
        # 一是 ... 二是 ... goes on within a paragraph.
        inline = setting.is_indented and _INLINE_ITEM.match(after.text)
        return not begins_item or bool(inline)
    if begins_item:
        return False
    if _are_centred(line, after, here) and not ended:
        return True
    if _ITEM.match(line.text) and indent > own_indent + 0.5 * after.size:
        return True
    if setting.is_indented and is_wide(after.text[0]):
        return False
    # A block set in from the margin; a heading seldom ends just there.
    level = abs(indent - own_indent) <= 0.4 * after.size
    exact = line.right >= here.right - 0.3 * line.size
    return level and exact and not ended and not _ITEM.match(after.text)


def join(text: str, after: str, setting: Setting) -> str:
    """Join a line to what stands before it: words by a space, ideographs without one."""
    broken = _HYPHENATED.search(text)
    if broken and after[0].islower():
        return _mend(text, broken.group(1), after, setting) + after
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + "-" + after
    if is_wide(text[-1]) or is_wide(after[0]) or text[-1] in "—–/":
        return text + after
    if text[-1] == "-" and text[-2:-1].isalnum():
        return text + after
    nearby = text[-60:] + after[:20]
    if sum(map(is_wide, nearby)) < 0.25 * len(nearby):
        return f"{text} {after}"
    # In Chinese only two words of Latin letters are parted by a space.
    words = text[-1].isascii() and text[-1].isalpha() and after[0].isascii() and after[0].isalpha()
    return f"{text} {after}" if words else text + after


def _mend(text: str, head: str, after: str, setting: Setting) -> str:
    """Take the hyphen off a broken word, and leave that of a compound."""
    match = re.match(r"[A-Za-z]+", after)
    tail = match.group() if match else ""
    if (head + tail).lower() in setting.words:
        return text[:-1]
    seen = f"{head}-{tail}".lower() in setting.compounds
    seen = seen or bool(_HOLDS_HYPHEN.fullmatch(head) and _HELD.fullmatch(tail))
    both = head.lower() in setting.words and tail.lower() in setting.words
    return text[:-1] + "-" if seen or both else text[:-1]
