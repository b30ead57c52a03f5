"""Names that are likely to be models and that nobody has declared: they close no gate, and are never passed over."""

from __future__ import annotations

from license_gate.domain.manifest import Manifest
from license_gate.domain.reference import Scan, Skipped
from license_gate.evaluate.rules.references_declared import is_ignored


def unsure(scan: Scan, manifest: Manifest | None) -> tuple[Skipped, ...]:
    """One row for each such name, at its first place."""
    declared = {each.model.lower() for each in manifest.models} if manifest else set()
    certain = {each.model for each in scan.references if each.gated}
    rows: dict[str, Skipped] = {}
    for reference in scan.references:
        name = reference.model
        settled = name in certain or name.lower() in declared
        if reference.doubtful and not settled and not (manifest and is_ignored(reference.file, manifest)):
            reason = f"is likely to name the model {name}: declare it, or list the path under ignore:"
            rows.setdefault(name, Skipped(f"{reference.file}:{reference.line}", reason))
    return tuple(rows.values())
