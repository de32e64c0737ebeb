"""Content decides which reader reads; names are hints; other formats are named and refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.readers import choose_reader
from duixian.documents.sources import load_bytes
from duixian.errors import (
    EmptySourceError,
    EncryptedSourceError,
    SourceError,
    UnsupportedFormatError,
)

PAGE = b"<!DOCTYPE html><html><body><p>one</p><p>two</p></body></html>"


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def compound(stream_name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream_name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"%PDF-1.7\n...", "a.pdf", "application/pdf"),
        (b"%PDF-1.7\n...", "a.txt", "application/pdf"),
        (PAGE, "a.html", "text/html"),
        (PAGE, "a.txt", "text/html"),
        (PAGE, "-", "text/html"),
        (PAGE.decode().encode("utf-16"), "-", "text/html"),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<html>", "a", "text/html"),
        (b"<p>a<p>b<p>c", "-", "text/html"),
        (b"<p>a<p>b<p>c", "a.txt", "text/plain"),
        (b"<b>a</b>", "a.htm", "text/html"),
        (b"no tags at all", "a.html", "text/plain"),
        (b"# Plan\n\n- one", "a.md", "text/markdown"),
        (b"# Plan\n<p>a<p>b<p>c", "a.md", "text/markdown"),
        (b"plain, 2 < 3", "a", "text/plain"),
        (packed("word/document.xml"), "a.zip", "application/vnd.openxml"),
    ],
)
def test_bytes_find_the_reader_of_what_they_are(data: bytes, name: str, media_type: str) -> None:
    assert choose_reader(data, name=name).media_types[0].startswith(media_type)


def test_a_web_server_may_hint_but_not_decide() -> None:
    assert "text/html" in choose_reader(b"<i>x</i>", name="a", media_type="text/html").media_types
    assert "text/html" in choose_reader(PAGE, name="a", media_type="application/pdf").media_types


def test_a_wrong_label_is_read_and_noted() -> None:
    document = load_bytes(PAGE, name="report.docx")
    assert document.text == "one\ntwo"
    assert document.notes == ("named .docx but read as text/html, which is what it holds",)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (packed("xl/workbook.xml"), "an Excel workbook"),
        (packed("ppt/presentation.xml"), "a PowerPoint file"),
        (packed("a.txt"), "a ZIP archive without a Word document"),
        (compound("WordDocument"), "Word 97-2003"),
        (compound("Workbook"), "Office 97-2003"),
        (rb"{\rtf1 x}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\x7fELF\x02", "a program"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "MHTML"),
        (bytes(1000), "binary data"),
    ],
)
def test_other_formats_are_named_and_refused(data: bytes, cause: str) -> None:
    with pytest.raises(UnsupportedFormatError, match=cause) as caught:
        load_bytes(data, name="report.docx")
    assert "\n" not in str(caught.value)


def test_an_encrypted_office_file_is_said_to_be_one() -> None:
    with pytest.raises(EncryptedSourceError, match="password"):
        load_bytes(compound("EncryptedPackage"), name="a.docx")


def test_an_empty_archive_is_empty() -> None:
    with pytest.raises(EmptySourceError):
        load_bytes(packed(), name="a.docx")


@pytest.mark.parametrize("data", [b"%PDF-1.7\ntruncated", packed("word/document.xml"), b"%PDF-"])
def test_truncated_files_are_one_clear_line(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        load_bytes(data, name="a.pdf")
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)


def test_importing_the_sources_loads_no_reader_library() -> None:
    heavy = "{'httpx', 'httpcore', 'lxml', 'pypdfium2', 'numpy', 'charset_normalizer'}"
    code = f"import sys, duixian.documents.sources; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(
    data=st.binary(max_size=200),
    name=st.sampled_from(["a.txt", "a.html", "a.md", "-", "https://x.cn/a?b.pdf"]),
)
def test_any_bytes_give_a_document_or_a_source_error(data: bytes, name: str) -> None:
    try:
        document = load_bytes(data, name=name)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        document.text.encode("utf-8")
