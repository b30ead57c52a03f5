"""Strings of Python code that may name a model, found by their form and without reading the rest.

Most of a tree is neither a string with a slash nor a vendor's family: looking for those first is what makes
a scan cheap. Whether a string stands in a comment or a docstring is asked only of what was found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from license_gate.discover.likeness import OLD_DATASETS, WHISPER_SIZE
from license_gate.discover.python.composed import put_together
from license_gate.discover.python.patterns import any_of
from license_gate.discover.python.token import Token
from license_gate.discover.source import begin_of_line, line_before

_SLASH = re.compile(r"""/[\w.@:+/?=&%-]+["']""")
# How names begin that only a vendor or a library gives; after a quote, each a pattern.
_BEGINNINGS = r"""
ada["'] ai21\. albert- all-[Mmdr] allenai- average_word amazon\. anthropic[:.] apac\. au\. aura- azure babbage bce- bedrock: bert- bge- bloom c4ai- ca\. camembert-base
charglm- chat-bison chatglm chatgpt- cogvi claude- clip-ViT code cohere\. command computer-use conceptnet- cosyvoice- curie["'] dall-e davinci dolly-
deepseek[-.] devstral doubao- distil(?:bert|gpt2|roberta|use) e5- eleven_ embed ernie- esm(?:[12]|_) eu\. fal-ai falcon- fast-(?:all|bge|multilingual) fasttext- flan-t5 ft:gpt gemini- gemma global\. glm- glove- google gpt- gpt2
granite grok- groq: gte- gtr-t5 hf-hub: hf_hub: huggingface: image(?:gen|text@|ver|-seg) imagen- ink-whisper j[12]- jamba- jev- jina- jp\. kimi- llama llava luma\. magistral medlm- meta(?:\.|-text)
mi(?:stral|nistral|xtral|nimax) models/ moonshot[-.a] ms-marco- msmarco- multi-qa- multilingual-e5 multimodal-emb mxbai- nemotron nli- nomic- nova-\d nvidia\. o[134]["'-] ollama: omni-mod open-mi
open-codestral openai[:.] openai-gpt open_llama openrouter: opt- orca palmyra- paraphrase- phi paraformer- pplx- pixtral pythia- quora- qwen reka- rerank roberta- rtdetr- sam(?:2|2\.1)?_[tsblh]\. mobile_sam sambert- sat-\d+l scribe_v sentence-t5 smol snowflake-arctic solar sonar- sonic- sora- speech- stablelm-
stability\. star t5- stsb- stt_ text- textembedding titanet_ vad_ tiny tts-1 tts_models/ twelvelabs\. us\. us-gov\. veo- vertex vicuna voxtral- voyage- wan[2x] whisper- word2vec- wtp- wordart- writer\.
xlm- xlnet- yi yolo zai\. zephyr-
"""


