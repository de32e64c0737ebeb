"""The writers know no table by name: any shape with its rows is written in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from duixian.errors import UsageError
from duixian.tables.formats import TABLE_FORMATS, Format, tables_for, write_rows
from duixian.tables.rows import Rows, flatten
from duixian.tables.shapes import Column, TableSet, TableShape, Type
from duixian.tables.write import OutputFile

PAIRS = TableShape(
    "pairs",
    "句对",
    "每对一行",
    "One row a pair",
    (
        Column("message", Type.TEXT, "说明", "说明", "What was noticed", 40, share=2),
        Column("zh", Type.SPAN, "中文", "中文起止", "Place in the Chinese text"),
        Column("en", Type.SPAN, "英文", "英文起止", "Place in the English text"),
        Column("others", Type.SPANS, "其他", "其他各处", "The other places"),
    ),
    shown=("message", "zh_start"),
)
TABLES = TableSet((PAIRS,), default="pairs")
ROW = {"message": "scale 万", "zh": [3, 9], "en": None, "others": [[0, 2], [4, 7]]}
ROWS: Rows = {"pairs": [ROW]}


def test_a_place_that_is_not_stated_is_empty_and_several_are_one_cell() -> None:
    names = [column.name for column in PAIRS.flat_columns()]
    assert names == ["message", "zh_start", "zh_end", "en_start", "en_end", "others"]
    assert flatten(ROW, PAIRS) == ["scale 万", 3, 9, None, None, ["0-2", "4-7"]]


@pytest.mark.parametrize("format_", TABLE_FORMATS)
def test_every_format_takes_a_table_it_has_never_heard_of(format_: Format, tmp_path: Path) -> None:
    if format_ is Format.PARQUET:
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    path = tmp_path / "pairs"
    tables = tables_for(TABLES, format_, None)
    write_rows(ROWS, tables, format_=format_, output=OutputFile(path))
    written = path.read_bytes()
    if format_ is Format.JSONL:
        assert json.loads(written) == ROW
    elif format_ is Format.CSV:
        (_, cells) = csv.reader(io.StringIO(written.decode("utf-8-sig")))
        assert cells == ["scale 万", "3", "9", "", "", "0-2; 4-7"]
    elif format_ is Format.TABLE:
        assert "scale 万" in written.decode()
    assert written


def test_a_set_names_its_own_tables_where_it_is_asked_for_another() -> None:
    with pytest.raises(UsageError, match="no table is called 'claims'; choose one of pairs"):
        tables_for(TABLES, Format.CSV, "claims")
