from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from license_gate.discover import memo as memo_module
from license_gate.discover.files import Tree
from license_gate.discover.memo import FileMemo, detector_version, open_memo
from license_gate.discover.scan import scan
from license_gate.domain.reference import Scan
from tests.unit.discover.trees import list_files

USE = 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/reader")\n'


class Repository:
    """A tree, its cache folder, and how many files a scan has read."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "tree"
        self.cache = folder / "cache"
        self.root.mkdir()
        self.reads: list[str] = []

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def scan(self) -> Scan:
        tree = Tree(str(self.root))
        memo = self.memo(tree)
        found = scan(list_files(str(self.root)), self.count(tree.read), memo)
        memo.save()
        return found

    def memo(self, tree: Tree) -> FileMemo:
        memo = open_memo(tree, str(self.cache))
        assert memo is not None
        return memo

    def count(self, read: Callable[[str, int], bytes]) -> Callable[[str, int], bytes]:
        def counting(path: str, limit: int) -> bytes:
            self.reads.append(path)
            return read(path, limit)

        return counting

    @property
    def kept(self) -> Path:
        return next(path for path in self.cache.rglob("*") if path.is_file())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.write("app.py", USE)
    made.write("broken.ipynb", "no JSON")
    return made


def test_unchanged_files_are_not_read_again(repository: Repository) -> None:
    first = repository.scan()
    repository.reads.clear()
    assert repository.scan() == first
    assert repository.reads == []
    assert [each.model for each in first.references] == ["acme/reader"]
    assert [each.what for each in first.skipped] == ["broken.ipynb:1"]


def test_a_changed_file_is_read_again(repository: Repository) -> None:
    repository.scan()
    repository.reads.clear()
    repository.write("app.py", USE.replace("reader", "writer"))
    assert [each.model for each in repository.scan().references] == ["acme/writer"]
    assert repository.reads == ["app.py"]


def test_a_change_in_an_imported_file_is_seen(repository: Repository) -> None:
    repository.write("names.py", 'NAME = "gpt2"\n')
    repository.write(
        "app.py",
        "from transformers import AutoModel\nfrom names import NAME\nAutoModel.from_pretrained(NAME)\n",
    )
    assert {each.model for each in repository.scan().references} == {"gpt2"}
    repository.write("names.py", 'NAME = "bert-base-uncased"\n')
    assert {each.model for each in repository.scan().references} == {"bert-base-uncased"}


@pytest.mark.parametrize("damage", [b"", b"\x00\xff", b"license-gate scan memo 1\tx\ty\nend", b"half"])
def test_a_damaged_or_foreign_memo_is_rebuilt(repository: Repository, damage: bytes) -> None:
    first = repository.scan()
    whole = repository.kept.read_bytes()
    repository.kept.write_bytes(damage if damage != b"half" else whole[: len(whole) // 2])
    assert repository.scan() == first
    assert repository.kept.read_bytes() == whole


def test_a_damaged_record_is_a_file_that_was_not_seen(repository: Repository) -> None:
    first = repository.scan()
    whole = repository.kept.read_bytes()
    repository.kept.write_bytes(whole.replace(b" R2", b" Rx").replace(b"\tload", b"\tdance"))
    assert repository.scan() == first


def test_a_folder_that_cannot_be_written_keeps_nothing(repository: Repository) -> None:
    repository.cache.write_text("a file, no folder", encoding="utf-8")
    assert [each.model for each in repository.scan().references] == ["acme/reader"]


def test_a_name_with_a_line_end_is_looked_at_every_time(repository: Repository) -> None:
    repository.write("a\nb.py", USE)
    first = repository.scan()
    repository.reads.clear()
    assert repository.scan() == first
    assert repository.reads == ["a\nb.py"]


def test_without_a_cache_folder_there_is_no_memo(repository: Repository) -> None:
    assert open_memo(Tree(str(repository.root)), "") is None


@pytest.mark.parametrize("place", ["new.py", "weights/new.py", "later/deeper/new.py"])
def test_a_file_in_any_folder_of_the_package_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(memo_module, "__file__", str(tmp_path / "memo.py"))
    before = detector_version()
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text("", encoding="utf-8")
    assert detector_version() != before
