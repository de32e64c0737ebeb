"""The comparison of aligners counts links as the gold scorer does, and leaves out what is absent."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.alignment import Aligner, Report, example_reports, pair_f1, run_aligner
from bench.measures import SkippedError
from bench.peers.aligning import groups_between

FAKE = """#!/bin/sh
# Whatever it is given, every sentence has its own rung.
lines=$(wc -l < "$4")
i=0
while [ "$i" -lt "$lines" ]; do printf '%d\\t%d\\t0.5\\n' "$i" "$i"; i=$((i + 1)); done
"""


@pytest.fixture
def report() -> Report:
    return example_reports()[0]


def test_the_true_links_score_one_and_shifted_ones_nothing(report: Report) -> None:
    size = len(report.zh.spans)
    assert pair_f1(report, [([i], [i]) for i in range(size)]) == 1
    assert pair_f1(report, [([i], [i + 1]) for i in range(size - 1)]) == 0


def test_groups_that_are_too_large_lose_precision(report: Report) -> None:
    everything = [(list(range(len(report.zh.spans))), list(range(len(report.en.spans))))]
    assert 0 < pair_f1(report, everything) < 0.1


def test_rungs_become_the_groups_between_them() -> None:
    assert groups_between([(0, 0), (1, 2)], (2, 3)) == [([0], [0, 1]), ([1], [2])]
    assert groups_between([(0, 0), (1, 0)], (1, 1)) == [([0], []), ([], [0])]


def test_an_aligner_that_is_not_there_is_left_out_with_the_reason() -> None:
    absent = Aligner("absent", "bench.peers.hunalign", Path(sys.executable), "no-such-aligner")
    with pytest.raises(SkippedError, match="no program no-such-aligner"):
        run_aligner(absent, [])


def test_hunalign_is_run_where_it_is_there(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "hunalign"
    program.write_text(FAKE, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    hunalign = Aligner("hunalign", "bench.peers.hunalign", Path(sys.executable), "hunalign")
    (answer,) = run_aligner(hunalign, [report.pair()])
    assert pair_f1(report, answer["beads"]) > 0.9
    assert answer["seconds"] > 0
