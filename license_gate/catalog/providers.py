"""Models that are reached through a provider: the terms of the provider stand in the place of a license."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from license_gate.domain.vocabulary import KnownModel


class Provider(NamedTuple):
    """One entry of `providers:` in models.yaml."""

    prefix: str  # openai
    name: str  # OpenAI
    terms: str = ""  # the newest terms that are known, an edition or a license known by name; '' = none


def provider_of(reference: str, providers: Mapping[str, list[str]]) -> Provider | None:
    """The provider behind a reference such as `openai:gpt-4o`; None for weights."""
    prefix, colon, _ = reference.partition(":")
    row = providers.get(prefix.lower()) if colon else None
    return Provider(prefix.lower(), *row) if row else None


def governed_by_terms(provider: Provider, editions: Collection[str]) -> KnownModel | None:
    """What is known of every model of a provider: its terms, of the newest date even where only the name is known."""
    if not provider.terms:
        return None
    verified = provider.terms in editions
    return KnownModel(
        f"{provider.prefix}:*",
        provider.terms if verified else "",
        root=True,
        license_text="" if verified else provider.terms,
        provider=provider.name,
    )
