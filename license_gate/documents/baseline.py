"""baseline.yaml: the findings that are excused until a day; written by `license-gate baseline`."""

from __future__ import annotations

import re
from typing import cast

from license_gate.documents.reading import Section, open_section, read_choice
from license_gate.documents.version import check_version
from license_gate.documents.wording import Notes
from license_gate.documents.writing import STEP, scalar
from license_gate.domain.answers import Answer
from license_gate.domain.baseline import Baseline, Debt
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node
from license_gate.domain.wording import shown

BASELINE_KEYS = ("version", "until", "reason", "approved_by", "findings")
REQUIRED = ("version", "until", "reason", "findings")
DEBT_KEYS = ("id", "answer", "rule", "product", "model", "license", "clause")
ANSWERS = ("violated", "unknown")
CAP_KEYS = ("longest",)
FORBIDDEN = "forbidden"
FINDING_ID = r"LG\d{3}-[0-9a-f]{10}"


def read_baseline(root: Node, file: str, problems: list[Problem]) -> Baseline | None:
    """Read a baseline.yaml."""
    notes = Notes(problems)
    section = open_section(root, file, BASELINE_KEYS, notes, REQUIRED[1:])
    if section is None:
        return None
    check_version(section.mapping, "a baseline", notes)
    read = [_debt(node, notes) for node in section.items("findings")]
    debts = tuple(debt for debt in read if debt is not None)
    _check_repeats(debts, notes)
    return Baseline(
        file,
        section.day("until"),
        section.text("reason"),
        section.name("approved_by"),
        debts,
        section.start,
        section.place("until"),
    )


def _debt(node: Node, notes: Notes) -> Debt | None:
    section = open_section(node, "a finding of the baseline", DEBT_KEYS, notes, ("id", "answer"))
    if section is None:
        return None
    return Debt(
        id=_id(section),
        answer=cast("Answer", section.choice("answer", "answer", ANSWERS) or "unknown"),
        rule=section.name("rule"),
        product=section.name("product"),
        model=section.name("model"),
        license=section.name("license"),
        clause=section.name("clause"),
        place=section.start,
    )


def _id(section: Section) -> str:
    text = section.name("id")
    if text and not re.fullmatch(FINDING_ID, text):
        section.notes.wrong(
            section.place("id"), text, "is no id of a finding: license-gate check --format json has them"
        )
        return ""
    return text


def _check_repeats(debts: tuple[Debt, ...], notes: Notes) -> None:
    first: dict[str, Place] = {}
    for debt in debts:
        if debt.id and debt.id in first:
            notes.add(debt.place, f"finding {shown(debt.id)} is already written at {first[debt.id]}")
        first.setdefault(debt.id, debt.place)


def read_cap(section: Section) -> int | None:
    """The value of `baseline:` in a policy: the longest one in days, 0 where it is forbidden, None for no limit."""
    node = section.mapping.get("baseline")
    if node is None:
        return None
    if not isinstance(node, Mapping):
        return (
            0
            if read_choice(node, "value of baseline:", (FORBIDDEN, "{longest: DAYS}"), section.notes)
            else None
        )
    cap = open_section(node, "baseline", CAP_KEYS, section.notes, CAP_KEYS)
    days = cap.whole("longest") if cap else None
    if cap and days == 0:
        section.notes.add(cap.place("longest"), f"a baseline of no days is 'baseline: {FORBIDDEN}'")
    return days


def write_baseline(baseline: Baseline, schema: str) -> str:
    """The file that reads as this baseline; `schema` is the address that editors complete from."""
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "#",
        "# What the gate found when this was written. It is excused until the day below, that day included.",
        "# Nothing is ever added by itself: what is new closes the gate. What is settled goes with",
        "# `license-gate baseline --prune`.",
        "version: 1",
        f"until: {baseline.until}",
        f"reason: {scalar(baseline.reason)}",
        *([f"approved_by: {scalar(baseline.approved_by)}"] if baseline.approved_by else []),
        "findings:" if baseline.findings else "findings: []",
        *(line for debt in baseline.findings for line in _lines(debt)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _lines(debt: Debt) -> list[str]:
    pairs = [(key, getattr(debt, key)) for key in DEBT_KEYS]
    lines = [f"{key}: {scalar(value)}" for key, value in pairs if value]
    return [f"{STEP}- {lines[0]}", *(f"{STEP}  {line}" for line in lines[1:])]
