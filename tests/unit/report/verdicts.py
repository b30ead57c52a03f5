"""Verdicts made by hand, one per situation that a report has to tell well."""

from __future__ import annotations

from license_gate.domain.answers import Level, Outcome
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
    RecordedFact,
    Run,
    Step,
    Verdict,
)

RUN = Run(
    tool="license-gate 0.1.0",
    catalog="2026.11",
    today="2026-11-24",
    policies=("builtin:commercial@1",),
    facts=(RecordedFact("group.monthly_active_users", "2023-06", "growth@", "2026-11-02"),),
)
USER_LIMIT = ClauseName(
    license="llama2",
    id="user-limit",
    kind="user-limit",
    section="2",
    url="https://github.com/meta-llama/llama-models/blob/main/models/llama2/LICENSE",
    name="Llama 2 Community License",
    says="no rights where the group had more than 700,000,000 monthly active users in 2023-06, the month before its release",
)
OUTPUTS = ClauseName(
    license="llama2",
    id="output-training",
    kind="output-training",
    section="1.b.v",
    url="",
    name="Llama 2 Community License",
    says="neither the model nor its outputs may improve any other large language model",
)
USERS = FactEvidence(
    fact="group.monthly_active_users",
    period="2023-06",
    value="820,000,000",
    place=Place("facts.yaml", 6, 5),
    by="growth@",
    origin="recorded",
)
MISSING = FactEvidence("group.monthly_active_users", "2023-06", "")
FROM_LLAMA = (Step("acme/support-7b"), Step("meta-llama/Llama-2-7b-hf", "finetune"))
POLICY_LINE = Place("builtin:commercial@1", 9, 3)
QUESTION = Question(
    fact="group.monthly_active_users",
    at="2023-06",
    ask="How many people used the products of your group in that month?",
    owner="finance",
    enough='"<700M"',
    settles=3,
    file="facts.yaml",
)
FILES = {
    "models.yaml": (
        "version: 1",
        "models:",
        "  - model: meta-llama/Llama-2-7b-chat-hf",
        "    products: [chat-web]",
        "  - model: meta-llama/Llama-3.1-8B-Instruct",
        "  - model: acme/support-7b",
        "    license: apache-2.0",
        "    base: meta-llama/Llama-2-7b-hf",
    )
}


def model(
    name: str,
    outcome: Outcome,
    *licenses: str,
    product: str = "chat-web",
    declared: str = "",
    obligations: tuple[Obligation, ...] = (),
    standing: int = 0,
    attested: bool = True,
    curable: bool = False,
) -> ModelVerdict:
    """One judged model."""
    return ModelVerdict(
        model=name,
        revision="",
        product=product,
        uses=("serve",),
        declared_license=declared,
        effective_licenses=tuple(EffectiveLicense(text, (Step(name),), "registry") for text in licenses),
        openness="restricted_weights",
        attested=attested,
        outcome=outcome,
        obligations=obligations,
        standing=standing,
        place=Place("models.yaml", 3, 5),
        curable=curable,
    )


def over_the_limit(
    *, name: str = "acme/support-7b", line: int = 6, level: Level = "fail", waived_by: str = ""
) -> Finding:
    """Llama 2 in a product of a group with 820 million users."""
    return Finding(
        id=f"within-license-terms/chat-web/{name}/llama2/user-limit",
        code="LG301",
        rule="within-license-terms",
        product="chat-web",
        model=name,
        answer="violated",
        level=level,
        title="chat-web needs a separate license from Meta for Llama 2",
        owner="legal",
        clause=USER_LIMIT,
        path=FROM_LLAMA,
        question=None,
        explanation=Explanation("and no agreement with Meta covers it", "violated", (USERS,)),
        locations=(Place("models.yaml", line, 5), POLICY_LINE),
        remedy=(
            "obtain a license from Meta and record it under agreements:",
            "replace the model: mistralai/Mistral-7B-v0.1 passes this policy",
        ),
        waived_by=waived_by,
    )


def not_recorded(name: str = "meta-llama/Llama-2-7b-chat-hf", line: int = 3) -> Finding:
    """Llama 2 where nobody recorded the users of June 2023."""
    return over_the_limit(name=name, line=line)._replace(
        answer="unknown",
        title="chat-web: Llama 2 has a user limit, and the users of 2023-06 are not recorded",
        path=(Step(name),),
        question=0,
        explanation=Explanation("nothing is recorded for 2023-06", "unknown", (MISSING,)),
        remedy=('record group.monthly_active_users at 2023-06 in facts.yaml: "<700M" would do',),
    )


def closed() -> Verdict:
    """Llama 2 for a giant."""
    verdict = model(
        "acme/support-7b", "needs-license", "apache-2.0", "llama2", declared="apache-2.0", standing=7
    )
    return Verdict(RUN, (verdict,), (over_the_limit(),))


def undecided() -> Verdict:
    """One missing fact that decides two models."""
    second = not_recorded("acme/support-7b", 6)._replace(path=FROM_LLAMA)
    return Verdict(
        RUN,
        (
            model("meta-llama/Llama-2-7b-chat-hf", "undecided", "llama2", standing=5),
            model("acme/support-7b", "undecided", "apache-2.0", "llama2", declared="apache-2.0", standing=7),
        ),
        (not_recorded(), second),
        (QUESTION._replace(settles=2),),
    )


