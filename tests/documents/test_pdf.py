"""PDF files to text: paragraphs whole, running lines gone, tables kept, bad files refused."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
)

from duixian.documents.document import Document
from duixian.documents.limits import DEFAULT_LIMITS
from duixian.documents.options import SourceOptions
from duixian.documents.pdf import process
from duixian.documents.pdf.extraction import extract
from duixian.documents.sources import load_bytes
from duixian.errors import (
    DamagedSourceError,
    DuixianError,
    EmptySourceError,
    EncryptedSourceError,
    ScannedSourceError,
    SourceTooLargeError,
)
from tests.documents.drawing import (
    BODY,
    CHINESE,
    ENGLISH,
    LATIN,
    TITLE,
    Draw,
    build,
    copies,
    draw,
    lines_of,
    read,
    say,
)


def gazette(canvas: Canvas, document: object) -> None:
    canvas.setFont("STSong-Light", 9)
    canvas.drawString(72, 815, "云亭区人民政府公报")
    canvas.drawCentredString(297, 30, f"— {canvas.getPageNumber()} —")


class TestParagraphs:
    def test_entries_of_a_table_of_contents_are_lines_of_their_own(self) -> None:
        entries = [
            f"（{number}）本章的题目{'…' * 18}{page}"
            for number, page in zip("一二三", "358", strict=True)
        ]

        def page(canvas: Canvas) -> None:
            for at, entry in enumerate(entries):
                canvas.drawString(80, 700 - 22 * at, entry)

        assert [line.replace(" ", "") for line in lines_of(draw(page))] == entries

    def test_chinese_lines_are_joined_without_a_space(self) -> None:
        assert lines_of(build(copies(CHINESE, 3, BODY))) == [CHINESE] * 3

    def test_english_lines_are_joined_with_a_space(self) -> None:
        assert lines_of(build(copies(ENGLISH, 3, LATIN))) == [ENGLISH] * 3

    def test_a_paragraph_over_a_page_break_stays_whole(self) -> None:
        lines = lines_of(build(copies(CHINESE, 20, BODY), on_page=gazette))
        assert lines == [CHINESE] * 20

    def test_a_footnote_does_not_part_the_paragraph_it_stands_under(self) -> None:
        def first(canvas: Canvas) -> None:
            for row in range(4):
                canvas.drawString(80, 700 - 24 * row, "政" * 30)
            canvas.setFont("STSong-Light", 9)
            canvas.drawString(80, 90, "1. 指规模以上企业。")

        content = read(draw(first, say("务" * 30 + "。", y=720)))
        assert content.text.splitlines() == ["政" * 120 + "务" * 30 + "。", "1. 指规模以上企业。"]

    def test_two_languages_line_by_line_are_not_joined(self) -> None:
        chinese, english = "政" * 29 + "。", "We will build 4 community centres. " * 2

        def page(canvas: Canvas) -> None:
            for row, text in enumerate([chinese, english, chinese, english]):
                canvas.drawString(80, 700 - 24 * row, text)

        assert lines_of(draw(page)) == [chinese, english.strip()] * 2

    @pytest.mark.parametrize("ocr", [False, True])
    def test_nothing_is_lost_of_a_chinese_font_that_neither_file_nor_system_holds(
        self, *, ocr: bool
    ) -> None:
        lines = ["政" * 29 + "。", "We will build 4 community centres.", "政" * 29 + "。"]

        def page(canvas: Canvas) -> None:
            for row, text in enumerate(lines):
                canvas.drawString(80, 700 - 24 * row, text)

        content = extract(draw(page), name="a.pdf", limits=DEFAULT_LIMITS, ocr=ocr)
        assert content.text.splitlines() == lines

    def test_headings_stay_alone(self) -> None:
        heading = "一、2023年工作回顾"
        story = [Paragraph(each, BODY) for each in (heading, CHINESE, "（一）提质增效", CHINESE)]
        assert lines_of(build(story)) == [heading, CHINESE, "（一）提质增效", CHINESE]

    def test_a_title_on_two_centred_lines_is_one(self) -> None:
        title = "关于云亭区2023年国民经济和社会发展计划执行情况的报告"
        lines = lines_of(build([Paragraph(title, TITLE), *copies(CHINESE, 4, BODY)]))
        assert lines[0] == title

    def test_a_word_broken_by_a_hyphen_is_mended_and_a_compound_kept(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFont("Times-Roman", 12)
            text = [
                "We will promote the high-quality development of the district, as high-",
                "quality growth serves everyone, and the construction of infrastruc-",
                "ture and public services for residents in all the twelve subdistricts.",
            ]
            for row, line in enumerate(text):
                canvas.drawString(80, 700 - 16 * row, line)

        text = read(draw(page)).text
        assert "as high-quality growth" in text
        assert "infrastructure and public" in text

    def test_two_columns_are_read_one_after_the_other(self) -> None:
        style = ParagraphStyle("narrow", parent=BODY, fontSize=10, leading=15, firstLineIndent=20)
        stream = io.BytesIO()
        document = BaseDocTemplate(stream, pagesize=A4)
        frames = [Frame(50, 560, 230, 240), Frame(310, 560, 230, 240)]
        document.addPageTemplates(PageTemplate(frames=frames))
        document.build(copies(CHINESE, 5, style))
        assert lines_of(stream.getvalue()) == [CHINESE] * 5

    def test_a_watermark_set_askew_is_left_out(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(80, 700, "全区地区生产总值增长6.5%。")
            canvas.translate(300, 400)
            canvas.rotate(45)
            canvas.drawString(0, 0, "内部资料")

        assert read(draw(page)).text == "全区地区生产总值增长6.5%。\n"

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_a_page_turned_on_its_side_is_read_upright(self, turn: int) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setPageRotation(turn)
            canvas.translate(300, 400)
            canvas.rotate(turn)
            canvas.drawString(0, 0, "新增就业1.2万人，")
            canvas.drawString(0, -20, "完成任务。")

        assert "".join(lines_of(draw(page))) == "新增就业1.2万人，完成任务。"

    def test_a_raised_figure_does_not_become_part_of_the_number(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFont("Times-Roman", 14)
            canvas.drawString(80, 700, "an increase of 5.2")
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(
                80 + canvas.stringWidth("an increase of 5.2", "Times-Roman", 14), 706, "3"
            )

        assert read(draw(page)).text == "an increase of 5.2³\n"

    def test_text_printed_twice_for_boldness_is_read_once(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.drawString(80, 700, "一、工作回顾")
            canvas.drawString(80.4, 700, "一、工作回顾")

        assert read(draw(page)).text == "一、工作回顾\n"


class TestPages:
    def test_running_lines_are_dropped_and_said(self) -> None:
        content = read(build(copies(CHINESE, 20, BODY), on_page=gazette))
        assert "公报" not in content.text
        assert not re.search(r"— \d —", content.text)
        assert "running headers" in content.notes[0]

    def test_pages_cover_the_text_without_a_gap(self) -> None:
        content = read(build(copies(CHINESE, 20, BODY), on_page=gazette))
        assert [page.number for page in content.pages] == [1, 2, 3]
        edges = [page.start for page in content.pages] + [content.pages[-1].end]
        assert edges == [0, *(page.end for page in content.pages)]
        assert edges[-1] == len(content.text)

    def test_a_page_begins_where_its_first_words_stand(self) -> None:
        first, second = "甲" * 30, "乙" * 30 + "。"
        content = read(draw(say(first), say(second)))
        assert content.text[content.pages[1].start :].startswith("乙")

    def test_a_page_without_text_among_others_is_named(self) -> None:
        picture: Draw = lambda canvas: canvas.circle(300, 400, 90)  # noqa: E731
        content = read(draw(say("一、工作回顾"), say("二、工作安排"), picture))
        assert any(note.startswith("page 3 has no text") for note in content.notes)

    def test_a_number_in_the_text_is_not_taken_for_a_page_number(self) -> None:
        assert "2024" in read(draw(say("2024", y=400), say("2025", y=400))).text

    def test_a_contents_list_is_furniture(self) -> None:
        content = read(draw(say("一、工作回顾……………………………… 3"), say("一、工作回顾")))
        (span,) = content.furniture
        assert content.text[slice(*span)].startswith("一、工作回顾……")


class TestTables:
    ROWS = (
        ("指标", "2023年", "2024年目标"),
        ("地区生产总值", "1000.5", "1065"),
        ("合计", "", ""),
    )

    def table(self, *extra: object) -> bytes:
        style = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("FONTNAME", (0, 0), (-1, -1), "STSong-Light"),
            *extra,
        ]
        story = [Paragraph(CHINESE, BODY), Paragraph("单位：亿元", BODY)]
        return build([*story, Table(self.ROWS, style=style), Paragraph(CHINESE, BODY)])

    def test_rows_are_lines_with_the_cells_parted_by_tabs(self) -> None:
        lines = lines_of(self.table())
        assert lines == [CHINESE, "单位：亿元", *map("\t".join, self.ROWS), CHINESE]

    def test_every_cell_points_at_its_text(self) -> None:
        content = read(self.table())
        (table,) = content.tables
        texts = {(c.row, c.column): content.text[c.start : c.end] for c in table.cells}
        assert texts == {
            (row, column): text
            for row, cells in enumerate(self.ROWS)
            for column, text in enumerate(cells)
        }
        assert {cell.row for cell in table.cells if cell.is_header} == {0}

    def test_a_merged_cell_is_written_once_and_found_from_each_of_its_places(self) -> None:
        content = read(self.table(("SPAN", (0, 2), (2, 2))))
        (table,) = content.tables
        last = [content.text[c.start : c.end] for c in table.cells if c.row == 2]
        assert last == ["合计"] * 3
        assert content.text.count("合计") == 1

    def test_columns_without_rules_are_parted_by_tabs(self) -> None:
        def page(canvas: Canvas) -> None:
            for row, (name, figure) in enumerate([("地区生产总值", "1000.5"), ("就业", "1.2")]):
                canvas.drawString(80, 700 - 24 * row, name)
                canvas.drawString(300, 700 - 24 * row, figure)

        assert lines_of(draw(page)) == ["地区生产总值\t1000.5", "就业\t1.2"]


class TestBadInput:
    @pytest.mark.parametrize("data", [b"", b"  \n"], ids=["none", "blank"])
    def test_nothing_is_said_to_be_empty(self, data: bytes) -> None:
        with pytest.raises(EmptySourceError):
            load_bytes(data, name="report.pdf")

    def test_a_picture_without_text_is_said_to_be_a_scan_with_what_to_do(self) -> None:
        data = draw(lambda canvas: canvas.circle(300, 400, 90), lambda canvas: None)
        with pytest.raises(ScannedSourceError, match=r"a scan with 2 pages.*--ocr"):
            read(data)

    def test_blank_pages_are_said_to_be_blank(self) -> None:
        with pytest.raises(EmptySourceError, match="2 pages, all blank"):
            read(draw(lambda canvas: None, lambda canvas: None))

    def test_a_password_is_said(self) -> None:
        data = draw(say("秘密"), encrypt=StandardEncryption("open sesame", strength=128))
        with pytest.raises(EncryptedSourceError, match="password"):
            read(data)

    def test_a_file_only_protected_from_editing_is_read(self) -> None:
        data = draw(say("公开"), encrypt=StandardEncryption("", ownerPassword="x", strength=128))
        assert read(data).text == "公开\n"

    def test_a_broken_cross_reference_is_recovered(self) -> None:
        data = draw(say("一、工作回顾"))
        broken = re.sub(rb"startxref\s+\d+", b"startxref\n99999999", data)
        assert read(broken).text == "一、工作回顾\n"

    def test_too_many_pages_are_refused_before_they_are_read(self) -> None:
        with pytest.raises(SourceTooLargeError, match="3 pages, over the limit of 2"):
            read(draw(*[say("页")] * 3), max_pages=2)

    def test_a_claim_of_a_million_pages_is_refused_or_outlived(self) -> None:
        data = re.sub(rb"/Count 1\b", b"/Count 1000000", draw(say("一页")))
        assert b"/Count 1000000" in data
        with pytest.raises(DuixianError):
            read(data)

    def test_a_page_tree_that_holds_itself_ends(self) -> None:
        data = (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]>>endobj\n"
            b"trailer<</Root 1 0 R>>\n%%EOF"
        )
        with pytest.raises(DuixianError):
            read(data)

    def test_too_much_text_is_refused(self) -> None:
        with pytest.raises(SourceTooLargeError, match="100 characters"):
            read(build(copies(CHINESE, 3, BODY)), max_characters=100)

    @pytest.mark.parametrize("tenth", range(10))
    def test_a_truncated_file_is_read_in_part_with_a_note_or_refused(self, tenth: int) -> None:
        data = build(copies(CHINESE, 20, BODY), on_page=gazette)
        try:
            content = read(data[: len(data) * tenth // 10])
        except DuixianError as error:
            assert "\n" not in str(error)
        else:
            assert any("does not end as a PDF" in note for note in content.notes)

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_changed_bytes_yield_text_or_a_refusal(self, data: st.DataObject) -> None:
        """No change to a file brings anything else than encodable text or a DuixianError."""
        mutable = bytearray(SAMPLE)
        for _ in range(data.draw(st.integers(1, 12))):
            at = data.draw(st.integers(0, len(mutable) - 1))
            mutable[at] = data.draw(st.integers(0, 255))
        try:
            content = read(bytes(mutable))
        except DuixianError as error:
            assert str(error)
        else:
            content.text.encode("utf-8")
            assert "\0" not in content.text


SAMPLE = draw(say("一、2023年工作回顾"), say("二、2024年任务：增长6.5%"), pageCompression=0)


class TestReadingProcess:
    def read(self, data: bytes) -> Document:
        return load_bytes(data, name="report.pdf")

    def test_the_document_keeps_what_identifies_the_file(self) -> None:
        document = self.read(SAMPLE)
        assert (document.name, document.media_type) == ("report.pdf", "application/pdf")
        assert document.size == len(SAMPLE)
        assert document.text == "一、2023年工作回顾\n二、2024年任务：增长6.5%\n"

    def test_an_error_keeps_its_kind_across_the_process(self) -> None:
        with pytest.raises(ScannedSourceError, match=r"^report\.pdf: a scan with 1 page"):
            self.read(draw(lambda canvas: canvas.circle(300, 400, 90)))

    def test_a_reading_that_takes_too_long_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(process, "READ_SECONDS", 0.01)
        with pytest.raises(SourceTooLargeError, match="not read within"):
            self.read(SAMPLE)

    def test_a_reading_that_takes_too_much_memory_is_ended(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(process, "MEMORY_BYTES", 1)
        with pytest.raises((DamagedSourceError, SourceTooLargeError)):
            self.read(SAMPLE)

    def test_a_small_file_may_take_less_memory_than_a_large_one(self) -> None:
        """Packed, three million strokes of text are 30 kB; in PDFium they are gigabytes."""
        packed = draw(
            lambda canvas: canvas.addLiteral(f"BT {'(x) Tj ' * 3_000_000} ET"), pageCompression=1
        )
        assert len(packed) < 100_000
        with pytest.raises(SourceTooLargeError, match="more memory than allowed"):
            self.read(packed)

    def test_a_form_that_draws_itself_cannot_take_the_reader_down(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """PDFium follows such forms until its memory is gone, and aborts."""
        monkeypatch.setattr(process, "MEMORY_BYTES", 400 * 1024**2)

        def page(canvas: Canvas) -> None:
            canvas.beginForm("inner")
            canvas.drawString(0, 0, "x")
            canvas.endForm()
            canvas.doForm("inner")

        data = draw(page, pageCompression=0)
        name = re.search(rb"/(FormXob\.\w+) Do", data)
        assert name is not None
        looped = data.replace(b"(x) Tj", b"/" + name.group(1) + b" Do")
        with pytest.raises(DuixianError):
            self.read(looped)

    def test_a_module_lying_in_the_current_folder_is_not_loaded(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "pypdfium2.py").write_text("raise SystemExit(9)")
        assert self.read(SAMPLE).text


def test_whoever_waits_is_told_of_every_page() -> None:
    told: list[tuple[int, int]] = []
    options = SourceOptions(on_page=lambda done, total: told.append((done, total)))
    load_bytes(draw(*(say("words") for _ in range(3))), name="report.pdf", options=options)
    assert told == [(0, 3), (1, 3), (2, 3)]
