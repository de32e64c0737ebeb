"""Blocks as HTML. Every word of a report is escaped here; nothing of it is ever markup.

A report has hundreds of sentences on a page, so this is made by hand: a template takes ten times
as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from duixian.web.ledger.choices import Kind
from duixian.web.site.reports.passages import Block, Material, Run, Sentence

_SHAPES = {Kind.RESULT: "●", Kind.COMMITMENT: "◆", Kind.CONTEXT: "○"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as the template lays it out."""

    tag: str  # "p", or "h2" to "h6"
    anchor: str  # "" where nothing points to it
    language: str  # "" where it is that of the report
    page: int | None
    html: SafeString


def shown_blocks(material: Material, blocks: Iterable[Block]) -> Iterator[Shown]:
    """Lay out blocks, with headings that never skip a level."""
    writer = _Writer(material)
    open_levels: list[int] = []
    for block in blocks:
        tag = "p"
        if block.is_heading and block.section is not None:
            while open_levels and open_levels[-1] >= block.section.level:
                open_levels.pop()
            open_levels.append(block.section.level)
            tag = f"h{min(len(open_levels) + 1, _DEEPEST)}"
        language = block.language or material.report.language
        yield Shown(
            tag,
            f"section-{block.section.position}" if block.section else "",
            "" if language == material.report.language else language,
            block.page,
            writer.block(block),
        )


class _Writer:
    """Writes the inner HTML of blocks."""

    def __init__(self, material: Material) -> None:
        self._text = material.text
        self._names = {each.value: escape(each.label) for each in Kind}
        # The address of one statement is asked of Django; those of the others differ by a number.
        key = material.report.pk
        self._before, self._after = reverse("site:statement", args=[key, 0]).rsplit("0", 1)

    def block(self, block: Block) -> SafeString:
        """Write a block: its sentences, and what stands between them."""
        whole = "".join(self._run(run, block) for run in block.runs)
        return mark_safe(whole)  # noqa: S308 - every piece is escaped below

    def _run(self, run: Run, block: Block) -> str:
        if run.sentence is None:
            return self._piece(run.start, run.end, block)
        return self._sentence(run, run.sentence, block)

    def _sentence(self, run: Run, sentence: Sentence, block: Block) -> str:
        kind = sentence.kind
        link = f"{self._before}{sentence.start}{self._after}"
        pieces, here = [], run.start
        for start, end in run.quantities:
            if start >= here:
                pieces.append(self._piece(here, start, block))
                pieces.append(f"<u>{escape(self._text[start:end])}</u>")
                here = end
        pieces.append(self._piece(here, run.end, block))
        return (
            f'<span id="s{sentence.start}" class="kind-{kind}">'
            f'<a href="{link}" aria-label="{self._names[kind]}">{_SHAPES[Kind(kind)]}</a>'
            f"{''.join(pieces)}</span>"
        )

    def _piece(self, start: int, end: int, block: Block) -> str:
        """Write a piece of text; a heading that runs into its paragraph is printed bold."""
        section = block.section
        if section is None or block.is_heading or section.heading_start is None:
            return self._plain(start, end)
        first = min(max(section.heading_start, start), end)
        last = min(max(section.heading_end or 0, first), end)
        if first == last:
            return self._plain(start, end)
        bold = f"<b>{self._plain(first, last)}</b>"
        return f"{self._plain(start, first)}{bold}{self._plain(last, end)}"

    def _plain(self, start: int, end: int) -> str:
        return escape(self._text[start:end])
