"""The ways in which init can fail, and what its parts make of odd input."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from pathlib import Path

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.cli import main
from license_gate.commands import init
from license_gate.commands.own_address import COMMIT, Address, address_of, own_address
from license_gate.commands.plan import Plan, used_models
from license_gate.commands.scaffold import (
    CHECKOUT,
    NewFile,
    can_declare,
    choose_policy,
    write_hook,
    write_workflow,
)
from license_gate.documents.answers import ANSWER_KEYS, read_answers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.reference import Certainty, Reference, ReferenceKind, Scan
from license_gate.errors import UnavailableError
from license_gate.workspace import Workspace

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("uses", "name"),
    [
        ((), "commercial"),
        (("serve",), "commercial"),
        (("internal",), "internal"),
        (("internal", "research"), "internal"),
        (("internal", "serve"), "commercial"),
        (("research", "finetune"), "research"),
        (("research", "distribute"), "commercial"),
        (("evaluate",), "commercial"),
    ],
)
def test_the_policy_follows_from_the_uses(uses: tuple[str, ...], name: str) -> None:
    assert choose_policy(uses).startswith(f"builtin:{name}@")


@pytest.mark.parametrize(
    ("model", "fine"), [("a/b", True), ("", False), ("a\nb", False), (" a", False), ("a" * 201, False)]
)
def test_only_names_that_the_reader_takes_are_declared(model: str, fine: bool) -> None:
    assert can_declare(model) is fine


def refer(model: str, certainty: Certainty = "exact", kind: ReferenceKind = "load") -> Reference:
    return Reference(model, model, "app.py", 1, 1, "python", certainty, kind)


def test_mentions_guesses_data_and_tests_are_not_declared_and_models_only_once() -> None:
    found = (
        refer("b/two"), refer("A/One", kind="config"), refer("a/one", kind="deploy"), refer("c/likely", "likely"),
        refer("d/named", kind="mention"), refer("dataset:e/data", kind="data"), refer("f/test", kind="test"),
    )  # fmt: skip
    assert used_models(Scan(found)) == ["A/One", "b/two"]


def test_a_missing_file_of_answers_is_named(capsys: Captured) -> None:
    assert main(["init", "--answers", "no.yaml"]) == 3
    assert capsys.readouterr().err == "no.yaml:1:1: no.yaml does not exist\n"


def test_problems_of_answers_and_of_documents_are_told_together(repository: Path, capsys: Captured) -> None:
    (repository / "answers.yaml").write_text("uses: [serv]\n", encoding="utf-8")
    (repository / "models.yaml").write_text("version: 1\nmodells: []\n", encoding="utf-8")
    assert main(["init", "--answers", "answers.yaml"]) == 3
    err = capsys.readouterr().err
    assert "answers.yaml:1:8: unknown use 'serv'; did you mean 'serve'?" in err
    assert "models.yaml:2:1: unknown key in models.yaml: 'modells'; did you mean 'models'?" in err
    assert sorted(os.listdir(repository)) == ["answers.yaml", "models.yaml"]


def test_answers_that_are_no_yaml_write_nothing(repository: Path, capsys: Captured) -> None:
    (repository / "answers.yaml").write_text("uses: [", encoding="utf-8")
    assert main(["init", "--answers", "answers.yaml"]) == 3
    assert "answers.yaml:2:1: this is not YAML" in capsys.readouterr().err


def test_a_folder_where_a_file_would_stand_is_left(repository: Path, capsys: Captured) -> None:
    (repository / ".pre-commit-config.yaml").mkdir()
    assert main(["init"]) == 0
    assert ".pre-commit-config.yaml is there already" in capsys.readouterr().out


def test_nothing_is_written_through_a_link_that_leads_out(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Captured
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (repository / ".github").symlink_to(outside)
    assert main(["init"]) == 4
    assert "license-gate.yml cannot be written: leads out of the repository" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


def test_a_file_that_came_into_being_meanwhile_is_left(repository: Path) -> None:
    (repository / "models.yaml").write_text("mine", encoding="utf-8")
    plan = Plan((NewFile("models.yaml", "ours"),), (), ())
    with pytest.raises(UnavailableError, match="came into being meanwhile"):
        init._write(plan, Workspace(str(repository)))
    assert (repository / "models.yaml").read_text(encoding="utf-8") == "mine"


def test_hostile_names_are_shown_and_written_without_harm(repository: Path, capsys: Captured) -> None:
    (repository / "::error::x").mkdir()
    (repository / "app.py").write_text(
        'from transformers import AutoModel\nAutoModel.from_pretrained("acme/a::error::b")\n'
        'AutoModel.from_pretrained("acme/\\x1b[31mred")\n',
        encoding="utf-8",
    )
    assert main(["init"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "::error" not in out


def test_without_anybody_to_ask_the_command_itself_is_the_answer() -> None:
    class Silent:
        interactive = False

    assert init._agreed(Namespace(yes=False), Silent())  # type: ignore[arg-type]


VCS = '{"url": "https://github.com/acme/license-gate.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}'


@pytest.mark.parametrize(
    ("urls", "direct", "repository", "commit"),
    [
        ([], "{}", "<owner>/license-gate", COMMIT),
        (["https://github.com/acme/license-gate"], "{}", "acme/license-gate", COMMIT),
        (["https://docs.example", "https://github.com/acme/gate/"], "{}", "acme/gate", COMMIT),
        (["https://github.com/other/gate"], VCS, "acme/license-gate", "abc123"),
        (
            [],
            '{"url": "file:///home/me/gate", "dir_info": {"editable": true}}',
            "<owner>/license-gate",
            COMMIT,
        ),
    ],
)
def test_the_address_is_what_the_installation_tells(
    urls: list[str], direct: str, repository: str, commit: str
) -> None:
    address = address_of(urls, direct)
    assert (address.repository, address.commit) == (repository, commit)
    assert address.known is not repository.startswith("<")


def test_the_address_of_this_installation_can_be_asked() -> None:
    assert isinstance(own_address(), Address)


def test_the_page_explains_every_key_of_the_answers() -> None:
    page = (Path(__file__).parents[3] / "docs" / "init.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert set(ANSWER_KEYS) <= set(re.findall(r"`(\w+)`", "".join(rows)))
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    problems: list[Problem] = []
    root = compose(example.encode(), "answers.yaml", problems)
    assert root is not None
    assert read_answers(root, load_catalog().words, problems) is not None
    assert problems == []


def test_the_written_workflow_is_the_documented_one() -> None:
    page = (Path(__file__).parents[3] / "docs" / "action.md").read_text(encoding="utf-8")
    documented = page.split("```yaml\n", 1)[1].partition("```")[0]
    checkout = "actions/checkout@<full commit SHA> # a release tag in a comment"
    assert write_workflow(Address(tag="v0.1.0")) == documented.replace(checkout, CHECKOUT)


def test_the_written_hook_is_the_documented_one() -> None:
    page = (Path(__file__).parents[3] / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    documented = page.split("# .pre-commit-config.yaml\n", 1)[1].partition("```")[0]
    assert write_hook(Address("acme/license-gate", "v0.1.0")) == documented.replace("<owner>", "acme")


def test_the_action_that_checks_out_is_the_one_that_this_repository_pins() -> None:
    workflows = (Path(__file__).parents[3] / ".github" / "workflows").glob("*.yml")
    assert any(f"uses: {CHECKOUT}\n" in path.read_text(encoding="utf-8") for path in workflows)
