"""Calls that take a model: which argument, and how a library completes the name it is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from license_gate.discover.hub import HUB_ID, read_hub_dataset
from license_gate.discover.identity import read_name, read_ollama
from license_gate.discover.likeness import WHISPER_SIZE, is_path, is_placeholder, name_whisper
from license_gate.discover.naming import Identity, Trust

Reader = Callable[[str], Identity | None]


class Loader(NamedTuple):
    """A function or class that takes models by position and by keyword."""

    positions: tuple[int, ...]
    keywords: tuple[str, ...]
    read: Reader
    needs: str = (
        ""  # what says more than the function's name: it stands in the file, and before the dot of the call
    )


def read_hub(written: str) -> Identity | None:
    """An argument that is a Hub id or a local folder."""
    return read_name(written, Trust.LOADER)


# sentence-transformers completes every other bare name with its own organization.
_PLAIN = re.compile(
    r"albert-.*|bert-.*|camembert-base|ctrl|distilbert-.*|distilgpt2|distilroberta-base|gpt2.*|openai-gpt|roberta-.*|t5-.*|transfo-xl-.*|xlm-.*|xlnet-.*"
)


def read_sentence_transformer(written: str) -> Identity | None:
    """`all-MiniLM-L6-v2` is `sentence-transformers/all-MiniLM-L6-v2`."""
    if re.match(r"(?:my|your|the|some)[-_]", written) or written.endswith(("_model_id", "_model_name")):
        return None
    if re.fullmatch(r"[A-Za-z][\w.-]{3,}", written) and not _PLAIN.fullmatch(written):
        return Identity(f"sentence-transformers/{written}", "exact") if re.search(r"[-_]", written) else None
    return read_hub(written)


def read_dataset(written: str) -> Identity | None:
    """A data set of the Hub; names of file formats are none."""
    if written in _FORMATS or not re.fullmatch(r"(?:[\w.-]+/)?[A-Za-z][\w.-]+", written):
        return None
    if "/" not in written:
        return Identity(f"dataset:{written}", "exact")
    return read_hub_dataset(written)


_FORMATS = frozenset(
    [
        "json",
        "csv",
        "parquet",
        "text",
        "arrow",
        "imagefolder",
        "audiofolder",
        "videofolder",
        "webdataset",
        "pandas",
        "sql",
        "xml",
        "generator",
        "data",
        "dataset",
    ]
)


def read_ollama_name(written: str) -> Identity | None:
    """A name in Ollama's library."""
    found = None if is_placeholder("", written) or written == "ollama" else read_ollama(written)
    return Identity(found, "exact") if found else None


def read_spacy(written: str) -> Identity | None:
    """A pipeline of spaCy, by the name it has on the Hub."""
    found = re.fullmatch(r"[a-z]{2,3}_[a-z0-9]+_\w+_(?:sm|md|lg|trf|scibert)", written)
    return Identity(f"spacy/{written}", "exact") if found else None


def read_whisper(written: str) -> Identity | None:
    """A size of openai-whisper, by its name on the Hub."""
    named = name_whisper(written)
    return Identity(named, "exact") if named else None


def read_faster_whisper(written: str) -> Identity | None:
    """A size of faster-whisper, by the repository that it fetches."""
    if not re.fullmatch(WHISPER_SIZE, written):
        return read_hub(written) if "/" in written else None
    if written in ("turbo", "large-v3-turbo"):
        return Identity("mobiuslabsgmbh/faster-whisper-large-v3-turbo", "exact")
    if written == "distil-large-v3.5":
        return Identity("distil-whisper/distil-large-v3.5-ct2", "exact")
    size = "large-v3" if written == "large" else written
    name = f"distil-whisper-{size[7:]}" if size.startswith("distil-") else f"whisper-{size}"
    return Identity(f"Systran/faster-{name}", "exact")


_CLIP = {
    "ViT-B/32": "base-patch32",
    "ViT-B/16": "base-patch16",
    "ViT-L/14": "large-patch14",
    "ViT-L/14@336px": "large-patch14-336",
}


