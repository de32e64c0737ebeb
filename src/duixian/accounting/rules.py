"""The rules of the verdicts, from ``rules.toml``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from duixian.errors import LanguageDataError

PATH = "accounting/rules.toml"

Direction = Literal["higher", "lower", "ceiling", "target", "none"]


class _Margin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    at_least: Decimal
    exactly: Decimal
    around: Decimal


class _Tolerance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    around: Decimal
    in_step_points: Decimal


class _Partial(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    least_share: Decimal


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence in both languages, with the names of what is filled in."""

    en: str
    zh: str


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of the rules."""

    version: str
    margin: _Margin
    tolerance: _Tolerance
    partial: _Partial
    directions: dict[str, Direction]
    why: dict[str, Wording]
    phrases: dict[str, Wording]
    relations: dict[str, Wording]
    reasons: dict[str, Wording]


@cache
def load_rules() -> Rules:
    """Return the rules. Raises LanguageDataError where the file does not fit."""
    content = files("duixian").joinpath(PATH).read_bytes()
    try:
        return msgspec.toml.decode(content, type=Rules)
    except msgspec.DecodeError as error:
        raise LanguageDataError(PATH, str(error)) from error
