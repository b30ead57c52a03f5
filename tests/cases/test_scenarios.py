"""Situations of scenarios/*.yaml, judged without a policy's help: what the terms alone come to on these facts."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from license_gate.catalog.lookup import load_catalog
from license_gate.documents.facts import read_facts
from license_gate.documents.manifest import read_manifest
from license_gate.documents.policy import read_policy
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.tree import Node
from license_gate.domain.verdict import Run
from license_gate.evaluate.evaluate import Inputs, assess_all, evaluate
from tests.research import research_folder

TODAY = dt.date(2026, 11, 15)
FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS: list[dict[str, Any]] = [
    scenario for file in sorted(FOLDER.glob("*.yaml")) for scenario in yaml.safe_load(file.read_text("utf-8"))
]
KEYS = {
    "id", "told", "note", "models", "facts", "agreements", "outcomes", "clauses", "asked", "curable", "duties",
}  # fmt: skip
CATALOG = load_catalog()


@pytest.fixture(params=SCENARIOS, ids=lambda scenario: scenario["id"])
def scenario(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    assert set(found) <= KEYS
    return found


def inputs_of(scenario: dict[str, Any]) -> Inputs:
    problems: list[Problem] = []
    words = CATALOG.words

    def tree(text: str, file: str) -> Node:
        node = compose(("version: 1\n" + text).encode(), file, problems)
        assert node is not None, problems
        return node

    manifest = read_manifest(
        tree("models:\n" + indented(scenario["models"]), "models.yaml"), "models.yaml", words, problems
    )
    facts = read_facts(tree(scenario["facts"], "facts.yaml"), "facts.yaml", words, problems, None)
    bought = scenario.get("agreements")
    policy = read_policy(
        tree("name: none\n" + (f"agreements:\n{indented(bought)}" if bought else ""), "p.yaml"),
        "p.yaml",
        words,
        problems,
    ).policy
    assert manifest is not None, problems
    assert not problems, problems
    run = Run("license-gate", CATALOG.version, TODAY.isoformat())
    return Inputs(
        manifest, policy, CATALOG, facts.entries, "facts.yaml", False, TODAY, run, CATALOG.rates
    )  # fmt: skip


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def test_the_terms_come_to_what_the_scenario_says(scenario: dict[str, Any]) -> None:
    inputs = inputs_of(scenario)
    verdict = evaluate(inputs)
    assert {model.model: model.outcome for model in verdict.models} == scenario["outcomes"], verdict.findings
    if "curable" in scenario:
        assert [model.curable for model in verdict.models] == [scenario["curable"]]
    if "asked" in scenario:
        assert next(f"{each.fact} at {each.at}" for each in verdict.questions) == scenario["asked"]
    duties = {duty.kind: duty.status for model in verdict.models for duty in model.obligations}
    for kind, status in scenario.get("duties", {}).items():
        assert duties[kind] == status


def test_the_deciding_terms_have_the_answers_that_the_scenario_names(scenario: dict[str, Any]) -> None:
    answers = {
        f"{ruling.edition.id}#{ruling.clause.id}": ruling.decision.answer
        for assessment in assess_all(inputs_of(scenario))
        for _, ruling in assessment.rulings()
    }
    for name, answer in scenario.get("clauses", {}).items():
        assert answers.get(name) == answer, name


def test_every_known_scenario_about_these_editions_is_here() -> None:
    folder = research_folder()
    if folder is None:
        pytest.skip("the research folder with the collected scenarios is not here")
    with open(os.path.join(folder, "licenses", "scenarios.yaml"), encoding="utf-8") as file:
        collected = yaml.safe_load(file)["scenarios"]
    known = {summary.id for summary in CATALOG.editions()}
    about = {
        each["id"]
        for each in collected
        if any(name in known for name in re.split(r"[ /+]+", each["license"]))
    }
    assert about <= {scenario["id"].partition("-")[0] for scenario in SCENARIOS}
