"""Hostile documents, names and files, through the real command, with little time and memory."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

CPU_SECONDS = 2
ADDRESS_SPACE = 400 * 1024 * 1024  # the interpreter and its libraries map about 100 of them
STUCK = 60  # seconds of waiting on a busy machine; what counts is CPU_SECONDS
FORMATS = ("text", "json", "github", "markdown")
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"

MANIFEST = """version: 1
policy: license-policy.yaml
facts: facts.yaml
models:
  - model: mistralai/Mistral-7B-v0.1
    uses: [serve]
"""
DOCUMENTS = {
    "models.yaml": MANIFEST,
    "facts.yaml": "version: 1\nuse:\n  fields: []\n",
    "license-policy.yaml": "version: 1\nname: Acme\nextends: [builtin:commercial@1]\n",
    "waivers.yaml": "version: 1\nwaivers: []\n",
    "licenses/acme.yaml": "id: acme-terms\nname: Acme Terms\ncategory: permissive\nverified: true\nclauses: []\n",
}
LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + number)}: &{chr(98 + number)} [{', '.join(['*' + chr(97 + number)] * 9)}]\n"
    for number in range(20)
)
CONTENTS: dict[str, bytes] = {
    "alias bomb": b"version: 1\n" + LAUGHS.encode(),
    "flow nesting": b"version: 1\nmodels: " + b"[" * 10_000 + b"]" * 10_000,
    "mapping nesting": b"version: 1\nmodels: " + b"{a: " * 10_000 + b"1" + b"}" * 10_000,
    "block nesting": b"version: 1\nmodels:\n" + b"".join(b" " * n + b"- \n" for n in range(1, 2500)),
    "unclosed nesting": b"version: 1\nmodels: " + b"[" * 100_000,
    "invalid UTF-8": b"version: 1\nname: \xff\xfe\n",
    "NUL": b"version: 1\nname: a\0b\n",
    "UTF-16": "version: 1\nname: x\n".encode("utf-16"),
    "a hundred thousand keys": b"version: 1\n" + b"".join(b"k%d: 1\n" % n for n in range(100_000)),
    "a long line": b"version: 1\nname: " + b"x" * 3_000_000,
    "an endless number": b"version: " + b"9" * 1_000_000 + b"\n",
    "tags": b"version: 1\nname: !!python/object/apply:os.system [true]\n",
}


def limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def check(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LICENSE_GATE_")}
    return subprocess.run(
        [sys.executable, "-m", "license_gate", "check", "--today", "2026-11-15", *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=folder,
        env={
            **kept,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "XDG_CACHE_HOME": str(folder / ".cache"),
            **variables,
        },
        timeout=STUCK,
        preexec_fn=limits,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name, text in DOCUMENTS.items():
        write(tmp_path / name, text.encode())
    return tmp_path


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred megabytes of YAML."""
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    with path.open("wb") as file:
        file.write(b"version: 1\nmodels:\n")
        for _ in range(100):
            file.write(b"  - model: mistralai/Mistral-7B-v0.1\n" * 28_000)
    return path


def assert_printable(text: str) -> None:
    """Nothing that moves a cursor, hides text or turns its direction; line breaks aside."""
    for mark in text:
        assert mark == "\n" or (unicodedata.category(mark) not in ("Cc", "Cf", "Cs", "Zl", "Zp")), repr(mark)
    assert not set(BIDI) & set(text)


def assert_document_error(done: subprocess.CompletedProcess[str], document: str, most: int = 60) -> None:
    assert done.returncode == 3, done.stderr[-2000:]
    lines = done.stderr.splitlines()
    assert lines
    assert len(lines) <= most
    assert all(line.startswith(f"{document}:") for line in lines), lines[:3]
    assert "Traceback" not in done.stderr
    assert all(len(line) < 1000 for line in lines)
    assert_printable(done.stderr)


def test_the_documents_are_fine_as_they_are(repository: Path) -> None:
    assert check(repository).returncode == 0


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_hostile_document_ends_in_a_clear_problem(repository: Path, document: str, content: str) -> None:
    write(repository / document, CONTENTS[content])
    assert_document_error(check(repository), document)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_hundred_megabytes_are_not_read(repository: Path, document: str, large: Path) -> None:
    (repository / document).unlink()
    os.link(large, repository / document)
    done = check(repository)
    assert done.returncode == 3
    assert document in done.stderr
    assert "larger" in done.stderr


def test_a_large_source_file_is_no_obstacle(repository: Path, large: Path) -> None:
    os.link(large, repository / "config.yaml")
    done = check(repository)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [name for name in CONTENTS if name != "NUL"])
def test_hostile_facts_in_the_environment(repository: Path, content: str) -> None:
    text = os.fsdecode(CONTENTS[content][:100_000]) + "\n# facts"
    if "\0" in text:
        pytest.skip("an environment variable holds no NUL")
    done = check(repository, LICENSE_GATE_FACTS=text)
    assert_document_error(done, "$LICENSE_GATE_FACTS", most=max(60, text.count("\n")))


def test_facts_without_a_line_break_are_taken_for_a_path_and_not_printed(repository: Path) -> None:
    done = check(repository, LICENSE_GATE_FACTS="group.monthly_active_users: 823456789")
    assert_document_error(done, "$LICENSE_GATE_FACTS")
    assert "823456789" not in done.stdout + done.stderr


# -- text from strangers

