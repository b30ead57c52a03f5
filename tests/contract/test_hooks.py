"""The hooks: what pre-commit reads of them, and which paths wake them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FILE = os.path.join(ROOT, ".pre-commit-hooks.yaml")

with open(FILE, encoding="utf-8") as _file:
    HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(_file)}

WAKES = {
    "license-gate": [
        "models.yaml",
        ".license-gate/models.yaml",
        "services/chat/models.yaml",
        "models.lock",
        "facts.yaml",
        "license-policy.yaml",
        "waivers.yaml",
        "licenses/acme-model-1.0.yaml",
        "policies/house.yml",
        "config.json",
        "adapter_config.json",
        "app.py",
        "notebooks/train.ipynb",
        "web/src/chat.tsx",
        "main.go",
        "src/lib.rs",
        "pom.xml",
        "requirements.txt",
        "serve.sh",
        "Dockerfile",
        "deploy/Dockerfile.gpu",
        "Modelfile",
        ".env",
        ".env.production",
        "values.yaml",
        "infra/main.tf",
        "README.md",
        "LICENSE",
        "NOTICE",
        "weights/embedder/model.safetensors",
        "weights/llama.Q4_K_M.gguf",
        "ui/about.html",
        "ui/badge.svg",
        "a file with spaces.py",
        "png",
        "png/app.py",
        "logo.png.py",
    ],
    "license-gate-policy-test": [
        "license-policy.yaml",
        "license-policy.yml",
        "governance/license-policy.yaml",
        "waivers.yaml",
        ".license-gate/policies/acme.yaml",
        "policies/commercial.yaml",
        "licenses/acme-model-1.0.yaml",
    ],
}
SLEEPS = {
    "license-gate": [
        "logo.png",
        "docs/screen.PNG",
        "photo.jpg",
        "photo.JPEG",
        "intro.mp4",
        "font.woff2",
        "favicon.ico",
    ],
    "license-gate-policy-test": [
        "models.yaml",
        "facts.yaml",
        "app.py",
        "my-license-policy.yaml",
        "license-policy.yaml.orig",
        "licenses/README.md",
        "sublicenses.yaml",
    ],
}


def test_pre_commit_accepts_the_file() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", FILE]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_hook_has_paths_here() -> None:
    assert set(HOOKS) == set(WAKES) == set(SLEEPS)


@pytest.mark.parametrize(("hook", "path"), [(hook, path) for hook in WAKES for path in WAKES[hook]])
def test_a_path_that_can_change_the_verdict_wakes_the_hook(hook: str, path: str) -> None:
    assert re.search(HOOKS[hook]["files"], path)


@pytest.mark.parametrize(("hook", "path"), [(hook, path) for hook in SLEEPS for path in SLEEPS[hook]])
def test_a_path_that_cannot_change_it_does_not(hook: str, path: str) -> None:
    assert not re.search(HOOKS[hook]["files"], path)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_judges_the_whole_repository_once(hook: str) -> None:
    assert HOOKS[hook]["pass_filenames"] is False
    assert HOOKS[hook]["require_serial"] is True
    assert HOOKS[hook]["language"] == "python"
    assert HOOKS[hook]["stages"] == ["pre-commit", "pre-merge-commit", "pre-push", "manual"]
    assert HOOKS[hook]["minimum_pre_commit_version"] == "3.2.0"
