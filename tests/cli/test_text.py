"""``duixian text``: what is written is the text that the places in the tables count in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duixian.cli import main as program

REPORT = "2024年云亭区政府工作报告\r\n一、2023年工作回顾\r\n新建学校3所，𠮷祥路通车。\r\n"


def ending(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = program._run(arguments)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_every_place_in_a_table_counts_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="gb18030", newline="")
    source = str(tmp_path / "report.txt")

    assert ending(["text", source, "-q", "-o", str(tmp_path / "out.txt")], capsys)[0] == 0
    text = (tmp_path / "out.txt").read_bytes().decode("utf-8")

    for table in ("statements", "quantities", "claims"):
        code, rows, _ = ending(
            ["read", source, "-q", "--table", table, "--format", "jsonl"], capsys
        )
        records = [json.loads(row) for row in rows.splitlines()]
        assert code == 0
        assert records
        assert all(text[each["start"] : each["end"]] == each["text"] for each in records)


def test_it_is_said_what_was_written_and_how_it_was_decoded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="gb18030", newline="")
    out = tmp_path / "out.txt"

    _, _, said = ending(["text", str(tmp_path / "report.txt"), "-o", str(out)], capsys)

    assert "GB18030" in said
    assert f"{len(out.read_bytes().decode('utf-8'))} characters" in said


def test_a_source_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "report.txt"
    source.write_text(REPORT, encoding="utf-8")

    code, _, said = ending(["text", str(source), "-o", str(source)], capsys)

    assert (code, source.read_text(encoding="utf-8")) == (2, REPORT.replace("\r\n", "\n"))
    assert "one of the sources" in said


def test_a_source_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, said = ending(["text", "no-report.pdf"], capsys)

    assert (code, output) == (1, "")
    assert "no-report.pdf" in said
