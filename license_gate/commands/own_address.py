"""Where this program comes from, as far as its installation tells: what hooks and workflows must name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from license_gate import __version__

OWNER = "<owner>"
COMMIT = "<full commit SHA>"
_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


class Address(NamedTuple):
    """A repository on GitHub, the tag of this version and its commit; placeholders where they are not known."""

    repository: str = f"{OWNER}/license-gate"
    tag: str = f"v{__version__}"
    commit: str = COMMIT

    @property
    def known(self) -> bool:
        """Whether the repository is known."""
        return not self.repository.startswith(OWNER)

    def schema(self, name: str) -> str:
        """The address of a schema, for editors."""
        return f"https://raw.githubusercontent.com/{self.repository}/{self.tag}/schemas/{name}.schema.json"


def own_address() -> Address:
    """The address in the metadata of the installed program."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        installed = distribution("license-gate")
    except PackageNotFoundError:
        return Address()
    urls = [line.partition(",")[2].strip() for line in installed.metadata.get_all("Project-URL") or ()]
    return address_of(urls, installed.read_text("direct_url.json") or "{}")


def address_of(urls: Iterable[str], direct_url: str) -> Address:
    """The address from the metadata's project URLs and its direct_url.json (PEP 610)."""
    import json

    direct = json.loads(direct_url)
    commit = direct.get("vcs_info", {}).get("commit_id", "")
    for url in (direct.get("url", ""), *urls):
        match = _GITHUB.fullmatch(url)
        if match:
            return Address(match[1], commit=commit or COMMIT)
    return Address()