def read_clip(written: str) -> Identity | None:
    """A model of OpenAI's own CLIP package, by its name on the Hub where it is there."""
    if re.fullmatch(r"RN\d+(?:x\d+)?", written):
        return Identity(f"openai-clip:{written}", "exact")
    return Identity(f"openai/clip-vit-{_CLIP[written]}", "exact") if written in _CLIP else None


def read_gradio(written: str) -> Identity | None:
    """A model of the Hub behind `models/` or `huggingface/`; what is behind `spaces/` is an application."""
    source, _, name = written.partition("/")
    return read_hub(name) if source in ("models", "huggingface") and name else None


def read_flair(written: str) -> Identity | None:
    """A name in the catalog of flair, or one of the Hub."""
    if "/" in written:
        return read_hub(written)
    return Identity(f"flair:{written}", "exact") if re.fullmatch(r"[a-z][a-z0-9-]+", written) else None


def read_keras(written: str) -> Identity | None:
    """A preset of KerasHub, or the repository of the Hub that it takes instead."""
    if "/" in written:
        return read_name(written, Trust.LOADER)
    preset = re.fullmatch(r"[a-z][a-z0-9._]*_[a-z0-9._]+", written)
    return Identity(f"keras-hub:{written}", "exact") if preset else None


def read_gpt4all(written: str) -> Identity | None:
    """A file in the catalog of GPT4All."""
    return (
        Identity(f"gpt4all:{written}", "exact") if re.fullmatch(r"[\w.-]+\.(?:gguf|bin)", written) else None
    )


def read_timm(written: str) -> Identity | None:
    """An architecture of timm with pretrained weights, or a Hub id behind `hf_hub:`."""
    for prefix in ("hf_hub:", "hf-hub:"):
        if written.startswith(prefix):
            return read_hub(written.removeprefix(prefix))
    if re.fullmatch(r"[a-z][a-z0-9_]+\.[a-z0-9_]+", written):
        return Identity(f"timm/{written}", "exact")
    return (
        Identity(f"timm/{written}", "likely")
        if re.fullmatch(
            r"[a-z]+[a-z0-9]*_?[a-z0-9_]*\d[a-z0-9_]*|[a-z]+_(?:tiny|small|base|large|huge)", written
        )
        else None
    )


def read_torch_hub(written: str) -> Identity | None:
    """A repository of GitHub that torch.hub runs; its weights may come from anywhere."""
    if "://" in written:
        return read_name(written, Trust.LOADER)  # TensorFlow has a hub too
    name = written.partition(":")[0]
    if HUB_ID.fullmatch(name) is None or is_path(*name.split("/")):
        return None
    return Identity(f"github:{name}", "likely")


def read_no_name(_written: str) -> None:
    """An argument that is no name by itself: `open_clip` completes it with a tag."""


_OWN_MODELS = ("anthropic", "google", "voyage")  # who serves no models of others


def _from_provider(provider: str) -> Reader:
    def read(written: str) -> Identity | None:
        if not re.fullmatch(r"[A-Za-z][\w.:/@-]*", written):
            return None
        found = read_name(written, Trust.NAMED)
        if is_placeholder("", written):
            return None
        if found and provider in _OWN_MODELS and ":" in found.model:
            return found
        name = written if found is None or ":" not in found.model else found.model.partition(":")[2]
        return Identity(f"{provider}:{name.removeprefix('models/')}", "exact")

    return read


def _by(
    reader: Reader, positions: tuple[int, ...], keywords: str, *names: str, needs: str = ""
) -> dict[str, Loader]:
    loader = Loader(positions, tuple(keywords.split()), reader, needs)
    return dict.fromkeys(names, loader)


