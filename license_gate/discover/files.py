"""Reads the beginning of files of a tree, never through a link that leads out of it."""

from __future__ import annotations

import errno
import os
import stat

# Without O_NONBLOCK the opening of a pipe would wait for its other end.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class Outside(OSError):  # noqa: N818 - what a path is, not an error of ours
    """A path that leads out of the tree, or to something that is no regular file."""


class Tree:
    """The files below a folder; folders are resolved once, so that 100,000 files stay cheap."""

    __slots__ = ("_folders", "root")

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self._folders: dict[str, str] = {"": self.root}

    def read(self, path: str, limit: int) -> bytes:
        """The first `limit` bytes of a regular file.

        Raises:
            OSError: it is missing, unreadable, no regular file, or leads out of the tree.
        """
        handle = self._open(path)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise Outside(errno.EINVAL, "is not a regular file")
            size = min(limit, status.st_size)
            data = os.read(handle, size) if size else b""
            while len(data) < size and (more := os.read(handle, size - len(data))):
                data += more
            return data
        finally:
            os.close(handle)

    def stat(self, path: str) -> tuple[int, int] | None:
        """Size and time of change (ns) of a regular file, None for anything else.

        The later of both times: a program may set the one back, the system sets the other.
        """
        try:
            status = os.lstat(self._place(path))
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)

    def _open(self, path: str) -> int:
        full = self._place(path)
        try:
            return os.open(full, _FLAGS)
        except ValueError as error:
            raise Outside(errno.EINVAL, "is no file name") from error
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
        return self._open_link(full)

    def _open_link(self, full: str) -> int:
        """A link is read only where it ends inside the tree."""
        real = os.path.realpath(full)
        if not _inside(real, self.root):
            raise Outside(errno.EXDEV, "is a link that leads out of the repository")
        return os.open(real, _FLAGS)

    def _place(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        return f"{self._folder(folder)}{os.sep}{name}"

    def _folder(self, folder: str) -> str:
        known = self._folders.get(folder)
        if known is None:
            real = os.path.realpath(os.path.join(self.root, folder))
            known = self._folders[folder] = real if _inside(real, self.root) else ""
        if not known:
            raise Outside(errno.EXDEV, "leads out of the repository")
        return known


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
