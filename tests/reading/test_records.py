"""Records cannot be changed, and are made and copied like any dataclass."""

from __future__ import annotations

import copy
from dataclasses import FrozenInstanceError, asdict, replace

import pytest

from duixian.reading.records import Kind, Language, Statement

_SAID = Statement(0, 5, "said.", Language.EN, 0, Kind.RESULT, specificity=None, why="told")


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        _SAID.start = 1  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del _SAID.start


def test_a_record_is_copied_and_compared() -> None:
    moved = replace(_SAID, start=1)

    assert (moved.start, type(moved)) == (1, Statement)
    assert moved != _SAID
    assert copy.deepcopy(_SAID) == _SAID
    assert hash(copy.copy(_SAID)) == hash(_SAID)
    assert asdict(_SAID)["text"] == "said."


def test_a_record_needs_all_its_fields() -> None:
    with pytest.raises(TypeError, match="why"):
        Statement(0, 5, "said.", Language.EN, 0, Kind.RESULT, None)  # type: ignore[call-arg]
