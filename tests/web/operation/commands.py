"""Runs the real commands of the site, each with a ledger of its own in SQLite."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[3] / "src"
DUIXIAN = [sys.executable, "-c", "from duixian.cli.start import main; main()"]
MANAGE = [sys.executable, "-m", "duixian.web.manage"]


def environment(**variables: str) -> dict[str, str]:
    """Give the variables of the shell without those of the site, and these."""
    theirs = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DUIXIAN_", "DATABASE_", "DJANGO_"))
    }
    path = os.pathsep.join(filter(None, (str(SOURCES), os.environ.get("PYTHONPATH", ""))))
    return {**theirs, "PYTHONPATH": path, **variables}


def run(
    command: list[str], *arguments: str | Path, given: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*command, *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        env=environment(**variables),
        timeout=120,
    )
