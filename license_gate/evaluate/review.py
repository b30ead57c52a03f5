"""What rules look at, and what they hand back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from license_gate.conditions.ask import Asked
from license_gate.conditions.explain import Voice
from license_gate.domain.answers import Level
from license_gate.domain.manifest import Manifest
from license_gate.domain.policy import Policy, Rule
from license_gate.domain.reference import Scan
from license_gate.domain.verdict import ClauseName, Finding
from license_gate.evaluate.assessment import Assessment, Ruling
from license_gate.evaluate.bench import Catalog


class Review(NamedTuple):
    """Everything that is known when the rules are asked."""

    assessments: tuple[Assessment, ...]
    manifest: Manifest
    policy: Policy
    catalog: Catalog
    scan: Scan
    today: date
    voice: Voice
    facts_file: str  # where facts of the organization are recorded
    instead: Callable[[Assessment], str]  # a model that could stand in for an assessed one, or ''


class Draft(NamedTuple):
    """A finding before the questions are ranked, with what could settle it."""

    finding: Finding
    asked: tuple[Asked, ...] = ()


class RuleKind(Protocol):
    """The shape of a module in rules/: one function."""

    def check(self, rule: Rule, review: Review) -> list[Draft]:
        """The findings of one rule."""


def finding_id(code: str, rule: str, product: str, model: str, license_id: str = "", clause: str = "") -> str:
    """A stable name: made from what a finding is about, never from lines or order."""
    about = (code, rule, product, model, license_id, clause)
    return f"{code}-{hashlib.sha256(repr(about).encode()).hexdigest()[:10]}"


def clause_name(ruling: Ruling) -> ClauseName:
    """What a report prints of the clause behind a ruling."""
    edition, clause = ruling.edition, ruling.clause
    url = edition.urls[0] if edition.urls else ""
    return ClauseName(edition.id, clause.id, clause.kind, clause.section, url, edition.name, clause.says)


def in_force(rule: Rule, level: Level, today: date) -> Level:
    """The level of a rule on a day: before its `from:` it only warns."""
    early = rule.since and today.isoformat() < rule.since
    return "warn" if early and level == "fail" else level
