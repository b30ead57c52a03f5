"""License texts that lie beside weights kept in the repository: found, read, and held against the known ones."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from license_gate.commands.space import Space
from license_gate.domain.manifest import Manifest
from license_gate.domain.text import Difference, LicenseText
from license_gate.workspace import Unreadable

if TYPE_CHECKING:
    from license_gate.identify import Identified, Index, Match

_NAME = re.compile(
    r"(?:un)?licen[cs]e|copying|notice|.*use[ _-]?policy|(?:.*[^a-z])?(?:aup|terms)(?![a-z])", re.IGNORECASE
)
_OTHER = re.compile(  # files about licenses that are none: sources, tables, weights
    r".*\.(?:py|ipynb|js|ts|c|h|cc|cpp|go|rs|java|sh|json|jsonl|ya?ml|toml|csv|tsv|parquet|arrow|xml|lock|png|jpe?g|svg"
    r"|bin|pt|pth|ckpt|gguf|onnx|npy|npz|safetensors|sig|asc|sha256)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"notice", re.IGNORECASE)
_MOST = 20  # files beside one model


def load_known() -> Index:
    """All known texts.

    Raises:
        UnavailableError: they are missing.
    """
    from license_gate.catalog.fingerprints import read_fingerprints
    from license_gate.identify import load_index

    return load_index(*read_fingerprints())


def texts_beside(
    manifest: Manifest, space: Space, load: Callable[[], Index] = load_known
) -> dict[str, tuple[LicenseText, ...]]:
    """For each declared model whose weights are kept here: the license texts beside them.

    `load` is asked for the known texts only where there is a file to compare.
    """
    files = {model.model: _files(space, model.path) for model in manifest.models if model.path}
    wanted = {file for each in files.values() for file in each[:_MOST]}
    if not wanted:
        return {}
    index = load()
    about = LicenseText("", compared=_compared(index))
    texts = {file: tuple(_read(about._replace(file=file), space, index)) for file in sorted(wanted)}
    return {
        model: (*(text for file in each[:_MOST] for text in texts[file]), *_left_out(each, about))
        for model, each in files.items()
    }


def _left_out(files: list[str], about: LicenseText) -> Iterator[LicenseText]:
    for file in files[_MOST : _MOST + 1]:
        yield about._replace(file=file, reason=f"only {_MOST} license files beside one model are read")


def _files(space: Space, path: str) -> list[str]:
    """The license files in the folder of the weights, else in the one above.

    The root is no folder above: a license there is that of the repository, not of the weights in it.
    """
    place = posixpath.normpath(path)
    folder = "" if place == "." else place
    if folder and not space.list_folder(folder):
        folder = posixpath.dirname(folder)
    above = posixpath.dirname(folder)
    return _licenses(space, folder) or (_licenses(space, above) if above else [])


def _licenses(space: Space, folder: str) -> list[str]:
    return [
        posixpath.join(folder, name)
        for name in space.list_folder(folder)
        if _NAME.match(name) and not _OTHER.fullmatch(name)
    ]


def _read(about: LicenseText, space: Space, index: Index) -> Iterator[LicenseText]:
    """All licenses in a file; a notice names software as a rule, and need not hold any. Folders hold none."""
    from license_gate.identify import identify

    file = about.file
    try:
        data = space.read(file)
    except Unreadable as reason:
        if not space.list_folder(file):
            yield about._replace(reason=f"the file {reason}")
        return
    found = identify(data, index)
    if found.license is None and _NOTICE.match(posixpath.basename(file)):
        return
    about = about._replace(lines=_lines(data))
    if found.license is None:
        yield about._replace(reason=found.reason)
        return
    yield _licensed(about, found.license, found)
    for match in found.also:
        if not _abridged(match, found):
            yield _licensed(about, match.license, match)


def _compared(index: Index) -> frozenset[str]:
    """The editions whose texts are known."""
    return frozenset(name for text in index.texts if text.whole for name in (text.license, *text.shared))


def _licensed(about: LicenseText, license_id: str, match: Identified | Match) -> LicenseText:
    """An earlier text of the same name has other terms, even where no deciding value tells.

    What excerpts leave out is no difference; what they say otherwise is one.
    """
    from license_gate.identify.found import EXCERPTS, WORDING

    differences = tuple(each for each in match.differs_on if each.what != EXCERPTS)
    if len(differences) < len(match.differs_on):
        told = tuple(each for each in differences if each.recorded and each.found and each.what != WORDING)
        reason = f"it reads like {license_id}, of whose text only excerpts are on record"
        return about._replace(license=license_id, differs_on=told, reason=reason, whole=False)
    if match.edition_text and not differences:
        differences = (Difference("date of the text", (), (match.edition_text,)),)
    reason = f"it is the text of {match.edition_text}" if match.edition_text else ""
    return about._replace(license=license_id, differs_on=differences, same=match.same_text, reason=reason)


def _abridged(match: Match, found: Identified) -> bool:
    """A use policy behind its own unchanged license that only leaves words out: the license is judged in full."""
    return (
        match.license == found.license
        and not found.differs_on
        and not any(difference.found for difference in match.differs_on)
    )


def _lines(data: bytes) -> tuple[str, ...]:
    from license_gate.identify.plain import decode, one_end

    return tuple(one_end(decode(data)).split("\n"))
