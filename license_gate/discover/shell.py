"""Commands that fetch, serve or train a model, in scripts, images, workflows and notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_dataset, read_hub_url
from license_gate.discover.identity import read_name, read_ollama
from license_gate.discover.likeness import name_whisper
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.source import Found, Lines, Source, line_before
from license_gate.discover.variables import Variables
from license_gate.domain.reference import Reference, ReferenceKind

# An option, its value on the same line or the next element of a list.
_OPTION = re.compile(
    r"(?<![\w-])--?(?P<key>model(?:[-_](?:id|name|path|name[-_]or[-_]path|repo|tag|uri))?|base[-_]model(?:[-_]name)?|pretrained[-_]model[-_]name[-_]or[-_]path|tokenizer(?:[-_]name)?|hf[-_](?:repo|model|path)(?:[-_]id)?"
    r"|repo[-_]id|repo|repository|embedding[-_]model|draft[-_]model|speculative[-_]model|served[-_]model|adapter(?:[-_]name[-_]or[-_]path)?|hfr|hf|lora[-_]path|checkpoint|llm|ollama|reward[-_]model|teacher(?:[-_]model)?|dataset[-_]name|dataset(?:[-_]repo)?)"
    r"""(?:[ \t]*=[ \t]*|[ \t]+|["']?[ \t]*,?[ \t]*\r?\n[ \t]*-[ \t]+|["'][ \t]*,[ \t\r\n]*)(?P<value>["']?[^\s"',\]]+)""",
    re.IGNORECASE,
)
# How lm-eval and its like are given a model: `--model_args pretrained=org/name,dtype=float16`.
_ARGUMENTS = re.compile(
    r"""(?<![\w-])(?:pretrained|peft|tokenizer)=["']?(?P<value>[A-Za-z0-9][\w.-]*/[\w.-]+)"""
)
_COMMAND = re.compile(
    r"""(?:huggingface-cli[ \t]+download|\bhf[ \t]+download|vllm[ \t]+serve|text-embeddings-router|mlx_lm\.\w+|optimum-cli[ \t]+export[ \t]+\w+|litgpt[ \t]+\w+|(?:trl|axolotl)[ \t]+\w+|sglang\.launch_server|python[\d.]*[ \t]+-m[ \t]+spacy[ \t]+download|spacy[ \t]+download)(?P<rest>(?:[^\n\\]|\\\r?\n|\\.){0,2000})"""
)
# An option that a word belongs to.
_GIVEN = re.compile(r"--(?!resume-download|force-download|quiet)[\w-]+[ \t]+[\"']?$")
_OLLAMA = re.compile(
    r"""\bollama["']?[ \t]*,?[ \t]*["']?(?:pull|run|create|show)["']?[ \t]*,?[ \t]+["']?(?P<name>[A-Za-z0-9][\w./:-]*)"""
)
_CLONE = re.compile(
    r"git[ \t]+(?:clone|submodule[ \t]+add|lfs[ \t]+clone)[^\n]{0,400}?((?:https?://|git@)[^\s\"']*(?:huggingface\.co|hf\.co)[^\s\"']+)"
)
_FETCH = re.compile(
    r"\b(?:curl|wget|aria2c|ADD|axel|fetch|http)\b[^\n]{0,400}?((?:https?://)(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/[^\s\"'\\]+)"
)
_VARIABLE = re.compile(
    r"""^[ \t]*(?:export[ \t]+|%env[ \t]+|set[ \t]+|ENV[ \t]+|ARG[ \t]+|-[ \t]+)?["']?(?P<key>[A-Za-z_][A-Za-z0-9_]*)["']?[ \t]*(?:\?=|:=|=|[ \t])[ \t]*["']?(?:\$\{[\w]+:?-)?(?P<value>[A-Za-z0-9][^\s"'}]*)""",
    re.MULTILINE,
)
_ARRAY = re.compile(
    r"^[ \t]*(?:declare[ \t]+-a[ \t]+)?(?P<key>[A-Za-z_]\w*)\+?=\((?P<values>[^()]{0,4000})\)", re.MULTILINE
)
_ELEMENT = re.compile(r"(?<![^\s\"'])[A-Za-z0-9][^\s\"'#]*")
_SIZES = r"""^models=[("]([\w.\s"'-]+)[)"]"""  # compiled for scripts of whisper.cpp only
_NAMED = re.compile(
    r"model|llm|repo|checkpoint|embed|tokenizer|hf_|rerank|whisper|adapter|lora|engine|deployment",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"(?:HF_)?MODEL_ID|HF_MODEL(?:_ID|_NAME)?|MODEL_NAME_OR_PATH|HF_REPO(?:_ID)?|BASE_MODEL|REPO_ID|HUGGINGFACE_MODEL\w*",
    re.IGNORECASE,
)


def find_commands(
    source: Source, text: str, detector: str, kind: ReferenceKind = "deploy"
) -> Iterator[Found]:
    """Every model that a command names."""
    lines = Lines(text)
    known: set[str] | None = None  # what variables are set to: found there, not where they are used
    for offset, written, identity in _all(text):
        if not text.startswith(written, offset):
            known = _set_in(source, text) if known is None else known
            if identity.model in known:
                continue
        comment = _is_comment(line_before(text, offset))
        place = lines.place(offset)
        yield source.refer(
            identity.model, written, place, detector, "mention" if comment else kind, identity.certainty
        )


def _set_in(source: Source, text: str) -> set[str]:
    """The models that variables of the text are set to."""
    found = find_variables(source, text, "shell")
    return {each.model for each in found if isinstance(each, Reference)}


def find_variables(
    source: Source, text: str, detector: str, kind: ReferenceKind = "deploy"
) -> Iterator[Found]:
    """Every model that a variable of the environment is set to."""
    for match in _VARIABLE.finditer(text):
        written = match["value"].rstrip(";,")
        identity = identify_variable(match["key"], written)
        if identity:
            yield source.refer(
                identity.model,
                written,
                source.place(match.start("value")),
                detector,
                kind,
                identity.certainty,
            )
    yield from _find_elements(source, text, detector, kind)
    if source.holds(b"ggml"):
        yield from _find_sizes(source, text, detector, kind)


def _find_elements(source: Source, text: str, detector: str, kind: ReferenceKind) -> Iterator[Found]:
    """The same of the elements of an array."""
    for array in _ARRAY.finditer(text):
        for element in _ELEMENT.finditer(array["values"]):
            identity = identify_variable(array["key"], element[0]) if "/" in element[0] else None
            if identity:
                place = source.place(array.start("values") + element.start())
                yield source.refer(identity.model, element[0], place, detector, kind, identity.certainty)


def _find_sizes(source: Source, text: str, detector: str, kind: ReferenceKind) -> Iterator[Found]:
    """The sizes of Whisper that a script of whisper.cpp can fetch: `models=( "tiny.en" "base" )`."""
    for listed in re.finditer(_SIZES, text, re.MULTILINE):
        for size in _ELEMENT.finditer(listed[1]):
            named = name_whisper(size[0])
            if named:
                place = source.place(listed.start(1) + size.start())
                yield source.refer(named, size[0], place, detector, kind, "likely")


def identify_variable(key: str, value: str) -> Identity | None:
    """The model that a variable names, by what the variable is called."""
    if "OLLAMA" in key.upper() and re.search("model|llm|embed", key, re.IGNORECASE):
        found = read_name(value, Trust.ANY) if "/" in value else None
        name = read_ollama(value)
        return found or (Identity(name, "exact") if name else None)
    if (
        "AZURE" in key.upper()
        and re.search("deployment|model|engine", key, re.IGNORECASE)
        and re.fullmatch(r"[\w.-]+", value)
    ):
        return Identity(f"azure-openai:{value}", "exact")
    if _CERTAIN.fullmatch(key):
        return read_name(value, Trust.LOADER)
    return read_name(value, Trust.NAMED if _NAMED.search(key) else Trust.ANY)


def _all(text: str) -> Iterator[tuple[int, str, Identity]]:
    variables = Variables(text)
    for match in _OPTION.finditer(text):
        written = match["value"].lstrip("\"'")
        offset = match.end("value") - len(written)
        for each in variables.fill(written):
            identity = _of_option(match["key"].lower(), each)
            if identity:
                yield offset, each, identity
    yield from _of_arguments(text)
    for _, offset, written, identity in find_programs(text, variables):
        yield offset, written, identity
    for pattern in (_CLONE, _FETCH):
        for match in pattern.finditer(text):
            identity = read_hub_url(
                match[1].partition("@")[2] if "@" in match[1] and "://" in match[1] else match[1]
            )
            if identity:
                yield match.start(1), match[1], identity


def _of_option(key: str, written: str) -> Identity | None:
    if key.startswith("dataset"):
        return read_hub_dataset(written)
    if key == "ollama":
        name = read_ollama(written)
        return Identity(name, "exact") if name else None
    # Other programs than those of models have repositories too.
    return read_name(written, Trust.NAMED if key in ("repo", "repository") else Trust.LOADER)


def find_programs(text: str, variables: Variables) -> Iterator[tuple[int, int, str, Identity]]:
    """What programs for models are given: where the command begins, and its model with its place."""
    for match in _COMMAND.finditer(text):
        for offset, written, identity in _arguments(match, variables):
            yield match.start(), offset, written, identity
    for match in _OLLAMA.finditer(text):
        name = read_ollama(match["name"].rstrip("."))
        if name:
            yield match.start(), match.start("name"), match["name"], Identity(name, "exact")


def _of_arguments(text: str) -> Iterator[tuple[int, str, Identity]]:
    for match in _ARGUMENTS.finditer(text) if "pretrained=" in text else ():
        identity = read_name(match["value"], Trust.LOADER)
        if identity:
            yield match.start("value"), match["value"], identity


def _arguments(match: re.Match[str], variables: Variables) -> Iterator[tuple[int, str, Identity]]:
    """The first argument of a command that is no option."""
    dataset = re.search(r"--repo-type[= ]dataset", match["rest"]) is not None
    for word in re.finditer(r"""(?<=[ \t"'])([A-Za-z0-9$][^\s"'\\,;|&]*)""", match["rest"]):
        if _GIVEN.search(match["rest"][: word.start()]):
            continue
        argument = word[1] if "(" in word[1] else word[1].rstrip(")")
        found = [(each, _fetched(each, match[0])) for each in variables.fill(argument)]
        for written, identity in found:
            if identity:
                model = f"dataset:{identity.model}" if dataset else identity.model
                yield match.start("rest") + word.start(1), written, identity._replace(model=model)
        if any(identity for _, identity in found):
            return


def _fetched(written: str, command: str) -> Identity | None:
    if "spacy" in command and re.fullmatch(r"[a-z]{2,3}_\w+_(?:sm|md|lg|trf)", written):
        return Identity(f"spacy/{written}", "exact")
    return read_name(written, Trust.LOADER)


def _is_comment(before: str) -> bool:
    return re.match(r"[ \t]*(?:#(?!!/)|//|REM\b|::)", before) is not None or " # " in before
