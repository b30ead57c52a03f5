"""License texts -> license_gate/catalog/fingerprinted: hashes and deciding values, no text.

Usage: python scripts/fingerprint_texts.py [RESEARCH]

RESEARCH (default: where tests/research.py looks for it) holds licenses/facts/*.yaml and licenses/texts/.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from license_gate.identify.build import Sample, build_files  # noqa: E402 (the path comes first)
from license_gate.identify.found import LICENSE, USE_POLICY  # noqa: E402

FOLDER = os.path.join(ROOT, "license_gate", "catalog", "fingerprinted")
LISTING, ARRAYS = "texts.json", "runs.bin"

# Collections of quotations and openings of texts, nothing that a file could be known by; and a file that holds
# a text of this list twice.
LEFT_OUT = (
    "ai2-impact-lr",
    "api-terms-2026-10-10",
    "creativeml-openrail-m-segmind",
    "falcon-180b-acceptable-use-policy",
)

# Releases that put another edition's text beside their weights: name of the text -> (edition, release).
APPLIED = {
    "alpaca-data": ("cc-by-nc-4.0", "alpaca data"),
    "alpaca-weight-diff": ("cc-by-nc-4.0", "alpaca weights"),
    "audiocraft-weights": ("cc-by-nc-4.0", "audiocraft-musicgen"),
    "nllb-model-license": ("cc-by-nc-4.0", "nllb"),
    "deepseek-mit": ("mit", "deepseek-mit"),
    "clip-mit": ("mit", "clip"),
    "whisper-mit": ("mit", "whisper"),
    "apache-2.0-grok-1": ("apache-2.0", "grok-1"),
    "kandinsky-apache": ("apache-2.0", "kandinsky"),
    "pixart-apache": ("apache-2.0", "pixart"),
    "wan-apache": ("apache-2.0", "wan"),
    "bigcode-openrail-m-wizardcoder": ("bigcode-openrail-m", "wizardcoder"),
    "llama2-wizardmath": ("llama2", "wizardmath"),
    "llama-guard-2-repo-license": ("llama2", "llama-guard-2"),
    "llama-guard-3-8b-repo-license": ("llama3.2", "llama-guard-3"),
    "llama-guard-4-repo-license": ("llama4", "llama-guard-4"),
    "openrail-plus-plus": ("openrail++", "2023-07-26"),
    "openrail++-sdxl-1.0": ("openrail++", "2023-07-26"),
    "gemma-2025-03-24": ("gemma", "2025-03-24"),
    "fair-noncommercial-research-license-v1-2024-10-16": (
        "fair-noncommercial-research-license",
        "2024-10-16",
    ),
}
# Earlier texts with other terms than the edition of the catalog.
EARLIER = {"gemma-2024-02-21": ("gemma", "2024-02-21"), "gemma-2024-04-01": ("gemma", "2024-04-01")}
# A license that is published with its use policy behind it: name of the text -> first line of the policy.
POLICY_BEHIND = {"llama3": "Meta Llama 3 Acceptable Use Policy\n"}
# Texts that are often passed on without the appendix that shows how to apply them.
APPENDED = ("agpl-3.0", "apache-2.0", "gpl-2.0", "gpl-3.0", "lgpl-2.1")
END = "END OF TERMS AND CONDITIONS"
# Entries that have no text of their own: edition whose text applies -> entries.
SHARED = {
    "apache-2.0": ("gemma-4", "snowflake-arctic"),
    "cc-by-nc-4.0": ("alpaca", "audiocraft-musicgen", "dolly-v1", "nllb", "seamlessm4t"),
    "llama2": ("code-llama", "llama-guard"),
    "llama3.2": ("llama-guard",),
    "llama4": ("llama-guard",),
    "mit": ("deepseek-mit", "dolly-v2"),
    "openrail++": ("openrail-plus-plus",),
}


def read_samples(research: str) -> dict[str, Sample]:
    """Name of the text -> the text and what it is; in the order of names, the catalog's own texts first."""
    texts = os.path.join(research, "licenses", "texts")
    names = [name.removesuffix(".txt") for name in sorted(os.listdir(texts)) if name.endswith(".txt")]
    owners = read_owners(research)
    samples = {
        name: make_sample(name, read(os.path.join(texts, f"{name}.txt")), owners)
        for name in names
        if name not in LEFT_OUT
    }
    for name in APPENDED:
        terms = samples[name].text.partition(END)[0]
        samples[f"{name} terms"] = samples[name]._replace(text=terms, label="without appendix")
    return dict(sorted(samples.items(), key=lambda item: (bool(item[1].label), item[0])))


def make_sample(name: str, text: str, owners: dict[str, str]) -> Sample:
    """One text with its edition."""
    if name in POLICY_BEHIND:
        text = text.replace("\r\n", "\n").partition(POLICY_BEHIND[name])[0]
    first, _, rest = text.partition("\n")
    whole = not first.startswith("[EXCERPT")
    edition, label = APPLIED.get(name) or EARLIER.get(name) or (owners.get(name, ""), "")
    if not edition:
        sys.exit(f"{name}.txt: no file in facts/ names it; list it in APPLIED, EARLIER or LEFT_OUT")
    part = USE_POLICY if name.endswith(("-use-policy", "-prohibited-use-policy")) else LICENSE
    shared = SHARED.get(edition, ()) if part == LICENSE else ()
    return Sample(edition, text if whole else rest, part, label, name not in EARLIER, whole, shared)


def read_owners(research: str) -> dict[str, str]:
    """Name of a text -> the edition whose text it is; an edition that is called like the text goes first."""
    owners: dict[str, str] = {}
    folder = os.path.join(research, "licenses", "facts")
    for file in sorted(os.listdir(folder)):
        facts: dict[str, Any] = yaml.safe_load(read(os.path.join(folder, file)))
        listed = [facts.get("text_file"), *(each["file"] for each in facts.get("additional_texts") or ())]
        for path in filter(None, listed):
            name = os.path.basename(path).removesuffix(".txt")
            if name not in owners or name == facts["id"]:
                owners[name] = facts["id"]
    return owners


def read(path: str) -> str:
    """The text of a file, its line ends as they are."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def main() -> None:
    """Write the two files."""
    default = os.environ.get("LICENSE_GATE_RESEARCH") or os.path.join(os.path.dirname(ROOT), "shared")
    research = sys.argv[1] if len(sys.argv) > 1 else default
    samples = read_samples(research)
    listing, arrays = build_files(samples.values())
    with open(os.path.join(FOLDER, LISTING), "w", encoding="utf-8") as file:
        file.write(listing)
    with open(os.path.join(FOLDER, ARRAYS), "wb") as binary:
        binary.write(arrays)
    print(f"{len(samples)} texts of {len({each.license for each in samples.values()})} licenses")


if __name__ == "__main__":
    main()
