"""Wide characters are told the same wherever lines are joined or widths are counted."""

from __future__ import annotations

import pytest

from duixian.documents.wide import is_wide


@pytest.mark.parametrize("character", "兑〇々㎡，（：％Ａ　𠮷")
def test_what_is_written_without_spaces_is_wide(character: str) -> None:
    assert is_wide(character)


@pytest.mark.parametrize("character", "aZ9%,( éß²—“”…·")
def test_letters_and_the_marks_both_languages_share_are_not(character: str) -> None:
    assert not is_wide(character)
