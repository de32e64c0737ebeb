"""The page on the tables says what the code says."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_the_one_the_columns_make() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "make_table_page.py"))["page"]()
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == made, (
        "run python tools/make_table_page.py"
    )
