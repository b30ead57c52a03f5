"""Writing and pruning a baseline: what goes in, what never does, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from license_gate.cli import main
from license_gate.documents.baseline import read_baseline, write_baseline
from license_gate.documents.yaml_tree import compose
from license_gate.domain.baseline import Baseline, Debt
from license_gate.domain.place import NOWHERE, Problem
from tests.histories import FACTS, declare, load, write

Captured = pytest.CaptureFixture[str]
LLAMA = "meta-llama/Llama-2-7b-chat-hf"
FILE = ".license-gate/baseline.yaml"
BEGIN = ["baseline", "--until", "2027-01-31", "--reason", "Found when we began: LEG-7"]
POLICY = "version: 1\nname: Acme\nextends: [builtin:commercial@1]\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    facts = FACTS.replace('"<1M"', "{2023-06: 820M}")
    write(tmp_path, {"models.yaml": declare(LLAMA), "facts.yaml": facts, "app.py": load(LLAMA, "acme/old")})
    return tmp_path


def run(*words: str, today: str = "2026-11-15") -> int:
    return main([*words, "--today", today])


def with_policy(root: Path, text: str) -> None:
    manifest = declare(LLAMA).replace("builtin:commercial@1", "license-policy.yaml")
    write(root, {"license-policy.yaml": POLICY + text, "models.yaml": manifest})


def test_what_closes_today_is_excused_until_the_day(root: Path, capsys: Captured) -> None:
    assert run("check") == 1
    assert run(*BEGIN, "--approved-by", "legal@") == 0
    assert f"{FILE}: 2 findings excused until 2027-01-31, that day included" in capsys.readouterr().out
    text = (root / FILE).read_text(encoding="utf-8")
    assert 'reason: "Found when we began: LEG-7"\napproved_by: legal@\n' in text
    assert "    rule: within-license-terms\n    product: default\n    model: " + LLAMA in text
    assert "    license: llama2\n    clause: user-limit\n" in text
    assert run("check") == run("check", today="2027-01-31") == 0
    assert run("check", today="2027-02-01") == 1


def test_what_comes_later_closes(root: Path) -> None:
    run(*BEGIN)
    write(root, {"later.py": load("acme/later")})
    assert run("check") == 1


def test_it_never_grows(root: Path, capsys: Captured) -> None:
    run(*BEGIN)
    before = (root / FILE).read_bytes()
    write(root, {"later.py": load("acme/later")})
    assert run(*BEGIN) == 2
    assert "a baseline never grows" in capsys.readouterr().err
    assert run("baseline", "--prune") == 1
    assert (root / FILE).read_bytes() == before


def test_pruning_takes_out_what_is_settled(root: Path, capsys: Captured) -> None:
    run(*BEGIN)
    write(root, {"app.py": load(LLAMA)})
    capsys.readouterr()
    assert run("baseline", "--prune") == 0
    out = capsys.readouterr().out
    assert "1 finding taken out, 1 left" in out
    assert "acme/old" in out
    assert "acme/old" not in (root / FILE).read_text(encoding="utf-8")
    write(root, {"app.py": load(LLAMA, "acme/old")})
    assert run("check") == 1


def test_the_last_entry_leaves_an_empty_baseline(root: Path, capsys: Captured) -> None:
    run(*BEGIN)
    write(root, {"app.py": load(LLAMA), "facts.yaml": FACTS})
    assert run("baseline", "--prune") == 0
    assert "nothing is left in it: it can be removed" in capsys.readouterr().out
    assert (root / FILE).read_text(encoding="utf-8").endswith("findings: []\n")
    assert run("check") == 0


def test_pruning_what_still_occurs_changes_nothing(root: Path, capsys: Captured) -> None:
    run(*BEGIN)
    before = (root / FILE).read_bytes()
    assert run("baseline", "--prune") == 0
    assert "every entry still occurs" in capsys.readouterr().out
    assert (root / FILE).read_bytes() == before


def test_warnings_and_waived_findings_stay_out(root: Path) -> None:
    with_policy(
        root,
        "waivers:\n  - id: W-1\n    rule: references-declared\n    reason: r\n    approved_by: a\n    until: 2026-12-31\n",
    )
    assert run(*BEGIN) == 0
    text = (root / FILE).read_text(encoding="utf-8")
    assert "acme/old" not in text
    assert text.count("  - id: ") == 1


def test_a_lapse_is_never_excused(root: Path, capsys: Captured) -> None:
    with_policy(
        root,
        "waivers:\n  - id: W-1\n    rule: references-declared\n    reason: r\n    approved_by: a\n    until: 2026-10-31\n",
    )
    assert run(*BEGIN) == 1
    assert "LG501" not in (root / FILE).read_text(encoding="utf-8")
    assert "not excused:\n  LG501 waiver-expired waiver W-1" in capsys.readouterr().out


def test_where_nothing_closes_nothing_is_written(root: Path, capsys: Captured) -> None:
    write(root, {"app.py": load(LLAMA), "facts.yaml": FACTS})
    assert run(*BEGIN) == 0
    assert "nothing to excuse" in capsys.readouterr().out
    assert not (root / ".license-gate").exists()


@pytest.mark.parametrize(
    ("cap", "said"),
    [("forbidden", "forbids a baseline"), ("{longest: 76}", "allows a baseline of at most 76 days")],
)
def test_the_policy_caps_it(root: Path, capsys: Captured, cap: str, said: str) -> None:
    with_policy(root, f"baseline: {cap}\n")
    assert run(*BEGIN) == 2
    assert f"the policy license-policy.yaml {said}" in capsys.readouterr().err
    assert not (root / FILE).exists()


def test_as_long_as_the_policy_allows(root: Path) -> None:
    with_policy(root, "baseline: {longest: 77}\n")
    assert run(*BEGIN) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--until YYYY-MM-DD and --reason TEXT"),
        (["--until", "2027-01-31"], "--reason TEXT"),
        (["--until", "2027-01-31", "--reason", " "], "--reason TEXT"),
        (["--reason", "r"], "--until"),
        (["--until", "soon", "--reason", "r"], "is not a day"),
        (["--until", "2026-11-14", "--reason", "r"], "has passed"),
        (["--prune"], "to prune"),
        (["--prune", "--until", "2027-01-31"], "takes no other option"),
    ],
)
def test_a_mistake_of_the_command_line_writes_nothing(
    root: Path, capsys: Captured, words: list[str], said: str
) -> None:
    assert run("baseline", *words) == 2
    assert said in capsys.readouterr().err
    assert not (root / ".license-gate").exists()


def test_without_a_manifest_init_comes_first(root: Path, capsys: Captured) -> None:
    (root / "models.yaml").unlink()
    assert run(*BEGIN) == 2
    assert "license-gate init" in capsys.readouterr().err


def test_an_invalid_baseline_is_not_judged_with(root: Path, capsys: Captured) -> None:
    write(root, {FILE: "version: 1\nuntil: 2026-13-01\nreason: r\nfindings: []\n"})
    assert run("check") == run("baseline", "--prune") == 3
    assert f"{FILE}:2:8: " in capsys.readouterr().err


def test_hostile_names_come_out_harmless_and_read_back(root: Path, capsys: Captured) -> None:
    name = "a" * 300 + "\\u202e::error::"
    write(
        root, {"evil.py": f'from transformers import AutoModel\nAutoModel.from_pretrained("acme/{name}")\n'}
    )
    assert run("baseline", "--until", "2027-01-31", "--reason", "x\n::error::\x1b[31m # y") == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "::error" not in out
    assert run("check") == 0
    assert "\x1b" not in (root / FILE).read_text(encoding="utf-8")


def test_the_report_names_the_baseline_as_the_excuse(capsys: Captured) -> None:
    run(*BEGIN)
    capsys.readouterr()
    run("check", "--format", "json")
    report = json.loads(capsys.readouterr().out)
    assert {each["waived_by"] for each in report["findings"] if each["level"] == "fail"} == {"baseline"}
    assert report["counts"]["waived"] == 2


def test_what_is_written_reads_as_the_same() -> None:
    debts = (
        Debt("LG101-0123456789", "violated", "r", "", "no: yes", "", ""),
        Debt("LG301-0123456789", "unknown"),
    )
    baseline = Baseline(FILE, "2027-01-31", "a\nb: #c", "", debts)
    problems: list[Problem] = []
    root = compose(write_baseline(baseline, "urn:x").encode(), FILE, problems)
    assert root is not None
    read = read_baseline(root, FILE, problems)
    assert problems == []
    assert read is not None
    found = read._replace(
        place=NOWHERE,
        until_place=NOWHERE,
        findings=tuple(each._replace(place=NOWHERE) for each in read.findings),
    )
    assert found == baseline
