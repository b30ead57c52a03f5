"""The JSON report keeps its public contract."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from license_gate.domain.place import Place, Problem
from license_gate.report.json import problems, render
from license_gate.report.style import Style
from tests.properties.any_verdict import MAKERS, Maker
from tests.unit.report import verdicts

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
with open(os.path.join(ROOT, "schemas", "report.schema.json"), encoding="utf-8") as FILE:
    SCHEMA = json.load(FILE)
VALIDATOR = Draft202012Validator(SCHEMA)
KEYS = {
    "report": "schema_version verdict exit_code counts run models findings questions attestations skipped",
    "run": "tool catalog today repository commit dirty policies waivers facts new_since leave_to_ci",
    "model": "model revision product uses declared_license effective_licenses openness attested outcome curable "
    "obligations standing",
    "obligation": "kind section says status assumed because",
    "finding": "id code rule product model answer level title owner clause path question explanation locations "
    "remedy waived_by new formerly left_to_ci",
    "explanation": "statement answer evidence because",
    "question": "fact at ask owner enough settles",
    "attestation": "product fields licenses",
    "place": "file line column",
}


def objects(schema: object, where: str = "#") -> Iterator[tuple[str, dict[str, object]]]:
    """Every object type of a schema, with its place."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield where, schema
        for key, part in schema.items():
            yield from objects(part, f"{where}/{key}")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_the_keys_are_those_of_version_1(name: str, keys: str) -> None:
    assert list(SCHEMA["$defs"][name]["properties"]) == keys.split()


def test_every_key_is_compulsory_described_and_no_other_is_allowed() -> None:
    for where, schema in objects(SCHEMA["$defs"]):
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert schema["additionalProperties"] is False, where
        assert schema["required"] == list(properties), where
        for key, part in properties.items():
            described = part if "$ref" not in part else SCHEMA["$defs"][part["$ref"].rpartition("/")[2]]
            assert described["description"], f"{where}/{key}"


@pytest.mark.parametrize("story", verdicts.ALL)
def test_a_report_fits_the_schema(story: str) -> None:
    VALIDATOR.validate(json.loads(render(verdicts.ALL[story](), Style())))


@given(maker=MAKERS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_fits_the_schema_and_is_ascii(maker: Maker) -> None:
    printed = render(maker.verdict(), Style())
    assert printed.isascii()
    VALIDATOR.validate(json.loads(printed))


def test_problems_fit_the_schema() -> None:
    VALIDATOR.validate(json.loads(problems([Problem(Place("models.yaml"), "wrong")])))
    VALIDATOR.validate(json.loads(problems([])))


def test_a_report_without_a_verdict_is_refused() -> None:
    assert not VALIDATOR.is_valid({"schema_version": 1, "exit_code": 0})
