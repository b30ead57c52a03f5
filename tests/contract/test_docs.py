"""The pages: every link between them leads somewhere, and the inputs of the action are all explained."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_pages_that_exist(page: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [target for target in targets if target and "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= set(LINK.findall(index))


@pytest.mark.parametrize("part", ["inputs", "outputs"])
def test_the_page_of_the_action_names_what_the_action_has(part: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "action.md").read_text(encoding="utf-8")
    heading = "## Inputs" if part == "inputs" else "## Outputs"
    section = page.partition(heading)[2].partition("\n## ")[0]
    named = set(
        re.findall(
            r"`([a-z-]+)`", "".join(row.split("|")[1] for row in section.splitlines() if row[:1] == "|")
        )
    )
    assert named == set(action[part])


def test_the_page_of_the_hooks_names_each() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    assert all(f"| `{hook['id']}` | `{hook['entry']}` |" in page for hook in hooks)


def test_the_screen_in_the_readme_is_what_the_gate_says() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "write_readme_screen.py"), "--check"]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
