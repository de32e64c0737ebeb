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


def test_fragments_of_another_file_are_filled_in_and_own_ones_go_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "shared.toml").write_text("we = '我们'\nwho = '各地'", encoding="utf-8")
    content = (
        "shared_fragments = 'shared.toml'\nfragments.who = '<we>省'\nfront = ['<we>要', '<who>要']"
    )

    assert _load(monkeypatch, tmp_path, content).front == ["我们要", "我们省要"]


@pytest.mark.parametrize("shared", ["we = 5", "we ="], ids=["no pattern", "broken"])
def test_a_broken_file_of_fragments_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared: str
) -> None:
    (tmp_path / "shared.toml").write_text(shared, encoding="utf-8")

    with pytest.raises(LanguageDataError, match=r"shared\.toml|front\.toml"):
        _load(monkeypatch, tmp_path, "shared_fragments = 'shared.toml'\nfront = []")


@pytest.mark.parametrize("content", ["fragments = 'x'", "fragments.year = 5"])
def test_fragments_of_another_shape_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    with pytest.raises(LanguageDataError, match=r"front\.toml"):
        _load(monkeypatch, tmp_path, f"{content}\nfront = []")
