"""What may not go into the repository is not in it."""

from __future__ import annotations

import re

import pytest

from tests.project.files import ROOT, tracked_files, tracked_texts

LARGEST_FILE = 1 << 20  # bytes
MACHINE_FOLDERS = "|".join(["work", "farm", "root", "tmp/w", r"home/\w+", r"Users/\w+"])
MACHINE_PATH = re.compile(rf"(?<![\w.])/(?:{MACHINE_FOLDERS})/[\w./-]+")
REGISTRY_WORDS = "|".join(["pypi", "python" + "hosted", "npm" + "js", "mirror"])
REGISTRY = re.compile(rf"https?://[^\s\"')]*(?:{REGISTRY_WORDS})[^\s\"')]*", re.IGNORECASE)
LATER = re.compile(rf"\b(?:{'|'.join(['TO' + 'DO', 'FIX' + 'ME', 'X' * 3, 'HA' + 'CK'])})\b")


@pytest.mark.parametrize(
    "forbidden",
    [
        pytest.param(MACHINE_PATH, id="absolute paths of a machine"),
        pytest.param(REGISTRY, id="addresses of package registries"),
        pytest.param(LATER, id="marks for later"),
    ],
)
def test_no_file_holds(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in tracked_texts()
        for match in forbidden.finditer(text)
    ]
    assert found == []


def test_no_file_is_larger_than_a_mebibyte() -> None:
    large = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if path.stat().st_size > LARGEST_FILE
    ]
    assert large == []


def test_nothing_a_command_makes_is_kept() -> None:
    made = re.compile(r"^(?:build|dist|\.venv)|__pycache__|\.egg-info")
    kept = [str(path.relative_to(ROOT)) for path in tracked_files()]
    assert [name for name in kept if made.search(name)] == []