NAMES = {
    "line break": "evil\n::error file=x::pwned",
    "carriage return": "evil\r::error file=x::pwned",
    "colors": "\x1b[31mevil\x1b[0m",
    "title": "\x1b]0;evil\x07",
    "direction": "evil\u202egpj.exe",
    "isolate": "evil\u2066x\u2069",
    "line separator": "evil\u2028::error::pwned",
    "command": "::error file=x::pwned",
    "percent": "evil%0A::error::pwned",
    "stop": "::stop-commands::evil",
    "markup": "<img src=x onerror=evil>](http://evil) `evil` | evil |",
    "next line": "evil\x85::error::pwned",
    "zero width": "ev\u200bil\ufeff",
    "tag characters": "evil\U000e0041",
}
PLACES = {
    "a model": ("models.yaml", "mistralai/Mistral-7B-v0.1", 1),
    "a license": ("models.yaml", "mistralai/Mistral-7B-v0.1\n    license: ", 0),
    "a revision": ("models.yaml", "mistralai/Mistral-7B-v0.1\n    revision: ", 0),
    "a base": ("models.yaml", "mistralai/Mistral-7B-v0.1\n    base: ", 0),
    "a fact": ("facts.yaml", "fields: []\n  ", 2),
    "a policy": ("license-policy.yaml", "name: ", 0),
}


def quoted(text: str) -> str:
    """A double-quoted scalar of YAML in plain letters."""
    return (
        '"'
        + "".join(
            mark if " " <= mark <= "~" and mark not in '"\\' else f"\\U{ord(mark):08x}" for mark in text
        )
        + '"'
    )


def with_name(place: str, name: str) -> tuple[str, str]:
    document, before, how = PLACES[place]
    text = DOCUMENTS[document]
    if how == 1:
        return document, text.replace(before, quoted(name))
    if how == 2:
        return document, text.replace("fields: []\n", f"fields: []\n  {quoted(name)}: true\n")
    key = before.rpartition("\n")[2].strip()
    if before.startswith("name"):
        return document, text.replace("name: Acme", f"name: {quoted(name)}")
    return document, text.replace(
        "mistralai/Mistral-7B-v0.1\n", f"mistralai/Mistral-7B-v0.1\n    {key} {quoted(name)}\n"
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_name_is_refused_or_escaped(repository: Path, place: str, name: str) -> None:
    document, text = with_name(place, NAMES[name])
    write(repository / document, text.encode())
    form = FORMATS[len(place + name) % len(FORMATS)]
    done = check(repository, "--format", form)
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr
    assert_harmless(done, form)


def assert_harmless(done: subprocess.CompletedProcess[str], form: str) -> None:
    assert_printable(done.stderr)
    assert_printable(done.stdout)
    for line in (*done.stdout.splitlines(), *done.stderr.splitlines()):
        begins = line.lstrip()
        assert not begins.startswith(("::stop-commands", "::error::pwned", "::error file=x")), line
    if form == "markdown":
        assert "<img" not in re.sub("`[^`\n]*`", "", done.stdout)  # code spans show it as it is written


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_file_names(repository: Path, form: str) -> None:
    source = b'from transformers import AutoModel\nAutoModel.from_pretrained("meta-llama/Llama-2-7b-hf")\n'
    for number, name in enumerate(NAMES.values()):
        folder = os.fsencode(repository) + b"/src%d" % number
        os.mkdir(folder)
        with open(folder + b"/" + os.fsencode(name.replace("/", "-")) + b".py", "wb") as file:
            file.write(source)
    with open(os.fsencode(repository) + b"/\xff\xfe.py", "wb") as file:
        file.write(source)
    done = check(repository, "--format", form)
    assert done.returncode == 1, done.stderr
    assert_harmless(done, form)


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_in_source_files(repository: Path, form: str) -> None:
    lines = ["from transformers import AutoModel", ""]
    lines += [f"AutoModel.from_pretrained({name!r})" for name in NAMES.values()]
    lines += [f'AutoModel.from_pretrained("{name}")' for name in NAMES.values()]
    write(repository / "app.py", "\n".join(lines).encode("utf-8", "surrogatepass"))
    write(
        repository / "config.yaml",
        "".join(f"model: {quoted(name)}\n---\n" for name in NAMES.values()).encode(),
    )
    done = check(repository, "--format", form)
    assert done.returncode in (0, 1), done.stderr
    assert_harmless(done, form)


@pytest.mark.parametrize("form", FORMATS)
def test_explain_escapes_what_it_is_asked_for(repository: Path, form: str) -> None:
    done = check(repository, "--format", form + NAMES["colors"])
    assert done.returncode == 2
    assert_printable(done.stderr)


def test_a_link_out_of_the_repository_is_not_followed(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "facts.yaml"
    outside.write_text(DOCUMENTS["facts.yaml"])
    (repository / "facts.yaml").unlink()
    (repository / "facts.yaml").symlink_to(outside)
    done = check(repository)
    assert done.returncode == 3
    assert "leads out of the repository" in done.stderr


def test_a_folder_or_a_pipe_is_no_document(repository: Path) -> None:
    (repository / "facts.yaml").unlink()
    os.mkfifo(repository / "facts.yaml")
    assert check(repository).returncode == 3
    (repository / "facts.yaml").unlink()
    (repository / "facts.yaml").mkdir()
    assert check(repository).returncode == 3
