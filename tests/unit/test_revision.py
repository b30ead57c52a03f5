"""A commit's tree, read through git: as a working tree would be, and without touching one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from license_gate.errors import UsageError
from license_gate.revision import Blobs, Revision, open_revision
from license_gate.workspace import Unreadable
from tests.histories import commit, git, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "repo"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, {"models.yaml": "one\n", "sub/ü b.py": "two", "sub/deep/c": "", ".gitignore": "facts.yaml\n"})
    os.symlink("sub/deep", root / "folder")
    os.symlink("../models.yaml", root / "sub" / "link")
    os.symlink("loop", root / "loop")
    os.symlink("/etc/passwd", root / "out")
    os.symlink("../../etc", root / "up")
    commit(root, {"big": b"x" * 5000})
    return root


@pytest.fixture
def then(root: Path) -> Iterator[Revision]:
    write(root, {"models.yaml": "changed\n", "new.py": "", "facts.yaml": "mine"})
    (root / "big").unlink()
    with closing(open_revision(str(root), "HEAD")) as revision:
        yield revision


def refusal(revision: Revision, path: str, limit: int = 1000) -> str:
    with pytest.raises(Unreadable) as error:
        revision.read(path, limit)
    return str(error.value)


def test_files_are_those_of_the_commit(then: Revision) -> None:
    assert then.tracked_files() == [
        ".gitignore", "big", "folder", "loop", "models.yaml", "out", "sub/deep/c", "sub/link", "sub/ü b.py", "up",
    ]  # fmt: skip
    assert then.read("models.yaml") == b"one\n"
    assert then.read("./sub/../models.yaml") == b"one\n"
    assert then.read("sub/ü b.py") == b"two"
    assert then.read("sub/deep/c") == b""
    assert (then.exists("models.yaml"), then.exists("new.py"), then.exists("sub")) == (True, False, False)
    assert then.find_manifest() == "models.yaml"
    assert then.find_manifest("other.yaml") == "other.yaml"
    assert then.list_folder("sub") == ["deep", "link", "ü b.py"]
    assert then.list_folder("nowhere") == []
    assert not then.dirty()
    assert len(then.commit()) == 40


def test_the_working_tree_is_left_alone(root: Path, then: Revision) -> None:
    then.read("models.yaml")
    assert (root / "models.yaml").read_text(encoding="utf-8") == "changed\n"
    assert not (root / "big").exists()
    assert git(root, "stash", "list") == ""


def test_links_are_followed_inside_the_tree_only(then: Revision) -> None:
    assert then.read("sub/link") == b"one\n"
    assert then.read("folder/c") == b""
    assert refusal(then, "out") == "leads out of the repository"
    assert refusal(then, "up/passwd") == "leads out of the repository"
    assert refusal(then, "loop") == "is not a regular file"
    assert refusal(then, "../repo/secret") == "does not exist"


def test_two_processes_read_at_once(root: Path) -> None:
    """The scan of many files forks; answers must not reach the wrong one."""
    commit(root, {f"many/{number}": str(number) * (number + 1) for number in range(300)})
    with closing(open_revision(str(root), "HEAD")) as revision:
        revision.read("models.yaml")
        child = os.fork()
        right = all(revision.read(f"many/{n}") == str(n).encode() * (n + 1) for n in range(300))
        if child == 0:
            os._exit(0 if right else 1)
        assert right
        assert os.waitpid(child, 0)[1] == 0


def test_what_is_too_large_is_not_read(then: Revision) -> None:
    assert refusal(then, "big", 2048) == "is larger than 2 KiB"
    assert Blobs(then).read("big", 10) == b"x" * 10
    assert Blobs(then).read("big", 5000) == b"x" * 5000


def test_a_file_that_git_ignores_belongs_to_every_commit(then: Revision) -> None:
    assert then.read("facts.yaml") == b"mine"
    assert then.exists("facts.yaml")
    assert refusal(then, "new.py") == "does not exist"


def test_a_stamp_is_another_when_the_content_is(root: Path, then: Revision) -> None:
    before = Blobs(then).stat("models.yaml")
    commit(root, {})
    with closing(open_revision(str(root), "HEAD")) as now:
        assert before is not None
        assert Blobs(now).stat("models.yaml") not in (None, before)
        assert Blobs(now).stat("sub/ü b.py") == Blobs(then).stat("sub/ü b.py")
        assert Blobs(now).stat("sub/link") is None
        assert Blobs(now).stat("nowhere") is None


def test_a_folder_of_a_repository_is_a_tree_of_its_own(root: Path) -> None:
    with closing(open_revision(str(root / "sub"), "main")) as revision:
        assert revision.tracked_files() == ["deep/c", "link", "ü b.py"]
        assert revision.read("ü b.py") == b"two"
        assert refusal(revision, "link") == "leads out of the repository"


def test_a_submodule_is_no_file(root: Path, tmp_path: Path) -> None:
    other = commit(tmp_path / "other", {"a": "b"})
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{other},vendor")
    git(root, "commit", "-q", "-m", "submodule")
    with closing(open_revision(str(root), "HEAD")) as revision:
        assert refusal(revision, "vendor") == "is not a regular file"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("origin/main", "git knows no origin/main; fetch it first: git fetch --depth=1 origin +refs/heads/main:refs/remotes/origin/main"),
        ("v1.0", "git fetch origin v1.0:v1.0"),
        ("0123456789", "git fetch origin 0123456789"),
        ("main~7", "git fetch --all"),
        ("-x", "names no commit"),
        ("", "names no commit"),
        ("a; rm -rf", "names no commit"),
        ("\x1b[31m", "names no commit"),
        ("HEAD:models.yaml", "names no commit"),
    ],
)  # fmt: skip
def test_an_unknown_commit_says_how_to_get_it(root: Path, name: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        open_revision(str(root), name)
    assert said in str(error.value)
    assert str(error.value).isprintable()


def test_a_shallow_clone_says_that_it_is_one(root: Path, tmp_path: Path) -> None:
    commit(root, {"a": "b"})
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "clone")
    clone = tmp_path / "clone"
    for name, command in {
        "HEAD~1": "git fetch --unshallow",
        "origin/dev": "git fetch --depth=1 origin +refs/heads/dev:refs/remotes/origin/dev",
        "v1.0": "git fetch --depth=1 origin v1.0:v1.0",
    }.items():
        with pytest.raises(UsageError) as error:
            open_revision(str(clone), name)
        assert str(error.value) == f"this clone is shallow and has no {name}; fetch it first: {command}"


def test_what_a_partial_clone_left_out_is_not_fetched(root: Path, tmp_path: Path) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{root}", "clone")
    with closing(open_revision(str(tmp_path / "clone"), "HEAD")) as revision:
        assert revision.tracked_files()[:2] == [".gitignore", "big"]
        assert refusal(revision, "models.yaml") == "is not in this clone"
        assert refusal(revision, "sub/ü b.py") == "is not in this clone"


def test_a_file_of_unknown_size_is_read_as_far_as_asked(root: Path) -> None:
    with closing(open_revision(str(root), "HEAD")) as known:
        entries = {path: entry._replace(size=-1) for path, entry in known._entries.items()}
        with closing(Revision(str(root), known.commit(), entries)) as revision:
            assert Blobs(revision).read("big", 10) == b"x" * 10
            assert revision.read("models.yaml") == b"one\n"
            assert refusal(revision, "big", 2048) == "is larger than 2 KiB"


def test_outside_of_git_there_is_no_commit(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no git repository"):
        open_revision(str(tmp_path), "HEAD")
