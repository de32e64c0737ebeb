"""``duixian read``: the right table in the right format for whoever looks."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyarrow import parquet

from duixian.tables.report_tables import REPORT_TABLES

Runner = Callable[..., Any]


@pytest.mark.parametrize("name", REPORT_TABLES.names)
def test_a_pipe_gets_json_lines_of_the_table_asked_for(name: str, run: Runner) -> None:
    done = run("read", "a.txt", "--table", name)
    assert (done.code, done.complaints) == (0, "")
    rows = [json.loads(line) for line in done.text.splitlines()]
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in REPORT_TABLES.named(name).columns]


def test_a_pipe_gets_the_claims_where_no_table_is_named(run: Runner) -> None:
    assert run("read", "a.txt").output == run("read", "a.txt", "--table", "claims").output


def test_offsets_give_back_the_words(run: Runner, folder: Path) -> None:
    text = (folder / "a.txt").read_text(encoding="utf-8")
    for name in ("statements", "quantities", "claims"):
        for line in run("read", "a.txt", "--table", name).text.splitlines():
            row = json.loads(line)
            assert text[row["start"] : row["end"]] == row["text"]


def test_standard_input_is_a_source(run: Runner, folder: Path) -> None:
    done = run("read", "-", "--table", "documents", given=(folder / "a.txt").read_bytes())
    assert json.loads(done.text)["name"] == "-"


def test_several_sources_come_in_the_order_given(run: Runner) -> None:
    for workers in ("1", "2"):
        done = run("read", "c.txt", "a.txt", "b.txt", "--table", "documents", "--workers", workers)
        names = [json.loads(line)["name"] for line in done.text.splitlines()]
        assert names == ["c.txt", "a.txt", "b.txt"]


def test_a_workbook_without_a_table_gets_all_of_them(run: Runner, folder: Path) -> None:
    done = run("read", ".", "-o", "out.xlsx")
    assert done.code == 0
    book = openpyxl.load_workbook(folder / "out.xlsx")
    assert book.sheetnames[1:] == list(REPORT_TABLES.names)
    assert book["documents"].max_row == 4
    assert book["claims"].freeze_panes == "B2"
    assert {type(cell.value) for cell in book["quantities"]["C"][1:]} <= {int, float}
    assert "我们将新增养老床位不少于300张。" in {cell.value for cell in book["statements"]["B"]}


@pytest.mark.parametrize(
    ("file", "start"),
    [
        ("out.csv", b"\xef\xbb\xbfdocument,"),
        ("out.jsonl", b'{"document"'),
        ("out.ndjson", b'{"document"'),
        ("out.parquet", b"PAR1"),
        ("OUT.XLSX", b"PK"),
        ("out.txt", "2024年".encode()),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    file: str, start: bytes, run: Runner, folder: Path
) -> None:
    done = run("read", "a.txt", "-o", file)
    assert done.code == 0
    assert done.complaints == f"duixian: wrote {file} from 1 document\n"
    assert (folder / file).read_bytes().startswith(start)


def test_the_option_wins_over_the_ending(run: Runner, folder: Path) -> None:
    assert run("read", "a.txt", "-o", "out.txt", "--format", "csv").code == 0
    assert (folder / "out.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_parquet_can_go_through_a_pipe(run: Runner) -> None:
    done = run("read", "a.txt", "--format", "parquet", "--table", "statements")
    table = parquet.read_table(io.BytesIO(done.output))
    assert "我们将新增养老床位不少于300张。" in table.column("text").to_pylist()


def test_a_person_at_a_terminal_gets_a_summary(run_at_terminal: Runner) -> None:
    done = run_at_terminal("read", "a.txt", NO_COLOR="1")
    assert done.code == 0
    assert "Promised for 2024" in done.text
    assert "≥ 300张" in done.text
    assert "Reported for 2023" in done.text
    assert "\x1b" not in done.text


def test_a_terminal_gets_colour_unless_it_is_unwanted(run_at_terminal: Runner) -> None:
    assert "\x1b[1m" in run_at_terminal("read", "a.txt", NO_COLOR="").text


def test_a_terminal_gets_the_table_it_names(run_at_terminal: Runner) -> None:
    shown = run_at_terminal("read", "a.txt", "--table", "quantities", NO_COLOR="1").text
    assert "300张" in shown
    assert "数值" in shown
    assert "{" not in shown


def test_the_encoding_of_the_system_does_not_matter(run: Runner) -> None:
    done = run("read", "a.txt", "--table", "statements", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "养老床位" in done.text


def test_progress_shows_only_at_a_terminal_and_only_if_wanted(run_at_terminal: Runner) -> None:
    sources = ("read", "a.txt", "b.txt", "c.txt")
    assert "3/3" in run_at_terminal(*sources, only_errors=True).complaints
    assert run_at_terminal(*sources, "--quiet", only_errors=True).complaints == ""
