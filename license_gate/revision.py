"""The tree of a commit, read through git: the working tree is neither touched nor asked, nor any network."""

from __future__ import annotations

import errno
import os
import re
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, NamedTuple, cast

from license_gate.domain.tree import LIMIT
from license_gate.errors import UsageError
from license_gate.workspace import MANIFESTS, Unreadable, Workspace, git_command, git_environment

_LINK, _REGULAR = "120000", "100"
ABSENT = "is not in this clone"
_MOST_LINKS = 40  # that one path may lead through
_PLAIN = re.compile(r"[A-Za-z0-9][\w./@{}^~+-]*", re.ASCII)


class Entry(NamedTuple):
    """One file of the tree; `size` in bytes, -1 where git does not say."""

    mode: str
    id: str
    size: int


class Revision:
    """A commit's files, with the readers of a `Workspace` for documents and those of a `Tree` for the scan."""

    def __init__(self, root: str, commit: str, entries: dict[str, Entry]) -> None:
        self.root = os.path.realpath(root)
        self._commit = commit
        self._entries = entries
        self._links = {path for path, entry in entries.items() if entry.mode == _LINK}
        self._disk = Workspace(root)
        self._readers: dict[int, Popen[bytes]] = {}  # by our own process: the scan may work in two of them

    def close(self) -> None:
        """End the process that reads files."""
        reader = self._readers.pop(os.getpid(), None)
        if reader is not None:
            reader.communicate()

    def read(self, path: str, limit: int = LIMIT) -> bytes:
        """The bytes of a document; one that git ignores belongs to no commit and is read from the disk.

        Raises:
            Unreadable: it is missing, leads out of the tree, is no regular file or larger than `limit` bytes.
        """
        try:
            entry = self._entry(self._named(path))
        except FileNotFoundError:
            if self._ignored(path):
                return self._disk.read(path, limit)
            raise Unreadable("does not exist") from None
        except OSError as error:
            raise Unreadable(error.strerror) from error
        try:
            data = self._blob(entry, limit + 1)
        except OSError as error:
            raise Unreadable(error.strerror) from error
        if len(data) > limit:
            raise Unreadable(f"is larger than {limit // 1024} KiB")
        return data

    def exists(self, path: str) -> bool:
        """Whether a file stands there."""
        try:
            self._entry(self._named(path))
        except FileNotFoundError:
            return self._ignored(path) and self._disk.exists(path)
        except OSError:
            return False
        return True

    def find_manifest(self, named: str | None = None) -> str | None:
        """The manifest to read: the one that is named, else the first that stands where one is looked for."""
        return named if named is not None else next(filter(self.exists, MANIFESTS), None)

    def tracked_files(self) -> list[str]:
        """All files of the commit, sorted."""
        return sorted(self._entries)

    def list_folder(self, path: str) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""
        start = f"{path}/" if path else ""
        return sorted(
            {each[len(start) :].partition("/")[0] for each in self._entries if each.startswith(start)}
        )

    def commit(self) -> str:
        """The commit's id."""
        return self._commit

    def dirty(self) -> bool:
        """Never: a commit is what it is."""
        return False

    def _named(self, path: str) -> str:
        """A path as people write it, as git lists it."""
        whole = os.path.join(self.root, path)
        return os.path.relpath(whole, self.root).replace(os.sep, "/")

    def _ignored(self, path: str) -> bool:
        return self._disk.git("check-ignore", "--quiet", "--", path) is not None

    def _entry(self, path: str) -> Entry:
        """A regular file, links followed inside the tree."""
        entry = self._entries.get(self._resolve(path))
        if entry is None:
            raise FileNotFoundError(errno.ENOENT, "does not exist")
        if not entry.mode.startswith(_REGULAR):
            raise OSError(errno.EINVAL, "is not a regular file")
        return entry

    def _resolve(self, path: str) -> str:
        for _ in range(_MOST_LINKS if self._links else 0):
            link = next((start for start in _starts(path) if start in self._links), "")
            if not link:
                break
            target = os.fsdecode(self._blob(self._entries[link], LIMIT))
            path = os.path.normpath(os.path.join(os.path.dirname(link), target) + path[len(link) :])
            if os.path.isabs(path) or path.partition("/")[0] == "..":
                raise OSError(errno.EXDEV, "leads out of the repository")
        return path

    def _blob(self, entry: Entry, limit: int) -> bytes:
        """The first `limit` bytes of a file's content."""
        return self._start(entry, limit) if entry.size > limit else self._whole(entry, limit)

    def _whole(self, entry: Entry, limit: int) -> bytes:
        """One process answers for all files, unless one turns out to be too long."""
        reader = self._readers.get(os.getpid())
        if reader is None:
            reader = self._readers[os.getpid()] = _git(self.root, "cat-file", "--batch", stdin=PIPE)
        ask, answer = cast("IO[bytes]", reader.stdin), cast("IO[bytes]", reader.stdout)
        try:
            ask.write(entry.id.encode() + b"\n")
            ask.flush()
            head = answer.readline().split()
        except BrokenPipeError:
            head = []
        if len(head) != 3:
            raise OSError(errno.ENODATA, ABSENT)
        if int(head[2]) <= limit:
            return answer.read(int(head[2]) + 1)[:-1]
        reader.kill()
        self.close()
        return self._start(entry, limit)

    def _start(self, entry: Entry, limit: int) -> bytes:
        """A file that is too long for memory has a process of its own, which is left once enough is read."""
        with _git(self.root, "cat-file", "blob", entry.id) as process:
            data = cast("IO[bytes]", process.stdout).read(limit)
            process.kill()
        return data


