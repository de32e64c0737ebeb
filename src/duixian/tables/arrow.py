"""Rows to Apache Arrow: the schema every Parquet file and ``to_arrow`` shares.

Numbers are 64-bit floats, which keep any figure of up to 15 digits exactly and which every
tool can add up; JSON Lines and CSV keep every digit. Needs the ``parquet`` extra.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from duixian.errors import MissingExtraError
from duixian.tables.clean_text import encodable_value
from duixian.tables.rows import TableRow, flatten
from duixian.tables.shapes import Column, TableShape, Type

if TYPE_CHECKING:
    import pyarrow


def load_pyarrow(feature: str) -> Any:
    """Import pyarrow, or say how to install it."""
    try:
        import pyarrow as module
    except ImportError as error:
        raise MissingExtraError(feature, "parquet") from error
    return module


def arrow_schema(table: TableShape) -> pyarrow.Schema:
    """Give the Arrow schema of a table, each column with its description in both languages."""
    arrow = load_pyarrow("Arrow")
    types = {
        Type.TEXT: arrow.string(),
        Type.INTEGER: arrow.int64(),
        Type.YEAR: arrow.int32(),
        Type.NUMBER: arrow.float64(),
        Type.DATE: arrow.date32(),
        Type.TEXTS: arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, types[column.type], metadata=_description(column))
        for column in table.flat_columns()
    ]
    about = {"table": table.name, "description": table.en, "description_zh": table.zh}
    return arrow.schema(fields, metadata=about)


def arrow_table(rows: Sequence[TableRow], table: TableShape) -> pyarrow.Table:
    """Turn rows into an Arrow table."""
    arrow = load_pyarrow("Arrow")
    schema = arrow_schema(table)
    flat = [flatten(row, table) for row in rows]
    columns = zip(*flat, strict=True) if flat else [()] * len(schema)
    arrays = [
        arrow.array([_value(value) for value in values], type=field.type)
        for values, field in zip(columns, schema, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _description(column: Column) -> dict[str, str]:
    return {"description": column.en, "description_zh": column.zh, "label_zh": column.label}


def _value(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else encodable_value(value)
