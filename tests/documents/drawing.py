"""PDF files drawn for tests, and what is read from them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from duixian.documents.content import Content
from duixian.documents.limits import DEFAULT_LIMITS
from duixian.documents.pdf.extraction import extract

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

CHINESE = (
    "过去一年，全区地区生产总值增长6.5%左右，一般公共预算收入完成82.4亿元，同比增长7.1%；"
    "城镇新增就业1.2万人，完成全年任务的104.5%。新增养老服务中心4家、普惠托位不少于2300个。"
)
ENGLISH = (
    "Over the past year the district economy grew by 6.5 percent, and total retail sales of "
    "consumer goods reached 128.35 billion yuan. We will build 4 community centres for the "
    "elderly and 2,300 childcare places, and support 12,000 residents in finding work."
)
BODY = ParagraphStyle(
    "body", fontName="STSong-Light", fontSize=14, leading=24, wordWrap="CJK", firstLineIndent=28
)
TITLE = ParagraphStyle("title", parent=BODY, fontSize=22, leading=32, alignment=1)
LATIN = ParagraphStyle("latin", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=7)

Draw = Callable[[Canvas], None]


def build(story: list[object], *, on_page: Callable[[Canvas, object], None] | None = None) -> bytes:
    stream = io.BytesIO()
    template = SimpleDocTemplate(stream, pagesize=A4, invariant=1)
    furnish = on_page or (lambda canvas, document: None)
    template.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return stream.getvalue()


def copies(text: str, count: int, style: ParagraphStyle) -> list[object]:
    return [Paragraph(text, style) for _ in range(count)]


def draw(*pages: Draw, **options: object) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, **options)
    for page in pages:
        canvas.setFont("STSong-Light", 14)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def say(text: str, *, x: float = 80, y: float = 700) -> Draw:
    return lambda canvas: canvas.drawString(x, y, text)


def read(data: bytes, **options: int) -> Content:
    limits = replace(DEFAULT_LIMITS, **options)
    return extract(data, name="report.pdf", limits=limits, ocr=False)


def lines_of(data: bytes) -> list[str]:
    return read(data).text.splitlines()
