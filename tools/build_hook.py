"""Compiles the catalogues of messages whenever the package is built or installed for editing."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileMessages(BuildHookInterface[Any]):
    """A step of the build; the name in `pyproject.toml` is that of the file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        tool = runpy.run_path(str(root / "tools" / "compile_messages.py"))
        tool["compile_messages"](root)
