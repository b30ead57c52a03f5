from __future__ import annotations

import os
import subprocess
import threading

import pytest

from license_gate.workspace import Unreadable, Workspace, read_file

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


def write(root: str, path: str, text: str = "x") -> None:
    target = os.path.join(root, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as stream:
        stream.write(text)


def git(root: str, *arguments: str) -> str:
    done = subprocess.run([*GIT, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def root(tmp_path: object) -> str:
    folder = os.path.join(str(tmp_path), "repo")
    os.makedirs(folder)
    return folder


def refusal(workspace: Workspace, path: str, limit: int = 1000) -> str:
    with pytest.raises(Unreadable) as caught:
        workspace.read(path, limit)
    return str(caught.value)


def test_a_file_of_the_tree_is_read(root: str) -> None:
    write(root, "a/b.txt", "hello")
    assert Workspace(root).read("a/b.txt") == b"hello"


def test_what_is_missing_outside_or_no_file_is_refused_with_the_reason(root: str) -> None:
    write(root, "../secret.txt")
    os.symlink("../secret.txt", os.path.join(root, "link"))
    os.makedirs(os.path.join(root, "folder"))
    workspace = Workspace(root)
    assert refusal(workspace, "none.yaml") == "does not exist"
    assert refusal(workspace, "../secret.txt") == "leads out of the repository"
    assert refusal(workspace, "link") == "leads out of the repository"
    assert refusal(workspace, "/etc/passwd") == "leads out of the repository"
    assert refusal(workspace, "folder") == "is not a regular file"
    assert refusal(workspace, "a\0b") == "is no file name"


def test_a_link_inside_the_tree_is_followed(root: str) -> None:
    write(root, "real.txt", "here")
    os.symlink("real.txt", os.path.join(root, "link"))
    assert Workspace(root).read("link") == b"here"


def test_a_link_to_itself_is_refused(root: str) -> None:
    os.symlink("loop", os.path.join(root, "loop"))
    assert "cannot be read" in refusal(Workspace(root), "loop")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_without_waiting_for_its_writer(root: str) -> None:
    os.mkfifo(os.path.join(root, "pipe"))
    done = threading.Event()

    def read() -> None:
        assert refusal(Workspace(root), "pipe") == "is not a regular file"
        done.set()

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(10)
    assert done.is_set()


def test_a_device_is_refused() -> None:
    with pytest.raises(Unreadable, match="not a regular file"):
        read_file("/dev/null")


def test_a_file_over_the_limit_is_refused_before_it_is_read(root: str) -> None:
    write(root, "big", "x" * 1001)
    assert refusal(Workspace(root), "big") == "is larger than 1000 bytes"
    with open(os.path.join(root, "sparse"), "wb") as stream:
        stream.truncate(100_000_000_000)
    with pytest.raises(Unreadable, match="larger than 4 MiB"):
        Workspace(root).read("sparse")


def test_the_manifest_is_looked_for_in_order(root: str) -> None:
    workspace = Workspace(root)
    assert workspace.find_manifest() is None
    write(root, "models.yaml")
    assert workspace.find_manifest() == "models.yaml"
    write(root, ".license-gate/models.yaml")
    assert workspace.find_manifest() == ".license-gate/models.yaml"
    assert workspace.find_manifest("other.yaml") == "other.yaml"


def test_tracked_and_new_files_are_listed_and_ignored_ones_are_not(root: str) -> None:
    git(root, "init", "-q")
    write(root, ".gitignore", "ignored.txt\n")
    for path in ("tracked.py", "sub/new.py", "ignored.txt", "späte datei.py"):
        write(root, path)
    git(root, "add", "tracked.py")
    assert Workspace(root).tracked_files() == [".gitignore", "späte datei.py", "sub/new.py", "tracked.py"]


def test_outside_of_git_the_tree_is_walked_and_links_are_not_entered(
    root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.path.dirname(root))
    write(root, "a.py")
    write(root, "sub/b.py")
    os.symlink("..", os.path.join(root, "sub", "up"))
    assert Workspace(root).tracked_files() == ["a.py", "sub/b.py"]


def test_without_git_on_the_path_the_tree_is_walked(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    write(root, "a.py")
    assert Workspace(root).tracked_files() == ["a.py"]
    assert Workspace(root).commit() == ""


def test_a_program_that_the_repository_names_is_not_run(root: str) -> None:
    git(root, "init", "-q")
    write(root, "evil.sh", "#!/bin/sh\ntouch ran\n")
    os.chmod(os.path.join(root, "evil.sh"), 0o700)
    git(root, "config", "core.fsmonitor", "./evil.sh")
    workspace = Workspace(root)
    workspace.tracked_files()
    workspace.dirty()
    assert not workspace.exists("ran")


def test_commit_and_dirty_tell_the_state_of_the_tree(root: str) -> None:
    git(root, "init", "-q")
    assert Workspace(root).commit() == ""
    write(root, "a.py")
    git(root, "add", "a.py")
    git(root, "commit", "-q", "-m", "first")
    workspace = Workspace(root)
    assert workspace.commit() == git(root, "rev-parse", "HEAD").strip()
    assert not workspace.dirty()
    write(root, "a.py", "changed")
    assert workspace.dirty()


def test_a_new_file_is_written_with_its_folders_and_nothing_is_overwritten(root: str) -> None:
    workspace = Workspace(root)
    assert workspace.write_new(".github/workflows/gate.yml", "on: push\n")
    assert not workspace.write_new(".github/workflows/gate.yml", "other")
    assert workspace.read(".github/workflows/gate.yml") == b"on: push\n"
    with pytest.raises(Unreadable, match="out of the repository"):
        workspace.write_new("../elsewhere.txt", "x")


def test_a_dangling_link_is_not_written_through(root: str) -> None:
    os.symlink("../outside.txt", os.path.join(root, "models.yaml"))
    with pytest.raises(Unreadable):
        Workspace(root).write_new("models.yaml", "x")
    assert not os.path.exists(os.path.join(root, "..", "outside.txt"))
