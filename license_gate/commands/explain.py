"""``license-gate explain``: why, in full: a finding, a model, a license, a rule or a fact."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate.commands.check import judge
from license_gate.commands.options import add_repository, add_today
from license_gate.domain.verdict import Finding, ModelVerdict, Verdict
from license_gate.errors import UsageError
from license_gate.evaluate.codes import CODES
from license_gate.report import sentences
from license_gate.report.escape import one_line
from license_gate.report.explanation import tree
from license_gate.report.layout import wrap

SUMMARY = "why, in full: a finding, a model, a license, a rule or a fact"
_LABEL = 12


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("explain", help=SUMMARY, description=SUMMARY)
    parser.add_argument(
        "words", nargs="+", metavar="WORD", help="a code or finding id, a model, a license, a rule, a fact"
    )
    add_repository(parser)
    add_today(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print what is known of the words.

    Raises:
        UsageError: nothing here goes by one of the words.
        DocumentError: a document is invalid.
    """
    verdict, _ = judge(arguments)
    console = arguments.console
    lines = explain(arguments.words, verdict, console.width)
    if lines and any(arguments.words == [model.model] for model in verdict.models):
        from license_gate.commands.lookup import history

        lines += history(arguments.words[0], console.width)
    if not lines:
        from license_gate.commands.lookup import describe

        lines = [line for word in arguments.words for line in describe(word, arguments)]
    if not lines:
        raise UsageError(
            f"nothing here is called {one_line(' '.join(arguments.words))}; name a code or finding of "
            "`license-gate check`, a declared model, a license of `license-gate licenses list`, a rule or a fact"
        )
    console.write("\n".join(lines) + "\n")
    return 0


def explain(words: list[str], verdict: Verdict, width: int) -> list[str]:
    """The models and findings that all the words fit; empty where there are none."""
    lines: list[str] = []
    if len(words) == 1:
        for model in verdict.models:
            if words[0].lower() == model.model.lower():
                lines += _model(model, width)
    for finding in verdict.findings:
        if all(_fits(word, finding) for word in words):
            lines += _finding(finding, verdict, width)
    return lines


def _fits(word: str, finding: Finding) -> bool:
    clause = finding.clause
    names = {finding.id, finding.code, finding.model, finding.product, finding.rule}
    if clause is not None:
        names |= {clause.license, clause.id, clause.kind, f"{clause.license}#{clause.id}"}
    return word.lower() in {name.lower() for name in names if name}


def _finding(finding: Finding, verdict: Verdict, width: int) -> list[str]:
    lines = ["", *wrap(one_line(finding.title), width, f"{finding.code} ")]
    lines += _row("finding", f"{finding.id}, {finding.level}, rule {finding.rule}", width)
    if finding.waived_by:
        lines += _row("waived by", finding.waived_by, width)
    if finding.code in CODES:
        lines += _row("means", CODES[finding.code].means, width)
    if len(finding.path) > 1:
        lines += _row("path", sentences.path(finding.path, ""), width)
    lines += ["", *tree(finding.explanation, width).rstrip("\n").split("\n")]
    for number, note in enumerate(finding.notes):
        lines += _row("" if number else "note", note, width)
    for number, remedy in enumerate(finding.remedy, 1):
        lines += _row("fix" if number == 1 else "", f"{number}. {remedy}", width)
    if finding.question is not None:
        asked = verdict.questions[finding.question]
        when = f" at {asked.at}" if asked.at else ""
        lines += _row(
            "ask", f"{asked.owner}: {asked.ask} ({asked.fact}{when}; {asked.enough} is enough)", width
        )
    if finding.quote is not None:
        quote = finding.quote
        lines += _row("quote", f'{quote.file}:{quote.line} "{quote.text}"', width)
    if finding.clause is not None and finding.clause.url:
        lines += _row("source", finding.clause.url, width)
    return lines


def _model(model: ModelVerdict, width: int) -> list[str]:
    stated = "" if model.attested else ", fields of use not stated"
    lines = ["", one_line(f"{model.model} in {model.product}: {model.outcome}{stated}")]
    lines += _row("uses", ", ".join(model.uses) or "not stated", width)
    lines += _row("openness", model.openness.replace("_", " "), width)
    for license_ in model.effective_licenses:
        path = sentences.path(license_.via, "") or model.model
        theirs = "" if license_.source == "catalog" else f", your own entry {license_.source}"
        lines += _row("license", f"{license_.license} ({license_.evidence}{theirs}): {path}", width)
    for duty in model.obligations:
        because = f" ({duty.because})" if duty.because else ""
        status = {"met": "done", "unmet": "not done", "to-do": "to do"}[duty.status]
        lines += _row(status, f"{duty.license}, section {duty.section}: {duty.says}{because}", width)
    lines += _row(
        "general",
        f"{model.standing} terms that ask for nothing now: license-gate licenses show LICENSE",
        width,
    )
    return lines


def _row(label: str, text: str, width: int) -> list[str]:
    return wrap(one_line(text), width, f"  {label:<{_LABEL}}")
