"""license-policy.yaml: what an organization demands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from license_gate.domain.answers import Ignorance, Level
from license_gate.domain.condition import Condition
from license_gate.domain.facts import Entry
from license_gate.domain.manifest import Base, Target
from license_gate.domain.place import NOWHERE, Place

SELECTOR_KEYS = (
    "category", "license", "clause", "openness", "publisher", "relation", "use", "product", "evidence",
)  # fmt: skip


class Selector(NamedTuple):
    """What a rule looks at: and-ed keys of SELECTOR_KEYS, each with or-ed values."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]


class Rule(NamedTuple):
    """One demand. `form` '' is a rule that is built in by name."""

    name: str
    level: Level
    place: Place
    form: Literal["", "forbid", "allow"] = ""
    selector: Selector | None = None
    when: Condition | None = None
    because: str = ""
    fix: str = ""
    contact: str = ""
    since: str = ""  # `from:`; before that day the rule only warns
    repositories: tuple[str, ...] = ()


class Agreement(NamedTuple):
    """A right bought from a licensor."""

    id: str
    licensor: str
    licenses: tuple[str, ...]
    clauses: tuple[str, ...]
    reference: str
    reason: str
    approved_by: str
    until: str  # ISO day, included; '' = without end
    place: Place


class Waiver(NamedTuple):
    """A dated, reasoned, approved exception: it changes levels, never outcomes."""

    id: str
    rule: str
    models: tuple[str, ...]  # exact or glob; empty = all
    reason: str
    approved_by: str
    until: str  # ISO day, included
    place: Place
    clauses: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    licenses: tuple[str, ...] = ()
    revision: str = ""


class Choice(NamedTuple):
    """Which branch of an OR was elected for a model."""

    model: str
    given: str
    choose: str
    reference: str
    place: Place


class PolicyTest(NamedTuple):
    """One entry of `tests:`: a situation, and what it must come to."""

    name: str
    place: Place
    given: Given
    expect: Expect


class Given(NamedTuple):
    """The situation of a policy test; texts of a small manifest and of facts, already read."""

    license: str = ""
    model: str = ""
    bases: tuple[Base, ...] = ()
    uses: tuple[str, ...] = ("serve",)
    product: str = ""
    targets: tuple[Target, ...] = ()
    facts: tuple[Entry, ...] = ()
    today: str = ""


class Expect(NamedTuple):
    """What a policy test expects; None is not compared."""

    outcome: str | None = None
    clause: str | None = None
    exit_code: int | None = None
    codes: tuple[str, ...] | None = None


class Loosening(NamedTuple):
    """An entry of `loosen:`: a rule or class of ignorance that may be milder than in the parent."""

    subject: str  # a rule's name or `on_unknown.CLASS`
    to: str
    reason: str
    approved_by: str
    place: Place
    until: str = ""


class Policy(NamedTuple):
    """A policy with everything it extends already merged in."""

    name: str
    file: str  # path or builtin:NAME@N
    rules: tuple[Rule, ...] = ()
    on_unknown: tuple[tuple[Ignorance, Level], ...] = ()
    assume: tuple[Entry, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    choices: tuple[Choice, ...] = ()
    tests: tuple[PolicyTest, ...] = ()
    loosened: tuple[Loosening, ...] = ()
    inheritance: tuple[tuple[str, str, str], ...] = ()  # (relation, column, cell): overridden cells
    grace_days: int | None = None
    extends: tuple[str, ...] = ()
    place: Place = NOWHERE
    longest_baseline: int | None = None  # days; 0 = none is allowed, None = no limit

    def unknown_level(self, ignorance: Ignorance) -> Level:
        """The level at which one class of ignorance is reported."""
        return dict(self.on_unknown).get(ignorance, "fail")
