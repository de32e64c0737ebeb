"""A wrong entry of a language file is named, with its file, before anything is read with it."""

from __future__ import annotations

import pytest

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
