"""Declaring models: what is written, what is left alone, and what is said."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from license_gate.cli import main
from license_gate.workspace import Unreadable, Workspace

Captured = pytest.CaptureFixture[str]
MANIFEST = """\
# ours
version: 1
policy: builtin:commercial@1   # by legal
models:
    # the first one
    - model: BAAI/bge-m3
      uses: [serve]

# tests load nothing
ignore:
  - paths: ["tests/**"]
    reason: fixtures
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models.yaml").write_text(MANIFEST, encoding="utf-8")
    return tmp_path


def load(*models: str) -> str:
    calls = "".join(f'AutoModel.from_pretrained("{model}")\n' for model in models)
    return f"from transformers import AutoModel\n\n{calls}"


def read(repository: Path) -> str:
    return (repository / "models.yaml").read_text(encoding="utf-8")


def test_a_model_is_added_after_the_last_and_everything_else_stays(
    repository: Path, capsys: Captured
) -> None:
    assert main(["add", "sentence-transformers/all-MiniLM-L6-v2"]) == 0
    added = (
        "    - model: sentence-transformers/all-MiniLM-L6-v2\n"
        "      # uses: all that is done with it, such as serve (license-gate explain use.acts)\n"
    )
    assert read(repository) == MANIFEST.replace("      uses: [serve]\n", f"      uses: [serve]\n{added}")
    out = capsys.readouterr().out
    assert "added to models.yaml:\n  sentence-transformers/all-MiniLM-L6-v2\n" in out
    assert "developer   use.acts" in out
    assert "gate open (pass)" in out
    assert "license-gate check shows why" not in out


def test_what_nobody_knows_is_to_be_filled_in_and_closes_the_gate(repository: Path, capsys: Captured) -> None:
    assert main(["add", "acme/support-7b", "groq:llama-3.3-70b", "openai:gpt-4o"]) == 1
    text = read(repository)
    assert "    - model: acme/support-7b\n      # license: as its model card names it" in text
    assert "    - model: groq:llama-3.3-70b\n      # license: the terms of the provider" in text
    assert text.partition("model: openai:gpt-4o")[2].partition("ignore:")[0].count("# license:") == 0
    out = capsys.readouterr().out
    assert "developer   nobody names a license for acme/support-7b (models.yaml:8)" in out
    assert out.endswith("license-gate check shows why\n")


def test_what_is_declared_is_named_and_left(repository: Path, capsys: Captured) -> None:
    assert main(["add", "baai/BGE-M3"]) == 0
    assert read(repository) == MANIFEST
    out = capsys.readouterr().out
    assert "nothing to add to models.yaml" in out
    assert "baai/BGE-M3 is declared already and left as it is" in out


def test_a_link_to_the_hub_is_its_model(repository: Path) -> None:
    assert main(["add", "https://huggingface.co/intfloat/e5-base/tree/main"]) in (0, 1)
    assert "- model: intfloat/e5-base\n" in read(repository)


def test_a_name_twice_is_added_once(repository: Path) -> None:
    main(["add", "acme/one", "acme/one", "Acme/One"])
    assert read(repository).lower().count("acme/one") == 1


def test_weights_in_the_repository_are_declared_by_path(repository: Path) -> None:
    main(["add", "path:weights/embedder/"])
    assert "    - path: weights/embedder/\n" in read(repository)


def test_found_takes_every_use_that_no_declaration_covers(repository: Path, capsys: Captured) -> None:
    (repository / "app.py").write_text(load("BAAI/bge-m3", "acme/b", "acme/a"), encoding="utf-8")
    (repository / "tests").mkdir()
    (repository / "tests" / "fixture.py").write_text(load("acme/ignored"), encoding="utf-8")
    assert main(["add", "--found"]) == 1
    assert "added to models.yaml:\n  acme/a\n  acme/b\n" in capsys.readouterr().out
    assert "acme/ignored" not in read(repository)
    before = read(repository)
    assert main(["add", "--found"]) == 1
    assert "nothing to add" in capsys.readouterr().out
    assert read(repository) == before


def test_found_declares_for_the_products_whose_files_use_it(repository: Path, capsys: Captured) -> None:
    (repository / "models.yaml").write_text(
        "version: 1\nproducts:\n  chat:\n    paths: [chat/**]\n    uses: [serve]\n  batch:\n    paths: [batch/**]\n"
        "    uses: [internal]\nmodels:\n  - model: BAAI/bge-m3\n    products: [chat]\n",
        encoding="utf-8",
    )
    for product in ("chat", "batch"):
        (repository / product).mkdir()
        (repository / product / "app.py").write_text(load("BAAI/bge-m3"), encoding="utf-8")
    assert main(["add", "--found"]) == 0
    assert "BAAI/bge-m3 for batch" in capsys.readouterr().out
    assert read(repository).endswith("  - model: BAAI/bge-m3\n    products:\n      - batch\n")


