"""An output file is either whole or as it was before, whatever goes wrong."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import gc
import io
import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

from duixian.errors import OutputError
from duixian.reading.records import Report
from duixian.tables.formats import Format, open_writer
from duixian.tables.outlet import Outlet
from duixian.tables.read_report import ReadReport
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.write import OutputFile

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no /dev/full"
)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow over a size, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def write(path: Path, data: bytes = b"new") -> None:
    with OutputFile(path) as output:
        output.stream.write(data)
        output.commit()


def test_a_committed_file_holds_what_was_written_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write(tmp_path / "out.csv")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("out.csv", b"new")]


def test_nothing_is_seen_before_the_commit(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with OutputFile(path) as output:
        output.stream.write(b"new")
        output.stream.flush()
        assert path.read_bytes() == b"old"
        output.commit()
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_an_interruption_leaves_the_old_file_and_no_rest(
    error: type[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(error), OutputFile(path) as output:
        output.stream.write(b"half")
        raise error
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("out.csv", b"old")]


def test_leaving_without_commit_writes_nothing(tmp_path: Path) -> None:
    with OutputFile(tmp_path / "out.csv") as output:
        output.stream.write(b"half")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"out\.csv: cannot write: file too"), largest_file(9_000):
        write(path, b"x" * 100_000)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("out.csv", b"old")]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".jsonl", ".parquet", ".txt"])
def test_every_format_reports_a_full_disk(suffix: str, report: Report, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    with pytest.raises(OutputError, match="cannot write"), largest_file(100):
        ReadReport(report).write(path)
    assert list(tmp_path.iterdir()) == []


@needs_full_device
@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".jsonl", ".parquet"])
def test_a_full_device_is_reported(suffix: str, report: Report, tmp_path: Path) -> None:
    link = tmp_path / f"full{suffix}"
    link.symlink_to("/dev/full")
    with pytest.raises(OutputError, match="no space left on device"):
        ReadReport(report).write(link)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        write(tmp_path / "out.csv")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"there is no folder .*missing"):
        write(tmp_path / "missing" / "out.csv")


def test_links_that_lead_in_a_ring_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    with pytest.raises(OutputError, match="links lead in a ring"):
        write(tmp_path / "a.csv")


def test_a_name_with_a_nul_is_refused() -> None:
    with pytest.raises(OutputError):
        write(Path("a\0b.csv"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="permission denied"):
        write(tmp_path / "out.csv")
    tmp_path.chmod(0o700)


def test_a_symbolic_link_stays_one_and_its_file_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write(link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_permissions_of_the_old_file_stay_and_new_ones_follow_the_mask(tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_bytes(b"")
    old.chmod(0o640)
    write(old)
    write(tmp_path / "new.csv")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o666 & ~mask


def test_a_named_pipe_gets_the_bytes_and_stays_a_pipe(report: Report, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    ReadReport(report).write(pipe)
    reader.join(timeout=10)
    assert got[0].startswith(b"PK")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_a_dead_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    dead = dead_process()
    others = [f".out.csv.{os.getpid()}.abc.part", f".other.csv.{dead}.abc.part", ".out.csv.x.part"]
    left = f".out.csv.{dead}.abc_1234.part"
    for name in (*others, left):
        (tmp_path / name).write_bytes(b"half")
    write(tmp_path / "out.csv")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*others, "out.csv"])


def test_a_part_that_someone_still_holds_stays(tmp_path: Path) -> None:
    """A container that shares the folder has processes that are not seen from here."""
    held = tmp_path / f".out.csv.{dead_process()}.abc.part"
    with held.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        write(tmp_path / "out.csv")
        assert held.exists()


def test_a_long_chinese_name_leaves_room_for_what_is_added(tmp_path: Path) -> None:
    path = tmp_path / f"{'报' * 83}.csv"
    write(path)
    assert path.read_bytes() == b"new"


def test_a_writer_that_hides_a_refusal_is_found_out(tmp_path: Path) -> None:
    def fill(output: OutputFile) -> None:
        with contextlib.suppress(OSError):
            output.stream.write(b"x" * 100_000)
        output.stream.write(b"the end")
        output.commit()

    with (
        largest_file(9_000),
        OutputFile(tmp_path / "a") as output,
        pytest.raises(OutputError, match="file too large"),
    ):
        fill(output)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", [Format.PARQUET, Format.XLSX, Format.CSV])
def test_a_writer_that_is_dropped_says_nothing_later(
    format_: Format, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Python cannot raise, as in a destructor, would be printed at the end of the run."""
    unraisable: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(KeyboardInterrupt):
        interrupt_while_writing(format_, report, tmp_path / "out")
    gc.collect()
    assert unraisable == []
    assert [each.name for each in tmp_path.iterdir()] == ["temporary"]
    assert list((tmp_path / "temporary").iterdir()) == []


def interrupt_while_writing(format_: Format, report: Report, path: Path) -> None:
    shapes = [REPORT_TABLES.named("claims")]
    with (
        OutputFile(path) as output,
        contextlib.closing(open_writer(format_, output.stream, shapes)) as writer,
    ):
        writer.add(rows_by_table(report, names=["claims"]))
        raise KeyboardInterrupt


class _Full(io.BytesIO):
    """A stream on a disk that takes so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: ReadableBuffer) -> int:
        if self.tell() + len(bytes(data)) > self._room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("room", [0, 10, 60, 90, 150, 220])
def test_an_archive_on_a_full_disk_is_dropped_without_a_word(room: int) -> None:
    outlet = Outlet(_Full(room))
    archive = zipfile.ZipFile(cast("BinaryIO", outlet), "w")
    with pytest.raises(OSError, match="No space"):
        for number in range(9):
            archive.writestr(f"{number}.txt", b"some bytes")
    archive.close()  # as Python does when it forgets the archive; what it raises there is printed
    with pytest.raises(OSError, match="No space"):
        outlet.check()
