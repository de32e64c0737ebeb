"""What a person names becomes documents: files, folders, standard input, raw bytes."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest

from duixian.documents.limits import Limits
from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions
from duixian.documents.sources import find_sources, load, load_bytes
from duixian.errors import (
    AddressRefusedError,
    EmptySourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceUnreadableError,
)


def test_a_text_file_is_its_decoded_self(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff  报告\r\n第二行  ".encode())
    document = load(path)
    assert document.text == "  报告\n第二行  "
    assert (document.name, document.media_type) == (str(path), "text/plain")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.size == path.stat().st_size


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO("要新增就业一万人。".encode("gb18030")), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", piped)
    document = load("-")
    assert (document.name, document.text) == ("-", "要新增就业一万人。")


def test_closed_standard_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceUnreadableError, match=r"^-: standard input"):
        load("-")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_a_file_with_nothing_to_read_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(EmptySourceError):
        load(path)


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        load(tmp_path / "none.txt")
    with pytest.raises(SourceUnreadableError, match="a folder"):
        load(tmp_path)
    with pytest.raises(SourceUnreadableError):
        load("a\x00b")


def test_200_megabytes_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(SourceTooLargeError, match="209,715,200 bytes, over the limit"):
        load(path)
    assert tracemalloc.get_traced_memory()[1] < 1024 * 1024
    tracemalloc.stop()


def test_an_endless_stream_is_cut_off_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"a" * size

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", type("Piped", (), {"buffer": endless}))
    with pytest.raises(SourceTooLargeError):
        load("-", options=SourceOptions(limits=Limits(max_bytes=3_000_000)))
    assert endless.given == 3_000_001


def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=("报告".encode(),))
    writer.start()
    assert load(pipe).text == "报告"
    writer.join()


def test_text_over_the_limit_of_characters_is_refused() -> None:
    with pytest.raises(SourceTooLargeError, match="11 characters"):
        load_bytes(
            b"hello world", name="a.txt", options=SourceOptions(limits=Limits(max_characters=10))
        )


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "c.pdf", "d.xyz", ".hidden.txt", "~$open.docx", "sub/e.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "f.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_sources([str(tmp_path)])
    names = [Path(each).relative_to(tmp_path).as_posix() for each in found.names]
    assert names == ["a.TXT", "b.txt", "c.pdf", "sub/e.md"]
    assert [Path(each).name for each in found.passed_over] == ["d.xyz"]
    assert [Path(each).name for each in found.not_files] == ["loop", "pipe.txt"]
    assert found.failures == ()


def test_links_to_nothing_and_links_in_a_ring_are_failures_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to("gone.txt")
    (tmp_path / "no-ending").symlink_to("gone")
    (tmp_path / "ring.txt").symlink_to("ring.txt")
    names = find_sources([tmp_path]).names
    assert [Path(name).name for name in names] == ["lost.txt", "no-ending", "ring.txt"]
    with pytest.raises(
        SourceUnreadableError, match=r"a link to gone\.txt, which is not there; mend"
    ):
        load(names[0])
    with pytest.raises(SourceUnreadableError, match="links that lead in a ring; mend"):
        load(names[2])


def test_a_socket_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        assert [Path(each).name for each in find_sources(["."]).not_files] == ["s.txt"]
        with pytest.raises(SourceUnreadableError, match="a socket, not a file; give a file"):
            load("s.txt")


def test_an_empty_name_is_not_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert find_sources([""]).names == ("",)
    with pytest.raises(SourceNotFoundError, match="an empty name is no source; give a file"):
        load("")


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("ftp://example.org/a.txt", "save it"),
        ("gopher://example.org/", "save it"),
        ("mailto:a@example.org", "save it"),
        ("file:///a.txt", "give the path"),
        ("https:/example.org", "check the spelling"),
    ],
)
def test_other_addresses_are_not_taken_for_lost_files(source: str, advice: str) -> None:
    message = f"only http:// and https:// addresses are read; {advice}"
    with pytest.raises(AddressRefusedError, match=message):
        load(source)


def test_a_file_with_a_colon_in_its_name_is_still_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data:2024.txt").write_text("报告")
    assert load("data:2024.txt").text == "报告"


def test_arguments_keep_their_order_and_none_comes_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    given = ["-", "https://example.org/a", str(path), str(tmp_path), "missing.odd"]
    assert find_sources(given).names == ("-", "https://example.org/a", str(path), "missing.odd")


def test_a_folder_that_cannot_be_looked_into_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("x")
    scandir = os.scandir

    def refuse(path: str) -> os._ScandirIterator[str]:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_sources([tmp_path])
    assert [Path(each).name for each in found.names] == ["a.txt"]
    assert [str(each) for each in found.failures] == [
        f"{tmp_path}/shut: permission denied; check who may read it"
    ]


def test_a_file_that_may_not_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceUnreadableError, match="permission denied; check who may read it"):
        load(tmp_path / "a.txt")


def test_names_that_are_not_unicode_can_still_be_told(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(path).write_text("报告")
    found = find_sources([tmp_path])
    document = load(found.names[0])
    assert document.text == "报告"
    document.name.encode("utf-8")
    Path(path).unlink()
    with pytest.raises(SourceNotFoundError) as caught:
        load(found.names[0])
    str(caught.value).encode("utf-8")


def test_default_limits_let_long_reports_through() -> None:
    text = "新增就业一万人。\n" * 200_000
    assert load_bytes(text.encode(), name="a.txt", options=DEFAULT_OPTIONS).text == text
