"""Footnotes of a page: small type at its foot, told apart by a short rule or by their marks."""

from __future__ import annotations

import re
import unicodedata

from duixian.documents.pdf.lines import Line
from duixian.documents.pdf.margins import PageParts
from duixian.documents.pdf.paragraphs import Setting
from duixian.documents.pdf.ruled import RuledTable
from duixian.documents.raised import CIRCLED, RAISED, is_power

_FOOTNOTE = re.compile(rf"[\[【（(]?(?:\d{{1,3}}|[{RAISED}{CIRCLED}*※†])|注")
_MARK = re.compile(rf"\s*[\[【（(〔]?\s*(\d{{1,3}}|[{RAISED}]{{1,3}}|[{CIRCLED}])")
# A mark in the text: raised, in a circle or in brackets; no number of a list told off in it
# (①建园②修路), and no power.
_IN_TEXT = re.compile(
    rf"[{RAISED}]{{1,3}}|[{CIRCLED}](?=[，。；、：！？）)”》]|\s*$)"
    rf"|(?<=[\[〔【])[\d{RAISED}]{{1,3}}(?=[\]〕】])"
)
_SMALL = 0.88  # of the size of the text
_HIGHEST = 0.3  # of the page's height, above which no footnotes begin
_LOWEST = 0.2  # of the page's height, within which of its end the last one ends
_LONGEST_RULE = 0.5  # of the page's width


def first_footnote(page: PageParts, setting: Setting) -> int:
    """Give the place of the first footnote among a page's parts, past the end for none."""
    first = len(page.parts)
    for place in range(len(page.parts) - 1, 0, -1):
        part = page.parts[place]
        if isinstance(part, RuledTable) or part.size > _SMALL * setting.size:
            break
        if _FOOTNOTE.match(part.text):
            first = place
    return first


def are_told_apart(page: PageParts, first: int, setting: Setting) -> bool:
    """Tell whether what begins as footnotes is none of the text, beyond its small type."""
    if first >= len(page.parts):
        return False
    above, note = page.parts[first - 1], page.parts[first]
    if isinstance(note, RuledTable) or note.top < _HIGHEST * page.height:
        return False
    if isinstance(above, Line) and above.size <= _SMALL * setting.size:
        return False  # the page is set in small type
    if _is_ruled_off(page, note, above.bottom):
        return page.height - page.parts[-1].bottom < _LOWEST * page.height
    return _is_marked(page, first, note)


def _is_ruled_off(page: PageParts, note: Line, bottom: float) -> bool:
    """Tell a short rule right above a note, from the margin on."""
    return any(
        bottom - note.size < rule.at < note.top + 0.3 * note.size
        and note.top - rule.at < 3 * note.size
        and rule.end - rule.start < _LONGEST_RULE * page.width
        and abs(rule.start - note.left) < 3 * note.size
        for rule in page.rules
    )


def _is_marked(page: PageParts, first: int, note: Line) -> bool:
    """Tell whether the mark of a note stands in the text above it."""
    mark = _MARK.match(note.text)
    if not mark:
        return False
    wanted = unicodedata.normalize("NFKC", mark[1])
    return any(
        unicodedata.normalize("NFKC", found[0]) == wanted
        for part in page.parts[:first]
        if isinstance(part, Line)
        for found in _IN_TEXT.finditer(part.text)
        if not is_power(found[0], part.text[: found.start()])
    )
