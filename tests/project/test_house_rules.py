"""The size limits hold, and the script that counts can tell when they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.files import ROOT
from tools.house_rules import LONGEST_FILE, LONGEST_FUNCTION, report


def a_function_of(lines: int) -> str:
    return "def long_one():\n" + "    pass\n" * (lines - 1)


def write_source(folder: Path, text: str) -> Path:
    (folder / "src").mkdir()
    (folder / "src" / "module.py").write_text(text, encoding="utf-8")
    return folder


def test_our_own_files_and_functions_are_within_the_limits() -> None:
    assert report(ROOT) == []


def test_sizes_at_the_limits_pass(tmp_path: Path) -> None:
    text = a_function_of(LONGEST_FUNCTION)
    text += "\n" * (LONGEST_FILE - LONGEST_FUNCTION)
    assert report(write_source(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(a_function_of(LONGEST_FUNCTION + 1), "module.py:1 long_one", id="function"),
        pytest.param("def f(): ...\n" * (LONGEST_FILE + 1), "module.py", id="file"),
    ],
)
def test_one_line_over_a_limit_is_named(tmp_path: Path, text: str, where: str) -> None:
    (violation,) = report(write_source(tmp_path, text))
    assert where in violation
