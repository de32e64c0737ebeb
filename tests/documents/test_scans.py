"""Scans to text: drawn pages recognised offline, joined like any PDF, with the confidence said."""

from __future__ import annotations

import importlib
import io
import socket
from typing import Any

import pytest
from PIL import Image

from duixian.documents import scans
from duixian.documents.content import Content
from duixian.documents.limits import DEFAULT_LIMITS
from duixian.documents.pdf import read_pdf
from duixian.documents.pdf.extraction import extract
from duixian.errors import EmptySourceError, MissingExtraError, ScannedSourceError

needs_ocr = pytest.mark.skipif(
    not scans.is_available(), reason="the extra duixian[ocr] is not installed"
)

WIDTH, HEIGHT, SIZE = 1654, 1100, 32  # pixels, at 200 dots an inch
CHINESE = (
    "　　过去一年，全区地区生产总值增长6.5%左右，一般公共预算收入",
    "完成82.4亿元，同比增长7.1%；城镇新增就业1.2万人，完成全年任务",
    "的104.5%。新增养老服务中心4家、普惠托位不少于2300个。",
)
ENGLISH = (
    "The district economy grew by 6.5 percent, and retail sales of consumer",
    "goods reached 128.35 billion yuan. We will build 4 community centres.",
)


def picture(*lines: str, turned: int = 0) -> Image.Image:
    """Draw lines with the font that comes with OpenCV, as a scanner would see them."""
    cv2: Any = importlib.import_module("cv2")
    numpy: Any = importlib.import_module("numpy")
    page = numpy.full((HEIGHT, WIDTH, 3), 255, numpy.uint8)
    font = cv2.FontFace("uni")
    for row, line in enumerate(lines):
        indent = len(line) - len(line.lstrip("　"))
        place = (200 + indent * SIZE, 200 + 62 * row)
        cv2.putText(page, line.strip("　"), place, (0, 0, 0), font, SIZE)
    return Image.fromarray(numpy.rot90(page, turned).copy())


def scan(*pages: Image.Image) -> bytes:
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return stream.getvalue()


@pytest.fixture(scope="module")
def chinese() -> Content:
    data = scan(picture("一、2023年工作回顾", *CHINESE))
    return read_pdf(data, name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)


@pytest.mark.slow
@needs_ocr
class TestRecognition:
    def test_a_chinese_scan_is_read_with_its_paragraph_whole(self, chinese: Content) -> None:
        assert chinese.text.splitlines() == ["一、2023年工作回顾", "".join(CHINESE).strip("　")]

    def test_an_english_scan_is_read_with_its_spaces(self) -> None:
        content = extract(scan(picture(*ENGLISH)), name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)
        assert content.text == " ".join(ENGLISH) + "\n"

    def test_a_page_scanned_upside_down_is_read(self) -> None:
        data = scan(picture(*CHINESE, turned=2))
        content = extract(data, name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)
        assert "增长6.5%左右" in content.text

    def test_the_confidence_is_said(self, chinese: Content) -> None:
        assert any("mean confidence" in note and "page 1" in note for note in chinese.notes)

    def test_nothing_is_asked_of_the_network(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise OSError("no network in this test")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        data = scan(picture(ENGLISH[0]).crop((150, 150, 1450, 260)))
        content = extract(data, name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)
        assert content.text == f"{ENGLISH[0]}\n"

    def test_a_picture_without_words_is_said_to_have_none(self) -> None:
        with pytest.raises(EmptySourceError, match="not even in pictures"):
            extract(scan(picture()), name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)


def blank_scan() -> bytes:
    return scan(Image.new("RGB", (200, 200), "white"))


def test_without_ocr_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(ScannedSourceError, match="--ocr"):
        read_pdf(blank_scan(), name="scan.pdf", limits=DEFAULT_LIMITS)


def test_without_the_extra_the_way_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "is_available", lambda: False)
    with pytest.raises(MissingExtraError, match=r"duixian\[ocr\]"):
        extract(blank_scan(), name="scan.pdf", limits=DEFAULT_LIMITS, ocr=True)
