"""What the catalog and the policy say of one word: a license, a rule, a fact, a code."""

from __future__ import annotations

from argparse import Namespace

from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.commands.desk import Desk
from license_gate.commands.gather import gather
from license_gate.commands.own_licenses import catalog_here
from license_gate.conditions.phrases import sentence
from license_gate.domain.facts import FactType
from license_gate.domain.policy import Rule
from license_gate.evaluate.codes import CODES
from license_gate.report.escape import one_line
from license_gate.report.layout import wrap

_LABEL = 12


def describe(word: str, arguments: Namespace) -> list[str]:
    """The lines on one word; empty where it names nothing."""
    width = arguments.console.width
    catalog = catalog_here(Desk(arguments, arguments.console))
    fact = catalog.words.facts.get(word)
    if fact is not None:
        return _fact(fact, width)
    if word.upper() in CODES:
        code = CODES[word.upper()]
        return [f"{word.upper()} {code.name}", *_row("means", code.means, width), *_row("do", code.do, width)]
    return _kind(word, catalog, width) or _license(word, catalog, width) or _rule(word, arguments, width)


def history(model: str, width: int) -> list[str]:
    """Which licenses a publisher gave a well-known model under before: a copy from then was taken under those."""
    known = load_catalog().model(model)
    earlier = known.earlier if known else ()
    return [
        line
        for until, license_ in earlier
        for line in _row("before", f"until {until} its publisher gave it under {license_}", width)
    ]


def _fact(fact: FactType, width: int) -> list[str]:
    when = "for a month or range" if fact.kind == "level" else "for a year, month or range"
    return [
        fact.name,
        *_row("means", fact.means, width),
        *_row("question", fact.ask, width),
        *_row("ask", fact.owner, width),
        *_row("written", f"{fact.kind}, {when}" if fact.timed else fact.kind, width),
        *(_row("values", ", ".join(fact.values), width) if fact.values else []),
        *(_row("at most", ", ".join(fact.bounded_by), width) if fact.bounded_by else []),
    ]


def _kind(word: str, catalog: Catalog, width: int) -> list[str]:
    for kind in catalog.words.kinds.values():
        if word.lower() in (kind.id, kind.code.lower()):
            editions = [each.id for each in catalog.editions() if kind.id in _kinds(catalog, each.id)]
            return [
                f"{kind.code} {kind.id}",
                *_row("means", kind.means, width),
                *_row("found in", ", ".join(editions) or "no license of the catalog", width),
            ]
    return []


def _kinds(catalog: Catalog, name: str) -> set[str]:
    edition = catalog.edition(name)
    return {clause.kind for clause in edition.clauses} if edition else set()


def _license(word: str, catalog: Catalog, width: int) -> list[str]:
    edition = catalog.edition(word)
    if edition is None:
        return []
    from license_gate.catalog.show import show

    return show(edition, catalog, width).rstrip("\n").split("\n")


def _rule(word: str, arguments: Namespace, width: int) -> list[str]:
    gathered = gather(arguments, arguments.console)
    rules = gathered.inputs.policy.rules if gathered.inputs else ()
    return [line for rule in rules if rule.name == word for line in _of_rule(rule, width)]


def _of_rule(rule: Rule, width: int) -> list[str]:
    lines = [f"{rule.name}: {rule.level}", *_row("stands at", str(rule.place), width)]
    if rule.selector is not None:
        selected = "; ".join(f"{key}: {', '.join(values)}" for key, values in rule.selector.parts)
        lines += _row(rule.form, selected, width)
    if rule.when is not None:
        lines += _row("when", sentence(rule.when), width)
    for label, text in (("because", rule.because), ("fix", rule.fix), ("contact", rule.contact)):
        lines += _row(label, text, width) if text else []
    return lines


def _row(label: str, text: str, width: int) -> list[str]:
    return wrap(one_line(text), width, f"  {label:<{_LABEL}}")
