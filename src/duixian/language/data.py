"""Loading of language data files: found beside this module, checked against a schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.word_tree import with_trees

Schema = TypeVar("Schema")

_FRAGMENT = re.compile(r"(?<!\?P)<(?P<name>[a-z_]+)>")


def load_toml(
    path: str, schema: type[Schema], compiled: Callable[[type, str], Any] | None = None
) -> Schema:
    """Return a TOML file under ``duixian/language`` as ``schema``.

    What its patterns share stands once under ``fragments`` and is named in them: <year>. What they
    share with those of other files stands in a file of its own, their ``shared_fragments``.
    ``compiled`` makes of a string what its field is typed as: a pattern, say, which may stand as a
    list of its alternatives. Raises LanguageDataError naming the file and the entry that does not
    fit.
    """
    hook = partial(_made, compiled) if compiled else None
    try:
        data = msgspec.toml.decode(_content(path))
        if fragments := _fragments_of(data):
            data = _filled_in(data, _whole_fragments(fragments, path), path)
        return msgspec.convert(data, schema, dec_hook=hook)
    except msgspec.DecodeError as error:
        raise LanguageDataError(path, str(error)) from error


def load_patterns(path: str, schema: type[Schema]) -> Schema:
    """Return a TOML file as ``load_toml`` does, with the patterns of ``schema`` compiled."""
    return load_toml(path, schema, lambda _, pattern: re.compile(pattern))


def _content(path: str) -> bytes:
    return files("duixian.language").joinpath(path).read_bytes()


def _fragments_of(data: dict[str, Any]) -> dict[str, str]:
    """Take the fragments out of a file's data, those it shares with other files first."""
    own = msgspec.convert(data.pop("fragments", {}), dict[str, str])
    if "shared_fragments" not in data:
        return own
    shared = _content(msgspec.convert(data.pop("shared_fragments"), str))
    return msgspec.toml.decode(shared, type=dict[str, str]) | own


def _whole_fragments(fragments: dict[str, str], path: str) -> dict[str, str]:
    """Return the fragments with those above them in their places."""
    whole: dict[str, str] = {}
    for name, fragment in fragments.items():
        whole[name] = _filled_in(fragment, whole, path)
    return whole


def _filled_in(data: Any, fragments: dict[str, str], path: str) -> Any:
    """Return data with each <fragment> its strings name; one that is not known is an error."""
    if isinstance(data, dict):
        return {key: _filled_in(value, fragments, path) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled_in(value, fragments, path) for value in data]
    if not isinstance(data, str):
        return data
    for found in _FRAGMENT.finditer(data):
        if found["name"] not in fragments:
            raise LanguageDataError(path, f"no fragment {found[0]} stands above: {data!r}")
    return _FRAGMENT.sub(lambda found: fragments[found["name"]], data)


def _made(compiled: Callable[[type, str], Any], kind: type, value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "|".join(value)
    if not isinstance(value, str):
        raise TypeError(f"expected a string or a list of them, got {value!r}")
    try:
        return compiled(kind, value)
    except re.error as error:
        raise ValueError(f"{error.msg}: {value!r}") from error


def compile_any(
    patterns: Sequence[str], *, path: str, flags: re.RegexFlag = re.NOFLAG
) -> re.Pattern[str]:
    """Return the pattern that matches where any of a file's patterns does.

    Raises LanguageDataError naming the file and the pattern that is not valid.
    """
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    try:
        return re.compile(with_trees(joined), flags)
    except re.error as error:
        wrong = next((each for each in patterns if not _is_valid(each)), joined)
        raise LanguageDataError(path, f"{error.msg}: {wrong!r}") from error


def _is_valid(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def compile_pattern(
    pattern: str, *, path: str, entry: str, flags: re.RegexFlag = re.NOFLAG
) -> re.Pattern[str]:
    """Return one pattern of a data file.

    Raises LanguageDataError naming the file, the entry and what is wrong with its pattern.
    """
    try:
        return re.compile(with_trees(pattern), flags)
    except re.error as error:
        raise LanguageDataError(path, f"{entry}: {error.msg}: {pattern!r}") from error
