"""Vendors after whom code is named: what a client of theirs calls a model is one of theirs."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from license_gate.discover.identity import read_ollama
from license_gate.discover.likeness import SUFFIX, is_placeholder
from license_gate.discover.naming import Identity

# Words of the names of classes, files and folders, and the vendor or program they stand for.
_VENDORS = {
    "ai21": "ai21", "aleph": "aleph-alpha", "anthropic": "anthropic", "assemblyai": "assemblyai", "baichuan": "baichuan",
    "bigmodel": "zhipuai", "browseruse": "browser-use", "camb": "camb", "cartesia": "cartesia", "cerebras": "cerebras", "claude": "anthropic",
    "cohere": "cohere", "dashscope": "dashscope", "deepgram": "deepgram", "deepseek": "deepseek", "elevenlabs": "elevenlabs",
    "ernie": "qianfan", "fireworks": "fireworks", "friendli": "friendli", "gemini": "google", "gladia": "gladia", "gpt4all": "gpt4all",
    "gradient": "gradient", "groq": "groq", "hunyuan": "hunyuan",
    "internlm": "internlm", "isaacus": "isaacus", "jina": "jina", "lmnt": "lmnt", "minimax": "minimax", "mistral": "mistral",
    "modelslab": "modelslab", "moondream": "moondream", "moonshot": "moonshot", "morph": "morph", "nomic": "nomic", "nvidia": "nvidia-nim",
    "ollama": "ollama", "openai": "openai", "perplexity": "perplexity", "pinecone": "pinecone", "qianfan": "qianfan",
    "reka": "reka", "rime": "rime", "sambanova": "sambanova", "sarvam": "sarvam", "siliconflow": "siliconflow",
    "speechmatics": "speechmatics", "stepfun": "stepfun", "together": "together", "tongyi": "dashscope", "typecast": "typecast",
    "upstage": "upstage", "volcengine": "volcengine", "voyage": "voyage", "voyageai": "voyage", "writer": "writer", "xai": "xai",
    "sensenova": "sensenova", "wenxin": "qianfan", "zeroentropy": "zeroentropy", "zhipu": "zhipuai", "zhipuai": "zhipuai",
}  # fmt: skip
_KNOWN = frozenset(_VENDORS.values())
_WORD = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*")
# Folders with a file or a folder for each vendor, and what else is called so in them.
_CLIENTS = frozenset(("chat_models", "clients", "engines", "llm", "llms", "models", "providers", "services"))
_OTHERS = """
api app audio auth backbones base baseline blocks cache cfg chat cli client clients common completion config configs constants core data
dataset decoders default defaults embedding embeddings encoders engine engines errors eval exceptions factory fallback generator handler
helpers hf http huggingface image index init interface interfaces kernels layers lib llm llms loader local main manager message
metadata mixin mock model modeling models module modules music net network nn ops openai_compatible pipeline policy
prompts protocol provider providers proxy registry request response retriever router sam schema schemas server service
services settings shared simple speech stt templates test tests text tokenizer tools transformer transformers tts types
user users util utils version video vision vlm whisper
"""
_ROLES = frozenset(_OTHERS.split())
_NAME = re.compile(r"[a-z]{3,20}")
# How files of the architectures are called that a library implements.
_ARCHITECTURES = (
    "configuration_", "convert_", "feature_extraction_", "image_processing_", "modeling_", "modular_",
    "processing_", "tokenization_", "video_processing_",
)  # fmt: skip
_KEY = re.compile(r"_?(?:default_?)?(?:[a-z0-9]+_)*model(?:_?(?:name|id))?", re.IGNORECASE)
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_.:][A-Za-z0-9.]+)*")
_NUMBERED = re.compile(r"[A-Za-z][A-Za-z0-9.]*-?\d")  # what nobody has heard of must at least have a version
_CLASS = re.compile(r"[A-Za-z\d]For[A-Z][A-Za-z]+$|[a-z](?:LM|Model)$")
# What programs write where no model is chosen yet, or another program chooses.
_UNCHOSEN = """
assistant auto balanced best chat client completion completions custom default embedding embeddings endpoint false hosted ignored
latest inspect local model name none not-provided null object reranker string system third-party tool true unknown user version
"""
_NO_NAME = frozenset(_UNCHOSEN.split())


@lru_cache(4096)
def vendor_in(name: str) -> str:
    """The vendor that a class, a file or a folder is named after, '' for none."""
    words = [word.lower() for word in _WORD.findall(name)]
    pairs = [one + other for one, other in pairwise(words)]  # `Eleven` and `Labs`
    return next((_VENDORS[word] for word in (*words, *pairs) if word in _VENDORS), "")


@lru_cache(4096)
def vendor_of_path(path: str) -> str:
    """The vendor that a file or one of the two folders around it is named after, '' for none.

    What stands in a folder of clients is named after one too, though nobody here may have heard of it.
    """
    parts = path.rpartition(".")[0].split("/")
    if parts[-1].removeprefix("test_").startswith(_ARCHITECTURES):
        return ""
    known = next((vendor for vendor in map(vendor_in, reversed(parts[-3:])) if vendor), "")
    tested = any(part.startswith("test") for part in parts)
    return known or ("" if tested else _client_in(parts))


def _client_in(parts: list[str]) -> str:
    """`soniox` for `services/soniox/stt`, '' where the name says what the file does."""
    for folder, name in pairwise(parts[-3:]):
        client = name.lower().removesuffix("_client")
        if folder.lower() in _CLIENTS and client not in _ROLES and _NAME.fullmatch(client):
            return client
    return ""


def read_of_vendor(written: str, key: str, vendor: str) -> Identity | None:
    """The model that code of a vendor's client sets, by a key that takes nothing but models."""
    if not vendor or not _KEY.fullmatch(key) or not _may_be_model(written):
        return None
    if vendor not in _KNOWN and not _NUMBERED.search(written):
        return None
    if vendor == "ollama":
        model = read_ollama(written)
        return Identity(model, "likely") if model else None
    return Identity(f"{vendor}:{written}", "likely")


def _may_be_model(written: str) -> bool:
    """Whether a word is no vendor, no file, no stand-in, and no name of a variable, a task or an encoding."""
    word = written.lower()
    if not _BARE.fullmatch(written) or len(written) < 3 or word in _NO_NAME or word in _VENDORS:
        return False
    if (
        written.isupper()
        or word.startswith("placeholder")
        or SUFFIX.search(written)
        or _CLASS.search(written)
    ):
        return False
    variable = "_" in written and (written.endswith("_base") or not re.search(r"\d", written))
    return not variable and not is_placeholder("", written)
