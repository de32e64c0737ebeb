"""Parquet and Arrow: a declared schema, descriptions inside the file, groups of rows."""

from __future__ import annotations

import io
import sys
from datetime import date

import pyarrow
import pytest
from pyarrow import parquet

from duixian.errors import MissingExtraError
from duixian.reading.records import Report
from duixian.tables import parquet as our_parquet
from duixian.tables.parquet import ParquetTableWriter
from duixian.tables.read_report import ReadReport
from duixian.tables.report_rows import rows_by_table
from duixian.tables.report_tables import REPORT_TABLES


def read_back(report: Report, name: str, *, times: int = 1) -> parquet.ParquetFile:
    stream = io.BytesIO()
    writer = ParquetTableWriter(stream, [REPORT_TABLES.named(name)])
    for _ in range(times):
        writer.add(rows_by_table(report, names=[name]))
    writer.finish()
    return parquet.ParquetFile(io.BytesIO(stream.getvalue()))


@pytest.mark.parametrize("name", REPORT_TABLES.names)
def test_the_schema_describes_every_column(name: str, report: Report) -> None:
    schema = read_back(report, name).schema_arrow
    for column in REPORT_TABLES.named(name).flat_columns():
        metadata = schema.field(column.name).metadata
        assert metadata[b"description"].decode() == column.en
        assert metadata[b"description_zh"].decode() == column.zh
    assert schema.metadata[b"table"].decode() == name


def test_values_come_back_with_their_types(report: Report) -> None:
    claims = read_back(report, "claims").read().to_pylist()
    assert claims[1]["quantity_value"] == 300.0
    assert claims[1]["functions"] == ["10"]
    assert claims[0]["place"] is None
    (document,) = read_back(report, "documents").read().to_pylist()
    assert document["delivered"] == date(2024, 1, 9)
    assert document["government"] == "石景山区人民政府"


def test_many_reports_are_written_in_groups(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(our_parquet, "ROWS_IN_GROUP", 4)
    file = read_back(report, "claims", times=5)
    assert file.metadata.num_rows == 10
    assert file.metadata.num_row_groups == 3


def test_no_rows_still_make_a_file_with_its_schema(report: Report) -> None:
    file = read_back(report, "claims", times=0)
    assert file.metadata.num_rows == 0
    assert "quantity_value" in file.schema_arrow.names


def test_without_pyarrow_the_message_says_what_to_install(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"duixian\[parquet\]"):
        read_back(report, "claims")


def test_a_report_turns_into_arrow_and_pandas(report: Report) -> None:
    table = ReadReport(report).claims.to_arrow()
    assert table.schema.field("quantity_value").type == pyarrow.float64()
    frame = ReadReport(report).quantities.to_pandas()
    assert list(frame["value"]) == [281000.0, 300.0]
    assert frame.loc[0, "sentence"] == "城镇新增就业281000人。"


def test_without_pandas_the_message_says_what_to_install(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"duixian\[pandas\]"):
        ReadReport(report).claims.to_pandas()