LOADERS: dict[str, Loader] = {
    **_by(
        read_hub, (0,), "pretrained_model_name_or_path model_name model_id model repo_id tokenizer_name",
        "from_pretrained", "load_lora_weights", "load_ip_adapter", "load_textual_inversion",
        "from_single_file", "load_from_hub", "from_model_id",
    ),
    **_by(read_hub, (1,), "model tokenizer feature_extractor assistant_model", "pipeline"),
    **_by(
        read_hub, (0,), "repo_id repo model_id", "snapshot_download", "hf_hub_download", "model_info",
    ),
    **_by(read_hub, (0,), "model base_url", "InferenceClient", "AsyncInferenceClient"),
    **_by(
        read_sentence_transformer, (0,), "model_name_or_path model_name model",
        "SentenceTransformer", "SentenceTransformerEmbeddings", "SentenceTransformerEmbeddingFunction", "SentenceTransformersDocumentEmbedder",
        "SentenceTransformersTextEmbedder", "HuggingFaceEmbeddings", "SentenceTransformerRerank", "SentenceTransformerBackend",
    ),
    **_by(read_hub, (0,), "model_name_or_path model_name model", "CrossEncoder", "HuggingFaceCrossEncoder", "SparseEncoder",
          "HuggingFaceEmbedding", "HuggingFaceBgeEmbeddings", "HuggingFaceInstructEmbeddings", "TextEmbedding", "SparseTextEmbedding", "FastEmbedEmbeddings",
          "FastEmbedEmbedding", "TextCrossEncoder", "INSTRUCTOR", "Reranker", "GLiNER", "SetFitModel"),
    **_by(read_hub, (0,), "model tokenizer speculative_model model_path", "LLM", "EngineArgs", "AsyncEngineArgs", "Engine"),
    **_by(read_hub, (0,), "model_name tokenizer_name model", "HuggingFaceLLM", "HuggingFaceInferenceAPI", "HuggingFaceLocalGenerator", "HuggingFaceLocalChatGenerator"),
    **_by(read_hub, (0,), "repo_id model", "HuggingFaceEndpoint", "HuggingFaceHub", "HuggingFaceEndpointEmbeddings", "HuggingFaceInferenceAPIEmbeddings"),
    **_by(read_timm, (0,), "model_name", "create_model", "create_model_adapter", needs="timm"),
    **_by(read_hub, (0,), "path_or_hf_repo model", "load", needs="mlx_"),
    **_by(read_no_name, (0,), "model_name", "open_clip.create_model"),
    **_by(read_torch_hub, (0,), "repo_or_dir", "hub.load"),
    **_by(read_dataset, (0,), "path dataset_name", "load_dataset", "hf_dataset"),
    **_by(read_spacy, (0,), "name", "spacy.load", "spacy_load"),
    **_by(read_whisper, (0,), "name", "whisper.load_model"),
    **_by(read_faster_whisper, (0,), "model_size_or_path whisper_arch", "whisperx.load_model"),
    **_by(read_faster_whisper, (0,), "model_size_or_path", "WhisperModel", "download_model", needs="faster"),
    **_by(read_ollama_name, (0,), "model model_name", "ChatOllama", "OllamaLLM", "Ollama", "OllamaEmbeddings", "OllamaEmbedding", "OllamaGenerator",
          "OllamaChatGenerator", "OllamaTextEmbedder", "OllamaDocumentEmbedder", "OllamaModel", "OllamaEmbeddingFunction"),
    **_by(_from_provider("azure-openai"), (), "azure_deployment deployment_name deployment model engine", "AzureOpenAI", "AsyncAzureOpenAI", "AzureChatOpenAI",
          "AzureOpenAIEmbeddings", "AzureOpenAIEmbedding", "AzureOpenAIGenerator", "AzureOpenAIChatGenerator", "AzureOpenAITextEmbedder", "AzureOpenAIDocumentEmbedder"),
    **_by(_from_provider("bedrock"), (), "model_id modelId model", "ChatBedrock", "BedrockChat", "Bedrock", "BedrockLLM", "BedrockEmbeddings", "BedrockEmbedding", "BedrockConverse", "ChatBedrockConverse",
          "invoke_model", "converse", "converse_stream", "invoke_model_with_response_stream", "AmazonBedrockGenerator", "AmazonBedrockChatGenerator"),
    **_by(read_flair, (0,), "model_path", "SequenceTagger.load", "TextClassifier.load", "Classifier.load", "RelationExtractor.load"),
    **_by(read_keras, (0,), "preset", "from_preset"),
    **_by(read_clip, (0,), "name", "clip.load"),
    **_by(read_gradio, (0,), "name", "gr.load", "gradio.load", "Interface.load"),
    **_by(read_gpt4all, (0,), "model_name model", "GPT4All", "GPT4AllEmbeddings"),
    **_by(_from_provider("nvidia-nim"), (), "model model_name", "ChatNVIDIA", "NVIDIAEmbeddings", "NVIDIAEmbedding", "NVIDIARerank", "NVIDIA"),
    **_by(_from_provider("replicate"), (0,), "ref model", "replicate.run", "replicate.stream", "replicate.async_run"),
    **_by(_from_provider("groq"), (), "model model_name", "ChatGroq", "Groq"),
    **_by(_from_provider("together"), (), "model model_name", "ChatTogether", "TogetherLLM", "TogetherEmbeddings", "TogetherEmbedding"),
    **_by(_from_provider("fireworks"), (), "model model_name", "ChatFireworks", "Fireworks", "FireworksEmbeddings", "FireworksEmbedding"),
    **_by(_from_provider("voyage"), (), "model model_name", "VoyageAIEmbeddings", "VoyageEmbedding", "VoyageAIRerank"),
    **_by(_from_provider("google"), (), "model model_name", "ChatGoogleGenerativeAI", "GoogleGenerativeAIEmbeddings", "GoogleGenAI", "GoogleGenAIEmbedding"),
    **_by(_from_provider("anthropic"), (), "model model_name", "ChatAnthropic"),
    **_by(_from_provider("vertex"), (), "model_name model", "ChatVertexAI", "VertexAI", "VertexAIEmbeddings", "Vertex", "VertexTextEmbedding"),
    **_by(_from_provider("mistral"), (), "model model_name", "ChatMistralAI", "MistralAI", "MistralAIEmbedding", "MistralAIEmbeddings", "MistralChatGenerator"),
    **_by(_from_provider("cohere"), (), "model model_name", "ChatCohere", "CohereEmbeddings", "CohereEmbedding", "CohereRerank", "CohereGenerator", "CohereChatGenerator"),
}  # fmt: skip

