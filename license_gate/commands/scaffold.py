"""Answers and found models -> the files that `license-gate init` writes. Pure: text in, text out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from license_gate import policies
from license_gate.catalog.lookup import Catalog
from license_gate.commands.own_address import Address
from license_gate.documents.answers import Answers
from license_gate.documents.reading import LONGEST_NAME
from license_gate.documents.writing import STEP, block, scalar
from license_gate.report.layout import wrap

HOOK = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/license-gate.yml"
CHECKOUT = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
_WIDTH = 100
_EXAMPLES = {
    "organization.type": "company",
    "organization.seat": '["US"]',
    "group.monthly_active_users": '"<700M"',
    "group.revenue": '"<USD 10M"',
    "use.commercial": "true",
    "use.fields": "[]",
}


class NewFile(NamedTuple):
    """A file to write, relative to the repository."""

    path: str
    text: str


def choose_policy(uses: Sequence[str]) -> str:
    """The built-in policy for what the models are used for, with its newest number."""
    reaches_others = {"serve", "embed", "distribute"} & set(uses)
    name = "commercial"
    if not reaches_others:
        name = next((word for word in ("internal", "research") if word in uses), name)
    return policies.full_name(policies.PREFIX + name) or policies.DEFAULT


def write_manifest(models: Sequence[str], answers: Answers, catalog: Catalog, schema: str) -> str:
    """models.yaml with one declaration for each model."""
    entries = [f"{STEP}{line}" for model in models for line in declare(model, catalog)]
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "#",
        "# The AI models of this repository, what is done with them, and the policy that judges them.",
        "# `license-gate add MODEL` adds one; `license-gate check` judges all.",
        "version: 1",
        f"policy: {choose_policy(answers.uses)}",
        "facts: facts.yaml",
        "",
        *_uses(answers, catalog),
        "",
        "models:",
        *(entries or [f"{STEP}# - model: org/name"]),
    ]
    return _text(lines)


def declare(model: str, catalog: Catalog, products: Sequence[str] = ()) -> list[str]:
    """The lines of one declaration; what only a person can fill in is a comment."""
    path = model.removeprefix("path:")
    lines = [f"- model: {scalar(model)}" if path == model else f"- path: {scalar(path)}"]
    if products:
        lines += [f"{STEP}products:", *(f"{STEP * 2}- {scalar(name)}" for name in products)]
    known = catalog.model(model)
    if known is not None and (known.edition or known.license_text):
        return lines
    if catalog.provider(model):
        return [*lines, f"{STEP}# license: the terms of the provider, by the name that they go by"]
    return [
        *lines,
        f"{STEP}# license: as its model card names it, such as apache-2.0; `ours` for a model of your own",
        f"{STEP}# base: the model that it was made from, org/name, if there is one",
    ]


def can_declare(model: str) -> bool:
    """Whether the name can stand in a document: one printable line of ordinary length."""
    return model.isprintable() and 0 < len(model) <= LONGEST_NAME and model == model.strip()


def _uses(answers: Answers, catalog: Catalog) -> list[str]:
    """The one product of a new manifest, named as the gate names a repository without products."""
    acts = catalog.words.facts["use.acts"]
    asked = _comment(f"What is done with the models, completely: {', '.join(acts.values)}.")
    if answers.uses:
        uses = [f"{STEP * 3}- {use}" for use in answers.uses]
        return [
            "products:",
            f"{STEP}default:",
            *(STEP * 2 + line for line in asked),
            f"{STEP * 2}uses:",
            *uses,
        ]
    example = ["products:", f"{STEP}default:", f"{STEP * 2}uses:", f"{STEP * 3}- serve"]
    return [*asked, *(f"# {line}" for line in example)]


def write_facts(answers: Answers, catalog: Catalog, schema: str) -> str:
    """facts.yaml with what was answered; everything else as a comment with its question and its owner."""
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "#",
        '# What is true of the organization. A bound such as "<700M" is enough, and holds for all time.',
        "# What stays a comment is not recorded: the gate asks for it when a license turns on it.",
        "version: 1",
        "# Reports then say how a value compares with a term, never the value:",
        "# confidential: true",
    ]
    scope = ""
    for name in _EXAMPLES:
        if name.partition(".")[0] != scope:
            scope = name.partition(".")[0]
            lines += ["", f"{scope}:"]
        lines += [STEP + line for line in _fact(name, answers, catalog)]
    return _text(lines)


def _fact(name: str, answers: Answers, catalog: Catalog) -> list[str]:
    fact, key = catalog.words.facts[name], name.partition(".")[2]
    value = answers.fact(name)
    if value is not None:
        return block(key, value)
    choices = f" One of: {', '.join(fact.values)}." if fact.kind == "enum" else ""
    if fact.asked == "once":
        choices = f" [] = none of: {', '.join(fact.values)}."
    return [*_comment(f"{fact.ask}{choices} ({fact.owner})"), f"# {key}: {_EXAMPLES[name]}"]


def hook_entry(address: Address) -> list[str]:
    """The entry of the gate under `repos:` of a pre-commit configuration."""
    if address.known:
        return [
            f"{STEP}- repo: https://github.com/{address.repository}",
            f"{STEP}  rev: {address.tag}",
            f"{STEP}  hooks:",
            f"{STEP}    - id: license-gate",
        ]
    return [
        f"{STEP}- repo: local # runs the license-gate that is installed",
        f"{STEP}  hooks:",
        f"{STEP}    - id: license-gate",
        f"{STEP}      name: license-gate",
        f"{STEP}      entry: license-gate check",
        f"{STEP}      language: system",
        f"{STEP}      pass_filenames: false",
        f"{STEP}      always_run: true",
    ]


def write_hook(address: Address) -> str:
    """A pre-commit configuration with the gate as its only hook."""
    return _text(["repos:", *hook_entry(address)])


def write_workflow(address: Address) -> str:
    """A GitHub workflow that runs the gate as an action; see docs/action.md."""
    lines = """name: model licenses
on:
  pull_request:
  merge_group:
  push:
    branches: [main]
  schedule:
    - cron: "23 5 * * 1" # waivers and agreements run out without a commit
permissions:
  contents: read
jobs:
  license-gate:
    runs-on: ubuntu-latest
    steps:
      - uses: CHECKOUT
        with:
          persist-credentials: false
      - uses: ACTION"""
    action = f"{address.repository}@{address.commit} # {address.tag}"
    return lines.replace("CHECKOUT", CHECKOUT).replace("ACTION", action) + "\n"


def _comment(text: str) -> list[str]:
    return wrap(text, _WIDTH, "# ", "# ")


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
