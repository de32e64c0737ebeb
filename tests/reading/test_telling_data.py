"""The patterns of telling clauses share parts, and a part that is not there is told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from duixian.errors import LanguageDataError
from duixian.language.data import load_toml
from duixian.reading.claims import telling


@pytest.mark.parametrize(
    "entry", [{"front": ["<nobody>"]}, {"parts": {"we": "<who>", "who": "我"}}]
)
def test_a_part_that_does_not_stand_above_is_named(
    monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any]
) -> None:
    def load_broken(path: str, schema: type[msgspec.Struct]) -> msgspec.Struct:
        return msgspec.structs.replace(load_toml(path, schema), **entry)

    monkeypatch.setattr(telling, "load_toml", load_broken)
    with pytest.raises(LanguageDataError, match=r"zh/telling\.toml: no fragment <(nobody|who)>"):
        telling._chinese_words()