# How names of timm begin; one with a tag behind a dot is known by itself.
_TIMM = (
    "aimv2 beit caformer cait coat convformer convnext crossvit davit deit densenet dla dpn edgenext efficientformer efficientnet eva fastvit"
    " gcvit ghostnet gluon_ hiera hrnet inception levit mambaout maxvit mixer_ mobilenet mobilevit nextvit nfnet pit_ poolformer regnet"
    " repvgg res2net resnet resnext rexnet samvit seresnet swin tf_efficientnet tinynet tiny_vit twins vgg vit_ volo wide_resnet xception xcit"
)
_BEGIN = any_of(
    [
        *_BEGINNINGS.split(),
        *(rf"{word}\w*(?:\.|(?:patch|window)\d|_\d\d\d[\"'])" for word in _TIMM.split()),
    ]
)
_OLD = "|".join(sorted(OLD_DATASETS))
_FAMILIES = f"""\"(?=[a-zDEFLMPQSU])(?:{_BEGIN}|[a-z][a-z]_(?:core|ent|ner|sent)_|[a-z]{2, 10}_PP-|PP-|PaddleOCR-|SLANe|UVDoc|Qwen\\d?(?:\\.\\d)?-|MiniMax-|FastSAM-|LaBSE|ERNIE-|DeepSeek-|(?:Meta-)?Llama-|Mi[sx]tral-|Phi-|(?:{_OLD})["'])"""
_FAMILY = re.compile(_FAMILIES)
_TRIPLE = re.compile('"""')
_BARE = re.compile(r"""["']([A-Za-z][\w.:@-]{1,80})["']""")
# What takes a model, by a word that stands in every text with such a place. Each pattern begins with a word too:
# one that begins with a choice takes five times as long.
_ANNOTATED = r"""(?:\s*:\s*[^=\n]{1,100})?["']?\]?\s*[=:,]\s*["']"""
_TAKERS = [
    (word, re.compile(pattern))
    for word, pattern in (
        ("model", rf"model(?:_?(?:name|id|size|type|path))?{_ANNOTATED}"),
        ("MODEL", rf"MODEL(?:_?(?:NAME|ID|SIZE|TYPE|PATH))?{_ANNOTATED}"),
        (" or ", r"""model(?:_?(?:name|id))? or ["']"""),
        ("default", r"""default\s*=\s*["']"""),
        ("OLLAMA", r"""OLLAMA\w*["']?\s*[=:,]\s*["']"""),
        ("ollama.", r"""ollama\.\w+\(\s*["']"""),
        ("    id:", r"""    id:[ \t]*[\w\[\] |.]+=[ \t]*["']"""),  # a field of the class of a model
        ("Enum)", r"""\n    [A-Z][A-Z0-9_]* = ["']"""),  # a member of an enumeration
    )
]
_LIST = re.compile(r"models(?:\s*:[^=\n]{1,60})?\s*=\s*\[")  # of the names by which a vendor serves models
_LIST_REACH = 8000
_SIZE = re.compile(rf"""["'](?:{WHISPER_SIZE})["']""")
_BACK = re.compile(r"""[\w.@:+/?=&%,-]*""")
_EACH = r"[A-Za-z0-9][\w.-]*/[\w.-]+"  # compiled when a string lists several names, which is rare
_LONGEST = 320
# A name in quotes within a sentence of a message: `' such as "`.
_EXAMPLE = re.compile(r"(?:such as|like|instead of|example:?|(?:e\.g|i\.e)\.,?) [\"']?$")
# What texts are set to that only people read.
_DOCUMENTATION = re.compile(
    r"__doc__\s*=\s*[rR]?$|\w*(?:DOC|EXAMPLE|USAGE|EPILOG|HELP|README)\w*\s*=\s*[rRfF]?$"
)
_OPENERS = "([{,=+%|&\\"
_CALL_REACH = 600
_ENOUGH = 1000  # characters that are read at least


def may_matter(text: str) -> bool:
    """Whether a text can hold a candidate at all."""
    return _SLASH.search(text) is not None or _FAMILY.search(_with_one_quote(text)) is not None


def _with_one_quote(text: str) -> str:
    """The text with quotes of one kind: a pattern that begins with one character is searched for twice as fast."""
    return text.replace("'", '"')


def find_candidates(text: str, calls: list[int], *, takers: bool, whisper: bool) -> Iterator[Token]:
    """Strings with a slash, of a vendor's family, in a loader call (at `calls`) or after a key for models.

    Args:
        text: the code.
        calls: where the arguments of its loader calls begin.
        takers: whether any word after a key for models is a candidate.
        whisper: whether sizes of Whisper are candidates.
    """
    seen: set[int] = set()
    constants: dict[str, str] = {}
    sizes = (match.start() for match in _SIZE.finditer(text)) if whisper else ()
    for start in chain(_starts(text, calls, takers=takers), sizes):
        if start in seen:
            continue
        seen.add(start)
        token = put_together(text, start, constants) if text[start] == "}" else _token(text, start)
        if token is not None:
            yield from _split(token) if "," in token.text else (token,)


def _starts(text: str, calls: list[int], *, takers: bool) -> Iterator[int]:
    """The opening quotes of candidates; the bracket before the slash of those that are put together."""
    for match in _SLASH.finditer(text):
        slash = match.start()
        if text[slash - 1 : slash] == "}":
            yield slash - 1
            continue
        first = max(0, slash - _LONGEST)
        quote = max(text.rfind('"', first, slash), text.rfind("'", first, slash))
        if quote >= 0 and _BACK.fullmatch(text, quote + 1, slash):
            yield quote
    for match in _FAMILY.finditer(_with_one_quote(text)):
        yield match.start()
    for call in calls:
        for match in _BARE.finditer(text, call, min(len(text), call + _CALL_REACH)):
            yield match.start()
            if text.find(")", call, match.start()) >= 0:
                break
    if takers:
        yield from _after_takers(text)


def _after_takers(text: str) -> Iterator[int]:
    """The opening quotes behind what takes a model."""
    for taker in [pattern for word, pattern in _TAKERS if word in text]:
        for match in taker.finditer(text):
            yield match.end() - 1
    for opened in _LIST.finditer(text):
        close = text.find("]", opened.end(), opened.end() + _LIST_REACH)
        for match in _BARE.finditer(text, opened.end(), max(close, opened.end())):
            yield match.start()


