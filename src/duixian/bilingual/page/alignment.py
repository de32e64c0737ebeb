"""The page of an alignment: both versions side by side, partner beside partner.

One file that needs nothing else, opens offline and prints. It reads without scripts; a small one
adds keys that go from row to row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from duixian.bilingual.align import DOUBTFUL
from duixian.bilingual.page.frame import framed, skip_link
from duixian.bilingual.page.labels import Label
from duixian.bilingual.page.markup import both, safe, short_name
from duixian.bilingual.records import Alignment, Bead, Side
from duixian.bilingual.spans import spans_of_side
from duixian.documents.document import Span

_TITLE = Label("Side by side", "双语对照")
_SENTENCES = {
    "zh": Label("Chinese sentences", "中文句"),
    "en": Label("English sentences", "英文句"),
}
_ROWS = Label("rows", "组")
_DOUBTFUL = Label("doubtful", "存疑")
_ALONE = Label("without a partner", "无对应")
_MOVED = Label("moved", "移位")
_ONLY = Label("Only rows a person should look at", "只看需要核对的")


def alignment_page(alignment: Alignment) -> str:
    """Return an alignment as one HTML page."""
    rows = "".join(_Rows(alignment))
    body = "\n".join((_header(alignment), _filter(alignment.beads), _table(alignment, rows)))
    style = _resource("style.css") + _resource("alignment.css")
    script = _resource("alignment.js")
    skip = skip_link("beads", "text")
    title = f"{_TITLE.en} {_TITLE.zh}"
    return framed(f"{skip}\n{body}", title=title, style=style, kind="alignment", script=script)


@cache
def _resource(name: str) -> str:
    return files("duixian.bilingual.page").joinpath(name).read_text(encoding="utf-8")


def _header(alignment: Alignment) -> str:
    sides = {"zh": alignment.zh, "en": alignment.en}
    counts = [(label, len(sides[key].sentences)) for key, label in _SENTENCES.items()]
    beads = alignment.beads
    counts += [
        (_ROWS, len(beads)),
        (_DOUBTFUL, sum(map(_is_doubtful, beads))),
        (_ALONE, sum(map(_is_alone, beads))),
        (_MOVED, sum(bead.is_moved for bead in beads)),
    ]
    tallies = "".join(
        f"<div><dt>{both(label)}</dt><dd>{count:,}</dd></div>" for label, count in counts
    )
    notes = "".join(f"<li>{safe(note)}</li>" for note in alignment.notes)
    return "\n".join(
        (
            "<header>",
            f"<h1>{both(_TITLE)}</h1>",
            f'<ul class="notes">{notes}</ul>' if notes else "",
            f'<dl class="compared">{tallies}</dl>',
            "</header>",
        )
    )


def _filter(beads: Sequence[Bead]) -> str:
    count = sum(_needs_a_look(bead) for bead in beads)
    if not count:
        return ""
    return (
        '<div class="filters"><label><input type="checkbox" id="only"> '
        f'{both(_ONLY)} <span class="count">{count:,}</span></label>'
        '<p class="keys">Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous row, '
        "<kbd>n</kbd> <kbd>p</kbd> next and previous row to look at "
        '<span lang="zh-Hans">快捷键：j k 下一组、上一组；n p 下一处、上一处待核对</span></p></div>'
    )


def _table(alignment: Alignment, rows: str) -> str:
    zh, en = (safe(short_name(side.document.name)) for side in (alignment.zh, alignment.en))
    return (
        '<table id="beads"><thead><tr>'
        '<th scope="col" class="row"><span class="unseen">Row 组号</span></th>'
        f'<th scope="col"><span lang="zh-Hans">中文</span> <span class="name">{zh}</span></th>'
        f'<th scope="col">English <span class="name">{en}</span></th>'
        f"</tr></thead>\n<tbody>\n{rows}</tbody></table>"
    )


class _Rows:
    """The rows of the table, one a bead."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._zh, self._en = spans_of_side(alignment.zh), spans_of_side(alignment.en)
        self._row_of_en = {
            j: number for number, bead in enumerate(alignment.beads, start=1) for j in bead.en
        }
        self._end = 0

    def __iter__(self) -> Iterator[str]:
        for number, bead in enumerate(self._alignment.beads, start=1):
            yield self._row(number, bead)

    def _row(self, number: int, bead: Bead) -> str:
        zh = _cell(self._alignment.zh, [self._zh[i] for i in bead.zh], "zh-Hans", "中文没有这一句")
        en = _cell(self._alignment.en, [self._en[j] for j in bead.en], "en", "Not in the English")
        remarks = "".join(f'<p class="remark">{each}</p>' for each in self._remarks(bead))
        return (
            f'<tr id="row-{number}" class="{self._classes(bead)}" tabindex="0">'
            f'<th scope="row"><a href="#row-{number}" tabindex="-1">{number}</a></th>'
            f"<td>{zh}</td><td>{en}{remarks}</td></tr>\n"
        )

    def _classes(self, bead: Bead) -> str:
        names = ["bead"]
        if _is_alone(bead):
            names.append("alone")
        elif _is_doubtful(bead):
            names.append("doubtful")
        if bead.is_moved:
            names.append("moved")
        if _needs_a_look(bead):
            names.append("look")
        if self._opens_paragraph(bead):
            names.append("opens")
        return " ".join(names)

    def _opens_paragraph(self, bead: Bead) -> bool:
        """Tell whether the bead begins a line of the Chinese text, or of an English one alone."""
        side, index = (self._alignment.zh, bead.zh) if bead.zh else (self._alignment.en, bead.en)
        if index[0] == 0:
            return False
        end, start = side.sentences[index[0] - 1].end, side.sentences[index[0]].start
        return "\n" in side.document.text[end:start]

    def _remarks(self, bead: Bead) -> Iterator[str]:
        if _is_alone(bead):
            yield both(_ALONE)
        elif _is_doubtful(bead):
            yield f"{both(_DOUBTFUL)} {bead.score:.2f}"
        if bead.is_moved:
            before = self._row_of_en.get(min(bead.en) - 1)
            place = f' <a href="#row-{before}">after row {before}</a>' if before else " first"
            yield f"{both(_MOVED)}: in the English{place}"


def _cell(side: Side, spans: Sequence[Span], language: str, absent: str) -> str:
    if not spans:
        return f'<span class="absent" lang="{language}">{safe(absent)}</span>'
    sentences = (safe(side.document.text[start:end]) for start, end in spans)
    joined = ("" if language == "zh-Hans" else " ").join(
        f'<span class="sentence">{each}</span>' for each in sentences
    )
    return f'<p lang="{language}">{joined}</p>'


def _is_alone(bead: Bead) -> bool:
    return not bead.zh or not bead.en


def _is_doubtful(bead: Bead) -> bool:
    return not _is_alone(bead) and bead.score < DOUBTFUL


def _needs_a_look(bead: Bead) -> bool:
    return _is_alone(bead) or bead.score < DOUBTFUL or bead.is_moved
