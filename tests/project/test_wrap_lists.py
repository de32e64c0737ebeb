"""Long lists of the data files are wrapped, and what the files say stays the same."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools import wrap_lists
from tools.wrap_lists import WIDEST, columns, wrapped

WORDS = [f"词语{number}" for number in range(60)]


def _as_list(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


@pytest.mark.parametrize(
    "content",
    [
        f"words = {_as_list(WORDS)}",
        f"words = {_as_list(WORDS)}  # of one kind",
        f'[table]\n">=" = {_as_list(WORDS)}',
        "patterns = [\n  " + ", ".join(f"'{word}\\d'" for word in WORDS) + ",\n]",
    ],
)
def test_lists_are_wrapped_and_say_the_same(content: str) -> None:
    better = wrapped(content)

    assert tomllib.loads(better) == tomllib.loads(content)
    assert max(map(columns, better.split("\n"))) <= WIDEST
    assert wrapped(better) == better
    assert better.count("# of one kind") == content.count("# of one kind")


@pytest.mark.parametrize(
    "content", ['words = ["短"]', f"pattern = '{'长' * 200}'", f"[[entry]]\nname = '{'长' * 90}'"]
)
def test_what_is_no_long_list_is_left_as_it_is(content: str) -> None:
    assert wrapped(content) == content


def test_a_wide_file_is_named_or_rewritten(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "words.toml"
    path.write_text(f"words = {_as_list(WORDS)}\n", encoding="utf-8")
    monkeypatch.setattr(wrap_lists, "DATA", tmp_path)

    assert wrap_lists.main(["--check"]) == 1
    assert capsys.readouterr().out == "words.toml\n"
    assert wrap_lists.main([]) == 0
    assert wrap_lists.main(["--check"]) == 0
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"words": WORDS}