def test_nothing_named_is_a_mistake_of_the_command_line(capsys: Captured) -> None:
    assert main(["add"]) == 2
    assert "--found" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "a\nb", " a/b", "a" * 300, "\x1b[31m"])
def test_what_cannot_be_a_name_is_refused(repository: Path, capsys: Captured, name: str) -> None:
    assert main(["add", name]) == 2
    err = capsys.readouterr().err
    assert "is no name of a model" in err
    assert "\x1b" not in err
    assert read(repository) == MANIFEST


def test_without_a_manifest_init_comes_first(repository: Path, capsys: Captured) -> None:
    (repository / "models.yaml").unlink()
    assert main(["add", "acme/one"]) == 2
    assert "license-gate init" in capsys.readouterr().err


def test_the_file_of_another_tool_is_not_touched(repository: Path, capsys: Captured) -> None:
    (repository / "models.yaml").write_text("User: {}\n", encoding="utf-8")
    assert main(["add", "acme/one"]) == 2
    assert "belongs to another tool" in capsys.readouterr().err
    assert read(repository) == "User: {}\n"


def test_an_invalid_manifest_is_reported_and_not_touched(repository: Path, capsys: Captured) -> None:
    (repository / "models.yaml").write_text("version: 1\nmodel: []\n", encoding="utf-8")
    assert main(["add", "acme/one"]) == 3
    assert "did you mean 'models'?" in capsys.readouterr().err
    assert read(repository) == "version: 1\nmodel: []\n"


@pytest.mark.parametrize(
    "text",
    ["version: 1\nmodels: [{model: BAAI/bge-m3}]\n", "{version: 1, models: []}\n", "{version: 1}\n"],
)
def test_a_list_in_brackets_is_not_guessed_at(repository: Path, capsys: Captured, text: str) -> None:
    (repository / "models.yaml").write_text(text, encoding="utf-8")
    assert main(["add", "acme/one"]) == 2
    assert "write one `- model: org/name` a line" in capsys.readouterr().err
    assert read(repository) == text


def test_the_named_manifest_is_the_one_that_grows(repository: Path) -> None:
    other = repository / "services" / "models.yaml"
    other.parent.mkdir()
    other.write_text("version: 1\nproducts:\n  x:\n    uses: [serve]\nmodels: []\n", encoding="utf-8")
    main(["add", "BAAI/bge-m3", "--manifest", "services/models.yaml"])
    assert (
        other.read_text(encoding="utf-8")
        == "version: 1\nproducts:\n  x:\n    uses: [serve]\nmodels:\n  - model: BAAI/bge-m3\n"
    )
    assert read(repository) == MANIFEST


def test_mode_and_byte_order_mark_stay(repository: Path) -> None:
    path = repository / "models.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MANIFEST.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    main(["add", "acme/one"])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# ours\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(repository) == ["models.yaml"]


def test_a_file_is_replaced_only_while_it_is_what_was_read(repository: Path) -> None:
    space = Workspace(str(repository))
    assert not space.replace("models.yaml", b"something else", b"new")
    assert read(repository) == MANIFEST
    assert space.replace("models.yaml", MANIFEST.encode(), b"new")
    assert read(repository) == "new"
    with pytest.raises(Unreadable, match="leads out"):
        space.replace("../x", b"", b"")


def test_a_manifest_that_cannot_be_written_ends_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def refuse(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Workspace, "replace", refuse)
    assert main(["add", "acme/one"]) == 4
    assert "models.yaml cannot be written: Permission denied" in capsys.readouterr().err
    monkeypatch.setattr(Workspace, "replace", lambda *_: False)
    assert main(["add", "acme/one"]) == 4
    assert "has changed meanwhile" in capsys.readouterr().err


def test_a_model_of_one_product_is_added_for_the_other_that_uses_it(repository: Path) -> None:
    manifest = (
        "version: 1\nproducts:\n  chat:\n    paths: [chat/**]\n    uses: [serve]\n  batch:\n    paths: [batch/**]\n"
        "    uses: [internal]\nmodels:\n  - model: BAAI/bge-m3\n    products: [chat]\n"
    )
    (repository / "models.yaml").write_text(manifest, encoding="utf-8")
    (repository / "batch").mkdir()
    (repository / "batch" / "app.py").write_text(load("BAAI/bge-m3"), encoding="utf-8")
    assert main(["add", "BAAI/bge-m3"]) == 0
    assert read(repository) == f"{manifest}  - model: BAAI/bge-m3\n    products:\n      - batch\n"
