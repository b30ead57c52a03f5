"""Read a condition from a document tree. Nothing is raised for bad content: every problem has its place."""

from __future__ import annotations

from collections.abc import Iterable

from license_gate.conditions.operands import OPERATORS, parse_operand
from license_gate.conditions.periods import PERIOD_WORDS, parse_point
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.facts import FactType
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import did_you_mean, shown

GROUP_KEYS = ("all", "any", "none")
KEYS = ("fact", "at", *OPERATORS, *GROUP_KEYS, "unclear", "when", "readings")


def parse(node: Node, words: Vocabulary, problems: list[Problem]) -> Condition | None:
    """The condition that a node says, or None with at least one more problem. `{}` holds always."""
    before = len(problems)
    condition = _condition(node, words, problems)
    return condition if len(problems) == before else None


def _condition(node: Node, words: Vocabulary, problems: list[Problem]) -> Condition:
    if not isinstance(node, Mapping):
        return _wrong(node.place, _NOT_A_CONDITION, problems)
    if not node.pairs or not _all_known(node, problems):
        return EVERY
    keys = {pair.key.text for pair in node.pairs}
    for key, form in (("fact", _leaf), ("unclear", _unclear), ("when", _unclear), ("readings", _readings)):
        if key in keys:
            return form(node, words, problems)
    if keys.issubset(GROUP_KEYS):
        return _group(node, words, problems)
    return _wrong(node.place, "this compares without saying what: add 'fact:'", problems)


_NOT_A_CONDITION = "a condition is a mapping such as {fact: NAME, above: 700M} or {all: [...]}"


def _group(node: Mapping, words: Vocabulary, problems: list[Problem]) -> Condition:
    parts = {
        pair.key.text: tuple(
            _condition(item, words, problems) for item in _conditions(pair, problems, at_least=1)
        )
        for pair in node.pairs
    }
    return Group(parts.get("all", ()), parts.get("any", ()), parts.get("none", ()))


def _conditions(pair: Pair, problems: list[Problem], *, at_least: int) -> tuple[Node, ...]:
    """The members of a list of conditions; a single condition stands for a list of one."""
    key, value = pair
    items = value.items if isinstance(value, Sequence) else (value,)
    if isinstance(value, Scalar):
        _wrong(value.place, f"'{key.text}' takes a list of conditions", problems)
        return ()
    if len(items) >= at_least:
        return items
    if at_least == 1:
        _wrong(value.place, f"'{key.text}' is empty: leave it out, or list what it takes", problems)
    else:
        _wrong(value.place, "'readings' takes two conditions or more, the strictest first", problems)
    return ()


def _readings(node: Mapping, words: Vocabulary, problems: list[Problem]) -> Condition:
    _alone(node, ("readings",), problems)
    pair = next(pair for pair in node.pairs if pair.key.text == "readings")
    items = _conditions(pair, problems, at_least=2)
    return Readings(tuple(_condition(item, words, problems) for item in items))


def _unclear(node: Mapping, words: Vocabulary, problems: list[Problem]) -> Condition:
    _alone(node, ("unclear", "when"), problems)
    text, when = node.get("unclear"), node.get("when")
    if text is None:
        return _wrong(node.place, "'when' stands beside 'unclear: TEXT' only", problems)
    if not isinstance(text, Scalar) or not text.text.strip():
        return _wrong(text.place, "'unclear' says in a sentence which words are unclear", problems)
    if when is None:
        return _wrong(
            text.place,
            "'unclear' needs 'when:' (the case that may or may not be meant; {} = always)",
            problems,
        )
    return Unclear(text.text.strip(), _condition(when, words, problems))


def _leaf(node: Mapping, words: Vocabulary, problems: list[Problem]) -> Condition:
    _alone(node, ("fact", "at", *OPERATORS), problems)
    name = node.get("fact")
    kind = _fact_type(name, words, problems) if name is not None else None
    if kind is None:
        return EVERY
    at = _at(node, kind, problems)
    tests = [pair for pair in node.pairs if pair.key.text in OPERATORS]
    if len(tests) > 1:
        both = f"'{tests[0].key.text}' and '{tests[1].key.text}'"
        return _wrong(
            tests[1].key.place, f"one comparison for each condition: {both} belong into an 'all:'", problems
        )
    if not tests:
        return _bare_leaf(node, kind, problems)
    operand = parse_operand(kind, tests[0], words, problems)
    return EVERY if operand is None else Leaf(kind.name, OPERATORS[tests[0].key.text], operand, at)


def _bare_leaf(node: Mapping, kind: FactType, problems: list[Problem]) -> Condition:
    if kind.kind == "bool":
        return Leaf(kind.name, "holds", value=True)
    return _wrong(node.place, f"{kind.name} is not a yes-or-no fact: say what it is compared with", problems)


def _fact_type(name: Node, words: Vocabulary, problems: list[Problem]) -> FactType | None:
    if not isinstance(name, Scalar):
        _wrong(name.place, "'fact' is one name, such as use.commercial", problems)
        return None
    kind = words.facts.get(name.text)
    if kind is None:
        _wrong(name.place, f"unknown fact {shown(name.text)}{_near_fact(name.text, words)}", problems)
    return kind


def _near_fact(name: str, words: Vocabulary) -> str:
    """The nearest fact; one that ends alike ('product.revenue' for 'products.revenue') comes first."""
    alike = [known for known in words.facts if known.rpartition(".")[2] == name.rpartition(".")[2]]
    return did_you_mean(name, alike or words.facts)


def _at(node: Mapping, kind: FactType, problems: list[Problem]) -> str:
    at = node.get("at")
    if at is None:
        if kind.timed:
            example = "at: previous-year" if kind.kind == "flow" else "at: 2023-06 or at: previous-month"
            _wrong(node.place, f"{kind.name} changes over time: say when, with {example}", problems)
        return ""
    if not isinstance(at, Scalar):
        _wrong(at.place, "'at' is one period", problems)
        return ""
    if not kind.timed:
        _wrong(at.place, f"{kind.name} has no periods: leave out 'at'", problems)
    elif at.text not in PERIOD_WORDS and parse_point(at.text) is None:
        hint = (
            did_you_mean(at.text, PERIOD_WORDS) or f": use 2023-06, 2025 or one of {', '.join(PERIOD_WORDS)}"
        )
        _wrong(at.place, f"'{at.text}' is not a period{hint}", problems)
    return at.text


def _all_known(node: Mapping, problems: list[Problem]) -> bool:
    unknown = [pair.key for pair in node.pairs if pair.key.text not in KEYS]
    for key in unknown:
        _wrong(
            key.place, f"unknown key {shown(key.text)} in a condition{did_you_mean(key.text, KEYS)}", problems
        )
    return not unknown


def _alone(node: Mapping, allowed: Iterable[str], problems: list[Problem]) -> None:
    """One mapping is one kind of condition: what belongs to another kind is a problem."""
    for pair in node.pairs:
        if pair.key.text not in allowed:
            first = node.pairs[0].key.text if node.pairs[0] is not pair else node.pairs[-1].key.text
            _wrong(
                pair.key.place,
                f"'{pair.key.text}' cannot stand beside '{first}': put both under an 'all:'",
                problems,
            )


def _wrong(place: Place, message: str, problems: list[Problem]) -> Condition:
    problems.append(Problem(place, message))
    return EVERY
