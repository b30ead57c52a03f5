"""`make demo`: run the gate on examples/quickstart, show what it says, and prove that it said the right thing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
QUICKSTART = os.path.join(ROOT, "examples", "quickstart")
EXPECTED = (["needs-license"], ["LG301"])  # outcomes, and the codes that close the gate


def run_gate(*options: str, show: bool) -> subprocess.CompletedProcess[str]:
    """Run `license-gate check` in the quickstart; `show` lets it write to the terminal itself."""
    command = [sys.executable, "-m", "license_gate", "check", *options]
    return subprocess.run(command, cwd=QUICKSTART, check=False, text=True, capture_output=not show)


def main() -> int:
    """Show the gate closing; 0 when it closed for the expected reason."""
    print("$ cd examples/quickstart && license-gate check\n", flush=True)
    shown = run_gate(show=True)
    report = run_gate("--format", "json", show=False)
    if shown.returncode != 1 or report.returncode != 1:
        print(f"\nThe demo failed: expected exit 1, got {shown.returncode}. {report.stderr}", file=sys.stderr)
        return 1
    document = json.loads(report.stdout)
    outcomes = [model["outcome"] for model in document["models"]]
    codes = [finding["code"] for finding in document["findings"] if finding["level"] == "fail"]
    if (outcomes, codes) != EXPECTED:
        print(f"\nThe demo failed: expected {EXPECTED}, got {(outcomes, codes)}.", file=sys.stderr)
        return 1
    print(
        "\nThe gate closed, as it should. Next: open examples/quickstart/README.md, or your own repository."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
