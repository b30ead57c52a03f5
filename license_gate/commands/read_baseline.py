"""The baseline of a repository, where it has one."""

from __future__ import annotations

from license_gate.commands.desk import Desk
from license_gate.documents.baseline import read_baseline
from license_gate.domain.baseline import Baseline
from license_gate.domain.place import Place

FILE = ".license-gate/baseline.yaml"
SCHEMA = "baseline.schema.json"


def baseline_of(desk: Desk) -> Baseline | None:
    """What is written in .license-gate/baseline.yaml; the report says that there is one."""
    if not desk.space.exists(FILE):
        return None
    before = len(desk.problems)
    data = desk.content(FILE, Place(FILE))
    root = None if data is None else desk.compose(FILE, data)
    if data is None or root is None:
        return None
    baseline = read_baseline(root, FILE, desk.problems)
    desk.check(data, root, SCHEMA, before)
    if baseline is not None:
        approved = f", approved by {baseline.approved_by}" if baseline.approved_by else ""
        desk.notes.append(f"baseline until {baseline.until}{approved}: {baseline.reason}")
    return baseline
