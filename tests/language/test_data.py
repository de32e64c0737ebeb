"""A wrong entry of a language file is named, with its file, before anything is read with it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import duixian
from duixian.errors import LanguageDataError
from duixian.language import furniture
from duixian.language.data import compile_any
from duixian.language.furniture import furniture_patterns


def test_any_of_the_patterns_matches() -> None:
    pattern = compile_any(["ab|cd", "ef"], path="a.toml")
    assert [bool(pattern.fullmatch(text)) for text in ("ab", "cd", "ef", "abf")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_pattern_that_is_not_valid_is_named_with_its_file() -> None:
    with pytest.raises(LanguageDataError, match=r"a\.toml: .*'b\('"):
        compile_any(["a", "b("], path="a.toml")


def test_patterns_that_are_valid_only_apart_are_an_error_of_the_file_too() -> None:
    with pytest.raises(LanguageDataError, match=r"a\.toml: .*redefinition"):
        compile_any(["(?P<n>a)", "(?P<n>b)"], path="a.toml")


def test_a_broken_pattern_of_furniture_says_where_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def load_broken(path: str, schema: type[furniture._Furniture]) -> furniture._Furniture:
        lists = {name: ["x"] for name in schema.__struct_fields__}
        return schema(**lists | {"head": ["[a"]})

    monkeypatch.setattr(furniture, "load_toml", load_broken)
    with pytest.raises(LanguageDataError, match=r"furniture\.toml: .*'\[a'"):
        furniture_patterns.__wrapped__()


def test_no_list_of_words_names_one_twice() -> None:
    """Who takes a word out of a list has taken it out."""
    files = sorted(Path(duixian.__file__).parent.rglob("*.toml"))
    twice = [
        f"{path.name}: {entry} has {word!r} {times} times"
        for path in files
        for entry, words in _lists(tomllib.loads(path.read_text(encoding="utf-8")), "")
        for word, times in Counter(words).items()
        if times > 1
    ]
    assert files
    assert not twice


def _lists(entry: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every list of words in a data file, with where it stands."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            yield from _lists(value, f"{name}.{key}".lstrip("."))
    elif isinstance(entry, list):
        yield name, [word for word in entry if isinstance(word, str)]
        for place, member in enumerate(entry):
            yield from _lists(member, f"{name}[{place}]")
