"""The patterns of a data file share fragments, and one that is not there is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from duixian.errors import LanguageDataError
from duixian.language import data as language_data
from duixian.language.data import load_toml


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    front: list[str]


def _load(monkeypatch: pytest.MonkeyPatch, folder: Path, content: str) -> _Patterns:
    (folder / "front.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(language_data, "files", lambda _: folder)
    return load_toml("front.toml", _Patterns)


def test_a_fragment_is_filled_in_wherever_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = "fragments.we = '我们'\nfragments.who = '(?:<we>|各地)'\nfront = ['<who>要', '(?P<we><we>)']"

    assert _load(monkeypatch, tmp_path, content).front == ["(?:我们|各地)要", "(?P<we>我们)"]


@pytest.mark.parametrize(
    "content",
    [
        "fragments.we = '我们'\nfront = ['<nobody>要']",
        "fragments.we = '<who>'\nfragments.who = '我'\nfront = []",
    ],
)
def test_one_that_does_not_stand_above_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    with pytest.raises(LanguageDataError, match=r"front\.toml: no fragment <(nobody|who)>"):
        _load(monkeypatch, tmp_path, content)


@pytest.mark.parametrize("content", ["fragments = 'x'", "fragments.year = 5"])
def test_fragments_of_another_shape_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    with pytest.raises(LanguageDataError, match=r"front\.toml"):
        _load(monkeypatch, tmp_path, f"{content}\nfront = []")
