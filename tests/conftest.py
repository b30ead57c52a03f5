"""What all tests share: no test reads or writes the memory of the person who runs it, nor that person's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from license_gate.commands import check as check_module

collect_ignore_glob = ["cases/*/*"]  # stories are repositories of others: their tests are not ours


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache(tmp_path_factory)))
    for name in ("LICENSE_GATE_FACTS", "LICENSE_GATE_CENTRAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for every run of `check` that really judged."""
    runs: list[int] = []
    real = check_module._judge

    def counting(*arguments: object) -> object:
        runs.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(check_module, "_judge", counting)
    return runs


def _cache(factory: pytest.TempPathFactory) -> Path:
    folder = factory.getbasetemp() / "cache"
    folder.mkdir(exist_ok=True)
    return folder
