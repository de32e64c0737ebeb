"""What ``import duixian`` offers: all of it importable, loaded late, and as documented."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import duixian
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
