"""``python -m license_gate``: the same as the ``license-gate`` command."""

from license_gate.cli import entry

entry()
