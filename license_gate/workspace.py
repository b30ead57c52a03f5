"""The user's repository: the only module that reads and writes its files."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from license_gate.domain.tree import LIMIT

if TYPE_CHECKING:
    from subprocess import Popen

_LIST = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
MANIFESTS = (".license-gate/models.yaml", "models.yaml")


class Unreadable(Exception):  # noqa: N818 - what a file is, not an error of ours
    """A file that is not read; the text says why, as the end of a sentence that begins with its name."""


class Workspace:
    """A repository on disk. Every path is relative to its root, with forward slashes."""

    __slots__ = ("_listing", "root")

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self._listing: Popen[bytes] | None = None

    def expect_files(self) -> None:
        """Have git list the files; this process can make itself ready meanwhile."""
        self._listing = self._begin(*_LIST)

    def read(self, path: str, limit: int = LIMIT) -> bytes:
        """The bytes of a regular file inside the tree.

        Raises:
            Unreadable: it is missing, leads out of the tree, is no regular file or larger than `limit` bytes.
        """
        return read_file(self._inside(path), limit)

    def exists(self, path: str) -> bool:
        """Whether a file stands there, inside the tree."""
        try:
            return os.path.isfile(self._inside(path))
        except Unreadable:
            return False

    def occupied(self, path: str) -> bool:
        """Whether anything stands there: a file, a folder, or a link wherever it leads."""
        return os.path.lexists(os.path.join(self.root, path))

    def find_manifest(self, named: str | None = None) -> str | None:
        """The manifest to read: the one that is named, else the first that stands where one is looked for."""
        if named is not None:
            return named
        return next((path for path in MANIFESTS if self.exists(path)), None)

    def tracked_files(self) -> list[str]:
        """All files that git tracks or would add, sorted; outside of git, all files of the tree."""
        begun, self._listing = self._listing, None
        listed = _answer(begun or self._begin(*_LIST))
        if listed is None:
            return sorted(self._walk())
        return sorted({os.fsdecode(name) for name in listed.split(b"\0") if name})

    def list_folder(self, path: str) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder inside the tree."""
        try:
            return sorted(os.listdir(self._inside(path)))
        except (Unreadable, OSError):
            return []

    def commit(self) -> str:
        """The commit that is checked out; '' outside of git or before the first one."""
        said = self.git("rev-parse", "--verify", "--quiet", "HEAD")
        return said.decode("ascii", "replace").strip() if said else ""

    def dirty(self) -> bool:
        """Whether tracked files differ from the commit."""
        return bool(self.git("status", "--porcelain", "--untracked-files=no", "--ignore-submodules"))

    def write_new(self, path: str, text: str) -> bool:
        """Write a new file with its folders; False, and nothing is written, where something stands already.

        Raises:
            Unreadable: the path leads out of the tree.
        """
        target = self._inside(path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(target, flags, 0o666)
        except FileExistsError:
            return False
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        return True

    def replace(self, path: str, old: bytes, new: bytes) -> bool:
        """Give a file another content, all at once; False, and nothing is changed, where it is not `old` any more.

        Raises:
            Unreadable: the path leads out of the tree, or is no regular file.
            OSError: it cannot be written.
        """
        import tempfile

        target = self._inside(path)
        if read_file(target) != old:
            return False
        handle, beside = tempfile.mkstemp(dir=os.path.dirname(target))
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(new)
            os.chmod(beside, stat.S_IMODE(os.stat(target).st_mode))
            os.replace(beside, target)
        except OSError:
            os.unlink(beside)
            raise
        return True

    def _inside(self, path: str) -> str:
        """The real path behind a name, links followed; the root stays a prefix of it."""
        if "\0" in path:
            raise Unreadable("is no file name")
        try:
            real = os.path.realpath(os.path.join(self.root, path))
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror}") from error
        if os.path.commonpath((self.root, real)) != self.root:
            raise Unreadable("leads out of the repository")
        return real

    def _walk(self) -> list[str]:
        """The files of a tree without git: folders behind links are not entered."""
        found: list[str] = []
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                entries = list(os.scandir(os.path.join(self.root, folder)))
            except OSError:
                continue
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != ".git":
                        folders.append(f"{folder}{entry.name}/")
                elif _is_file(entry):
                    found.append(f"{folder}{entry.name}")
        return found

    def git(self, *arguments: str) -> bytes | None:
        """What git says, or None where it cannot answer."""
        return _answer(self._begin(*arguments))

    def _begin(self, *arguments: str) -> Popen[bytes] | None:
        """Ask git; None where there is none."""
        from subprocess import DEVNULL, PIPE, Popen

        command, environ = git_command(*arguments), git_environment()
        try:
            return Popen(command, cwd=self.root, env=environ, stdout=PIPE, stderr=DEVNULL)  # noqa: S603
        except OSError:
            return None


def _answer(begun: Popen[bytes] | None) -> bytes | None:
    """What a process has written, None where it failed or was never begun."""
    if begun is None:
        return None
    written, _ = begun.communicate()
    return written if begun.returncode == 0 else None


def git_command(*arguments: str) -> list[str]:
    """A command of git. A repository may name programs for git to run; ours need none of them."""
    return ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *arguments]


def git_environment() -> dict[str, str]:
    """The environment for git: it reads what is there, and fetches nothing that a partial clone left out."""
    return {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether a name leads to a file; a link that leads to itself does not."""
    try:
        return entry.is_file()
    except OSError:
        return False


class Outside:
    """Files and folders that a person named and that may lie anywhere, by absolute paths."""

    __slots__ = ()

    def read(self, path: str) -> bytes:
        """The bytes of a document.

        Raises:
            Unreadable: as `read_file`.
        """
        return read_file(path)

    def exists(self, path: str) -> bool:
        """Whether anything stands there."""
        return os.path.exists(path)

    def list_folder(self, path: str) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""
        try:
            return sorted(os.listdir(path))
        except OSError:
            return []


def read_file(path: str, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file that the user named, wherever it is.

    Raises:
        Unreadable: it is missing, is no regular file or larger than `limit` bytes.
    """
    try:
        # Without O_NONBLOCK the opening of a pipe would wait for its other end.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise Unreadable("does not exist") from error
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is not a regular file")
        if status.st_size > limit:
            raise Unreadable(f"is larger than {_size(limit)}")
        return _read_all(handle, limit)
    finally:
        os.close(handle)


def _read_all(handle: int, limit: int) -> bytes:
    """The rest of a file; it may have grown since its size was asked."""
    chunks: list[bytes] = []
    left = limit + 1
    while left > 0 and (chunk := os.read(handle, min(left, 1 << 20))):
        chunks.append(chunk)
        left -= len(chunk)
    if left <= 0:
        raise Unreadable(f"is larger than {_size(limit)}")
    return b"".join(chunks)


def _size(limit: int) -> str:
    mebibyte = 1024 * 1024
    return f"{limit // mebibyte} MiB" if limit >= mebibyte else f"{limit} bytes"
