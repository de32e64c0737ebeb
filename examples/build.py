"""Makes the bundled examples: the four texts, each also as HTML, DOCX and PDF.

    python examples/build.py OUT

The texts beside this script are the only source; the other formats are made from them the way
offices publish their reports, page furniture included. The same texts give the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from docx.oxml.ns import qn
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

HERE = Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip archive can name
CHINESE_FONT = "STSong-Light"

PART = re.compile(r"[一二三四五六七八九十]+、|[IVX]+\. ")
SUBPART = re.compile(r"（[一二三四五六七八九十]+）|\(\d+\) ")


@dataclass(frozen=True)
class Block:
    """One paragraph of the text and what it is: title, line, part, subpart or paragraph."""

    kind: str
    text: str


@dataclass(frozen=True)
class Annex:
    """The table at the end of a report; its header carries the units."""

    title: str
    rows: tuple[tuple[str, ...], ...]  # the first one is the header


@dataclass(frozen=True)
class Example:
    """One report of the examples in one language."""

    name: str
    language: str
    blocks: tuple[Block, ...]
    annex: Annex

    @property
    def title(self) -> str:
        return self.blocks[0].text


def read_example(path: Path) -> Example:
    """Read one text and the table that belongs to it."""
    name, language = path.name.split(".")[:2]
    head, *body = path.read_text(encoding="utf-8").strip().split("\n\n")
    title, *lines = head.split("\n")
    blocks = [Block("title", title), *(Block("line", line) for line in lines)]
    blocks += [Block(kind_of(text), text) for text in body]
    year = name.rsplit("-", 1)[1]
    return Example(f"{name}.{language}", language, tuple(blocks), read_annex(year, language))


def kind_of(text: str) -> str:
    """Tell a heading from a paragraph by its number."""
    if PART.match(text):
        return "part"
    return "subpart" if SUBPART.match(text) else "paragraph"


def read_annex(year: str, language: str) -> Annex:
    """Find the table of one report in tables.csv."""
    with (HERE / "tables.csv").open(encoding="utf-8", newline="") as lines:
        found = next(
            row
            for row in csv.DictReader(lines)
            if (row["year"], row["language"]) == (year, language)
        )
    rows = [found["columns"], *found["rows"].split(";")]
    return Annex(found["title"], tuple(tuple(row.split("|")) for row in rows))


def as_html(example: Example) -> bytes:
    """Make the page a government site would publish, menus and share buttons included."""
    tags = {"title": "h1", "line": "p", "part": "h2", "subpart": "h3", "paragraph": "p"}
    body = "\n".join(
        f"<{tags[block.kind]}>{escape(block.text, quote=False)}</{tags[block.kind]}>"
        for block in example.blocks
    )
    frame = (HERE / f"page.{example.language}.html").read_text(encoding="utf-8")
    page = frame.replace("{{title}}", escape(example.title, quote=False))
    return page.replace("{{body}}", f"{body}\n{annex_as_html(example.annex)}").encode()


def annex_as_html(annex: Annex) -> str:
    """Make the table with its caption."""
    rows = []
    for number, row in enumerate(annex.rows):
        tag = "td" if number else "th"
        cells = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return f"<table>\n<caption>{escape(annex.title)}</caption>\n" + "\n".join(rows) + "\n</table>"


def as_docx(example: Example) -> bytes:
    """Make a Word file with real heading styles and a real table."""
    file = docx.Document()
    if example.language == "zh":
        normal = file.styles["Normal"]
        normal.font.name = "SimSun"
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")
    levels = {"title": 0, "part": 1, "subpart": 2}
    for block in example.blocks:
        if block.kind in levels:
            file.add_heading(block.text, levels[block.kind])
        else:
            file.add_paragraph(block.text)
    file.add_paragraph(example.annex.title)
    table = file.add_table(rows=0, cols=len(example.annex.rows[0]), style="Table Grid")
    for row in example.annex.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made = io.BytesIO()
    file.save(made)
    return without_times(made.getvalue())


def without_times(archive: bytes) -> bytes:
    """Write a zip archive anew with one fixed time, so that equal content is equal bytes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return made.getvalue()


def as_pdf(example: Example) -> bytes:
    """Make a paged version with a running header and page numbers."""
    made = io.BytesIO()
    template = SimpleDocTemplate(made, pagesize=A4, title=example.title, invariant=1)
    styles = pdf_styles(example.language)
    story: list[Flowable] = [
        Paragraph(escape(block.text, quote=False), styles[block.kind]) for block in example.blocks
    ]
    story += [Paragraph(example.annex.title, styles["subpart"]), annex_as_pdf(example)]
    furniture = page_furniture(example)
    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return made.getvalue()


def font_of(example_language: str) -> str:
    """Name a font that every PDF reader has for the language."""
    if example_language == "en":
        return "Times-Roman"
    registerFont(UnicodeCIDFont(CHINESE_FONT))
    return CHINESE_FONT


def pdf_styles(language: str) -> dict[str, ParagraphStyle]:
    """Name the paragraph style of each kind of block."""
    wrap = "CJK" if language == "zh" else None
    plain = ParagraphStyle(
        "paragraph",
        fontName=font_of(language),
        fontSize=12,
        leading=20,
        spaceAfter=8,
        firstLineIndent=24,
        wordWrap=wrap,
    )
    flush = {"parent": plain, "firstLineIndent": 0}
    centred = {**flush, "alignment": TA_CENTER}
    return {
        "paragraph": plain,
        "line": ParagraphStyle("line", **centred),
        "title": ParagraphStyle("title", **centred, fontSize=18, leading=28, spaceAfter=14),
        "part": ParagraphStyle("part", **flush, fontSize=15, leading=24, spaceBefore=10),
        "subpart": ParagraphStyle("subpart", **flush, fontSize=13, leading=22, spaceBefore=6),
    }


def annex_as_pdf(example: Example) -> Table:
    """Make the table with ruled cells."""
    style = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), font_of(example.language)),
            ("FONTSIZE", (0, 0), (-1, -1), 11),
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ]
    )
    return Table([list(row) for row in example.annex.rows], style=style)


def page_furniture(example: Example) -> Callable[[Canvas, SimpleDocTemplate], None]:
    """Draw what stands at the top and the foot of each page."""
    font = font_of(example.language)

    def draw(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(font, 9)
        width, height = A4
        canvas.drawString(72, height - 45, example.title)
        number = f"- {template.page} -" if example.language == "zh" else f"Page {template.page}"
        canvas.drawCentredString(width / 2, 40, number)
        canvas.restoreState()

    return draw


def build(out: Path) -> None:
    """Write every example in every format into one folder."""
    out.mkdir(parents=True, exist_ok=True)
    makers = {"html": as_html, "docx": as_docx, "pdf": as_pdf}
    for path in sorted(HERE.glob("district-*.txt")):
        example = read_example(path)
        (out / path.name).write_bytes(path.read_bytes())
        for suffix, make in makers.items():
            (out / f"{example.name}.{suffix}").write_bytes(make(example))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python examples/build.py OUT")
    build(Path(sys.argv[1]))
    print(f"The examples stand in {sys.argv[1]}.")
