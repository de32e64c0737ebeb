"""Rows of any table: plain dictionaries keyed by the column names of its shape.

A row nests as JSON Lines prints it; ``flatten`` gives the same row as flat formats need it.
Numbers stay ``Decimal``, whole ones become ``int``, so that each format can write them exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from duixian.tables.shapes import TableShape, Type

TableRow = dict[str, Any]
"""One row of a table. The values are str, int, Decimal, date, list, dict or None."""

Rows = Mapping[str, Sequence[TableRow]]
"""Rows by the name of the table they belong to."""

# Beyond this a whole number is kept as a Decimal: writing 10**1000000 out would take megabytes.
LARGEST_WHOLE_EXPONENT = 40


def plain_number(value: Decimal | None) -> int | Decimal | None:
    """Turn a whole Decimal into an int and leave every other number as it is."""
    if value is None or not value.is_finite():
        return None
    if value.adjusted() > LARGEST_WHOLE_EXPONENT or value != value.to_integral_value():
        return value
    return int(value)


def flatten(row: TableRow, table: TableShape) -> list[Any]:
    """Give a row's values in the order of ``table.flat_columns()``."""
    values: list[Any] = []
    for column in table.columns:
        value = row[column.name]
        if column.type is Type.SPAN:
            values.extend(value or (None, None))
        elif column.type is Type.SPANS:
            values.append([f"{start}-{end}" for start, end in value])
        elif column.type is Type.GROUP:
            values.extend(value[part.name] if value else None for part in column.parts)
        else:
            values.append(value)
    return values
