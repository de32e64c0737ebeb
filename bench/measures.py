"""What is measured: speed against peers, growth with length, memory, start-up.

Every measure runs in processes of its own, on the one core this process was bound to.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.peers.timing import Job, Text, Timing
from bench.texts import ROOT

PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
REPEATS = 5
LENGTHS = (1, 10, 100)
STARTS = 20
MEMORY_TEXT_BYTES = 2_000_000


class SkippedError(Exception):
    """A contender that cannot be had here, and why."""


@dataclass(frozen=True)
class Contender:
    """One program that reads the texts, and the Python that runs it."""

    name: str
    module: str
    python: Path
    ways: tuple[str, ...]


OURS = Contender("Duixian", "bench.peers.duixian_read", Path(sys.executable), ("whole read",))
_PEER_WAYS = ("by sentence", "whole text")
PEERS = (
    Contender("Recognizers-Text", "bench.peers.recognizers", PEERS_PYTHON, _PEER_WAYS),
    Contender("quantulum3", "bench.peers.quantulum", PEERS_PYTHON, _PEER_WAYS),
)


def time_contender(
    contender: Contender, texts: list[Text], *, repeats: int = REPEATS
) -> list[Timing]:
    """Time one contender on the texts. Raises SkippedError where it does not run."""
    if not contender.python.exists():
        raise SkippedError("its environment is not there (make bench sets it up)")
    job: Job = {"repeats": repeats, "texts": texts}
    done = subprocess.run(
        [contender.python, "-W", "ignore", "-m", contender.module],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise SkippedError((done.stderr.strip().splitlines() or ["it ended without a word"])[-1])
    timings: list[Timing] = json.loads(done.stdout)
    return timings


def time_lengths(text: str) -> dict[int, float]:
    """Time a whole read of one text repeated 1, 10 and 100 times, in seconds (medians)."""
    texts: list[Text] = [
        {"name": str(times), "language": "zh", "text": text * times, "sentences": []}
        for times in LENGTHS
    ]
    timings = time_contender(OURS, texts, repeats=3)
    return {int(timing["name"]): statistics.median(timing["seconds"]) for timing in timings}


_PEAK = """
import resource, sys
from bench.texts import as_document
from duixian.reading.read import read_document
text = sys.stdin.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
report = read_document(as_document(text, name="long"))
print(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(report.quantities))
"""


def peak_memory(text: str) -> dict[str, float]:
    """Measure the peak memory, in MiB, of a process that reads 2 MB of text."""
    long = text * (MEMORY_TEXT_BYTES // len(text.encode()) + 1)
    done = subprocess.run(
        [sys.executable, "-c", _PEAK],
        input=long,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    before, peak, quantities = map(int, done.stdout.split())
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return {
        "text_mb": len(long.encode()) / 1e6,
        "before_mib": before / unit,
        "peak_mib": peak / unit,
        "quantities": quantities,
    }


def start_up() -> float:
    """Time `duixian --help`, in seconds: the median of twenty starts."""
    command = Path(sys.executable).parent / "duixian"
    seconds = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([command, "--help"], capture_output=True, check=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)
