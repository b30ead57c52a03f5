"""Half of the work in a second process: a scan is bound by the processor, and most machines have two."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def run_in_two(tasks: Sequence[str], work: Callable[[str], T]) -> list[T]:
    """The results of all tasks; what a failed second process leaves is done here."""
    mine, other = tasks[::2], tasks[1::2]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(writer, other, work)
    os.close(writer)
    done = [work(task) for task in mine]
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return done + (_read(answer) or [work(task) for task in other])


def _answer(writer: int, tasks: Sequence[str], work: Callable[[str], T]) -> None:
    """Write the results and end without the parent's clean-up."""
    try:
        with os.fdopen(writer, "wb") as stream:
            stream.write(pickle.dumps([work(task) for task in tasks]) + b"end")
    finally:
        os._exit(0)


def _read(answer: bytes) -> list[T] | None:
    if not answer.endswith(b"end"):
        return None
    results: list[T] = pickle.loads(answer[:-3])  # noqa: S301 (our own process wrote it)
    return results
