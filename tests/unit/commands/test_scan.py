from __future__ import annotations

import json
from pathlib import Path

import pytest

from license_gate.cli import main


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with a use, a mention and something that cannot be told."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "acme"
    (root / "src").mkdir(parents=True)
    (root / "src" / "app.py").write_text(
        'import sys\n\nfrom transformers import AutoModel\n\nAutoModel.from_pretrained("acme/reader")\n'
        "AutoModel.from_pretrained(sys.argv[1])\n",
        encoding="utf-8",
    )
    (root / "README.md").write_text("See https://huggingface.co/acme/writer.\n", encoding="utf-8")
    return root


def test_text_names_uses_then_mentions_then_what_stays_open(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == (
        "acme/reader\n"
        "  src/app.py:5:28  load\n"
        "\n"
        "mentioned only (comments, documentation):\n"
        "\n"
        "acme/writer\n"
        "  README.md:1:5  mention, written https://huggingface.co/acme/writer.\n"
        "\n"
        "not resolved or not read:\n"
        "\n"
        "  src/app.py:6: the model is computed at run time: declare it in models.yaml\n"
        "\n"
        "1 used, 1 mentioned only, 1 not resolved or not read\n"
    )


def test_json_has_references_and_what_was_left_out(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", "src", "--root", str(repository), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {
        "references": [
            {
                "model": "acme/reader",
                "as_written": "acme/reader",
                "file": "src/app.py",
                "line": 5,
                "column": 28,
                "detector": "python",
                "certainty": "exact",
                "kind": "load",
            }
        ],
        "skipped": [
            {"what": "src/app.py:6", "reason": "the model is computed at run time: declare it in models.yaml"}
        ],
    }


@pytest.mark.parametrize("arguments", [["nowhere"], ["--format", "xml"]])
def test_a_wrong_command_line_is_2(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["scan", "--root", str(repository), *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_names_of_files_are_harmless_on_a_terminal(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "a\x1b[31m.py").write_text('model = "acme/reader-7b"\n', encoding="utf-8")
    assert main(["scan", "--root", str(repository), "--no-memo"]) == 0
    assert "\x1b" not in capsys.readouterr().out
