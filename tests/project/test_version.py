"""One version, wherever it is written."""

from __future__ import annotations

import re
import tomllib

import duixian
from tests.project.files import ROOT


def test_package_metadata_and_changelog_name_the_same_version() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert newest is not None
    assert declared["project"]["version"] == duixian.__version__ == newest.group(1)
