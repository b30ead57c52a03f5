"""Addresses of license texts as cards write them, brought to the form in which they are compared."""

from __future__ import annotations

HUB = ("huggingface.co/", "hf.co/")
NO_MODEL = frozenset({"api", "collections", "datasets", "docs", "papers", "spaces"})
VIEWS = frozenset({"blob", "raw", "resolve", "tree"})  # ways to show the same file
BRANCHES = frozenset({"main", "master", "head", "develop"})


def fold_link(text: str) -> str:
    """An address without scheme, `www.`, query, anchor and view; '' where the text is no address."""
    scheme, colon, rest = text.strip().lower().partition("://")
    if not colon or scheme not in ("http", "https") or any(mark.isspace() for mark in rest):
        return ""
    path = rest.partition("#")[0].partition("?")[0].rstrip("/").removeprefix("www.")
    if path.startswith("raw.githubusercontent.com/"):
        owner, _, file = path.removeprefix("raw.githubusercontent.com/").partition("/")
        name, _, inside = file.partition("/")
        path = f"github.com/{owner}/{name}/blob/{inside}"
    steps = path.split("/")
    return "/".join("blob" if step in VIEWS and place == 3 else step for place, step in enumerate(steps))


def unpinned(link: str) -> str:
    """A folded address without its branch or commit: a branch shows another text every year."""
    steps = link.split("/")
    return "/".join(steps[:3] + steps[5:]) if len(steps) > 5 and steps[3] == "blob" else link


def pins(link: str) -> bool:
    """Whether a folded address names one commit, hence one text."""
    steps = link.split("/")
    return len(steps) > 5 and steps[3] == "blob" and steps[4] not in BRANCHES


def model_of(link: str) -> str:
    """The model on whose Hub page, or among whose files, a folded address lies; '' where there is none."""
    for host in HUB:
        if link.startswith(host):
            owner, _, rest = link.removeprefix(host).partition("/")
            name = rest.partition("/")[0]
            return f"{owner}/{name}" if name and owner not in NO_MODEL else ""
    return ""
