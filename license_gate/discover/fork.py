"""A part of the work in a second process: a scan is bound by the processor, and most machines have two."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
_PORTIONS = 1000  # so many numbers of two bytes fit into any pipe


def run_in_two(tasks: Sequence[str], work: Callable[[str], T]) -> list[T]:
    """The results of all tasks, in their order; what a failed second process leaves is done here.

    Both take the next portion when they are done with one: a few files cost more than a hundred others.
    """
    size = len(tasks) // _PORTIONS + 1
    portions = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    queue, filling = os.pipe()
    os.write(filling, b"".join(number.to_bytes(2, "big") for number in range(len(portions))))
    os.close(filling)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(writer, queue, portions, work)
    os.close(writer)
    done = _work_off(queue, portions, work)
    os.close(queue)
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    done.update(_read(answer))
    for number, portion in enumerate(portions):
        if number not in done:
            done[number] = [work(task) for task in portion]
    return [result for number in range(len(portions)) for result in done[number]]


def _work_off(queue: int, portions: list[Sequence[str]], work: Callable[[str], T]) -> dict[int, list[T]]:
    """The results of the portions that this process gets, by their number."""
    done: dict[int, list[T]] = {}
    while token := os.read(queue, 2):
        number = int.from_bytes(token, "big")
        done[number] = [work(task) for task in portions[number]]
    return done


def _answer(writer: int, queue: int, portions: list[Sequence[str]], work: Callable[[str], T]) -> None:
    """Write the results and end without the parent's clean-up."""
    try:
        with os.fdopen(writer, "wb") as stream:
            stream.write(pickle.dumps(_work_off(queue, portions, work)) + b"end")
    finally:
        os._exit(0)


def _read(answer: bytes) -> dict[int, list[T]]:
    if not answer.endswith(b"end"):
        return {}
    results: dict[int, list[T]] = pickle.loads(answer[:-3])  # noqa: S301 (our own process wrote it)
    return results
