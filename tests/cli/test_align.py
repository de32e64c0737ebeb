"""``duixian align``: what is written, what is said, and the exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ZH, EN = str(EXAMPLES / "district-2024.zh.txt"), str(EXAMPLES / "district-2024.en.txt")


def test_json_lines_quote_both_texts_at_their_places(run: Callable[..., Any]) -> None:
    done = run("align", ZH, EN)
    rows = [json.loads(line) for line in done.text.splitlines()]
    texts = {"zh": Path(ZH).read_text("utf-8"), "en": Path(EN).read_text("utf-8")}
    assert done.code == 0
    assert done.complaints == ""
    assert len(rows) == 89
    for row in rows:
        assert 0 <= row["score"] <= 1
        for side, text in texts.items():
            assert "".join(text[start:end] for start, end in row[side]) == row[f"{side}_text"]


def test_csv_has_one_row_a_bead(run: Callable[..., Any]) -> None:
    done = run("align", ZH, EN, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.output.decode("utf-8-sig"))))
    assert len(rows) == 89
    assert rows[5]["zh_text"] == "一、2023年工作回顾"
    assert rows[5]["en_text"] == "I. Review of Our Work in 2023"


def test_the_name_of_the_file_chooses_the_format(run: Callable[..., Any], folder: Path) -> None:
    for name, opening in (("a.html", b"<!doctype html>"), ("b.xlsx", b"PK"), ("c.jsonl", b"{")):
        done = run("align", ZH, EN, "-o", name)
        assert done.code == 0
        assert (folder / name).read_bytes().startswith(opening)
        assert done.complaints == f"duixian: wrote {name}: 89 beads\n"


def test_the_page_needs_nothing_else_and_marks_its_languages(run: Callable[..., Any]) -> None:
    page = run("align", ZH, EN, "--format", "html").text
    assert not re.search(r"(?:src|href)=(?!\"#)", page)
    assert "://" not in page
    assert page.count('<tr id="row-') == 89
    assert page.count('tabindex="0"') == 89
    assert '<p lang="zh-Hans"><span class="sentence">一、2023年工作回顾</span></p>' in page
    assert '<p lang="en"><span class="sentence">I. Review of Our Work in 2023</span></p>' in page


def test_what_a_text_says_cannot_act_on_the_page(run: Callable[..., Any], folder: Path) -> None:
    (folder / "zh.txt").write_text(
        "全区粮食产量比上年增长5%<script>alert(1)</script>。\n", encoding="utf-8"
    )
    (folder / "en.txt").write_text('It rose by 5% <img src="x" onerror="1">.\n', encoding="utf-8")
    page = run("align", "zh.txt", "en.txt", "--format", "html").text
    assert page.count("<script>") == 1
    assert "<img" not in page


def test_doubtful_lone_and_moved_rows_are_marked(run: Callable[..., Any], folder: Path) -> None:
    lines = [line for line in Path(EN).read_text("utf-8").split("\n") if line]
    lines.insert(9, lines.pop(next(i for i, x in enumerate(lines) if x.startswith("We handled"))))
    lines.remove("(3) The environment saw new improvement")
    (folder / "en.txt").write_text("\n".join(lines), encoding="utf-8")
    page = run("align", ZH, "en.txt", "--format", "html").text
    assert re.search(r'class="bead[^"]* moved', page)
    assert re.search(r'class="bead alone look', page)
    assert "Not in the English" in page
    assert re.search(r'in the English <a href="#row-\d+">after row \d+</a>', page)


def test_swapped_versions_are_put_right_and_said(run: Callable[..., Any]) -> None:
    done = run("align", EN, ZH)
    assert done.code == 0
    assert "swapped" in done.complaints
    assert done.output == run("align", ZH, EN).output
    assert run("align", EN, ZH, "--quiet").complaints == ""


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        ((ZH, ZH), "both in Chinese"),
        ((EN, EN), "both in English"),
        ((ZH,), "only Chinese in it"),
        ((ZH, EN, ZH), "not more"),
        ((ZH, EN, "-o", "beads.doc"), "does not say which format"),
        ((), "Missing argument"),
    ],
)
def test_wrong_use_is_one_line_and_code_two(
    run: Callable[..., Any], arguments: tuple[str, ...], cause: str
) -> None:
    done = run("align", *arguments)
    assert done.code == 2
    assert cause in done.complaints
    assert done.complaints.count("\n") == 1
    assert done.output == b""


def test_a_source_is_never_written_over(run: Callable[..., Any], folder: Path) -> None:
    (folder / "zh.txt").write_text("增长5%。\n", encoding="utf-8")
    done = run("align", "zh.txt", EN, "-o", "zh.txt")
    assert done.code == 2
    assert (folder / "zh.txt").read_text("utf-8") == "增长5%。\n"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_version_fails_with_its_name(
    run: Callable[..., Any], folder: Path, text: str
) -> None:
    (folder / "empty.txt").write_text(text, encoding="utf-8")
    done = run("align", ZH, "empty.txt")
    assert done.code == 1
    assert "empty.txt" in done.complaints


def test_little_aligning_is_said_and_code_one(run: Callable[..., Any], folder: Path) -> None:
    lines = [f"第{number}条 关于水利和森林的另一件事。" for number in range(40)]
    (folder / "other.txt").write_text("\n".join(lines), encoding="utf-8")
    done = run("align", "other.txt", EN)
    assert done.code == 1
    assert "little aligns" in done.complaints


def test_a_terminal_gets_the_sentences_side_by_side(run_at_terminal: Callable[..., Any]) -> None:
    shown = run_at_terminal("align", ZH, EN).text
    assert "一、2023年工作回顾" in shown
    assert "{" not in shown.split("\n")[0]
