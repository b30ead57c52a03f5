"""Put what the demo says into the README: the first block and the last line; ``--check`` only compares."""

from __future__ import annotations

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(ROOT, "README.md")
QUICKSTART = os.path.join(ROOT, "examples", "quickstart")
BEGIN = "<!-- screen: written by scripts/write_readme_screen.py -->\n"
END = "<!-- end of screen -->"


def take_screen() -> str:
    """The first block of the text report on the quickstart, and its last line."""
    command = [sys.executable, "-m", "license_gate", "check"]
    done = subprocess.run(command, check=False, cwd=QUICKSTART, capture_output=True, text=True)
    if done.returncode != 1:
        sys.exit(f"the quickstart should close the gate, but ended with {done.returncode}: {done.stderr}")
    blocks = done.stdout.split("\n\n")
    if "LG301" not in blocks[0]:
        sys.exit(f"the first block should be LG301, but is: {blocks[0]}")
    return f"$ license-gate check\n{blocks[0]}\n\n...\n{done.stdout.splitlines()[-1]}\n"


def main(arguments: list[str]) -> int:
    """Write the screen, or with --check say whether it is what the gate says today."""
    with open(README, encoding="utf-8") as file:
        text = file.read()
    before, _, rest = text.partition(BEGIN)
    fresh = f"{before}{BEGIN}```console\n{take_screen()}```\n{END}{rest.partition(END)[2]}"
    if arguments == ["--check"]:
        print("the screen in README.md is fresh" if fresh == text else "stale: README.md, run `make screen`")
        return int(fresh != text)
    with open(README, "w", encoding="utf-8", newline="\n") as file:
        file.write(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
