"""The five questions of `license-gate init`. Enter leaves one open; the end of input leaves all others open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from license_gate.commands.console import Console
from license_gate.documents.answers import Answers, read_answers
from license_gate.domain.place import NOWHERE, Problem
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary
from license_gate.report.escape import one_line
from license_gate.report.layout import columns, wrap

ATTEMPTS = 3
_USERS = ("<1M", "<10M", "<100M", "<700M")
_REVENUE = ("<USD 1M", "<USD 10M", "<USD 20M", "<USD 50M")
_ACTS = {
    "internal": "only your own people reach the models",
    "research": "studies and experiments",
    "evaluate": "you try models out",
    "serve": "people outside reach a product that runs them",
    "embed": "weights are shipped inside a product",
    "distribute": "weights are handed on",
    "finetune": "you train them further",
    "quantize": "you convert their weights",
    "merge": "you join several into one",
    "distill": "you train another model to imitate one",
    "train-on-outputs": "you train other models on what they say",
    "generate-data": "you make data sets with them",
}


class _Asking(NamedTuple):
    """One question: its text, the choices offered, and how a line becomes the values of the answers' keys."""

    text: str
    choices: tuple[tuple[str, str], ...]
    read: Callable[[str], dict[str, Node]]
    wrong: str = ""  # what to say of a line that cannot be read; '' = what the readers say


def interview(console: Console, words: Vocabulary) -> Answers:
    """Ask, and read every answer as a file of answers would be read."""
    given: dict[str, Node] = {}
    questions = _questions(words)
    console.write("Five questions. Enter leaves one open: the gate asks again when a license turns on it.\n")
    try:
        for number, question in enumerate(questions, 1):
            console.write(_shown(question, f"{number} of {len(questions)}  ", console.width))
            given.update(_ask(question, console, words))
    except EOFError:
        console.write("\n")
    return read_answers(_mapping(given), words, []) or Answers()


def _questions(words: Vocabulary) -> tuple[_Asking, ...]:
    acts = words.facts["use.acts"].values
    fields = words.facts["use.fields"].values
    return (
        _Asking(
            "What do you do with the models? Name all that apply, such as: 1, 7",
            tuple((act, _ACTS.get(act, "")) for act in acts),
            lambda line: {"uses": _list(_pick(word, acts) for word in _words(line))},
        ),
        _Asking(
            "Is this directed towards commercial advantage or payment? yes or no",
            (),
            lambda line: {"commercial": _flag(line)},
            wrong="answer yes or no",
        ),
        _Asking(
            "How many monthly active users does your group have, over all products and at any time? An upper "
            "bound is enough",
            _bands(_USERS),
            lambda line: {"monthly_active_users": _bound(line, _USERS)},
        ),
        _Asking(
            "What does your group earn in a year, at most?",
            _bands(_REVENUE),
            lambda line: {"revenue": _bound(line, _REVENUE)},
        ),
        _Asking(
            "In which country is your principal place of business, and is the product used in one of these "
            f"fields: {', '.join(fields)}? Write the country, the fields, or both, such as: US none",
            (),
            _seat_and_fields,
        ),
    )


def _ask(question: _Asking, console: Console, words: Vocabulary) -> dict[str, Node]:
    """The keys that a person's line answers; a line that cannot be read is asked for again."""
    for _ in range(ATTEMPTS):
        line = console.ask("> ").strip()
        if not line:
            return {}
        given, problems = question.read(line), list[Problem]()
        read_answers(_mapping(given), words, problems)
        if not problems:
            return given
        for said in [question.wrong] if question.wrong else [problem.message for problem in problems]:
            console.write(_sentence(said, console.width))
    console.write("left open\n")
    return {}


def _shown(question: _Asking, number: str, width: int) -> str:
    rows = [(f"{index:>2}", word, means) for index, (word, means) in enumerate(question.choices, 1)]
    lines = ["", *wrap(question.text, width, number), *columns(rows, width, "  ")]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _sentence(text: str, width: int) -> str:
    return "".join(f"{line}\n" for line in wrap(one_line(text), width, "  "))


def _words(line: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", line) if word]


def _pick(word: str, choices: tuple[str, ...]) -> str:
    """A choice by its number, or the word itself."""
    number = int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else 0
    return choices[number - 1] if 0 < number <= len(choices) else word


def _bands(bands: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return (*((band, "") for band in bands[:-1]), (bands[-1], "or a bound of your own"))


def _bound(line: str, bands: tuple[str, ...]) -> Node:
    return _text(_pick(line, bands))


def _flag(line: str) -> Node:
    words = {"yes": "true", "y": "true", "no": "false", "n": "false"}
    return Scalar(words.get(line.lower(), line), NOWHERE)


def _seat_and_fields(line: str) -> dict[str, Node]:
    """Two capital letters are a country, everything else is a field; `none` is no field."""
    words = _words(line)
    countries = [word for word in words if re.fullmatch(r"[A-Z]{2}", word)]
    fields = [word for word in words if word not in countries]
    given: dict[str, Node] = {"seat": _list(countries)} if countries else {}
    if fields:
        given["fields"] = _list([] if fields == ["none"] else fields)
    return given


def _text(text: str) -> Node:
    return Scalar(text, NOWHERE, quoted=True)


def _list(words: Iterable[str]) -> Node:
    return Sequence(tuple(_text(word) for word in words), NOWHERE)


def _mapping(given: dict[str, Node]) -> Node:
    return Mapping(tuple(Pair(Scalar(key, NOWHERE), value) for key, value in given.items()), NOWHERE)
