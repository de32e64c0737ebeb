"""Automatic numbers of paragraphs, written as Word shows them: 一、（一）1. ① •"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from duixian.documents.word.counting import write_number
from duixian.documents.word.markup import (
    Element,
    attribute,
    child,
    children,
    is_on,
    local_name,
    number,
    value,
)

_LEVELS = 9
_LONGEST_CHAIN = 20  # of styles, each based on the next
_PLACE = re.compile(r"%([1-9])")
_CLOSED = re.compile(r"[、，。．）】》：]$")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    follows: str = "tab"  # what stands between number and text: tab, space, nothing
    in_figures: bool = False  # numbers of higher levels are written in figures
    restarts: bool = True
    paragraph_style: str = ""


@dataclass(slots=True)
class _List:
    """One numbering instance: which definition it counts in and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    is_begun: bool = False


class Numbering:
    """Counts the numbered paragraphs of one document; ask in document order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        definitions = {
            attribute(each, "abstractNumId"): _read_levels(each)
            for each in children(numbering, "abstractNum")
        }
        self._lists = {
            attribute(each, "numId"): _read_list(each, definitions)
            for each in children(numbering, "num")
        }
        self._styles = {attribute(each, "styleId"): each for each in children(styles, "style")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def style_name(self, properties: Element | None) -> str:
        """Give the name of a paragraph's style, in small letters."""
        style = value(properties, "pStyle")
        found = self._styles.get(style)
        return (value(found, "name") or style).lower()

    def label(self, properties: Element | None) -> str:
        """Give what Word prints before a paragraph, with the space after it if any."""
        place = self._place(properties)
        if place is None:
            return ""
        listed, level = place
        form = listed.levels.get(level)
        if form is None:
            return ""
        if form.style == "bullet":
            return "• "
        counts = self._count(listed, level, form)
        text = _PLACE.sub(lambda match: _write(match, counts, listed.levels, form), form.text)
        text = text.strip()
        if not text or form.follows == "nothing" or _CLOSED.search(text):
            return text
        return f"{text} "

    def _place(self, properties: Element | None) -> tuple[_List, int] | None:
        """Find the list and the level of a paragraph, its own or its style's."""
        own = child(properties, "numPr")
        style = value(properties, "pStyle")
        identity, level = value(own, "numId"), value(own, "ilvl")
        for _ in range(_LONGEST_CHAIN):
            if identity or style not in self._styles:
                break
            inherited = child(self._styles[style], "pPr", "numPr")
            identity = value(inherited, "numId")
            level = level or value(inherited, "ilvl") or self._level_of(identity, style)
            style = value(self._styles[style], "basedOn")
        listed = self._lists.get(identity)
        return None if listed is None else (listed, number(level, default=0, most=_LEVELS - 1))

    def _level_of(self, identity: str, style: str) -> str:
        """Find the level that a definition ties to a style."""
        listed = self._lists.get(identity)
        levels = {} if listed is None else listed.levels
        return next((str(at) for at, each in levels.items() if each.paragraph_style == style), "")

    def _count(self, listed: _List, level: int, form: Level) -> dict[int, int]:
        """Count one more on a level, and begin the levels below it anew."""
        counts = self._counts[listed.definition]
        if not listed.is_begun:
            listed.is_begun = True
            for at in listed.starts:
                counts.pop(at, None)
        start = listed.starts.get(level, form.start)
        counts[level] = counts[level] + 1 if level in counts else start
        for below in range(level + 1, _LEVELS):
            if listed.levels.get(below, Level()).restarts:
                counts.pop(below, None)
        return counts


def _write(
    match: re.Match[str], counts: dict[int, int], levels: dict[int, Level], own: Level
) -> str:
    at = int(match.group(1)) - 1
    level = levels.get(at, Level())
    style = "decimal" if own.in_figures else level.style
    return write_number(counts.get(at, level.start), style)


def _read_levels(definition: Element) -> dict[int, Level]:
    return {
        number(attribute(each, "ilvl"), default=0, most=_LEVELS - 1): _read_level(each)
        for each in children(definition, "lvl")
    }


def _read_level(level: Element) -> Level:
    return Level(
        start=number(value(level, "start"), default=1),
        style=_number_style(level),
        text=value(level, "lvlText"),
        follows=value(level, "suff") or "tab",
        in_figures=is_on(level, "isLgl"),
        restarts=value(level, "lvlRestart") != "0",
        paragraph_style=value(level, "pStyle"),
    )


def _number_style(level: Element) -> str:
    """Give the style of a level's number, also where Word offers two in its place."""
    direct = value(level, "numFmt")
    if direct:
        return direct
    for each in level.iter():
        if local_name(each) == "numFmt":
            return attribute(each, "val") or "decimal"
    return "decimal"


def _read_list(instance: Element, definitions: dict[str, dict[int, Level]]) -> _List:
    definition = value(instance, "abstractNumId")
    listed = _List(definition, dict(definitions.get(definition, {})))
    for override in children(instance, "lvlOverride"):
        level = number(attribute(override, "ilvl"), default=0, most=_LEVELS - 1)
        redefined = child(override, "lvl")
        if redefined is not None:
            listed.levels[level] = _read_level(redefined)
        start = value(override, "startOverride")
        if start:
            listed.starts[level] = number(start, default=1)
    return listed
