"""HTML source to a stream of tags and text, in one pass and linear time.

No tree is built: tree builders take quadratic time on deeply nested tags (measured: ten
seconds for a hundred thousand in the fastest library), and a page's visible text needs
only the order of things. Tokens follow the HTML standard's tokenizer for all that
changes which text is seen; entities are resolved by the standard library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

# Possessive quantifiers: no backtracking, so a hostile tag costs its own length.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)"""
    r"""((?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+)*+)>"""
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+"""
)
_LONG_REFERENCE = re.compile(r"&#0*+[0-9]{8,}+;?")  # beyond Unicode, and beyond what int() takes

# Elements whose content is not markup: it ends only at their own end tag.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
_RAW_WITH_ENTITIES = frozenset(("title", "textarea"))
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW | _RAW_WITH_ENTITIES
}


@dataclass(frozen=True, slots=True)
class StartTag:
    """An opening tag; `source` is what stands between its name and its end."""

    name: str
    source: str

    def attributes(self) -> dict[str, str]:
        """Give the attributes by name in lower case; of two the first counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), resolve(value))
        return found


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, entities resolved, white space as in the source."""

    text: str


Token = StartTag | EndTag | Text


def resolve(text: str) -> str:
    """Replace entities by what they stand for."""
    if "&" not in text:
        return text
    return unescape(_LONG_REFERENCE.sub("\ufffd", text))


def tokens(markup: str) -> Iterator[Token]:
    """Give the tags and texts of a page in order; comments and scripts are left out."""
    position = 0
    unclosed: set[str] = set()
    while position < len(markup):
        opening = markup.find("<", position)
        if opening < 0:
            yield Text(resolve(markup[position:]))
            return
        if opening > position:
            yield Text(resolve(markup[position:opening]))
        tag = _TAG.match(markup, opening)
        if tag is None:
            position = _after_other(markup, opening)
            if position == opening + 1:
                yield Text("<")
            continue
        position = tag.end()
        name = tag[2].lower()
        if tag[1]:
            yield EndTag(name)
            continue
        if name not in _RAW_END:
            yield StartTag(name, tag[3])
            continue
        ending = None if name in unclosed else _RAW_END[name].search(markup, position)
        if ending is None and name in _RAW:
            return
        if ending is None:
            unclosed.add(name)  # a title never closed: take the tag for a slip
            continue
        yield StartTag(name, tag[3])
        if name in _RAW_WITH_ENTITIES:
            yield Text(resolve(markup[position : ending.start()]))
        position = ending.start()


def _after_other(markup: str, opening: int) -> int:
    """Give the place after a comment, a declaration or a cut-off tag; text follows at once."""
    if markup.startswith("<!--", opening):
        ending = markup.find("-->", opening + 2)
        return ending + 3 if ending >= 0 else len(markup)
    following = markup[opening + 1 : opening + 3]
    if following.startswith(("!", "?")) or (following[:1] == "/" and following[1:]):
        ending = markup.find(">", opening)
        return ending + 1 if ending >= 0 else len(markup)
    if following[:1].isascii() and following[:1].isalpha():
        return len(markup)  # the page ends inside a tag
    return opening + 1