def _split(token: Token) -> Iterator[Token]:
    """The names of a string that lists several: `"org/one,org/other"`."""
    if re.fullmatch(rf"(?:{_EACH},)+{_EACH}", token.text):
        for name in re.finditer(_EACH, token.text):
            yield token._replace(inner=token.inner + name.start(), text=name[0])


def _token(text: str, start: int) -> Token | None:
    quote = text[start]
    end = text.find(quote, start + 1, start + _LONGEST)
    if end < 0 or "\n" in text[start:end]:
        return None
    written, opened, _ = text[start + 1 : end].partition("{")
    if opened and not ("co/" in written and written.endswith("/")):
        return None  # put together; a link to the Hub may name its repository before that
    if written[-1:] in ("-", "_", ".") and text[end + 1 : end + 4].lstrip().startswith("+"):
        return None  # the beginning of a name
    return Token(start, end + 1, start + 1, written)


def _find_triples(text: str) -> list[tuple[int, int]]:
    """Where each string in triple quotes begins and ends."""
    spans = _pair_triples(text) if "'''" not in text else None
    if spans is not None:
        return spans
    spans = []
    at = _find_triple(text, 0)
    end = 0
    while at >= 0:
        if _is_code(text, end, at):
            close = text.find(text[at : at + 3], at + 3)
            end = close + 3 if close >= 0 else len(text)
            spans.append((at, end))
            at = _find_triple(text, end)
        else:
            at = _find_triple(text, at + 3)
    return spans


def _pair_triples(text: str) -> list[tuple[int, int]] | None:
    """The same where one kind of quotes is used, in one pass; None where such quotes stand in other strings."""
    places = [match.start() for match in _TRIPLE.finditer(text)]
    ends = [place + 3 for place in places[1::2]]
    ends += [len(text)] * (len(places) % 2)
    spans = list(zip(places[::2], ends, strict=True))
    since = 0
    for start, end in spans:
        if not _is_code(text, since, start):
            return None
        since = end
    return spans


def _is_code(text: str, since: int, at: int) -> bool:
    """Whether quotes open a string: they do not within another string of the line, nor in a comment."""
    before = text[max(since, begin_of_line(text, at)) : at]
    if not before or before.isspace():
        return True
    quote = ""
    escaped = False
    for char in before if "'" in before or '"' in before or "#" in before else "":
        if escaped:
            escaped = False
        elif quote:
            escaped = char == "\\"
            quote = "" if char == quote else quote
        elif char == "#":
            return False
        elif char in "\"'":
            quote = char
    return not quote


def _find_triple(text: str, start: int) -> int:
    """Where the next string in triple quotes begins, -1 for nowhere."""
    double = text.find('"""', start)
    single = text.find("'''", start, double if double >= 0 else len(text))
    return single if single >= 0 else double


class Prose:
    """Which parts of code are comments and docstrings; read when it is first asked."""

    __slots__ = ("_ends", "_known", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = 0  # characters that were read
        self._starts: list[int] = []
        self._ends: list[int] = []

    def holds(self, offset: int) -> bool:
        """Whether a person, not the program, reads what stands at an offset."""
        line = line_before(self._text, offset)
        if line.count("`") % 2 or line.lstrip().startswith((">>> ", "... ")):
            return True  # code that is shown to a person
        if _EXAMPLE.search(line, max(0, len(line) - 20)):
            return True
        if self._text[offset] == "'" and (line.count('"') - line.count('\\"')) % 2:
            return True  # quoted within a text of this line
        if offset >= self._known:
            self._read(min(len(self._text), max(2 * offset, _ENOUGH)))
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._ends[index]:
            return self._is_statement(self._starts[index])
        mark = line.find("#")
        return mark >= 0 and line.count('"', 0, mark) % 2 == 0 and line.count("'", 0, mark) % 2 == 0

    def _read(self, until: int) -> None:
        """Find what stands in triple quotes above a place; twice as far each time, so that no text is read often."""
        spans = _find_triples(self._text[:until])
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._known = until

    def _is_statement(self, start: int) -> bool:
        """Whether a string in triple quotes stands alone: a docstring, or a comment written as a string."""
        line = begin_of_line(self._text, start)
        opening = self._text[line:start].strip()
        if opening.lower() not in ("", "r", "f", "u"):
            return _DOCUMENTATION.match(opening) is not None
        before = self._text[max(0, line - 200) : line].rstrip()
        return not before or before[-1] not in _OPENERS
