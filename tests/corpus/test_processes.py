"""Reading processes: results in order, a death named with its item, and no process left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path

import pytest

from duixian.corpus.processes import ProcessDied, run_in_order

SOURCES = Path(__file__).resolve().parents[2] / "src"


def slow_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number * number


def die_on_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leave_on_three(number: int) -> int:
    if number == 3:
        os._exit(7)
    return number


def print_loudly(number: int) -> int:
    print("a library that prints" * 100)  # noqa: T201  # what must not mix with answers
    return number


def own_process(number: int) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    items = list(range(12))
    results = list(run_in_order(slow_first, items, workers=2))
    assert results == [(item, item * item) for item in items]


def test_a_killed_process_is_reported_for_its_item_and_the_others_are_done() -> None:
    results = dict(run_in_order(die_on_three, range(8), workers=2))
    died = results.pop(3)
    assert isinstance(died, ProcessDied)
    assert str(died) == "SIGKILL"
    assert results == {number: number for number in range(8) if number != 3}


def test_a_process_that_leaves_on_its_own_is_reported_with_its_exit_code() -> None:
    results = dict(run_in_order(leave_on_three, range(5), workers=1))
    assert str(results[3]) == "exit code 7"
    assert results[4] == 4


def test_what_a_library_prints_does_not_mix_with_the_answers() -> None:
    assert dict(run_in_order(print_loudly, range(3), workers=1)) == {0: 0, 1: 1, 2: 2}


def test_stopping_early_ends_the_processes() -> None:
    with closing(run_in_order(own_process, range(100), workers=2)) as results:
        _, process = next(results)
    assert isinstance(process, int)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_few_results_are_held_at_once() -> None:
    taken = []

    def items() -> list[int]:
        return list(range(1000))

    def counted() -> object:
        for item in items():
            taken.append(item)
            yield item

    with closing(run_in_order(slow_first, counted(), workers=2)) as results:  # type: ignore[arg-type]  # a generator of numbers
        next(results)
        assert len(taken) < 20


def test_an_interrupt_ends_parent_and_children_at_once(tmp_path: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(
        textwrap.dedent(
            """
            import time
            from duixian.corpus.processes import run_in_order
            print("started", flush=True)
            list(run_in_order(time.sleep, [60] * 4, workers=2))
            """
        )
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    ) as parent:
        assert parent.stdout
        parent.stdout.readline()
        time.sleep(0.5)
        parent.send_signal(signal.SIGINT)
        _, complaints = parent.communicate(timeout=10)
    assert parent.returncode != 0
    assert complaints.count("KeyboardInterrupt") == 1  # the parent's own; no child complains
