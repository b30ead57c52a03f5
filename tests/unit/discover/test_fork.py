from __future__ import annotations

import os

import pytest

from license_gate.discover.fork import run_in_two

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process on this system")


@pytest.mark.parametrize("count", [0, 1, 2, 999, 1000, 1001, 2500])
def test_every_task_is_done_once_and_in_order(count: int) -> None:
    tasks = [str(number) for number in range(count)]
    assert run_in_two(tasks, lambda task: task + "!") == [task + "!" for task in tasks]


def test_what_a_second_process_leaves_behind_is_done_by_the_first() -> None:
    here = os.getpid()

    def work(task: str) -> str:
        if os.getpid() != here:
            os._exit(1)
        return task

    tasks = [str(number) for number in range(50)]
    assert run_in_two(tasks, work) == tasks
