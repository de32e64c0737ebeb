"""HTML source to a stream of tags and text, by libxml2's parser.

The parser hands over each tag and text as it meets them, with the end tags people leave
out put in, so every element that starts also ends. No tree is built: memory stays at one
block of the page, and a page nested too deep is given up at the very tag that is too much.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from lxml import etree

from duixian.documents.limits import Limits
from duixian.errors import DamagedSourceError, SourceTooLargeError

_BLOCK = 65_536  # bytes handed to the parser at once
# End tags that end a line in a browser and that libxml2 drops: where no paragraph is open,
# and where it has closed a heading too early, at a paragraph inside of it.
_BREAKING_END = re.compile(r"</(?:p|br|h[1-6])\s*+>", re.IGNORECASE)


class Handler(Protocol):
    """What takes the tags and texts of a page; names are in lower case."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self) -> None: ...
    def text(self, text: str) -> None: ...


class _Bounded:
    """Passes on what the parser meets, up to the limits of depth and length."""

    def __init__(self, handler: Handler, name: str, limits: Limits) -> None:
        self.handler = handler
        self.name = name
        self.limits = limits
        self.depth = self.characters = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.max_depth:
            cause = f"tags nested over {self.limits.max_depth:,} deep, more than a page has"
            raise DamagedSourceError(self.name, cause)
        self.handler.start(tag, dict(attributes.items()))  # lxml's own kind of empty one is slow

    def end(self, _tag: str) -> None:
        self.depth -= 1
        self.handler.end()

    def data(self, text: str) -> None:
        self.characters += len(text)
        if self.characters > self.limits.max_characters:
            raise SourceTooLargeError.over(self.name, self.limits.max_characters, "characters")
        self.handler.text(text)

    def close(self) -> None: ...


def parse(markup: str, handler: Handler, *, name: str, limits: Limits) -> None:
    """Hand a page to `handler`; raises where it goes over the limits."""
    if markup.count("<") > limits.max_tags:
        raise SourceTooLargeError.over(name, limits.max_tags, "tags")
    # The length and depth of a page are bounded above; huge_tree lifts libxml2's own bounds.
    target = _Bounded(handler, name, limits)
    parser = etree.HTMLParser(
        target=target,  # type: ignore[arg-type]  # the stubs ask for `bytes` where `str` comes
        encoding="utf-8",
        huge_tree=True,
    )
    source = _BREAKING_END.sub(r"\g<0><br>", markup).encode("utf-8", "replace")
    for start in range(0, len(source), _BLOCK):
        parser.feed(source[start : start + _BLOCK])
    parser.close()
