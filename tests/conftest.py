"""What all tests share: no test reads or writes the memory of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

collect_ignore_glob = ["cases/*/*"]  # stories are repositories of others: their tests are not ours


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache(tmp_path_factory)))


def _cache(factory: pytest.TempPathFactory) -> Path:
    folder = factory.getbasetemp() / "cache"
    folder.mkdir(exist_ok=True)
    return folder
