"""Small git repositories with a history, for tests that compare two trees."""

from __future__ import annotations

import subprocess
from pathlib import Path

MANIFEST = "version: 1\npolicy: builtin:commercial@1\nfacts: facts.yaml\nmodels:\n"
FACTS = 'version: 1\nuse:\n  commercial: true\n  fields: []\ngroup:\n  monthly_active_users: "<1M"\n'


def git(root: Path, *arguments: str) -> str:
    """What git says; a failure ends the test."""
    identity = ["-c", "user.name=tests", "-c", "user.email=tests@example.com", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def write(root: Path, files: dict[str, str | bytes]) -> None:
    """Write files with their folders."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def commit(root: Path, files: dict[str, str | bytes], message: str = "work") -> str:
    """Write files and commit everything; the commit's id. The first commit makes the repository."""
    if not (root / ".git").exists():
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "-q", "-b", "main")
    write(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD")


def load(*models: str) -> str:
    """A program that loads models."""
    calls = "".join(f'AutoModel.from_pretrained("{model}")\n' for model in models)
    return f"from transformers import AutoModel\n\n{calls}"


def declare(*models: str) -> str:
    """A manifest that declares models, each served."""
    return MANIFEST + "".join(f"  - model: {model}\n    uses: [serve]\n" for model in models)
