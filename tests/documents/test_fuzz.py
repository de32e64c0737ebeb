"""The fuzz script stays fit to run: a moment of it finds nothing in the text readers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "fuzz_readers.py"


@pytest.mark.parametrize("reader", ["text", "html"])
def test_a_moment_of_fuzzing_finds_nothing(reader: str) -> None:
    command = [sys.executable, str(SCRIPT), "--reader", reader, "--seconds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 distinct faults" in done.stdout
