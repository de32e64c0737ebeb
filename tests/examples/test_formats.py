"""Whatever the format, the same report is read: no paragraph broken, none lost, none added."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from duixian.documents.document import Document
from duixian.documents.sources import load
from duixian.reading.furniture import find_furniture

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
REPORTS = sorted(path.stem for path in EXAMPLES.glob("district-*.txt"))
ANNEX_ROWS = 4


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, EXAMPLES / "build.py", out], check=True, capture_output=True)
    return out


def paragraphs(document: Document) -> list[str]:
    """List the lines that are not page furniture, without their spaces, which PDF does not keep."""
    furniture = [*document.furniture, *find_furniture(document.text)]
    lines, start = [], 0
    for line in document.text.split("\n"):
        end = start + len(line)
        is_furniture = any(first <= start and end <= last for first, last in furniture)
        if line.strip() and not is_furniture:
            lines.append("".join(line.split()))
        start = end + 1
    return lines


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_every_format_gives_the_paragraphs_of_the_text(
    built: Path, report: str, suffix: str
) -> None:
    expected = paragraphs(load(str(built / f"{report}.txt")))
    found = paragraphs(load(str(built / f"{report}.{suffix}")))
    annex_title, *rows = found[len(expected) :]
    assert found[: len(expected)] == expected
    assert annex_title.startswith(("附表", "Annex"))
    assert len(rows) == ANNEX_ROWS


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_every_format_gives_the_table_with_its_header(
    built: Path, report: str, suffix: str
) -> None:
    document = load(str(built / f"{report}.{suffix}"))
    (table,) = document.tables
    header = [document.text[cell.start : cell.end] for cell in table.cells if cell.is_header]
    assert len({cell.row for cell in table.cells}) == ANNEX_ROWS
    assert any("亿元" in cell or "billion yuan" in cell for cell in header)