class Blobs:
    """A commit's files as the scan reads them: the first bytes of each, and what tells that one has changed."""

    def __init__(self, revision: Revision) -> None:
        self.root = os.path.join(
            revision.root, ".git", "revision"
        )  # the memo's own, beside the working tree's
        self._revision = revision

    def read(self, path: str, limit: int) -> bytes:
        """The first `limit` bytes of a regular file.

        Raises:
            OSError: it is missing, no regular file, leads out of the tree, or is not in this clone.
        """
        return self._revision._blob(self._revision._entry(path), limit)  # noqa: SLF001 (two faces of one thing)

    def stat(self, path: str) -> tuple[int, int] | None:
        """Size and content id of a regular file, None for anything else."""
        entry = self._revision._entries.get(path)  # noqa: SLF001 (two faces of one thing)
        return (entry.size, int(entry.id, 16)) if entry and entry.mode.startswith(_REGULAR) else None


def open_revision(root: str, name: str) -> Revision:
    """The tree below `root` of the commit that `name` names.

    Raises:
        UsageError: git knows no such commit here; the message says how to get it.
    """
    disk = Workspace(root)
    if disk.git("rev-parse", "--git-dir") is None:
        raise UsageError("--new-since compares with a commit, but this is no git repository")
    said = (
        None if name.startswith("-") else disk.git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    )
    if said is None:
        raise UsageError(_unknown(disk, name))
    commit = said.decode("ascii", "replace").strip()
    # Sizes cannot be told in a clone that left files out.
    listed = disk.git("ls-tree", "-r", "-z", "-l", commit) or disk.git("ls-tree", "-r", "-z", commit) or b""
    return Revision(root, commit, dict(map(_listed, filter(None, listed.split(b"\0")))))


def _listed(record: bytes) -> tuple[str, Entry]:
    head, _, path = record.partition(b"\t")
    mode, _, name, *size = head.decode("ascii").split()
    return os.fsdecode(path), Entry(mode, name, int(size[0]) if size and size[0].isdigit() else -1)


def _unknown(disk: Workspace, name: str) -> str:
    if not _PLAIN.fullmatch(name):
        return "--new-since names no commit"
    shallow = (disk.git("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    why = "this clone is shallow and has no" if shallow else "git knows no"
    return f"{why} {name}; fetch it first: {_fetch(disk, name, shallow=shallow)}"


def _fetch(disk: Workspace, name: str, *, shallow: bool) -> str:
    """The command that brings one commit and no history, where its name says enough."""
    remotes = (disk.git("remote") or b"").decode("utf-8", "replace").split()
    remote, _, branch = name.partition("/")
    if re.search(r"[~^@]", name):
        return "git fetch --unshallow" if shallow else "git fetch --all"
    if branch and remote in (*remotes, "origin"):
        return f"git fetch --depth=1 {remote} +refs/heads/{branch}:refs/remotes/{name}"
    depth = "--depth=1 " if shallow else ""
    origin = "origin" if "origin" in remotes or not remotes else remotes[0]
    if re.fullmatch(r"[0-9a-f]{7,64}", name):
        return f"git fetch {depth}{origin} {name}"
    return f"git fetch {depth}{origin} {name}:{name}"


def _starts(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def _git(root: str, *arguments: str, stdin: int = DEVNULL) -> Popen[bytes]:
    return Popen(  # noqa: S603 (git, with arguments of our own)
        git_command(*arguments), cwd=root, env=git_environment(), stdin=stdin, stdout=PIPE, stderr=DEVNULL
    )
