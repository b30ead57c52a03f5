"""The verdict: what DESIGN's report says, as values. Every report format is a function of `Verdict`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from license_gate.domain.answers import Answer, Level, Openness, Outcome
from license_gate.domain.place import Place
from license_gate.domain.reference import Reference, Skipped


class Step(NamedTuple):
    """One step of a path through the lineage: `model` was made from the previous one by `relation`.

    The first step is the declared model itself with relation ''; the last brought the license.
    """

    model: str
    relation: str = ""

    @property
    def how(self) -> str:
        """What stands before the model's name: `finetune of`, `trained on outputs of`, `made from`."""
        return _HOW.get(self.relation) or (f"{self.relation} of" if self.relation else "made from")


_HOW = {
    "train-on-outputs": "trained on outputs of",
    "trained-on-dataset": "trained on",
    "distill-weights": "distilled from",
    "adapter-runtime": "adapter for",
}


class FactEvidence(NamedTuple):
    """One fact that an answer rests on.

    `value` is ready to print: the recorded value, or only how it compares where facts are confidential;
    '' when nothing is recorded.
    """

    fact: str
    period: str
    value: str
    place: Place | None = None
    by: str = ""
    on: str = ""
    origin: str = ""  # recorded | declared | derived | assumed | '' (missing)
    because: str = ""


class Explanation(NamedTuple):
    """The tree that justifies an answer, in sentences."""

    statement: str
    answer: Answer
    evidence: tuple[FactEvidence, ...] = ()
    because: tuple[Explanation, ...] = ()


class ClauseName(NamedTuple):
    """Which term is meant, with all that a report prints of it."""

    license: str  # edition id
    id: str
    kind: str
    section: str
    url: str
    name: str  # the license's name
    says: str  # in our own words


class Quote(NamedTuple):
    """The line of the user's own copy of a license where a term begins; `text` is that line, cut if it is long."""

    file: str
    line: int
    text: str


class Question(NamedTuple):
    """What to record next: one fact at one period."""

    fact: str
    at: str  # the period as a key of facts.yaml: 2023-06; '' for facts without time
    ask: str
    owner: str
    enough: str  # the bound or value that would do, as it is written in facts.yaml
    settles: int  # findings that turn on it
    file: str = ""  # where to put it


class Finding(NamedTuple):
    """One row of the report; see DESIGN section 5."""

    id: str
    code: str
    rule: str
    product: str
    model: str  # '' where no model is meant
    answer: Answer
    level: Level
    title: str
    owner: str
    clause: ClauseName | None
    path: tuple[Step, ...]
    question: int | None
    explanation: Explanation
    locations: tuple[Place, ...]
    remedy: tuple[str, ...]
    waived_by: str = ""
    new: bool = True
    formerly: tuple[str, ...] = ()
    curable: bool = False
    notes: tuple[str, ...] = ()  # lost clauses, candidates: short lines under the title
    name: str = ""  # what the code is called where no clause is meant: no-license; '' = as the rule
    left: bool = False  # left to CI: only somebody who is no developer can answer
    quote: Quote | None = None  # of the clause, where the user has the text

    @property
    def excused(self) -> bool:
        """Whether it does not count in this run: waived, older than the change that is judged, or left to CI."""
        return bool(self.waived_by) or not self.new or self.left


class Obligation(NamedTuple):
    """Something to show, ship, name or pass on."""

    kind: str
    license: str
    section: str
    says: str
    status: Literal["met", "unmet", "to-do"]
    assumed: bool = False
    because: str = ""  # for an assumed duty: "unless ..."


class EffectiveLicense(NamedTuple):
    """A license that binds a model, and the path that carried it."""

    license: str
    via: tuple[Step, ...]
    evidence: str
    source: str = "catalog"  # or the file of an organization's own entry


class ModelVerdict(NamedTuple):
    """What the terms of one model come to in one product."""

    model: str
    revision: str
    product: str
    uses: tuple[str, ...]
    declared_license: str
    effective_licenses: tuple[EffectiveLicense, ...]
    openness: Openness
    attested: bool
    outcome: Outcome
    obligations: tuple[Obligation, ...]
    standing: int
    place: Place
    curable: bool = False


class Attestation(NamedTuple):
    """A product whose fields of use nobody has stated although licenses restrict them."""

    product: str
    fields: tuple[str, ...]
    licenses: tuple[str, ...]


class RecordedFact(NamedTuple):
    """A fact that the run used; its value is never in the report."""

    fact: str
    period: str
    by: str
    on: str


class Run(NamedTuple):
    """What was judged, by which version, on which day."""

    tool: str
    catalog: str
    today: str
    repository: str = ""
    commit: str = ""
    dirty: bool = False
    policies: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    facts: tuple[RecordedFact, ...] = ()
    notes: tuple[str, ...] = ()  # said aloud: "no policy named: builtin:commercial@1"
    new_since: str = ""  # only what is new since this revision counts; '' = everything does
    leave_to_ci: bool = False  # what no developer can answer does not count


class Verdict(NamedTuple):
    """The whole result of a run."""

    run: Run
    models: tuple[ModelVerdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the gate is open: nothing at level fail stands, excused findings aside."""
        return not any(finding.level == "fail" and not finding.excused for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """0 open, 1 closed."""
        return 0 if self.open else 1
