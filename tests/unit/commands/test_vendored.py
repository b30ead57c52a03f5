"""Which files beside weights are read, and what they turn out to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from license_gate.commands.vendored import texts_beside
from license_gate.domain.manifest import Declaration, Manifest
from license_gate.domain.place import Place
from license_gate.domain.text import LicenseText
from license_gate.identify.build import Sample, make_index
from license_gate.identify.index import Index
from license_gate.workspace import Workspace
from tests.unit.identify.miniatures import HERON_ONE, HERON_TWO, STRANGER, WREN, make

INDEX = make()


def read(root: Path, *paths: str, index: Index = INDEX) -> dict[str, list[tuple[str, str, list[str]]]]:
    return {
        model: [(text.file, text.license, [each.what for each in text.differs_on]) for text in texts]
        for model, texts in found(root, *paths, index=index).items()
    }


def found(root: Path, *paths: str, index: Index = INDEX) -> dict[str, tuple[LicenseText, ...]]:
    models = tuple(Declaration(f"path:{path}", Place("models.yaml"), path=path) for path in paths)
    return texts_beside(Manifest("models.yaml", models=models), Workspace(str(root)), lambda: index)


def write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_license_in_the_folder_of_the_weights_is_its_edition(tmp_path: Path) -> None:
    root = write(tmp_path, w__bird__LICENSE=HERON_ONE, w__bird__model="")
    for path in ("w/bird", "w/bird/", "./w/bird/model"):
        assert read(root, path) == {f"path:{path}": [("w/bird/LICENSE", "heron-1", [])]}


def test_the_text_is_kept_with_its_lines_and_other_ids(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_bytes(HERON_ONE.replace("\n", "\r\n").encode())
    ((text,),) = found(tmp_path, "model").values()
    assert (text.faithful, text.same, text.lines) == (True, ("heron-nest",), tuple(HERON_ONE.split("\n")))
    assert text.compared == {"heron-1", "heron-nest", "heron-2", "wren"}


def test_the_folder_above_counts_where_the_own_one_has_none_but_not_the_root(tmp_path: Path) -> None:
    root = write(
        tmp_path, LICENSE=WREN, w__LICENSE=HERON_ONE, w__a__model="", v__model="", w__b__COPYING=WREN
    )
    assert read(root, "w/a", "w/b", "v", "v/model") == {
        "path:w/a": [("w/LICENSE", "heron-1", [])],
        "path:w/b": [("w/b/COPYING", "wren", [])],
        "path:v": [],
        "path:v/model": [],
    }


def test_weights_at_the_root_have_the_license_at_the_root(tmp_path: Path) -> None:
    write(tmp_path, LICENSE=WREN, model="")
    assert read(tmp_path, "model") == {"path:model": [("LICENSE", "wren", [])]}


@pytest.mark.parametrize(
    "name",
    ["LICENSE", "license.md", "LICENCE.txt", "LICENSE-MODEL", "License Agreement.txt", "LICENSE.heron", "COPYING.LESSER",
     "UNLICENSE", "NOTICE", "Notice.txt", "USE_POLICY.md", "Prohibited-Use-Policy", "AUP.txt", "model_AUP", "TERMS.md",
     "heron-terms.txt"],
)  # fmt: skip
def test_names_of_license_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WREN)
    assert read(tmp_path, "model") == {"path:model": [(name, "wren", [])]}


@pytest.mark.parametrize(
    "name", ["license_gate.py", "LICENSE.json", "README.md", "saupload", "determs", "license.safetensors"]
)
def test_names_of_other_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WREN)
    assert read(tmp_path, "model") == {}


def test_nothing_is_loaded_where_there_is_nothing_to_compare(tmp_path: Path) -> None:
    def refuse() -> Index:
        raise AssertionError

    write(tmp_path, model="")
    models = (Declaration("acme/a", Place("m")), Declaration("path:model", Place("m"), path="model"))
    assert texts_beside(Manifest("m", models=models), Workspace(str(tmp_path)), refuse) == {}


def test_each_changed_value_is_named(tmp_path: Path) -> None:
    root = write(tmp_path, LICENSE=HERON_ONE.replace("5 million", "50 million"))
    ((text,),) = found(root, "model").values()
    assert (text.license, text.faithful) == ("heron-1", False)
    (difference,) = text.differs_on
    assert (difference.what, text.lines[difference.line - 1].count("50 million")) == ("user limit", 1)


def test_a_stranger_is_unknown_and_says_why(tmp_path: Path) -> None:
    ((text,),) = found(write(tmp_path, LICENSE=STRANGER), "model").values()
    assert (text.license, text.faithful, text.reason) == ("", False, "no known license text is in the file")


def test_a_notice_need_not_be_a_license(tmp_path: Path) -> None:
    assert read(write(tmp_path, NOTICE=STRANGER, LICENSE=WREN), "model") == {
        "path:model": [("LICENSE", "wren", [])]
    }


def test_several_licenses_in_one_file_are_several_texts(tmp_path: Path) -> None:
    root = write(tmp_path, LICENSE=f"{HERON_TWO}\n\n{WREN}")
    assert [license_ for _, license_, _ in read(root, "model")["path:model"]] == ["heron-2", "wren"]


def test_an_earlier_text_is_not_the_edition_of_its_name(tmp_path: Path) -> None:
    index = make_index(
        [Sample("heron-1", HERON_ONE), Sample("heron-1", HERON_TWO, label="2025-06-09", same=False)]
    )
    ((text,),) = found(write(tmp_path, LICENSE=HERON_TWO), "model", index=index).values()
    assert (text.license, text.faithful, text.reason) == ("heron-1", False, "it is the text of 2025-06-09")


def test_excerpts_are_no_ground_to_judge_by(tmp_path: Path) -> None:
    index = make_index([Sample("heron-1", HERON_ONE, whole=False)])
    longer = f"{HERON_ONE}\n7. Weather. Herons fly in rain as well.\n"
    ((text,),) = found(write(tmp_path, LICENSE=longer), "model", index=index).values()
    assert (text.license, text.whole, text.faithful, text.differs_on) == ("heron-1", False, False, ())
    assert text.compared == set()


def test_what_contradicts_an_excerpt_is_a_change(tmp_path: Path) -> None:
    index = make_index([Sample("heron-1", HERON_ONE, whole=False)])
    changed = HERON_ONE.replace("5 million", "50 million")
    ((text,),) = found(write(tmp_path, LICENSE=changed), "model", index=index).values()
    assert [difference.what for difference in text.differs_on] == ["user limit"]


def test_folders_are_no_texts_and_links_that_lead_out_are_unknown_ones(tmp_path: Path) -> None:
    root = tmp_path / "repo"
    write(root, licenses__wren=WREN, model="")
    assert read(root, "model") == {"path:model": []}
    write(tmp_path, elsewhere=WREN)
    (root / "LICENSE").symlink_to(tmp_path / "elsewhere")
    ((text,),) = found(root, "model").values()
    assert (text.license, text.reason) == ("", "the file leads out of the repository")


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"\xff\xfe\x00\xd8", b"x" * (5 * 1024 * 1024)])
def test_what_is_no_text_is_unknown(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "LICENSE").write_bytes(data)
    ((text,),) = found(tmp_path, "model").values()
    assert (text.license, text.faithful) == ("", False)
    assert text.reason


def test_more_files_than_are_read_are_unknown(tmp_path: Path) -> None:
    root = write(tmp_path, **{f"LICENSE{number:03}": WREN for number in range(30)})
    (texts,) = found(root, "model").values()
    assert [text.faithful for text in texts] == [True] * 20 + [False]
    assert texts[-1].reason == "only 20 license files beside one model are read"
