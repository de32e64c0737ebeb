"""What ``import duixian`` offers: all of it importable, loaded late, and as documented."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import duixian
from duixian.errors import UsageError
from duixian.tables.report_tables import REPORT_TABLES

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "python.md"


@pytest.mark.parametrize("name", duixian.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(duixian, name) is not None
    assert name in dir(duixian)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="promises"):
        duixian.promises  # noqa: B018  # looking is the point


def test_importing_loads_nothing_heavy() -> None:
    code = "import duixian, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"rich", "click", "pyarrow", "xlsxwriter", "pandas", "httpx", "lxml", "msgspec"}
    assert not heavy & set(done.stdout.split())


def test_the_page_on_python_tells_the_truth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(
        str(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS
    )
    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize("name", [*duixian.__all__, *REPORT_TABLES.names])
def test_the_page_on_python_names_it(name: str) -> None:
    assert name in PAGE.read_text(encoding="utf-8")


def test_a_report_is_not_written_over_the_file_it_was_read_from(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("清河县政府工作报告\n一、2024年工作回顾\n修路40公里。", encoding="utf-8")
    before = source.read_bytes()
    report = duixian.read(source)

    with pytest.raises(UsageError, match="is one of the sources"):
        report.write(source)

    assert source.read_bytes() == before
    report.write(tmp_path / "other.txt")
    assert (tmp_path / "other.txt").exists()


def test_one_name_alone_is_one_source(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("清河县政府工作报告\n一、2024年工作回顾\n修路40公里。", encoding="utf-8")

    for given in (str(source), source, [source]):
        [report] = duixian.read_many(given)
        assert isinstance(report, duixian.ReadReport)


def test_a_folder_with_nothing_to_read_is_a_failure(tmp_path: Path) -> None:
    [failure] = duixian.read_many([tmp_path])

    assert isinstance(failure, duixian.Failure)
    assert "no file in it that Duixian reads" in str(failure.error)


def test_no_workers_at_all_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="workers=0"):
        duixian.read_many([tmp_path], workers=0)
