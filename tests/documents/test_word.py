"""Word files to text: numbers as Word shows them, changes accepted, tables whole, bombs refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duixian.documents.content import Content
from duixian.documents.limits import DEFAULT_LIMITS
from duixian.documents.sources import load_bytes
from duixian.documents.word import read_word
from duixian.documents.word.counting import chinese, write_number
from duixian.errors import (
    DamagedSourceError,
    DuixianError,
    EmptySourceError,
    EncryptedSourceError,
    SourceTooLargeError,
    UnsupportedFormatError,
)

W = nsdecls("w")
SENTENCE = "全区地区生产总值增长6.5%，新增就业1.2万人。"


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def made(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def with_body(xml: str, *, numbering: str = "") -> bytes:
    """Make a file whose body holds the given elements, and whose numbering these."""
    document = docx.Document()
    for element in reversed(parse_xml(f"<w:body {W}>{xml}</w:body>")):
        document.element.body.insert(0, element)
    if numbering:
        root = document.part.numbering_part.element
        for element in list(root):
            root.remove(element)
        root.extend(parse_xml(f"<w:numbering {W}>{numbering}</w:numbering>"))
    return saved(document)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def read(data: bytes, **options: int) -> Content:
    limits = replace(DEFAULT_LIMITS, **options)
    return read_word(data, name="report.docx", limits=limits)


def paragraph(text: str, *, numbered: tuple[int, int] | None = None) -> str:
    number = ""
    if numbered:
        identity, level = numbered
        number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr></w:pPr>'
    return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"


def numbering(*levels: tuple[str, str], start: int = 1) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


class TestParagraphs:
    def test_each_paragraph_is_a_line(self) -> None:
        assert read(made("一、工作回顾", "", SENTENCE)).text == f"一、工作回顾\n{SENTENCE}\n"

    def test_a_line_break_parts_lines_and_a_tab_is_kept(self) -> None:
        assert read(made("责任单位：\t区发改委\n完成时限：年底")).text == (
            "责任单位：\t区发改委\n完成时限：年底\n"
        )

    def test_characters_that_are_not_seen_part_no_number(self) -> None:
        content = read(made("新增高标准农田1\u200b200万亩，推进\u00ad项目\ufeff建设。"))
        assert content.text == "新增高标准农田1200万亩，推进项目建设。\n"

    def test_tracked_changes_are_read_as_accepted_and_said(self) -> None:
        document = read(
            with_body(
                "<w:p><w:r><w:t>增长</w:t></w:r>"
                '<w:del w:id="1" w:author="a"><w:r><w:delText>5%</w:delText></w:r></w:del>'
                '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
                '<w:ins w:id="2" w:author="a"><w:r><w:t>6.5%</w:t></w:r></w:ins></w:p>'
            )
        )
        assert document.text == "增长6.5%\n"
        assert any("tracked changes" in note for note in document.notes)

    def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(self) -> None:
        xml = (
            '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
            "<w:r><w:t>地区生产总值</w:t></w:r></w:p>" + paragraph("增长6.5%")
        )
        assert read(with_body(xml)).text == "地区生产总值增长6.5%\n"

    def test_hidden_text_field_codes_and_notes_are_left_out(self) -> None:
        xml = (
            "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        )
        document = read(with_body(xml))
        assert document.text == "见\n"
        assert document.notes == ("left out 1 footnotes and endnotes",)

    def test_struck_text_is_left_out_and_said(self) -> None:
        xml = (
            "<w:p><w:r><w:t>新建学校</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r>"
            "<w:r><w:t>3所。</w:t></w:r></w:p>"
        )
        document = read(with_body(xml))
        assert document.text == "新建学校3所。\n"
        assert document.notes == ("left out what is struck through",)

    @pytest.mark.parametrize(
        ("before", "figure", "behind", "text"),
        [("企业1200", "1", "家。", "企业1200家。\n"), ("绿地3000m", "2", "。", "绿地3000m²。\n")],
    )
    def test_a_raised_figure_joins_no_number(
        self, before: str, figure: str, behind: str, text: str
    ) -> None:
        xml = (
            f"<w:p><w:r><w:t>{before}</w:t></w:r>"
            f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{figure}</w:t></w:r>'
            f"<w:r><w:t>{behind}</w:t></w:r></w:p>"
        )
        assert read(with_body(xml)).text == text

    def test_a_text_box_is_read_once_after_its_paragraph(self) -> None:
        names = (
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        box = f"<w:txbxContent>{paragraph('框内文字')}</w:txbxContent>"
        xml = (
            f"<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent {names}>"
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )
        assert read(with_body(xml)).text == "正文\n框内文字\n"

    def test_text_in_links_and_content_controls_is_read(self) -> None:
        xml = (
            "<w:sdt><w:sdtContent>" + paragraph("控件") + "</w:sdtContent></w:sdt>"
            "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
        )
        assert read(with_body(xml)).text == "控件\n链接\n"

    def test_headers_and_footers_are_left_out(self) -> None:
        document = docx.Document()
        document.add_paragraph("正文")
        document.sections[0].header.paragraphs[0].text = "页眉"
        assert read(saved(document)).text == "正文\n"

    def test_the_table_of_contents_is_furniture(self) -> None:
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        xml = (
            f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>"
            + paragraph("一、工作回顾 3")
            + "</w:sdtContent></w:sdt>"
            + paragraph("一、工作回顾")
        )
        document = read(with_body(xml))
        assert [document.text[slice(*span)] for span in document.furniture] == ["一、工作回顾 3"]


class TestNumbering:
    def test_chinese_numbering_restarts_under_each_heading(self) -> None:
        levels = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
        places = [("回顾", 0), ("经济", 1), ("投资", 2), ("消费", 2), ("民生", 1), ("任务", 0)]
        places.append(("城市", 1))
        xml = "".join(paragraph(text, numbered=(1, level)) for text, level in places)
        assert read(with_body(xml, numbering=numbering(*levels))).text.splitlines() == [
            "一、回顾", "（一）经济", "1. 投资", "2. 消费", "（二）民生", "二、任务", "（一）城市",
        ]  # fmt: skip

    def test_a_level_can_show_the_levels_above_it(self) -> None:
        levels = (("upperRoman", "%1."), ("decimal", "%1.%2"))
        xml = paragraph("Review", numbered=(1, 0)) + paragraph("Growth", numbered=(1, 1))
        text = read(with_body(xml, numbering=numbering(*levels))).text
        assert text == "I. Review\nI.1 Growth\n"

    def test_a_list_begins_at_its_start_and_an_override_begins_anew(self) -> None:
        defined = numbering(("decimal", "%1)"), start=4) + (
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        xml = "".join(paragraph("甲", numbered=(identity, 0)) for identity in (1, 1, 2))
        assert read(with_body(xml, numbering=defined)).text == "4) 甲\n5) 甲\n1) 甲\n"

    def test_an_empty_numbered_paragraph_counts(self) -> None:
        xml = "".join(paragraph(text, numbered=(1, 0)) for text in ("甲", "", "乙"))
        text = read(with_body(xml, numbering=numbering(("decimal", "%1.")))).text
        assert text == "1. 甲\n3. 乙\n"

    def test_a_style_can_bring_the_number(self) -> None:
        document = docx.Document()
        document.add_paragraph("项目", style="List Number")
        document.add_paragraph("要点", style="List Bullet")
        assert read(saved(document)).text == "1. 项目\n• 要点\n"

    @pytest.mark.parametrize(
        ("style", "count", "written"),
        [
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 21, "二十一"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("chineseLegalSimplified", 12, "拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("decimalEnclosedCircle", 3, "③"),
            ("lowerLetter", 28, "bb"),
            ("upperRoman", 14, "XIV"),
            ("decimalZero", 3, "03"),
            ("ordinal", 22, "22nd"),
            ("unheardOf", 7, "7"),
        ],
    )
    def test_numbers_are_written_in_the_styles_of_word(
        self, style: str, count: int, written: str
    ) -> None:
        assert write_number(count, style) == written

    @given(st.integers(1, 9999), st.integers(1, 9999))
    def test_different_numbers_are_written_differently(self, one: int, other: int) -> None:
        assert (chinese(one) == chinese(other)) == (one == other)


class TestTables:
    def table(self) -> docx.document.Document:
        document = docx.Document()
        document.add_paragraph("单位：亿元")
        table = document.add_table(rows=3, cols=3)
        rows = (("指标", "2023年", "2024年"), ("总值", "1000.5", "1065"), ("收入", "82.4", "88"))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("表后文字")
        return document

    def test_rows_are_lines_in_their_place_between_the_paragraphs(self) -> None:
        assert read(saved(self.table())).text.splitlines() == [
            "单位：亿元", "指标\t2023年\t2024年", "总值\t1000.5\t1065", "收入\t82.4\t88", "表后文字",
        ]  # fmt: skip

    def test_every_cell_points_at_its_text_and_the_header_is_known(self) -> None:
        document = read(saved(self.table()))
        (table,) = document.tables
        cells = {(c.row, c.column): document.text[c.start : c.end] for c in table.cells}
        assert cells[0, 0] == "指标"
        assert cells[2, 2] == "88"
        assert {cell.row for cell in table.cells if cell.is_header} == {0}
        assert document.text[table.start : table.end].count("\n") == 2

    def test_merged_cells_are_written_once_and_found_from_each_place(self) -> None:
        source = self.table()
        table = source.tables[0]
        for cell in (table.cell(1, 0), table.cell(2, 0), table.cell(2, 2), table.cell(2, 1)):
            cell.text = ""
        table.cell(1, 0).merge(table.cell(2, 0)).text = "合并"
        table.cell(2, 1).merge(table.cell(2, 2)).text = "横向"
        document = read(saved(source))
        (read_table,) = document.tables
        cells = {(c.row, c.column): document.text[c.start : c.end] for c in read_table.cells}
        assert cells[1, 0] == cells[2, 0] == "合并"
        assert cells[2, 1] == cells[2, 2] == "横向"
        assert document.text.count("合并") == document.text.count("横向") == 1

    def test_a_frame_of_one_column_is_paragraphs(self) -> None:
        source = docx.Document()
        source.add_table(rows=1, cols=1).cell(0, 0).text = SENTENCE
        document = read(saved(source))
        assert (document.text, document.tables) == (SENTENCE + "\n", ())

    def test_a_table_inside_a_cell_is_a_table_of_its_own_behind_the_outer_one(self) -> None:
        source = self.table()
        inner = source.tables[0].cell(2, 2).add_table(rows=2, cols=2)
        for cell, text in zip(inner._cells, ("项目", "投资", "水厂", "30"), strict=True):
            cell.text = text
        document = read(saved(source))
        outer, nested = (document.text[one.start : one.end] for one in document.tables)
        assert outer.splitlines()[2].endswith("88")
        assert nested == "项目\t投资\n水厂\t30"

    def test_a_table_over_the_limit_is_lines_and_nothing_more(self) -> None:
        document = read(saved(self.table()), max_table_cells=8)
        assert document.tables == ()
        assert "总值\t1000.5\t1065" in document.text

    def test_a_span_that_no_table_has_is_bounded(self) -> None:
        cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{}</w:tc>'
        row = "<w:tr>" + cell.format(paragraph("甲")) + cell.format(paragraph("乙")) + "</w:tr>"
        assert "甲" in read(with_body(f"<w:tbl>{row}</w:tbl>")).text


class TestBadInput:
    @pytest.mark.parametrize("data", [b"", b"  \n"], ids=["none", "blank"])
    def test_nothing_is_said_to_be_empty(self, data: bytes) -> None:
        with pytest.raises(EmptySourceError):
            load_bytes(data, name="report.docx")

    def test_a_document_without_text_is_said_to_be_empty(self) -> None:
        with pytest.raises(EmptySourceError, match="no text"):
            read(made(""))

    def test_an_encrypted_file_is_said_to_be_one(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        with pytest.raises(EncryptedSourceError, match="password"):
            read(data)

    def test_an_old_word_file_comes_with_what_to_do(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
        with pytest.raises(UnsupportedFormatError, match="save it as DOCX"):
            read(data)

    @pytest.mark.parametrize("tenth", range(1, 10))
    def test_a_truncated_file_is_said_to_be_damaged(self, tenth: int) -> None:
        data = made(*[SENTENCE] * 50)
        with pytest.raises(DuixianError) as caught:
            read(data[: len(data) * tenth // 10])
        assert isinstance(caught.value, DamagedSourceError | UnsupportedFormatError)

    def test_a_part_that_unpacks_a_thousandfold_is_refused(self) -> None:
        def swell(parts: dict[str, bytes]) -> None:
            parts["word/document.xml"] += b" " * 20_000_000

        with pytest.raises(SourceTooLargeError, match="unpacks from"):
            read(repacked(made(SENTENCE), swell))

    def test_an_archive_that_unpacks_over_the_limit_is_refused_unread(self) -> None:
        def swell(parts: dict[str, bytes]) -> None:
            parts["word/media/picture.png"] = b"\0" * 3_000_000

        with pytest.raises(SourceTooLargeError, match="over the limit of 1,000,000"):
            read(repacked(made(SENTENCE), swell), max_unpacked_bytes=1_000_000)

    def test_too_many_files_inside_are_refused(self) -> None:
        def fill(parts: dict[str, bytes]) -> None:
            parts.update({f"word/{number}.xml": b"" for number in range(60)})

        with pytest.raises(SourceTooLargeError, match="over the limit of 50 files"):
            read(repacked(made(SENTENCE), fill), max_archive_members=50)

    def test_entities_that_multiply_are_refused(self) -> None:
        bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'"><!ENTITY b "'
        bomb += b"&a;" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]>'

        def arm(parts: dict[str, bytes]) -> None:
            part = parts["word/document.xml"]
            place = part.index(b"<w:document")
            armed = part[:place] + bomb + part[place:]
            parts["word/document.xml"] = armed.replace(SENTENCE.encode(), b"&c;")

        with pytest.raises(DamagedSourceError, match=r"entities|well-formed"):
            read(repacked(made(SENTENCE), arm))

    def test_an_entity_cannot_bring_in_another_file(self) -> None:
        def arm(parts: dict[str, bytes]) -> None:
            part = parts["word/document.xml"]
            place = part.index(b"<w:document")
            outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
            parts["word/document.xml"] = (part[:place] + outside + part[place:]).replace(
                SENTENCE.encode(), b"&a;"
            )

        with pytest.raises(DamagedSourceError):
            read(repacked(made(SENTENCE), arm))

    def test_blocks_nested_beyond_reason_end_with_a_note(self) -> None:
        depth = 60
        nested = "<w:ins>" * depth + paragraph("深") + "</w:ins>" * depth
        document = read(with_body(paragraph("浅") + nested))
        assert document.text == "浅\n"
        assert any("nested deeper" in note for note in document.notes)

    @pytest.mark.parametrize("inside", ["xl/workbook.xml", "word/readme.txt"])
    def test_another_archive_is_not_read_as_word(self, inside: str) -> None:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(inside, "<a/>")
        with pytest.raises((UnsupportedFormatError, DamagedSourceError)):
            read(stream.getvalue())

    def test_too_much_text_is_refused(self) -> None:
        with pytest.raises(SourceTooLargeError, match="20 characters"):
            read(made(SENTENCE), max_characters=20)

    @settings(max_examples=80, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_changed_bytes_yield_text_or_a_refusal(self, data: st.DataObject) -> None:
        """No change to a part brings anything else than encodable text or a DuixianError."""

        def change(parts: dict[str, bytes]) -> None:
            name = data.draw(st.sampled_from(sorted(parts)))
            part = bytearray(parts[name])
            for _ in range(data.draw(st.integers(1, 8))):
                part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
            parts[name] = bytes(part)

        try:
            document = read(repacked(SAMPLE, change))
        except DuixianError as error:
            assert "\n" not in str(error)
        else:
            document.text.encode("utf-8")


SAMPLE = saved(TestTables().table())
