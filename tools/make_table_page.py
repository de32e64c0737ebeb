"""Write docs/tables.md from the columns declared in duixian.tables.report_tables."""

from __future__ import annotations

from pathlib import Path

from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.shapes import Column, TableShape

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tables.md"

_OPENING = """\
# The five tables 五张表

This page is made by `python tools/make_table_page.py` from `src/duixian/tables/report_tables.py`;
change the columns there.

`duixian read` turns every report into five tables. A `start` and an `end` are half-open and count
Unicode code points of the document's text from 0: `text[start:end]` is the record's own
quotation. What is not stated is `null` or an empty cell, which is never the same as zero.

| format | how a table looks in it |
|---|---|
| JSON Lines `.jsonl` | one object a line; `statement` is `[start, end]`, `quantity` an object or \
`null`; numbers keep every digit |
| CSV `.csv` | UTF-8 with a mark, so that Excel shows Chinese; a cell that a spreadsheet would run \
as a formula has an apostrophe in front; lists are joined with "; " |
| Excel `.xlsx` | one sheet a table and a first sheet that explains the columns; offsets and codes \
stand last; rows over Excel's limit go on in a second sheet, a cell over 32,767 characters is cut \
and the first sheet says so |
| Parquet `.parquet` | one table a file; numbers are 64-bit floats, exact for figures of up to 15 \
digits; every field carries its `description`, `description_zh` and `label_zh` |

CSV, Excel and Parquet are flat: `statement` becomes `statement_start` and `statement_end`, and the
`quantity` of a claim becomes `quantity_text`, `quantity_value` and so on.
"""


def page() -> str:
    """Give the whole page."""
    return "\n".join([_OPENING, *map(_section, REPORT_TABLES.shapes)])


def _section(table: TableShape) -> str:
    lines = [
        f"## {table.name} {table.label}",
        "",
        f"{table.en}. {table.zh}。",
        "",
        "| column | 列 | type | what it means | 含义 |",
        "|---|---|---|---|---|",
        *(line for column in table.columns for line in _lines(column)),
    ]
    return "\n".join(lines) + "\n"


def _lines(column: Column, inside: str = "") -> list[str]:
    cells = (
        f"`{inside}{column.name}`",
        column.label,
        column.type.value,
        column.en,
        column.zh,
    )
    line = "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    return [line, *(part for each in column.parts for part in _lines(each, f"{column.name}."))]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
