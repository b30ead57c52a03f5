"""One edition of a license, read from YAML; for the catalog and for an organization's own licenses alike."""

from __future__ import annotations

from license_gate.catalog.clause import read_clause
from license_gate.catalog.extends import KEYS as OWN_KEYS
from license_gate.catalog.extends import Bases, base_named, extend
from license_gate.catalog.fields import Fields
from license_gate.domain.license import Clause, Edition
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence
from license_gate.domain.vocabulary import CATEGORIES, Vocabulary

KEYS = (
    "id", "name", "short", "licensor", "date", "released", "category", "verified", "missing", "hub_tags",
    "aliases", "spdx", "scancode", "osi_approved", "fsf_free", "status_source", "urls", "texts", "reviewed_on",
    "silent_on", "notes", "clauses",
)  # fmt: skip
TEXT_KINDS = ("license", "use-policy")


def read_edition(
    root: Node, source: str, words: Vocabulary, problems: list[Problem], bases: Bases | None = None
) -> Edition | None:
    """The edition that a document describes, or None where it cannot be read at all.

    `source` is "catalog" or the file of an organization's own license. Everything that is wrong is
    added to `problems`; the caller decides what an edition with problems is worth. `bases` looks up what
    an organization's own entry may extend; the catalog's entries stand alone.
    """
    if not isinstance(root, Mapping):
        problems.append(Problem(root.place, "a license is written as a mapping: id, name, category, clauses"))
        return None
    fields = Fields(root, "license", (*KEYS, *OWN_KEYS) if bases else KEYS, problems)
    if bases is None or root.get("extends") is None:
        edition = _read(fields, source, words)
    else:
        base = base_named(fields, bases)
        own = _read(fields, source, words, whole=False)
        edition = own if base is None else extend(own, base, fields)
    _check_texts(fields)
    _check_lifts(fields, edition.clauses)
    return edition


def _read(fields: Fields, source: str, words: Vocabulary, *, whole: bool = True) -> Edition:
    """The keys as they are written; an entry that is not `whole` may leave out all but its id."""
    own = (fields.text("id", required=True), fields.text("name", required=whole))
    return Edition(
        id=own[0],
        name=own[1],
        category=fields.choice("category", CATEGORIES, required=whole),
        short=fields.text("short"),
        licensor=_licensor(fields, source, words),
        date=_date(fields, "date"),
        released=_day(fields, "released"),
        verified=fields.flag("verified"),
        spdx=fields.text("spdx"),
        urls=fields.texts("urls"),
        silent_on=fields.texts("silent_on"),
        reviewed_on=_day(fields, "reviewed_on"),
        osi_approved=fields.flag("osi_approved"),
        fsf_free=fields.flag("fsf_free"),
        source=source,
        notes=fields.texts("notes"),
        clauses=_clauses(fields, words, whole=whole),
        missing=fields.text("missing"),
        names=_names(fields, own),
    )


def text_hashes(root: Mapping) -> tuple[str, ...]:
    """SHA-256 of the license texts (not the use policies) that this edition is known by."""
    listed = root.get("texts")
    items = listed.items if isinstance(listed, Sequence) else ()
    pairs = [(item.get("of"), item.get("sha256")) for item in items if isinstance(item, Mapping)]
    return tuple(
        digest.text
        for of, digest in pairs
        if isinstance(of, Scalar) and isinstance(digest, Scalar) and of.text == "license"
    )


def _clauses(fields: Fields, words: Vocabulary, *, whole: bool) -> tuple[Clause, ...]:
    listed = fields.node.get("clauses")
    if listed is None and not whole:
        return ()
    if not isinstance(listed, Sequence):
        fields.report(fields.place("clauses"), "clauses: expected a list")
        return ()
    read = [read_clause(item, words, fields.problems) for item in listed.items]
    clauses = tuple(clause for clause in read if clause is not None)
    seen: set[str] = set()
    for item, clause in zip(listed.items, read, strict=True):
        if clause is not None and clause.id in seen:
            fields.report(item.place, f"clause {clause.id!r} is there twice")
        if clause is not None:
            seen.add(clause.id)
    return clauses


def _licensor(fields: Fields, source: str, words: Vocabulary) -> str:
    """The catalog names a known licensor; an organization's own license may come from anybody."""
    if source == "catalog":
        return fields.choice("licensor", words.licensors)
    return fields.text("licensor")


def _names(fields: Fields, own: tuple[str, str]) -> tuple[str, ...]:
    """Every other way in which the name of this edition is written, each once."""
    written = (
        *fields.texts("hub_tags"),
        *fields.texts("aliases"),
        fields.text("spdx"),
        fields.text("scancode"),
    )
    return tuple(dict.fromkeys(name for name in written if name and name not in own))


def _date(fields: Fields, key: str) -> str:
    """A date as exact as the text gives it: 2023-07-18, 2004-01, 2007; '' where it has none."""
    text = fields.text(key)
    parts = text.split("-") if text else []
    lengths = [len(part) for part in parts]
    if any(not part.isdigit() for part in parts) or lengths not in ([], [4], [4, 2], [4, 2, 2]):
        fields.report(fields.place(key), f"{key}: expected a date such as 2023-07-18, not {text!r}")
    return text


def _day(fields: Fields, key: str) -> str:
    """A full date, or '' where there is none."""
    from datetime import date

    text = fields.text(key)
    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        fields.report(fields.place(key), f"{key}: expected a date such as 2023-07-18, not {text!r}")
    return text


def _check_texts(fields: Fields) -> None:
    listed = fields.node.get("texts")
    items = listed.items if isinstance(listed, Sequence) else ()
    for item in items:
        if not isinstance(item, Mapping):
            fields.report(item.place, "texts: expected a list of {of, sha256}")
            continue
        entry = Fields(item, "texts", ("of", "sha256"), fields.problems)
        entry.choice("of", TEXT_KINDS)
        digest = entry.text("sha256", required=True)
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            entry.report(entry.place("sha256"), "sha256: expected 64 hexadecimal digits in lower case")


def _check_lifts(fields: Fields, clauses: tuple[Clause, ...]) -> None:
    known = {clause.id for clause in clauses}
    for clause in clauses:
        for lifted in clause.lifts:
            if lifted not in known:
                fields.report(
                    fields.place("clauses"), f"clause {clause.id!r} lifts {lifted!r}, which is not there"
                )
