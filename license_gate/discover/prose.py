"""Links to the Hub in text that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_url
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import ReferenceKind

_HOSTS = tuple((host, host.encode()) for host in ("huggingface.co/", "hf.co/", "hf-mirror.com/"))
_REST = re.compile(r"[^\s\"'`<>()\[\]{}\\|,*$]*")
_SCHEMES = ("https://www.", "http://www.", "https://", "http://", "www.")


def find_hosts(source: Source) -> list[str]:
    """The addresses of the Hub that stand in a file."""
    return [host for host, word in _HOSTS if source.holds(word)]


def find_urls(text: str, hosts: list[str]) -> Iterator[tuple[int, str]]:
    """Where each link to a page of one of these hosts begins, and the link."""
    for host in hosts:
        at = text.find(host)
        while at >= 0:
            rest = _REST.match(text, at)
            end = rest.end() if rest else at
            start = at - next((len(each) for each in _SCHEMES if text.endswith(each, 0, at)), 0)
            if start < at or at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "-./@"):
                yield start, text[start:end]
            at = text.find(host, end)


def find_links(
    source: Source, text: str, detector: str, kind: ReferenceKind = "mention", offset: int = 0
) -> Iterator[Found]:
    """Every link to a model or a data set in the part of the file that begins at `offset`."""
    for start, url in find_urls(text, find_hosts(source)):
        found = read_hub_url(url)
        if found:
            yield source.refer(found.model, url, source.place(offset + start), detector, kind)
