"""Whatever lies in a tree: a clear reason, bounded memory, no crash, no hang."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from license_gate.discover.files import Tree
from license_gate.discover.scan import scan
from license_gate.domain.reference import Skipped
from tests.unit.discover.trees import scan_folder

KIBIBYTE = 1024


def scan_one(folder: Path, name: str, data: bytes) -> tuple[list[str], list[Skipped]]:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    found = scan_folder(str(folder))
    return [each.model for each in found.references], list(found.skipped)


@pytest.mark.parametrize("name", ["huge.py", "huge.json", "huge.ipynb", "huge.md"])
def test_a_sparse_file_of_two_gigabytes_is_left_out_with_its_size(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(2 * KIBIBYTE**3)
    (skipped,) = scan_folder(str(tmp_path)).skipped
    assert skipped.what == name
    assert skipped.reason.startswith("is larger than")


def test_sparse_weights_are_read_at_their_beginning_only(tmp_path: Path) -> None:
    with (tmp_path / "model.gguf").open("wb") as file:
        file.truncate(2 * KIBIBYTE**3)
    (skipped,) = scan_folder(str(tmp_path)).skipped
    assert skipped.reason == "is called GGUF but has no such header"


def test_one_line_without_end_is_read_in_linear_time(tmp_path: Path) -> None:
    line = b'{"model": "' + b"a-" * 400_000 + b'"}'
    assert scan_one(tmp_path, "line.json", line) == ([], [])
    assert scan_one(tmp_path, "line.py", b"model = '" + b"a/" * 400_000 + b"'") == ([], [])
    assert scan_one(tmp_path, "line.sh", b"MODEL --model " * 60_000) == ([], [])
    assert scan_one(tmp_path, "line.js", b"model: '" * 120_000) == ([], [])


def test_code_that_is_nested_too_deeply_is_no_crash(tmp_path: Path) -> None:
    code = b"from transformers import AutoModel\nx = 1\nAutoModel.from_pretrained(x)\ny = " + b"(" * 90_000
    models, skipped = scan_one(tmp_path, "deep.py", code)
    assert models == []
    assert [each.what for each in skipped] == ["deep.py:3"]


def test_a_catalog_that_leads_to_itself_ends(tmp_path: Path) -> None:
    code = b'_PRETRAINED = {"ViT-B-32": A, "model/7b": B}\nA = A\nB = dict(openai=1)\n'
    models, _ = scan_one(tmp_path, "pretrained.py", code)
    assert models == ["open_clip:model/7b/openai"]


def test_names_that_lead_to_themselves_end(tmp_path: Path) -> None:
    code = "from transformers import AutoModel\nA = B\nB = A\n\n\ndef f(x):\n    return f(x) or g(x)\n\n\ndef g(x):\n    f(x)\n    AutoModel.from_pretrained(x + A)\n"
    models, skipped = scan_one(tmp_path, "loop.py", code.encode())
    assert models == []
    assert len(skipped) == 1


def test_a_notebook_that_is_nested_too_deeply_is_skipped(tmp_path: Path) -> None:
    _, skipped = scan_one(tmp_path, "deep.ipynb", b"[" * 200_000)
    assert [each.reason for each in skipped] == ["is no notebook that can be read"]


@pytest.mark.parametrize(
    "data",
    [
        b"GGUF",
        b"GGUF" + struct.pack("<IQQ", 3, 0, 2**63),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 2**62),
        b"GGUF"
        + struct.pack("<IQQ", 3, 0, 1)
        + struct.pack("<Q", 1)
        + b"a"
        + struct.pack("<IIQ", 9, 8, 2**62),
        b"GGUF"
        + struct.pack("<IQQ", 3, 0, 1)
        + struct.pack("<Q", 1)
        + b"a"
        + struct.pack("<IIQ", 9, 9, 2**62),
    ],
)
def test_a_gguf_header_that_lies_is_refused(tmp_path: Path, data: bytes) -> None:
    _, skipped = scan_one(tmp_path, "model.gguf", data)
    assert [each.reason for each in skipped] == ["has a GGUF header whose lengths do not fit"]


@pytest.mark.parametrize(
    "data", [b"", b"short", struct.pack("<Q", 2**63) + b"{}", struct.pack("<Q", 5) + b"abcde"]
)
def test_a_safetensors_header_that_lies_is_refused(tmp_path: Path, data: bytes) -> None:
    _, skipped = scan_one(tmp_path, "model.safetensors", data)
    assert [each.reason for each in skipped] == ["has a safetensors header whose length does not fit"]


@pytest.mark.parametrize("data", [b"\x72\x00", b"\x08\x01", b"\xff", b"\x72\xff\xff\xff\x0f"])
def test_an_onnx_file_of_nothing_but_fields_says_nothing(tmp_path: Path, data: bytes) -> None:
    models, skipped = scan_one(tmp_path, "model.onnx", data * KIBIBYTE**2)
    assert models == []
    assert [each.what for each in skipped] == ["model.onnx"]


def test_links_are_not_followed_out_of_the_tree(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    tree = tmp_path / "tree"
    outside.mkdir()
    tree.mkdir()
    (outside / "app.py").write_text('model = "acme/secret-7b"\n', encoding="utf-8")
    (tree / "link.py").symlink_to(outside / "app.py")
    (tree / "folder").symlink_to(outside)
    (tree / "loop.py").symlink_to(tree / "loop.py")
    found = scan(["folder/app.py", "link.py", "loop.py", "missing.py"], Tree(str(tree)).read)
    assert found.references == ()
    assert [each.what for each in found.skipped] == ["folder/app.py", "link.py", "loop.py", "missing.py"]


def test_a_link_inside_the_tree_is_read(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text('model = "acme/reader-7b"\n', encoding="utf-8")
    (tmp_path / "same.py").symlink_to(tmp_path / "app.py")
    found = scan(["same.py"], Tree(str(tmp_path)).read)
    assert [each.file for each in found.references] == ["same.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert [each.reason for each in scan_folder(str(tmp_path)).skipped] == ["is not a regular file"]


def test_a_second_process_finds_the_same(tmp_path: Path) -> None:
    for number in range(900):
        (tmp_path / f"{number:03}.py").write_text(f'model = "acme/reader-{number}b"\n', encoding="utf-8")
    found = scan_folder(str(tmp_path))
    assert [each.model for each in found.references] == [f"acme/reader-{number}b" for number in range(900)]


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("tables.py", 'x = [\n "acme-lab/reader-7b",\n'),
        ("constants.py", 'n{0} = f"{{a{0}}}/reader-7b"\n'),
        ("templates.py", 'dict(org="acme", name="reader-{{}}")\n'),
        ("calls.py", "AutoModel.from_pretrained(argument_{0})\n"),
        ("quotes.py", 'a = \'"""\'\n'),
        ("keys.yaml", "basebasebasebase"),
        ("links.yaml", "a: https://huggingface.co/acme/reader-{0}\n"),
        ("fetches.js", "// x\nfetch(`https://huggingface.co/acme/reader/resolve/main/{0}`)\n"),
        ("templates.js", "`${{`a`}} "),
        ("one_line.py", '"en_core_sci_md", '),
        ("quoted.py", "'gpt-4o' \""),
        ("tables_in_tables.py", 'x = {{"id": "org/name-{0}"'),
        ("patterns.py", ' in ["gpt-4o-mini",'),
        ("llms/cohere.py", 'model_name: str = "word-{0}"\n'),
        ("ollama/names.js", '"model-{0}": "name-{0}", '),
        ("ollama/classes.ts", "class A{0} {{ model = 'name-{0}' }}\n"),
        ("arrays.sh", "models=(\n org/name-7b\n"),
        ("used.sh", "NAME_{0}=acme/reader-{0}b\nvllm serve $NAME_{0}\n"),
        ("variables.sh", "A=$B{0}\nB{0}=$A\nhf download $A/$B{0}/$A\n"),
        ("tables/configuration.py", 'X_PRETRAINED_INIT_CONFIGURATION = {{\n    "a-b": {{\n'),
        ("keyed.py", ' "hf_{0}": "org-{0}/model-7b",\n "hf_x{0}": "org/name_{0}",\n'),
        ("loops.py", "for x in (A{0}, x):\n    AutoModel.from_pretrained(x)\n"),
        ("data.py", 'datasets = ["org-{0}/name"]\n'),
        ("lists.js", '{{id: "org/name-{0}"}}, '),
        ("blank_lines.py", 'AutoModel.from_pretrained("org/name-7b")\n"ViT-B-32"' + "\n" * 100_000),
    ],
)
def test_a_file_of_one_thing_over_and_over_is_read_in_time(tmp_path: Path, name: str, piece: str) -> None:
    """Each of these takes minutes where something is searched for anew from every place."""
    pieces = (piece.format(number) for number in range(400_000 // len(piece)))
    data = b"model transformers huggingface import transformers\n" + "".join(pieces).encode()
    models, _ = scan_one(tmp_path, name, data)
    assert len(set(models)) <= 60_000


def test_a_notebook_of_cells_that_are_written_in_their_own_way(tmp_path: Path) -> None:
    cell = '{"cell_type": "code", "source": ["\\u0061 = 1"]}'
    models, skipped = scan_one(tmp_path, "n.ipynb", f'{{"cells": [{", ".join([cell] * 30_000)}]}}'.encode())
    assert (models, skipped) == ([], [])
