"""References to providers -> their terms."""

from __future__ import annotations

from license_gate.catalog.providers import Provider, governed_by_terms, provider_of

LISTED = {"acme": ["Acme (API)", "acme-terms"], "bare": ["Bare", ""]}


def test_a_prefix_before_a_colon_names_the_provider() -> None:
    assert provider_of("ACME:large", LISTED) == Provider("acme", "Acme (API)", "acme-terms")
    assert provider_of("acme/large", LISTED) is None
    assert provider_of("other:large", LISTED) is None
    assert provider_of("", LISTED) is None


def test_verified_terms_are_an_edition_and_others_a_name() -> None:
    provider = Provider("acme", "Acme (API)", "acme-terms")
    verified, named = governed_by_terms(provider, {"acme-terms"}), governed_by_terms(provider, ())
    assert verified is not None
    assert named is not None
    assert (verified.edition, verified.license_text) == ("acme-terms", "")
    assert (named.edition, named.license_text) == ("", "acme-terms")
    assert verified.pattern == "acme:*"


def test_a_provider_without_terms_is_not_known() -> None:
    assert governed_by_terms(Provider("bare", "Bare"), {"acme-terms"}) is None
