"""A part of the work in a second process: a scan is bound by the processor, and most machines have two."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")
_PORTIONS = 1000  # so many numbers of two bytes fit into any pipe
_FEW = 1000  # tasks: so many are done before a process that did something else is ready to help
_NEARLY_ALL = 0.8


class SharedWork(Generic[T]):
    """Tasks that a second process begins at once; this one joins in when it wants the results.

    Both take the next portion when they are done with one: a few files cost more than a hundred others.
    """

    def __init__(self, tasks: Sequence[str], work: Callable[[str], T]) -> None:
        size = len(tasks) // _PORTIONS + 1
        self._tasks = len(tasks)
        self._portions = [tasks[start : start + size] for start in range(0, len(tasks), size)]
        self._work = work
        self._queue, filling = os.pipe()
        # From the end: the files at the top of a tree, which come last of all then, are seldom large.
        numbers = reversed(range(len(self._portions)))
        os.write(filling, b"".join(number.to_bytes(2, "big") for number in numbers))
        os.close(filling)
        self._reader, writer = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            os.close(self._reader)
            self._answer(writer)
        os.close(writer)

    def results(self) -> list[T]:
        """The results of all tasks, in their order; what a failed second process leaves is done here."""
        done = self._work_off() if self._needs_help() else {}
        os.close(self._queue)
        import pickle  # noqa: F401 (for `_read`: it is loaded while the second process still works)

        with os.fdopen(self._reader, "rb") as stream:
            answer = stream.read()
        os.waitpid(self.child, 0)
        done.update(_read(answer))
        for number, portion in enumerate(self._portions):
            if number not in done:
                done[number] = [self._work(task) for task in portion]
        return [result for number in range(len(self._portions)) for result in done[number]]

    def abandon(self) -> None:
        """End the second process: nobody wants the results."""
        import signal

        os.close(self._queue)
        os.close(self._reader)
        with suppress(OSError):
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)

    def waiting(self) -> int:
        """How many portions nobody has taken yet."""
        import fcntl
        import struct
        import termios

        return int(struct.unpack("i", fcntl.ioctl(self._queue, termios.FIONREAD, b"\0" * 4))[0]) // 2

    def _needs_help(self) -> bool:
        """Whether so much is left that it pays to make this process ready for it."""
        part = self.waiting() / max(len(self._portions), 1)
        return part > _NEARLY_ALL or part * self._tasks > _FEW

    def _work_off(self) -> dict[int, list[T]]:
        """The results of the portions that this process gets, by their number."""
        done: dict[int, list[T]] = {}
        while token := os.read(self._queue, 2):
            number = int.from_bytes(token, "big")
            done[number] = [self._work(task) for task in self._portions[number]]
        return done

    def _answer(self, writer: int) -> None:
        """Write the results and end without the parent's clean-up."""
        import gc
        import pickle

        gc.freeze()  # what there is now stays until the end: nobody need look whether it is garbage
        try:
            with os.fdopen(writer, "wb") as stream:
                stream.write(pickle.dumps(self._work_off()) + b"end")
        finally:
            os._exit(0)


def _read(answer: bytes) -> dict[int, list[T]]:
    if not answer.endswith(b"end"):
        return {}
    import pickle

    results: dict[int, list[T]] = pickle.loads(answer[:-3])  # noqa: S301 (our own process wrote it)
    return results
