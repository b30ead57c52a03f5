"""What names of models look like, and names of files and folders."""

from __future__ import annotations

import re

from license_gate.discover.organizations import FOLDERS, HUB, SHARED

SUFFIX = re.compile(
    r"\.(?:py|pyi|js|mjs|cjs|ts|tsx|jsx|json|jsonl|ya?ml|toml|txt|csv|tsv|md|rst|html?|css|sh|bash|cfg|ini|conf|xml|svg|png|jpe?g|gif|webp|mp[34]|wav|flac|ogg|pdf|"
    r"zip|gz|tgz|tar|whl|ipynb|lock|log|cpp|cc?|cuh?|metal|wgsl|glsl|h(?:pp?)?|mm?|rs|go|java|rb|php|sql|parquet|arrow|npy|npz|pkl|pickle|pt|pth|ckpt|h5|bin|onnx|safetensors|"
    r"gguf|ggml|tflite|pb|mlmodel|model|vocab|spm|so|dll|exe|git|env|proto|tf|jsonnet|jinja2?|j2|tmpl|db|sqlite|docx?|xlsx?|pptx?|vue|svelte)$",
    re.IGNORECASE,
)
_LOCAL_NAME = re.compile(
    r"[\d.]+|v\d+(?:\.\d+)*|latest|main|master|chat_models|.*-space|best|final|default|(?:my|your)[-_].*|model(?:[-_]?(?:name|id|path))?|foo|bar|baz|x+|name|repo(?:[-_]?(?:name|id))?|\.\.\.",
    re.IGNORECASE,
)
_SAVED = re.compile(r"(?:checkpoint|ckpt|epoch|step|run|version)[-_]?\d+", re.IGNORECASE)  # by a training
# Techniques and encodings: no names by themselves.
_TECHNIQUE = re.compile(
    r"lora|locon|controlnet|dreambooth|textual[-_]inversion|(?:cl100k|o200k|p50k|r50k)_\w+", re.IGNORECASE
)
_STAND_IN = re.compile(
    r"(?:a|an|my|your|some|something|any|other|another|the|test|tests|testing|fake|dummy|mock|mocked|example|sample|demo|foo|bar|baz|qux|lorem|ipsum|dolor|sit|amet|acme|vendor|provider|company|custom|owner|author"
    r"|user|username|namespace|not[-_]an?|nonexistent|non[-_]existent|missing|invalid|unknown|local|private|secret|hf|org|orga?nization|repo|repository|model|models|name|id|path|file|base|foobar|m|x|y|z|abc|xyz)"
    r"(?:[-_]?(?:org|model|models|repo|user|owner|name|id|path|v?\d+|[a-z]))?"
    r"|(?:another|dummy|example|fake|mock|other|sample|some|test|your)[-_][\w-]+|[a-z]+-model|\w+_model|[\w.-]*(?:not-?exist|non-?existent|not-?a-?real|definitely-not|obviously-|bogus)[\w.-]*",
    re.IGNORECASE,
)
EXAMPLE = "acme"  # the company of every example; its models are named like those of others
STRONG = re.compile(
    r"""(?:^|[-_.])(?:\d+x)?\d+(?:\.\d+)?[bB](?:$|[-_.])|[-_]\d{1,4}[mM](?:$|[-_.])|instructor-|[Ii]nstruct(?:$|[-_.\d])|(?:^|[-_.])[Cc]hat(?:$|[-_.])|GGUF|gguf|AWQ|GPTQ|[Ee]xl2|[48]bit|[-_]FP8|[-_]fp8
    |(?i:bert|gpt-?[234j]|gpt-neo|llama|mi[sx]tral|qwen|gemma|falcon|phi-?\d|[a-z]?t5(?:$|[-_])|(?:^|[-_])m?bart(?:$|[-_])|whisper|wav2vec
    |hubert|wavlm|(?:^|[-_])clip(?:$|[-_])|(?:^|[-_])vit(?:$|[-_])|siglip|diffusion|sdxl|flux\.?\d|deepseek|(?:^|[-_])bloomz?(?:$|[-_])|(?:^|[-_])opt-\d
    |pythia|embed|(?:^|[-_])bge(?:$|[-_])|(?:^|[-_])e5(?:$|[-_])|(?:^|[-_])gte-|minilm|mpnet|rerank|cross-?encoder|electra|xlm-|pegasus|marian|opus-mt|nllb|m2m100|blip|llava|idefics
    |kosmos|florence-?\d|dinov?\d|swin|convnext|resnet|(?:^|[-_])detr(?:$|[-_])|(?:^|[-_])sam\d?-|segformer|musicgen|speecht5|parler|kokoro|encodec|starcoder|codegen|santacoder|vicuna
    |alpaca|zephyr|openchat|solar-\d|(?:^|[-_])yi-\d|mpt-\d|dolly-v|stablelm|internlm|baichuan|chatglm|(?:^|[-_])glm-?\d|minicpm|olmo|smollm|smolvlm|nemotron|c4ai-|(?:^|[-_])aya-|granite-\d
    |jamba|mamba|rwkv|splade|colbert|colpali|colqwen|donut|trocr|layoutlm|deplot|pix2struct|longformer|bigbird|funnel-|controlnet|(?:^|[-_])lora(?:$|[-_])|-sft|-dpo|-rlhf|unixcoder|quantized|xlnet|depth-anything|msmarco|ms-marco|mnli|squad\d?(?:$|[-_])|conll\d|finetuned|(?:^|[-_])in\d+k|efficientnet|mobilenet|(?:^|[-_])[db]eit|(?:^|[-_])yolo|detectron2|rcnn|minimax-|hunyuan|dbrx|(?:^|[-_])kimi-|smolvla|nvfp4|mxfp4)""",
    re.VERBOSE,
)
WEAK = re.compile(
    r"(?i:[-_.](?:base|large|small|tiny|xl|xxl|mini|medium|nano|turbo|v\d[\d.]*|ft|hf|onnx|uncased|cased|en|multilingual|finetuned|cnn|squad2?|ner|model|vl|xs|xsmall|pro|preview)(?:$|[-_.])|\d)"
)
# How packages call the sizes of Whisper.
WHISPER_SIZE = r"(?:tiny|base|small|medium)(?:\.en)?|large(?:-v[123])?|turbo|large-v3-turbo|distil-(?:small\.en|medium\.en|large-v[23](?:\.5)?)"


