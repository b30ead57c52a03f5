"""``license-gate scan``: which models a repository uses, and where it says so."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from collections.abc import Iterable

from license_gate.commands.memory import cache_folder
from license_gate.commands.options import add_format, add_root
from license_gate.discover.files import Tree
from license_gate.discover.memo import open_memo
from license_gate.discover.scan import scan
from license_gate.domain.reference import Reference, Scan
from license_gate.errors import UsageError
from license_gate.report.escape import one_line, terminal
from license_gate.workspace import Workspace

SUMMARY = "list every model and data set that the repository names; exits 0 whatever is found"
FORMATS = ("text", "json")


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("scan", help=SUMMARY, description=SUMMARY)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: all of it)")
    add_root(parser)
    parser.add_argument("--no-memo", action="store_true", help="read every file again")
    add_format(parser, *FORMATS)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print what is found."""
    render = {"text": render_text, "json": render_json}.get(arguments.format)
    if render is None:
        raise UsageError(f"--format {one_line(arguments.format)!r} is none of: {', '.join(FORMATS)}")
    workspace = Workspace(arguments.root)
    tree = Tree(workspace.root)
    memo = None if arguments.no_memo else open_memo(tree, cache_folder(arguments.console.environ))
    found = scan(select(workspace.tracked_files(), arguments.paths), tree.read, memo)
    if memo:
        memo.save()
    arguments.console.write(render(found))
    return 0


def select(files: list[str], paths: Iterable[str]) -> list[str]:
    """The files that the named paths hold.

    Raises:
        UsageError: a path holds none.
    """
    wanted: set[str] = set()
    named = [path.removeprefix("./").rstrip("/") for path in paths]
    for path in named:
        below = {file for file in files if path in ("", ".", file) or file.startswith(path + "/")}
        if not below:
            raise UsageError(f"{one_line(path)} holds no file of the repository")
        wanted |= below
    return [file for file in files if file in wanted] if named else files


def render_json(found: Scan) -> str:
    """One object with `references` and `skipped`, an element a line."""
    import json

    # Not by `indent`: with it, tens of thousands of references take longer to write than to find again.
    parts = (("references", found.references), ("skipped", found.skipped))
    blocks = []
    for name, each in parts:
        lines = ",\n".join(f"    {json.dumps(one._asdict())}" for one in each)
        blocks.append(f'  "{name}": [\n{lines}\n  ]' if lines else f'  "{name}": []')
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def render_text(found: Scan) -> str:
    """A block for each model: its uses first, then what only mentions it."""
    by_model: dict[str, list[Reference]] = {}
    for reference in found.references:
        by_model.setdefault(reference.model, []).append(reference)
    used = {name: each for name, each in by_model.items() if any(one.kind != "mention" for one in each)}
    mentioned = {name: each for name, each in by_model.items() if name not in used}
    lines = [line for name in sorted(used) for line in _block(name, used[name])]
    if mentioned:
        lines += ["mentioned only (comments, documentation):", ""]
        lines += [line for name in sorted(mentioned) for line in _block(name, mentioned[name])]
    if found.skipped:
        lines += ["not resolved or not read:", ""]
        lines += [f"  {terminal(each.what)}: {terminal(each.reason)}" for each in found.skipped] + [""]
    lines.append(
        f"{len(used)} used, {len(mentioned)} mentioned only, {len(found.skipped)} not resolved or not read"
    )
    return "\n".join(lines) + "\n"


def _block(name: str, references: list[Reference]) -> list[str]:
    lines = [terminal(name)]
    for each in references:
        written = "" if each.as_written == each.model else f", written {terminal(each.as_written)}"
        certain = "" if each.certainty == "exact" else ", likely"
        lines.append(f"  {terminal(each.file)}:{each.line}:{each.column}  {each.kind}{certain}{written}")
    return [*lines, ""]
