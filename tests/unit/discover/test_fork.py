from __future__ import annotations

import os
import time

import pytest

from license_gate.discover.fork import SharedWork

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process on this system")


@pytest.mark.parametrize("count", [0, 1, 2, 999, 1000, 1001, 2500])
def test_every_task_is_done_once_and_in_order(count: int) -> None:
    tasks = [str(number) for number in range(count)]
    assert SharedWork(tasks, lambda task: task + "!").results() == [task + "!" for task in tasks]


def test_what_a_second_process_leaves_behind_is_done_by_the_first() -> None:
    here = os.getpid()

    def work(task: str) -> str:
        if os.getpid() != here:
            os._exit(1)
        return task

    tasks = [str(number) for number in range(50)]
    assert SharedWork(tasks, work).results() == tasks


def test_the_second_process_begins_before_it_is_asked_and_may_end_alone() -> None:
    shared = SharedWork([str(number) for number in range(50)], lambda _: os.getpid())
    for _ in range(200):
        if not shared.waiting():
            break
        time.sleep(0.01)
    assert os.getpid() not in shared.results()


def test_nobody_waits_for_what_is_abandoned() -> None:
    shared = SharedWork(["1", "2"], lambda _: time.sleep(60))
    shared.abandon()
    with pytest.raises(ChildProcessError):
        os.waitpid(shared.child, os.WNOHANG)
