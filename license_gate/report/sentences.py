"""What a report says, as printable single lines that every format for people shares.

Whatever enters a sentence from outside has been through `escape`; a format may escape the whole once more
for its own syntax.
"""

from __future__ import annotations

from license_gate.domain.answers import Level
from license_gate.domain.place import Place
from license_gate.domain.verdict import (
    ClauseName,
    FactEvidence,
    Finding,
    ModelVerdict,
    Obligation,
    Question,
    Step,
    Verdict,
)
from license_gate.report.blocks import Block, Counts, Fields
from license_gate.report.escape import one_line, terminal

LEVEL_WORDS: dict[Level, str] = {"fail": "error", "warn": "warning", "note": "note"}
STATUS_WORDS = {"met": "done", "unmet": "missing", "to-do": "to do"}
_LONGEST_NAME = 100
_COMPARISONS = (
    "above ",
    "below ",
    "at least ",
    "at most ",
    "not ",
    "is ",
    "includes ",
    "excludes ",
    "between ",
)


def name(text: str) -> str:
    """A name from outside: printable, and cut where it is absurdly long."""
    safe = terminal(text)
    return safe if len(safe) <= _LONGEST_NAME else safe[: _LONGEST_NAME - 3] + "..."


def number(count: int, noun: str, plural: str = "") -> str:
    """`1 model`, `3 models`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def gate(verdict: Verdict) -> str:
    """The verdict in words."""
    return "gate open (pass)" if verdict.open else "gate closed (fail)"


def counted(counts: Counts) -> str:
    """How much there is at each level; '' for nothing at all."""
    parts = [
        number(counts.fail, "error") if counts.fail else "",
        number(counts.warn, "warning") if counts.warn else "",
        number(counts.note, "note") if counts.note else "",
        f"{counts.waived} waived" if counts.waived else "",
    ]
    return ", ".join(part for part in parts if part)


def uncounted(verdict: Verdict, counts: Counts) -> list[str]:
    """What was found and does not count in this run, and the option that says so."""
    older = f"{number(counts.older, 'older finding')} not counted: --new-since {name(verdict.run.new_since)}"
    left = f"{number(counts.left_to_ci, 'finding')} left to CI: --leave-to-ci"
    return [*([older] if counts.older else []), *([left] if counts.left_to_ci else [])]


def narrowed(verdict: Verdict) -> list[str]:
    """The options under which less than everything counts, whether or not they changed anything."""
    since = f"only what is new since {name(verdict.run.new_since)} counts (--new-since)"
    left = "what no developer can answer does not count (--leave-to-ci)"
    return [*([since] if verdict.run.new_since else []), *([left] if verdict.run.leave_to_ci else [])]


def label(finding: Finding) -> str:
    """`LG301 user-limit`: the code, and the kind of term, what the code is called, or the rule."""
    called = finding.clause.kind if finding.clause else finding.name or finding.rule
    return f"{name(finding.code)} {name(called)}".strip()


def title(block: Block) -> str:
    """What a block is about, in one sentence."""
    count = len(block.findings)
    if count == 1:
        return one_line(block.first.title)
    if block.question:
        return f"{count} answers turn on one missing fact: {asked(block.question)}"
    same = len({finding.title for finding in block.findings}) == 1
    return one_line(block.first.title) + ("" if same else f" (the first of {count} findings with this cause)")


def place(where: Place, *, column: bool = False) -> str:
    """`models.yaml:14`, with the column if wanted; '' for no place."""
    if not where.file:
        return ""
    return f"{name(where.file)}:{where.line}" + (f":{where.column}" if column else "")


def uses(finding: Finding, policies: tuple[str, ...]) -> list[Place]:
    """Where the model is used or declared: the locations that are no line of a policy."""
    return [where for where in finding.locations if where.file and not _of_policy(where, policies)]


def ruled(finding: Finding, policies: tuple[str, ...]) -> str:
    """Which rule judged, and where it stands."""
    lines = [place(where) for where in finding.locations if _of_policy(where, policies)]
    return ", ".join([f"rule {name(finding.rule)}", *lines[:1]]) if finding.rule else "".join(lines[:1])


def subject(finding: Finding, model: ModelVerdict | None) -> str:
    """`model acme/support-7b (declared apache-2.0)`; '' where no model is meant."""
    if not finding.model:
        return ""
    declared = model.declared_license if model else ""
    return f"model {name(finding.model)}" + (f" (declared {name(declared)})" if declared else "")


def path(steps: tuple[Step, ...], license_id: str) -> str:
    """`acme/support-7b -> finetune of meta-llama/Llama-2-7b-hf (llama2)`; '' where nothing was inherited."""
    if len(steps) < 2:
        return ""
    parts = [name(steps[0].model), *(f"{name(step.how)} {name(step.model)}" for step in steps[1:])]
    return " -> ".join(parts) + (f" ({name(license_id)})" if license_id else "")


def term(clause: ClauseName) -> str:
    """The term with its section, in our own words."""
    return f"{section(clause.name or clause.license, clause.section)}: {one_line(clause.says)}"


def quoted(block: Block) -> str:
    """`weights/LICENSE:66 "..."`, where all findings of a block mean that line; else ''."""
    quotes = {(finding.clause, finding.quote) for finding in block.findings}
    quote = block.first.quote
    if quote is None or len(quotes) > 1:
        return ""
    return f'{name(quote.file)}:{quote.line} "{one_line(quote.text)}"'


def section(license_name: str, where: str) -> str:
    """`Llama 2 Community License, section 2`."""
    return f"{name(license_name)}, section {name(where)}" if where else name(license_name)


def fact(evidence: FactEvidence) -> str:
    """A fact with its period and what is recorded of it."""
    what = name(evidence.fact) + (f" at {name(evidence.period)}" if evidence.period else "")
    value = one_line(evidence.value)
    if not value:
        return f"{what}: not recorded"
    return f"{what} {value}" if value.startswith(_COMPARISONS) else f"{what} = {value}"


def source(evidence: FactEvidence) -> str:
    """Where a fact comes from: file and line, who recorded it and when; or how it was derived."""
    parts = [place(evidence.place) if evidence.place else ""]
    if evidence.origin in ("derived", "assumed"):
        reason = one_line(evidence.because)
        parts.append(f"{evidence.origin}{': ' + reason if reason else ''}")
    if evidence.by or evidence.on:
        by = f" by {one_line(evidence.by)}" if evidence.by else ""
        parts.append(f"recorded{by}" + (f" on {name(evidence.on)}" if evidence.on else ""))
    return ", ".join(part for part in parts if part)


def answered(finding: Finding) -> str:
    """The answer and the sentence that gives its reason, where no other line of the block says the same."""
    root = finding.explanation
    deciding = [part.statement for part in root.because if part.answer == root.answer]
    # The line of the term may say already what the root of the tree says, if with a longer name.
    repeated = finding.clause is not None and finding.clause.says in root.statement
    told = deciding[:1] if repeated else [root.statement, *deciding[:1]]
    for statement in map(one_line, told):
        if statement and statement != one_line(finding.title):
            return f"{finding.answer}{', ' if statement.startswith('and ') else ': '}{statement}"
    return finding.answer


def remedies(block: Block) -> list[str]:
    """What can be done, each once; recording the missing fact first."""
    listed = dict.fromkeys(one_line(text) for finding in block.findings for text in finding.remedy)
    question = block.question
    if question and not any(name(question.fact) in text for text in listed):
        return [f"record {recorded(question)}", *listed]
    return list(listed)


def why(block: Block) -> str:
    """The command that explains the block in full."""
    question, first = block.question, block.first
    if question and len(block.findings) > 1:
        return f"license-gate explain {_word(question.fact)}"
    words = [first.code, first.model] if first.model else [first.id]
    return " ".join(["license-gate explain", *map(_word, words)])


def asked(question: Question) -> str:
    """The fact that is missing, with its period."""
    return name(question.fact) + (f" at {name(question.at)}" if question.at else "")


def recorded(question: Question) -> str:
    """What to record, where, and what would do."""
    where = f" in {name(question.file)}" if question.file else ""
    enough = f": {one_line(question.enough)} would do" if question.enough else ""
    return f"{asked(question)}{where}{enough}"


def next_question(question: Question) -> str:
    """`group.monthly_active_users at 2023-06: <700M would do (finance, facts.yaml; settles 3)`."""
    enough = f": {one_line(question.enough)} would do" if question.enough else ""
    who = ", ".join(name(text) for text in (question.owner, question.file) if text)
    settles = f"settles {question.settles}" if question.settles else ""
    aside = "; ".join(text for text in (who, settles) if text)
    return f"{asked(question)}{enough}" + (f" ({aside})" if aside else "")


def outcome(model: ModelVerdict) -> str:
    """What the terms of a model come to, in the printed words."""
    words = model.outcome + (" (curable)" if model.curable else "")
    return words if model.attested else f"{words}, fields of use not stated"


def licenses(model: ModelVerdict) -> str:
    """The licenses that bind a model, each once."""
    return (
        ", ".join(dict.fromkeys(name(effective.license) for effective in model.effective_licenses))
        or "none known"
    )


def duty(obligation: Obligation) -> str:
    """One thing to show, ship, name or pass on."""
    reservation = ", ".join(
        text for text in ("assumed" if obligation.assumed else "", one_line(obligation.because)) if text
    )
    says = f"{section(obligation.license, obligation.section)}: {one_line(obligation.says)}"
    return f"{says} ({reservation})" if reservation else says


def fields(item: Fields) -> str:
    """One line for a product whose fields of use are not stated."""
    product, names, ids = item.attestation
    examples = " or ".join(name(text).replace("-", " ") for text in names[:2])
    verb = "restricts" if len(ids) == 1 else "restrict"
    such = f" such as {examples}" if examples else ""
    return (
        f"{'this repository' if product == 'default' else name(product)}: {number(len(ids), 'license')} {verb} fields{such}; "
        f"record use.fields ([] = none of them)"
    )


def unlocked(findings: tuple[Finding, ...]) -> str:
    """One line for all models without an entry in models.lock."""
    if len(findings) == 1 and not findings[0].model:
        return one_line(findings[0].title)
    return f"{number(len({finding.model for finding in findings}), 'model')} not locked: license-gate lock"


def general(verdict: Verdict) -> str:
    """One line for the terms that ask for nothing now; '' for none."""
    count = sum(model.standing for model in verdict.models)
    return f"{number(count, 'general term')} (license-gate explain MODEL)" if count else ""


def judged(verdict: Verdict) -> str:
    """By which policy and catalog, on which day."""
    run = verdict.run
    policies = " + ".join(map(name, run.policies)) or "none"
    return f"policy {policies}, catalog {name(run.catalog)}, judged for {name(run.today)}, {name(run.tool)}"


def _of_policy(where: Place, policies: tuple[str, ...]) -> bool:
    return bool(where.file) and (where.file.startswith("builtin:") or where.file in policies)


def _word(text: str) -> str:
    """A word of a shell command."""
    plain = text.isascii() and all(char.isalnum() or char in "/._:@+-" for char in text)
    return name(text) if plain and text else "'" + name(text).replace("'", "'\\''") + "'"
