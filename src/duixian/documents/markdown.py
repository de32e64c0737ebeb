"""Markdown: what a reader sees of it, with its tables; headings and lists keep their marks.

It is written as a page, and the page is read like any other. Many reports named ``.md`` are
plain text all the same, so lines stay lines and numbers stay as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from duixian.documents.content import Content
from duixian.documents.encodings import decode
from duixian.documents.html import read_html
from duixian.documents.limits import Limits
from duixian.documents.wide import WIDE_RANGES
from duixian.errors import EmptySourceError

_LONGEST_UNDERLINED = 160  # characters of a heading told by the line drawn under it

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<lines>(?:[\w-]+[ \t]*:.*\n|[ \t-].*\n|\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*[\"']?(?P<title>.+?)[\"']?[ \t]*$", re.MULTILINE)
# Chinese writers often leave out the space behind the signs of a heading.
_TIGHT_HEADING = re.compile(rf"^(#{{1,6}})(?=[{WIDE_RANGES}][^#\n]*$)", re.MULTILINE)
# A note defined like an address ([1]: text) is text, and only an address is none.
_ADDRESS = re.compile(r"\[[^\]\n]+\]:[ \t]*<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[/#.]|www\.)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\][:：]")
_NOTE_SIGN = re.compile(r"\[\^[^\]\s]{1,20}\](?![:：])")
# Stars beside Chinese punctuation (**一是修路。**今年…) mark nothing by the letter of the rules.
_STARRED = re.compile(r"\*\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*\*")
_LIST_MARK = re.compile(r"\s*(?:[-*+•·]|\d{1,3}[.)、]|[（(])")
_GOES_ON = re.compile(r"\s*[a-z]")
_ENDED = re.compile(r"[.!?:;。！？：；][”’\"')）]*\s*$")


def read_markdown(data: bytes, *, name: str, limits: Limits, charset: str | None = None) -> Content:
    """Read Markdown as the page it makes."""
    decoded = decode(data, name=name, declared=charset)
    front = _FRONT_MATTER.match(decoded.text)
    title = _TITLE.search(front["lines"]) if front else None
    page = _page(decoded.text[front.end() if front else 0 :])
    try:
        content = read_html(page.encode(), name=name, limits=limits, charset="utf-8")
    except EmptySourceError:
        content = Content("")
    return replace(
        content,
        encoding=decoded.encoding,
        notes=(*decoded.notes, *content.notes),
        title=title["title"] if title else None,
    )


def _page(text: str) -> str:
    """Write Markdown as HTML."""
    parser = _parser()
    tokens = parser.parse(_TIGHT_HEADING.sub(r"\1 ", text))
    before: Token | None = None
    for place, token in enumerate(tokens):
        if token.type == "inline":
            if before and before.type == "paragraph_open" and _NOTE.match(token.content):
                # What stands at the foot of a page is no part of its text.
                before.tag = tokens[place + 1].tag = "footer"
            _keep_lines(token)
            _drop_marks(token.children or ())
            if before is not None and before.type == "heading_open":
                _keep_heading_mark(before, token)
        before = token
    return f"<article>\n{parser.renderer.render(tokens, parser.options, {})}</article>"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"])
    # Lists lose their numbers on a page, and indented lines of a report are no code.
    parser.disable(["list", "code"])
    parser.block.ruler.at("reference", _reference)
    return parser


def _reference(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    begin = state.bMarks[line] + state.tShift[line]
    if not _ADDRESS.match(state.src, begin):
        return False
    return reference(state, line, end, silent)


def _keep_heading_mark(opening: Token, inline: Token) -> None:
    """Put the signs of a heading into its text, where the structure of reports is read."""
    is_underlined = opening.markup in ("=", "-")
    if is_underlined and ("\n" in inline.content or len(inline.content) > _LONGEST_UNDERLINED):
        return  # a paragraph of plain text with a line drawn under it
    if inline.content.strip():
        mark = Token("text", "", 0, content=f"{'#' * int(opening.tag[1:])} ")
        inline.children = [mark, *(inline.children or ())]


def _keep_lines(inline: Token) -> None:
    """Let lines end as written, but for the lines of a paragraph that was wrapped to a width."""
    lines = inline.content.split("\n")
    pairs = list(pairwise(lines))
    if not any(_GOES_ON.match(after) and not _ENDED.search(line) for line, after in pairs):
        return
    breaks = [each for each in inline.children or () if each.type == "softbreak"]
    if len(breaks) != len(pairs):  # some are hard, or inside code
        return
    for (_, after), each in zip(pairs, breaks, strict=True):
        if not _LIST_MARK.match(after):
            each.type, each.content = "text", "\n"


def _drop_marks(children: Sequence[Token]) -> None:
    """Drop what marks text without being text, where the rules of Markdown leave it."""
    for child in children:
        if child.type == "text":
            child.content = _STARRED.sub(r"\1", _NOTE_SIGN.sub("", child.content))
