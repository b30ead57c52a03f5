"""Where the research folder is: license texts and scenarios that some tests read and the repository never holds."""

from __future__ import annotations

import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def research_folder() -> str | None:
    """The folder named by $LICENSE_GATE_RESEARCH, or `shared` beside the repository; None where neither is."""
    folder = os.environ.get("LICENSE_GATE_RESEARCH") or os.path.join(os.path.dirname(ROOT), "shared")
    return folder if os.path.isdir(os.path.join(folder, "licenses", "texts")) else None
