"""Run one function over many items in reading processes of our own, results in order.

Each process is a plain Python child that is handed one item at a time over a pipe. Unlike a
shared pool, this names the very item a process died on, keeps the other items going, and asks
nothing of the calling script (no ``if __name__ == "__main__"``).
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")

_LENGTH = struct.Struct(">Q")
_START = (
    "import os, sys; sys.path[:] = sys.argv[1].split(os.pathsep); "
    "from duixian.corpus.processes import serve; serve()"
)
# Enough finished work waits to keep every process busy behind one slow item, and no more.
_ITEMS_AHEAD = 4
_SECONDS_TO_END = 2.0


@dataclass(frozen=True, slots=True)
class ProcessDied:
    """What came of an item whose process ended before it answered."""

    exit_code: int  # negative: the number of the signal that ended it

    def __str__(self) -> str:
        if self.exit_code >= 0:
            return f"exit code {self.exit_code}"
        try:
            return signal.Signals(-self.exit_code).name
        except ValueError:
            return f"signal {-self.exit_code}"


def processor_count() -> int:
    """Count the processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int
) -> Generator[tuple[Item, Result | ProcessDied], None, None]:
    """Give each item with its result, in the order of the items, holding few results at once.

    The function must be importable by name, and must not raise. Closing the iterator, or
    Ctrl-C, ends the processes at once.
    """
    waiting: deque[tuple[Item, Future[Result | ProcessDied]]] = deque()
    processes = _Processes()
    threads = ThreadPoolExecutor(workers, thread_name_prefix="duixian-reading")
    try:
        for item in items:
            waiting.append((item, threads.submit(processes.call, function, item)))
            if len(waiting) >= workers * _ITEMS_AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        processes.kill()
        threads.shutdown(wait=True)
        processes.close()


class _Processes:
    """The reading processes, one for each thread that asks."""

    def __init__(self) -> None:
        self._mine = threading.local()
        self._all: set[_Process] = set()
        self._lock = threading.Lock()
        self._is_stopped = False

    def call(self, function: Callable[[Item], Result], item: Item) -> Result | ProcessDied:
        """Run the function in this thread's process, starting one where there is none."""
        process = getattr(self._mine, "process", None) or self._start()
        answer = process.call((function, item))
        if isinstance(answer, ProcessDied):
            self._forget(process)
        return cast("Result | ProcessDied", answer)

    def _start(self) -> _Process:
        with self._lock:
            process = _Process()
            self._all.add(process)
            if self._is_stopped:
                process.kill()
        self._mine.process = process
        return process

    def _forget(self, process: _Process) -> None:
        self._mine.process = None
        with self._lock:
            self._all.discard(process)
        process.close()

    def kill(self) -> None:
        """End every process; a thread waiting for one then sees that it died."""
        with self._lock:
            self._is_stopped = True
            for process in self._all:
                process.kill()

    def close(self) -> None:
        """Close the pipes, once no thread uses them any more."""
        for process in self._all:
            process.close()


class _Process:
    """One child process and the pipes to it."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-P", "-c", _START, os.pathsep.join(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C reaches only the parent, which ends the children
        )

    def call(self, task: Any) -> Any:
        try:
            _send(cast("BinaryIO", self._child.stdin), task)
            return _receive(cast("BinaryIO", self._child.stdout))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(_SECONDS_TO_END)
            self.kill()
            return ProcessDied(self._child.returncode)

    def kill(self) -> None:
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()

    def close(self) -> None:
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


def _send(stream: BinaryIO, value: Any) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: BinaryIO) -> Any:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301  # from our own other half


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def serve() -> None:
    """Answer the parent's tasks until it closes the pipe. Runs in the child."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    while True:
        try:
            function, item = _receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            _send(answers, function(item))
        except BrokenPipeError:
            return
