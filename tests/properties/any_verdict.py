"""A hypothesis strategy for verdicts in which every text may be hostile.

The texts are drawn, what stands where is chosen by a seeded generator: drawing every field by itself would
leave most verdicts nearly empty.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Literal, TypeVar

from hypothesis import strategies as st

from license_gate.domain.answers import LEVELS, OUTCOMES, Answer
from license_gate.domain.place import Place
from license_gate.domain.reference import Skipped
from license_gate.domain.verdict import (
    Attestation,
    ClauseName,
    EffectiveLicense,
    Explanation,
    FactEvidence,
    Finding,
    ModelVerdict,
    Obligation,
    Question,
    Quote,
    RecordedFact,
    Run,
    Step,
    Verdict,
)

BOMBS = (
    "::error file=x::owned",
    "a\n::set-output name=x::y",
    "\r\n::add-mask::secret",
    "##[add-mask]secret",
    "\x1b[2J\x1b]8;;http://evil\x07",
    "\u202egpj.exe\u2066",
    "zero\u200bwidth\ufeff",
    "| <img src=x onerror=alert(1)> |",
    "[click](javascript:alert(1)) ![x](http://evil/x.png)",
    "`code` **bold** @everyone #1 www.evil.com https://evil.com",
    "%0A::error::x",
    "\ud800",
    "\x85\u2028::error::x",
    "x" * 300 + "::error::y",
    " " * 30 + "::notice::z",
    "",
)
TEXTS = st.one_of(
    st.sampled_from(BOMBS), st.text(max_size=30), st.text(st.sampled_from(":#[]%\n\r \t|`*<&@"), max_size=12)
)
ANSWERS: tuple[Answer, ...] = ("violated", "unknown", "satisfied")
CODES = ("LG101", "LG205", "LG301", "LG390", "LG401", "LG601")
T = TypeVar("T")


class Maker:
    """Makes the parts of a verdict from a stock of texts."""

    def __init__(self, seed: int, texts: list[str]) -> None:
        self.random = Random(seed)  # noqa: S311  not for secrets
        self.texts = texts

    def text(self) -> str:
        return self.random.choice(self.texts)

    def some(self, make: Callable[[], T], most: int = 3) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.randint(0, most)))

    def yes(self) -> bool:
        return self.random.random() < 0.5

    def place(self) -> Place:
        return Place(self.text(), self.random.randint(0, 9), self.random.randint(0, 40))

    def step(self) -> Step:
        return Step(self.text(), self.random.choice(("", "finetune", self.text())))

    def evidence(self) -> FactEvidence:
        origin = self.random.choice(("recorded", "declared", "derived", "assumed", ""))
        place = self.place() if self.yes() else None
        fact = self.random.choice(("use.fields", self.text()))
        return FactEvidence(
            fact, self.text(), self.text(), place, self.text(), self.text(), origin, self.text()
        )

    def explanation(self, depth: int = 0) -> Explanation:
        parts = self.some(lambda: self.explanation(depth + 1), 2) if depth < 3 else ()
        return Explanation(self.text(), self.random.choice(ANSWERS), self.some(self.evidence), parts)

    def clause(self) -> ClauseName:
        return ClauseName(*(self.text() for _ in range(7)))

    def finding(self) -> Finding:
        return Finding(
            id=self.text() or "id",
            code=self.random.choice(CODES),
            rule=self.text(),
            product=self.text(),
            model=self.text(),
            answer=self.random.choice(ANSWERS),
            level=self.random.choice(LEVELS),
            title=self.text(),
            owner=self.text(),
            clause=self.clause() if self.yes() else None,
            path=self.some(self.step),
            question=self.random.choice((None, None, 0, 1, 7)),
            explanation=self.explanation(),
            locations=self.some(self.place),
            remedy=self.some(self.text, 7),
            waived_by=self.random.choice(("", "", self.text())),
            new=self.yes(),
            formerly=self.some(self.text),
            curable=self.yes(),
            notes=self.some(self.text, 10),
            left=self.yes(),
            quote=Quote(self.text(), 7, self.text()) if self.yes() else None,
        )

    def obligation(self) -> Obligation:
        statuses: tuple[Literal["met", "unmet", "to-do"], ...] = ("met", "unmet", "to-do")
        status = self.random.choice(statuses)
        kind, license_id, section, says, because = (self.text() for _ in range(5))
        return Obligation(kind, license_id, section, says, status, self.yes(), because)

    def license(self) -> EffectiveLicense:
        return EffectiveLicense(self.text(), self.some(self.step), self.text())

    def model(self) -> ModelVerdict:
        return ModelVerdict(
            model=self.text(),
            revision=self.text(),
            product=self.text(),
            uses=self.some(self.text),
            declared_license=self.text(),
            effective_licenses=self.some(self.license),
            openness=self.random.choice(("open_model", "open_weights", "api_only", "unlicensed")),
            attested=self.yes(),
            outcome=self.random.choice(OUTCOMES),
            obligations=self.some(self.obligation, 6),
            standing=self.random.randint(0, 9),
            place=self.place(),
            curable=self.yes(),
        )

    def question(self) -> Question:
        fact, at, ask, owner, enough, file = (self.text() for _ in range(6))
        return Question(fact, at, ask, owner, enough, self.random.randint(0, 9), file)

    def run(self) -> Run:
        tool, catalog, today, repository, commit = (self.text() for _ in range(5))
        facts = self.some(lambda: RecordedFact(self.text(), self.text(), self.text(), self.text()))
        policies, waivers, notes = (self.some(self.text) for _ in range(3))
        since = self.random.choice(("", self.text()))
        return Run(
            tool,
            catalog,
            today,
            repository,
            commit,
            self.yes(),
            policies,
            waivers,
            facts,
            notes,
            since,
            self.yes(),
        )

    def verdict(self) -> Verdict:
        return Verdict(
            run=self.run(),
            models=self.some(self.model, 16),
            findings=self.some(self.finding, 24),
            questions=self.some(self.question, 7),
            attestations=self.some(
                lambda: Attestation(self.text(), self.some(self.text), self.some(self.text))
            ),
            skipped=self.some(lambda: Skipped(self.text(), self.text()), 8),
        )


MAKERS = st.builds(Maker, st.integers(0, 2**32), st.lists(TEXTS, min_size=1, max_size=8))
EXPLANATIONS = MAKERS.map(Maker.explanation)
