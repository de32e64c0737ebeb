"""Loading of language data files: found beside this module, checked against a schema."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TypeVar

import msgspec

from duixian.errors import LanguageDataError

Schema = TypeVar("Schema")


def load_toml(path: str, schema: type[Schema]) -> Schema:
    """Return a TOML file under ``duixian/language`` as ``schema``.

    Raises LanguageDataError naming the file and the entry that does not fit.
    """
    content = files("duixian.language").joinpath(path).read_bytes()
    try:
        return msgspec.toml.decode(content, type=schema)
    except msgspec.DecodeError as error:
        raise LanguageDataError(path, str(error)) from error


def alternation(words: list[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    import re

    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
