"""Links to the Hub."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_url
from license_gate.discover.naming import Identity
from license_gate.discover.source import Found, Source

_HOST = "huggingface.co/"
_SHORT_HOSTS = ("hf.co/", "hf-mirror.com/")  # one search tells that a file has neither
_REST = re.compile(r"[^\s\"'`<>()\[\]{}\\|,*$]*")
_SCHEMES = ("https://www.", "http://www.", "https://", "http://", "www.")


def read_links(source: Source, text: str) -> Iterator[tuple[int, str, Identity]]:
    """Every link to a model or a data set in a text of the file: where it begins, how it is written, what it names."""
    sought = (_HOST, *_SHORT_HOSTS) if source.holds(b"hf") else (_HOST,)
    hosts = [host for host in sought if source.holds(host.encode())]
    for start, url in _find_urls(text, hosts):
        found = read_hub_url(url)
        if found:
            yield start, url, found


def _find_urls(text: str, hosts: list[str]) -> Iterator[tuple[int, str]]:
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


def find_links(source: Source, text: str, detector: str) -> Iterator[Found]:
    """Every link of a text that only people read."""
    for start, url, found in read_links(source, text):
        yield source.refer(found.model, url, source.place(start), detector, "mention")