def one_undecided() -> Verdict:
    """One missing fact that decides one model."""
    return Verdict(
        RUN,
        (model("meta-llama/Llama-2-7b-chat-hf", "undecided", "llama2", standing=5),),
        (not_recorded(),),
        (QUESTION._replace(settles=1),),
    )


def obligations() -> Verdict:
    """A start-up: one duty, fields of use not stated, a lock missing, something skipped."""
    show = Obligation(
        "display-notice", "llama3.1", "1.b.i(B)", 'show "Built with Llama" where users see it', "to-do"
    )
    copy = Obligation("license-copy", "llama3.1", "1.b.i(A)", "hand over a copy of the agreement", "met")
    maybe = Obligation(
        "ai-disclosure",
        "llama3.1",
        "AUP 3.f",
        "say that outputs are made by a machine",
        "to-do",
        assumed=True,
        because="unless no one sees them",
    )
    fields = FactEvidence("use.fields", "", "")
    attest = Finding(
        "within-license-terms/chat-web/fields", "LG390", "within-license-terms", "chat-web", "", "unknown", "warn",
        "fields of use are not stated", "product", None, (), None,
        Explanation("nobody stated the fields of use", "unknown", (fields,)), (), (),
    )  # fmt: skip
    lock = Finding(
        "lock-current", "LG601", "lock-current", "", "", "unknown", "warn",
        "2 models not locked: license-gate lock", "developer", None, (), None,
        Explanation("models.lock has no entry", "unknown"), (), (),
    )  # fmt: skip
    return Verdict(
        RUN._replace(notes=("no policy named: builtin:commercial@1",)),
        (
            model(
                "meta-llama/Llama-3.1-8B-Instruct",
                "obligations",
                "llama3.1",
                obligations=(show, copy, maybe),
                standing=12,
                attested=False,
            ),
            model("Qwen/Qwen2.5-7B", "clear", "apache-2.0", standing=4),
        ),
        (attest, lock),
        attestations=(Attestation("chat-web", ("military", "medical-advice", "weapons"), ("llama3.1",)),),
        skipped=(Skipped("data/huge.yaml", "larger than 4 MiB"),),
    )


def forty() -> Verdict:
    """Forty different violations."""
    names = [f"org-{number:02d}/model-{number:02d}" for number in range(40)]
    rows = [
        over_the_limit(name=name, line=number + 3)._replace(
            title=f"chat-web needs a separate license from Meta for {name}",
            explanation=Explanation(f"no agreement with Meta covers {name}", "violated", (USERS,)),
            path=(Step(name),),
        )
        for number, name in enumerate(names)
    ]
    return Verdict(
        RUN, tuple(model(name, "needs-license", "llama2", standing=1) for name in names), tuple(rows)
    )


def one_cause() -> Verdict:
    """One cause, twelve models."""
    names = [f"org/model-{number:02d}" for number in range(12)]
    rows = [over_the_limit(name=name, line=number + 3) for number, name in enumerate(names)]
    return Verdict(RUN, tuple(model(name, "needs-license", "llama2") for name in names), tuple(rows))


def empty() -> Verdict:
    """Nothing declared, nothing found."""
    return Verdict(RUN)


def waived() -> Verdict:
    """A violation that somebody took responsibility for until a day."""
    verdict = model("acme/support-7b", "needs-license", "llama2")
    return Verdict(RUN._replace(waivers=("W-12",)), (verdict,), (over_the_limit(waived_by="W-12"),))


def understated() -> Verdict:
    """A fine-tune that is declared under a license with fewer terms than its base."""
    finding = over_the_limit()._replace(
        id="upstream-honest/chat-web/acme/support-7b/llama2",
        code="LG203",
        rule="upstream-honest",
        title="acme/support-7b is declared apache-2.0, but its base brings terms of llama2",
        clause=None,
        explanation=Explanation("3 terms of the base are not in the declared license", "violated"),
        remedy=("declare license: llama2 for acme/support-7b",),
        notes=(
            "Llama 2 Community License, section 2: user limit",
            "Llama 2 Community License, section 1.b.v: output training",
            "Llama 2 Community License, section 1.b.i: license copy",
        ),
    )
    ban = over_the_limit()._replace(
        id="within-license-terms/chat-web/acme/support-7b/llama2/output-training",
        code="LG310",
        title="chat-web may not train acme/student-7b on outputs of Llama 2",
        clause=OUTPUTS,
        explanation=Explanation(
            "both parts of the term are the case",
            "violated",
            because=(
                Explanation(
                    "use.acts includes train-on-outputs",
                    "violated",
                    (FactEvidence("use.acts", "", "serve, train-on-outputs", Place("models.yaml", 8, 5), origin="declared"),),
                ),
                Explanation(
                    "target.kind is language-model",
                    "violated",
                    (FactEvidence("target.kind", "", "language-model", origin="derived", because="the base is one"),),
                ),
            ),
        ),
    )  # fmt: skip
    bad = model("acme/support-7b", "prohibited", "apache-2.0", "llama2", declared="apache-2.0", curable=True)
    return Verdict(RUN, (bad,), (finding, ban))


ALL = {
    "closed": closed,
    "undecided": undecided,
    "one-undecided": one_undecided,
    "obligations": obligations,
    "forty": forty,
    "one-cause": one_cause,
    "empty": empty,
    "waived": waived,
    "understated": understated,
}
