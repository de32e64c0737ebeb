"""Measures Duixian beside its peers and prints the ratios: `make bench`.

Nothing is asserted: the tables say what this machine gave, and build/bench.json holds it all.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.alignment import compare_aligners
from bench.measures import (
    OURS,
    PEERS,
    SkippedError,
    peak_memory,
    start_up,
    time_contender,
    time_lengths,
)
from bench.peers.timing import Text, Timing
from bench.texts import ROOT, long_example, texts

OUT = ROOT / "build" / "bench.json"
Speeds = dict[tuple[str, str, str], float]  # (contender, way, text) to characters a second


def main() -> None:
    """Run every measure, print each table as it comes, write the JSON file."""
    console = Console(width=max(Console().width, 130))
    _bind_to_one_core(console)
    results: dict[str, Any] = {"machine": platform.machine(), "python": platform.python_version()}
    steps: dict[str, Callable[[Console], object]] = {
        "speed": _speed,
        "alignment": compare_aligners,
        "lengths": _lengths,
        "memory": _memory,
        "start_up_seconds": _start_up,
    }
    for name, step in steps.items():
        results[name] = step(console)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    console.print(f"\nAll figures: {Path(os.path.relpath(OUT))}")


def _bind_to_one_core(console: Console) -> None:
    if not hasattr(os, "sched_setaffinity"):
        console.print("This system cannot bind a process to one core: times are of all cores.")
        return
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    console.print(f"One core (number {core}), Python {platform.python_version()}")


def _speed(console: Console) -> list[dict[str, Any]]:
    """Compare characters a second, text by text."""
    samples = texts()
    speeds: Speeds = {}
    rows: list[dict[str, Any]] = []
    for contender in (OURS, *PEERS):
        try:
            timings = time_contender(contender, samples)
        except SkippedError as skipped:
            console.print(f"{contender.name} is left out: {skipped}")
            continue
        rows += [_row(contender.name, timing, samples) for timing in timings]
    for row in rows:
        speeds[row["contender"], row["way"], row["text"]] = row["characters_per_second"]
    _print_speeds(console, samples, speeds)
    return rows


def _row(contender: str, timing: Timing, samples: Iterable[Text]) -> dict[str, Any]:
    length = next(len(text["text"]) for text in samples if text["name"] == timing["name"])
    seconds = statistics.median(timing["seconds"])
    return {
        "contender": contender,
        "way": timing["way"],
        "text": timing["name"],
        "characters": length,
        "seconds": seconds,
        "characters_per_second": length / seconds,
        "quantities": timing["found"],
    }


def _print_speeds(console: Console, samples: list[Text], speeds: Speeds) -> None:
    ours = {name: speed for (who, _, name), speed in speeds.items() if who == OURS.name}
    peers = [(peer.name, way) for peer in PEERS for way in peer.ways]
    present = [key for key in peers if any((*key, text["name"]) in speeds for text in samples)]
    table = Table(
        title="Characters in a second of processor time (median of five), and our multiple of it"
    )
    table.add_column("text", no_wrap=True)
    table.add_column("length", justify="right")
    table.add_column("Duixian,\nwhole read", justify="right")
    for who, way in present:
        table.add_column(f"{who},\n{way}", justify="right", no_wrap=True)
    for text in samples:
        name = text["name"]
        cells = [_beside(speeds.get((*key, name)), ours.get(name)) for key in present]
        table.add_row(name, f"{len(text['text']):,}", _number(ours.get(name)), *cells)
    table.add_section()
    ratios = [_median_ratio(speeds, ours, key) for key in present]
    table.add_row("median ratio", "", "", *ratios)
    console.print(table)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}"


def _beside(speed: float | None, ours: float | None) -> str:
    if speed is None or ours is None:
        return _number(speed)
    return f"{speed:,.0f}  ×{ours / speed:.1f}"


def _median_ratio(speeds: Speeds, ours: dict[str, float], key: tuple[str, str]) -> str:
    ratios = [ours[text] / speeds[*key, text] for text in ours if (*key, text) in speeds]
    return f"×{statistics.median(ratios):.1f}" if ratios else "-"


def _lengths(console: Console) -> dict[int, float]:
    """Show how the time of a whole read grows with the length of the text."""
    text = long_example()
    seconds = time_lengths(text)
    table = Table(title="One report, repeated")
    for heading in ("times", "characters", "seconds", "ratio"):
        table.add_column(heading, justify="right")
    for times, spent in seconds.items():
        ratio = f"{spent / seconds[1]:.1f}"
        table.add_row(str(times), f"{times * len(text):,}", f"{spent:.4f}", ratio)
    console.print(table)
    return seconds


def _memory(console: Console) -> dict[str, float]:
    measured = peak_memory(long_example())
    console.print(
        f"Reading {measured['text_mb']:.1f} MB of text: peak {measured['peak_mib']:.0f} MiB, "
        f"of which {measured['before_mib']:.0f} MiB before the read"
    )
    return measured


def _start_up(console: Console) -> float:
    seconds = start_up()
    console.print(f"duixian --help: {seconds:.3f} s (median of 20)")
    return seconds


if __name__ == "__main__":
    main()