# `ollama.chat(model=...)` and its client, the completions of clients whose address says where they lead.
OLLAMA_CALL = re.compile(
    r"(?:ollama|client|_client|self\.client)\.(?:chat|generate|embeddings|embed|pull|show|create|push)$"
)
COMPLETION = re.compile(
    r"(?:completions?|responses|embeddings|messages)\.(?:create|parse|stream)$|^a?completion$|^a?embedding$"
)
AZURE_CLIENT = re.compile(r"\b(?:Async)?Azure(?:Chat)?OpenAI\w*\(|\bAZURE_OPENAI_|api_type\s*=\s*[\"']azure")
PLAIN_CLIENT = re.compile(r"(?<![A-Za-z])(?:Async|Chat)?OpenAI\w*\(")
HOSTS = re.compile(
    r"https?://(?:(?P<openrouter>openrouter\.ai)|(?P<groq>api\.groq\.com)|(?P<together>api\.together\.(?:xyz|ai))|(?P<deepseek>api\.deepseek\.com)"
    r"|(?P<fireworks>api\.fireworks\.ai)|(?P<perplexity>api\.perplexity\.ai)|(?P<xai>api\.x\.ai)|(?P<mistral>api\.mistral\.ai)|(?P<cerebras>api\.cerebras\.ai)"
    r"|(?P<ollama>[\w.-]+:11434)|(?P<azure_openai>[\w.-]+\.openai\.azure\.com)|(?P<dashscope>dashscope[\w.-]*\.aliyuncs\.com)|(?P<moonshot>api\.moonshot\.(?:cn|ai))"
    r"|(?P<deepinfra>api\.deepinfra\.com)|(?P<google>generativelanguage\.googleapis\.com))"
)


TAILS = frozenset(name.rpartition(".")[2] for name in LOADERS)


def find_loader(callee: str, text: str, aliases: dict[str, str]) -> Loader | None:
    """The loader that a call is, by its full name or by its last part."""
    callee = aliases.get(callee, callee)
    tail = callee.rpartition(".")[2]
    two = ".".join(callee.split(".")[-2:])
    loader = LOADERS.get(two) or LOADERS.get(tail)
    if loader is None or (loader.needs and loader.needs not in (callee if "." in callee else text)):
        return None
    return loader
