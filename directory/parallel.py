"""Work spread over processes.

A child is a fork, so that it sees everything the parent has built without a copy; it hands back only its result.
"""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LEAST_WORTH_A_FORK = 64


def cores() -> int:
    """How many processes may run at once here; 1 where processes can't be forked."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T], jobs: int) -> list[R]:
    """`work` over the items in at most `jobs` runs of neighbours, each in a process; results in the items' order.

    The results of different `jobs` differ only in how many there are. An exception in a child is raised here again.
    """
    count = min(jobs, max(1, len(items) // _LEAST_WORTH_A_FORK))
    if count <= 1:
        return [work(items)]
    size, extra = divmod(len(items), count)
    ends = [size * i + min(i, extra) for i in range(count + 1)]
    parts = [items[start:end] for start, end in pairwise(ends)]
    return together([lambda part=part: work(part) for part in parts])  # type: ignore[misc]


def together(tasks: Sequence[Callable[[], R]]) -> list[R]:
    """The results of all tasks, each run in a process of its own, but the last one here."""
    fork = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    children = []
    for task in tasks[:-1]:
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=_run, args=(task, there), daemon=True)
        child.start()
        there.close()
        ends.append(here)
        children.append(child)
    try:
        own = tasks[-1]()
        results: list[R] = [_received(end) for end in ends]
    finally:
        # Where one has failed, the others may be at work still. Nobody waits for what they make.
        for child in children:
            child.terminate()
            child.join()
    return [*results, own]


def _received(end: Connection) -> Any:
    """What a child hands back. Raises RuntimeError where it failed."""
    try:
        result, error = end.recv()
    except EOFError:
        raise RuntimeError("a worker process ended before it had finished") from None
    if error:
        raise RuntimeError(f"in a worker process:\n{error}")
    return result


def _run(task: Callable[[], object], end: Connection) -> None:
    try:
        outcome: tuple[object, str | None] = (task(), None)
    except Exception:
        outcome = (None, traceback.format_exc())
    end.send(outcome)
    end.close()