def name_whisper(size: str) -> str | None:
    """The Hub's name of a size of Whisper; None for any other word."""
    if not re.fullmatch(WHISPER_SIZE, size):
        return None
    return f"openai/whisper-{'large-v3-turbo' if size == 'turbo' else size}"


# Ids without an organization, from the first years of the Hub; they still lead to a model.
LEGACY = re.compile(
    r"(?:distil)?gpt2(?:-(?:medium|large|xl))?|openai-gpt|t5-(?:small|base|large|3b|11b)|ctrl|transfo-xl-wt103"
    r"|bert-(?:base|large)-(?:un)?cased(?:-whole-word-masking(?:-finetuned-squad)?|-finetuned-mrpc)?"
    r"|bert-base-(?:multilingual-(?:un)?cased|chinese|german-(?:cased|dbmdz-(?:un)?cased))"
    r"|distilbert-base-(?:(?:un)?cased(?:-distilled-squad|-finetuned-sst-2-english)?|multilingual-cased|german-cased)"
    r"|(?:distil)?roberta-(?:base|large)(?:-mnli|-openai-detector)?|xlm-roberta-(?:base|large)(?:-finetuned-conll0[23]-(?:english|german|dutch|spanish))?"
    r"|xlm-(?:mlm|clm)-[\w-]+|albert-(?:base|large|xlarge|xxlarge)-v[12]|xlnet-(?:base|large)-cased|camembert-base"
)
SIZED = re.compile(r"\d+(?:\.\d+)?[bB]_")  # how names of training configurations begin
# The same of data sets; shorter words are folders as often.
_OLD_DATASETS = """
ag_news amazon_polarity cnn_dailymail common_voice conll2003 dbpedia_14 gigaword glue gsm8k hellaswag imdb
librispeech_asr multi_news natural_questions openwebtext rotten_tomatoes samsum snli squad squad_v2 super_glue
trivia_qa truthful_qa tweet_eval wiki_dpr wikiann wikitext wmt14 wmt16 xnli xsum yelp_polarity yelp_review_full
"""
OLD_DATASETS = frozenset(_OLD_DATASETS.split())
# How folders begin that a program or a person makes for itself.
_OWN = ("checkpoint", "output", "my_", "my-", "your_", "your-", "local_", "saved_", "path_to")
# `21B/3.6B` says how large a model is, `v1/chat` is a path.
_MEASURE = re.compile(r"\d+(?:\.\d+)?[BbMm]|v\d+")
# A folder that is called like a family of models holds configurations or code, it is nobody's name.
_FAMILY_FOLDER = re.compile(
    r"(?:code_?)?(?:llama|qwen|gemma|phi|gpt|t5|clip|mistral|mixtral|falcon|bert|roberta|vit|whisper|wav2vec|deepseek_v|dinov)[_-]?\d[\w.]*|COCO-\w+|LVISv[\w.-]+"
)


# A folder that is called like one model: what it holds is a part of that model, or something made for it.
MODEL_FOLDER = re.compile(
    r"(?:gpt2|gpt-neo|gpt-j|llama|gemma|qwen|mistral|pythia|phi|falcon|opt|bloom|deepseek|t5)[\w.]*(?:-[\w.]+)*-(?:[\d.]+[bm](?:-[\w.-]+)?|small|medium|large|xl)",
    re.IGNORECASE,
)


def is_path(owner: str, repository: str, *, asked: bool = False) -> bool:
    """Whether `owner/repository` is rather a path in a tree, a media type or a time zone."""
    if owner.lower() in FOLDERS or owner in FOLDERS or not re.search("[A-Za-z]", owner):
        return True
    if (
        owner.startswith(_OWN)
        or "--" in owner
        or _MEASURE.fullmatch(owner)
        or _FAMILY_FOLDER.fullmatch(owner)
    ):
        return True
    if SUFFIX.search(owner) or SUFFIX.search(repository) or repository.startswith("models--"):
        return True
    if repository[-1:] == "." or SIZED.match(repository) or _LOCAL_NAME.fullmatch(repository):
        return True
    known = owner in HUB
    if not known and (_TECHNIQUE.fullmatch(repository) or _SAVED.fullmatch(repository)):
        return True
    # A group of configurations and one of them.
    group = not asked and repository.startswith(f"{owner}_") and "-" not in repository
    return group and not known and owner not in SHARED


def is_placeholder(owner: str, repository: str) -> bool:
    """Whether a name only shows where one belongs: `org/model-1`, `test/fake`."""
    return _STAND_IN.fullmatch(owner) is not None or _STAND_IN.fullmatch(repository) is not None


def is_example(owner: str, repository: str) -> bool:
    """Whether even a loader is given no name: `org/model`, `test_account/test_repo`."""
    known = owner.lower() == EXAMPLE or repository == ""
    return not known and is_placeholder(owner, "") and is_placeholder("", repository)
