"""``duixian audit`` as a person or a pipe runs it."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

ZH = "发放就业资金10.9亿元。\n新增企业3200家，增长近30%。\n改造面积267.3万平方米。\n"
EN = (
    "Employment funds totaling 10.9 billion yuan were distributed.\n"
    "The number of new enterprises was 3,200, up 30 percent.\n"
    "An area of 2.67 million square meters was renovated.\n"
)


@pytest.fixture
def pair(folder: Path) -> tuple[str, str]:
    (folder / "r.zh.txt").write_text(ZH, encoding="utf-8")
    (folder / "r.en.txt").write_text(EN, encoding="utf-8")
    return "r.zh.txt", "r.en.txt"


Run = Callable[..., Done]


def rows(done: Done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.text.splitlines()]


def test_rows_hold_both_spans_and_quotations_errors_first(run: Run, pair: tuple[str, str]) -> None:
    done = run("audit", *pair)

    assert done.code == 1
    found = rows(done)
    assert [(row["severity"], row["kind"]) for row in found] == [
        ("error", "scale"),
        ("warning", "relation"),
        ("info", "rounding"),
    ]
    start, end = found[0]["en"]  # type: ignore[misc]  # a row of the contract
    assert EN[start:end] == "10.9 billion yuan"  # type: ignore[has-type]
    start, end = found[0]["zh"]  # type: ignore[misc]  # a row of the contract
    assert ZH[start:end] == "10.9亿元"  # type: ignore[has-type]
    assert found[0]["zh_text"] == ZH.splitlines()[0]
    assert "亿 read as billion: ten times too large" in str(found[0]["message"])


def test_swapped_arguments_are_put_right_and_said(run: Run, pair: tuple[str, str]) -> None:
    right, swapped = run("audit", *pair), run("audit", *reversed(pair))

    assert swapped.output == right.output
    assert "swapped" in swapped.complaints
    assert "swapped" not in right.complaints


def test_one_document_with_both_languages_is_taken_apart(run: Run, folder: Path) -> None:
    lines = [line for both in zip(ZH.splitlines(), EN.splitlines(), strict=True) for line in both]
    text = "\n".join(lines)
    (folder / "both.txt").write_text(text, encoding="utf-8")

    done = run("audit", "both.txt")

    assert done.code == 1
    error = rows(done)[0]
    start, end = error["en"]  # type: ignore[misc]  # a row of the contract
    assert text[start:end] == "10.9 billion yuan"  # type: ignore[has-type]


def test_two_versions_that_agree_end_in_zero(run: Run, pair: tuple[str, str]) -> None:
    Path("r.en.txt").write_text(EN.replace("10.9 billion", "1.09 billion"), encoding="utf-8")

    assert run("audit", *pair).code == 0


def test_the_table_ends_with_what_was_compared(run: Run, pair: tuple[str, str]) -> None:
    done = run("audit", *pair, "--format", "table")

    assert done.text.startswith("ERROR scale")
    summary = " ".join(done.text.split())
    assert "1 error, 1 warning, 1 remark; 4 figures in the Chinese" in summary


def test_a_page_is_written_to_a_file(run: Run, pair: tuple[str, str], folder: Path) -> None:
    done = run("audit", *pair, "-o", "audit.html")

    assert (done.code, done.output) == (1, b"")
    page = (folder / "audit.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.index("10.9") < page.index("267.3")
    assert "wrote audit.html: 3 findings" in done.complaints


@pytest.mark.parametrize("name", ["audit.csv", "audit.xlsx"])
def test_findings_go_into_a_spreadsheet(
    run: Run, pair: tuple[str, str], folder: Path, name: str
) -> None:
    assert run("audit", *pair, "-o", name).code == 1

    if name.endswith(".csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as lines:
            first = next(csv.DictReader(lines))
        assert (first["severity"], first["kind_zh"]) == ("error", "数量级不符")
        assert EN[int(first["en_start"]) : int(first["en_end"])] == "10.9 billion yuan"
    else:
        assert zipfile.is_zipfile(folder / name)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Missing argument"),
        (("r.zh.txt", "r.zh.txt"), 2, "the same document was given twice"),
        (("r.zh.txt", "none.txt"), 1, "none.txt: no such file"),
        (("r.zh.txt", "empty.txt"), 1, "empty.txt: the file is empty"),
        (("r.zh.txt", "r.en.txt", "-o", "x.doc"), 2, "does not say which format"),
        (("r.zh.txt", "r.en.txt", "-o", "r.en.txt"), 2, "is one of the sources"),
    ],
)
def test_wrong_use_is_one_clear_line(
    run: Run, pair: tuple[str, str], arguments: tuple[str, ...], code: int, words: str
) -> None:
    Path("empty.txt").touch()

    done = run("audit", *arguments)

    assert done.code == code
    assert words in done.complaints
    assert done.complaints.count("\n") == 1


def test_unrelated_figures_are_not_called_wrong(run: Run, folder: Path) -> None:
    zh = "\n".join(
        f"第{name}街道完成绿化改造{n * 7 + 3}处。" for n, name in enumerate("甲乙丙丁戊己庚辛壬癸")
    )
    en = "\n".join(
        f"The {name} ministry signed {n * 31 + 200} treaties."
        for n, name in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
        )
    )
    (folder / "one.zh.txt").write_text(zh, encoding="utf-8")
    (folder / "other.en.txt").write_text(en, encoding="utf-8")

    done = run("audit", "one.zh.txt", "other.en.txt")

    assert done.code == 0
    assert not any(row["severity"] == "error" for row in rows(done))
