"""Models behind interfaces of their vendors: names of their families, and the routes by which libraries reach them."""

from __future__ import annotations

import re
from functools import lru_cache

# Bare names that one vendor gives to its models and nobody else uses.
_FAMILIES = (
    (
        "openai",
        (
            r"(?:ft:)?gpt-(?:3\.?5|[4-9]|o\d)[\w.:-]*|(?:ft:)?gpt-4o[\w.:-]*|gpt-(?:image|audio|realtime|live|transcribe|video|search)[\w.-]*|sora-\d[\w.-]*|chatgpt-(?:[4-9]|image)[\w.-]*"
            r"|o[134](?:-(?:mini|preview|pro|deep-research)[\w.-]*|-\d{4}-\d\d-\d\d)?|text-embedding-(?:3-(?:small|large)|ada-002(?:-v2)?)"
            r"|text-(?:davinci|curie|babbage|ada)-\d{3}|code-davinci-\d{3}|davinci-002|babbage-002|whisper-1|tts-1(?:-hd)?(?:-\d{4})?"
            r"|dall-e-[23]|(?:omni|text)-moderation-[\w.-]+|computer-use-preview[\w.-]*|codex-mini[\w.-]*"
        ),
    ),
    (
        "anthropic",
        r"claude-(?:[12]|[3-9](?![-.\d]*$)|v\d|instant|opus|sonnet|haiku|(?!code|desktop|agent)[a-z]+-(?:\d|latest|preview))[\w.-]*(?:@(?:\d+|default|latest))?",
    ),
    (
        "google",
        (
            r"gemini-(?:\d|pro|ultra|flash|exp|embedding|live|robotics|omni|nano)[\w.-]*|medlm-(?:medium|large)[\w.-]*|text-unicorn[\w@.-]*|multimodalembedding@\d+|semantic-ranker-[\w@.-]+|deep-research-pro-[\w-]+|(?:text|chat|code|codechat)-bison[\w@.-]*|code-gecko[\w@.-]*|image(?:generation|text|verification|-segmentation)[@-]\d+|(?:text-?embedding-gecko|text-multilingual-embedding)[\w@.-]*"
            r"|text-embedding-00\d|models/(?:gemini|chat-bison|text-bison|embedding|text-embedding|imagen|veo)-[\w.-]+|imagen-\d[\w.-]*|veo-\d[\w.-]*"
            r"|embedding-001"
        ),
    ),
    (
        "mistral",
        (
            r"mistral-(?:large|medium|small|tiny|embed|nemo|saba|ocr|moderation)(?:-(?:latest|\d(?:\.\d)?|\d{4}))?"
            r"|voxtral-(?:mini|small)[\w-]*|(?:open-mi[sx]tral|open-codestral|codestral|ministral|magistral|devstral|pixtral)-(?:[\w.]+-)*(?:latest|\d(?![\w.-])|\d{4}|8x\d+b|7b|nemo|mamba|embed)"
        ),
    ),
    (
        "cohere",
        (
            r"command(?:-(?:light|nightly|xlarge|r|r-plus|r7b|a|r-\d\d-\d{4}|r-plus-\d\d-\d{4}|r7b-\d\d-\d{4}|a-(?:[a-z]+-)?\d\d-\d{4}))*|embed-(?:english|multilingual)-(?:light-)?v\d(?:\.\d)?"
            r"|embed-v4\.0|multilingual-22-12|rerank-(?:english-|multilingual-)?v\d(?:\.\d)?(?:-(?:fast|pro|lite))?|c4ai-aya-[\w.-]+"
        ),
    ),
    (
        "voyage",
        r"voyage-(?:\d|large|lite|code|law|finance|multilingual|context)[\w.-]*|rerank-(?:lite-)?[12](?:\.\d)?(?:-lite)?",
    ),
    (
        "deepseek",
        r"deepseek-(?:chat|reasoner|coder|flash|pro)|deepseek-v\d[\w.]*(?:-(?:chat|pro|flash|exp))?",
    ),
    (
        "groq",
        r"llama-?3[\w.]*-(?:[\w]+-)*(?:versatile|instant|specdec|8192|preview)|mixtral-8x7b-32768|gemma2?-\d+b-it",
    ),
    (
        "sagemaker",
        r"meta-(?:textgeneration|vlm)-[\w.-]+|huggingface-(?:llm|textgeneration\d?|textembedding|vlm|asr)-[\w.-]+",
    ),
    ("fireworks", r"accounts/fireworks/models/[\w.-]+"),
    ("cloudflare", r"@(?:cf|hf)/[\w-]+/[\w.-]+"),
    ("elevenlabs", r"eleven_(?:[a-z]+_)*v\d(?:_\d)?|scribe_v\d\w*"),
    ("deepgram", r"nova-\d(?:-[a-z]+)*|aura-(?:\d-)?[a-z]+-[a-z]{2}"),
    ("cartesia", r"sonic-(?:\d[\w.-]*|english|multilingual|turbo|preview)|ink-whisper"),
    ("perplexity", r"sonar-(?:pro|small|medium|reasoning|deep-research)[\w-]*"),
    ("writer", r"palmyra-(?:x|med|fin|creative|vision)[\w.-]*|silk-road"),
    ("reka", r"reka-(?:core|flash|edge)[\w.-]*"),
    (
        "ai21",
        r"j2-(?:light|mid|ultra|grande|jumbo)[\w-]*|j1-(?:large|grande|jumbo)[\w-]*|jamba-(?:\d|instruct|large|mini)[\w.@-]*",
    ),
    ("yi", r"yi-(?:large|medium|spark|vision|lightning)(?:-[\w.]+)*"),
    ("pplx", r"pplx-(?:embed|\d)[\w.-]*"),
    ("gensim", r"(?:glove|word2vec|fasttext|conceptnet)-(?:[a-z]+-)+(?:\d+|\d\d-\d\d-\d+)"),
    (
        "ultralytics",
        r"(?:yolo(?:v?\d|e-|_nas_)[\w-]*|rtdetr-[lx]|FastSAM-[sx]|mobile_sam|sam(?:2|2\.1)?_[tsblh])\.pt|yolo(?!x)[\w-]+\.onnx",
    ),
    ("mmdet", r"[a-z][a-z0-9-]*_(?:[\w-]+_)?(?:\d+xb\d+|\dx)[\w-]*_(?:coco|voc\d+|lvis_v\d|objects365)"),
    ("jina", r"ReaderLM-v\d"),
    ("fal", r"fal-ai/[\w./-]+"),
    ("typesafe", r"jev-(?:latest|\d[\w.-]*)"),
    (
        "zhipuai",
        r"glm-(?!4-9b|\d[\w.]*-\d+b)\d[\w.-]*|chatglm_\w+|charglm-\d[\w.-]*|codegeex-\d[\w.-]*|cogview-\d[\w.-]*|cogvideox?-\d[\w.-]*",
    ),
    ("nemo", r"(?:stt|tts|vad)_(?:[a-z]{2}|multilingual|telephony|enes)_[a-z0-9_.]+|titanet_(?:large|small)"),
    ("qianfan", r"(?i:ernie-(?:speed|lite|bot|tiny|character|[345]))[\w.-]*"),
    ("volcengine", r"doubao-[\w.-]+"),
    ("xai", r"grok-(?:\d|beta|vision|voice|code|imagine|transcribe)[\w.-]*"),
    (
        "dashscope",
        (
            r"qwen[\d.]*-(?:(?:vl|vlo|omni|coder|math|mt|tts|asr|audio)-)?(?:max|plus|turbo|long|flash|image|realtime)[\w.-]*"
            r"|wan\d[\w.]*-(?:t2v|i2v|t2i|image)[\w-]*|qwen3[\d.]*-\d+b(?:-a\d+b)?"
            r"|wanx[\w-]*|wordart-[\w-]+|paraformer-(?:realtime|v\d|8k|mtl)[\w-]*|sambert-[\w-]+-v\d|(?:multimodal|text)-embedding-v\d|cosyvoice-v\d[\w-]*"
        ),
    ),
    (
        "minimax",
        r"(?i:minimax)-(?:M\d|H\d|Text|VL|Hailuo|Music)[\w.-]*|[TIS]2V-01[\w-]*|speech-\d[\w.]*-(?:hd|turbo)",
    ),
    ("moonshot", r"moonshot-v1-[\w-]+|kimi-(?:k\d|latest)[\w.-]*"),
    (
        "ollama",
        r"(?:llama|codellama|mistral|mixtral|qwen|phi|gemma|deepseek|llava|tinyllama|starcoder|smollm|granite|command-r|gpt-oss|nemotron|vicuna|orca|solar|yi|nomic-embed|mxbai-embed|all-minilm|bge-m3|qwq|dolphin|zephyr|command-r)[\w.-]*:(?:latest|\d[\w.]*[bm](?:-[\w.-]+)?)",
    ),
    (
        "bedrock",
        (
            r"(?=\D*\d)(?:(?:us|eu|apac|global|jp|au|ca|us-gov)\.)?(?:anthropic\.claude|amazon\.(?:titan|nova|rerank)|meta\.llama|mistral\.[a-z]*tral-|cohere\.(?:command|embed|rerank)"
            r"|ai21\.j|stability\.[\w]|deepseek\.[\w]|openai\.gpt-(?:oss-)?\d|qwen\.qwen|luma\.ray|writer\.palmyra|google\.gemma|minimax\.minimax|moonshot(?:ai)?\.kimi|nvidia\.nemotron|twelvelabs\.\w|zai\.glm)[\w.:-]*"
        ),
    ),
)
FAMILY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FAMILIES))
# Names of weights on the Hub that their makers' own interfaces and libraries use without the organization.
_BARE_WEIGHTS = (
    (re.compile(r"gpt-oss-(?:safeguard-)?\d+b"), "openai"),
    (
        re.compile(
            r"(?:[a-z]{2}_(?:core_(?:web|news|sci)|ner_(?:craft|jnlpba|bc5cdr|bionlp13cg))|xx_(?:ent_wiki|sent_ud))_(?:sm|md|lg|trf|scibert)"
        ),
        "spacy",
    ),
    (
        re.compile(
            r"all-(?:MiniLM-L\d+|mpnet-base|distilroberta|roberta-large)-v\d|(?:paraphrase-(?:albert|distilroberta|MiniLM|mpnet|multilingual|TinyBERT|xlm)"
            r"|multi-qa-(?:MiniLM|mpnet|distilbert)|distiluse-base)-[\w-]+|clip-ViT-[BL]-\d+(?:-multilingual-v1)?"
            r"|(?:distil)?(?:bert|roberta)-(?:base|large)-nli-(?:stsb-)?(?:mean|max|cls)-tokens"
            r"|(?:stsb|nli|msmarco|quora|nq)-(?:(?:distil)?(?:bert|roberta|mpnet)|MiniLM|xlm-r)-[\w-]+"
            r"|(?:gtr|sentence)-t5-(?:base|large|xl|xxl)|LaBSE|allenai-specter|average_word_embeddings_[\w.]+"
        ),
        "sentence-transformers",
    ),
    (
        re.compile(
            r"[a-z][a-z0-9_]+\.[a-z0-9_]*(?:in1k|in12k|in21k|in22k|laion2b|lvd142m)[a-z0-9_]*"
            r"|(?:vit|deit3?|beit(?:v2)?|swin(?:v2)?|eva(?:02)?|cait|crossvit|pit|volo)_[a-z0-9_]*(?:patch|window)\d+_[a-z0-9_.]*"
            r"|(?:convnext(?:v2)?|resnetv2|tf_efficientnet(?:v2)?|mobilenetv[234]|regnet[xy]|efficientnet)_[a-z0-9]+_(?:\d{3}|in22\w+|ns|in1k|in21\w+)"
        ),
        "timm",
    ),
    (re.compile(r"ms-marco-(?:MiniLM|TinyBERT|electra|MultiBERT)[\w-]*"), "cross-encoder"),
    (re.compile(r"jina-(?:embeddings|reranker|clip|colbert)-[mv][\w.-]*"), "jinaai"),
    (
        re.compile(
            r"bge-(?:(?:small|base|large)-(?:en|zh)|m3|reranker-(?:base|large|v2)|multilingual|en-icl|code|vl)[\w.-]*",
            re.IGNORECASE,
        ),
        "BAAI",
    ),
    (
        re.compile(
            r"(?:multilingual-)?e5-(?:small|base|large)(?:-(?:v2|instruct|unsupervised))?|e5-mistral-7b-instruct"
        ),
        "intfloat",
    ),
    (re.compile(r"gte-(?:small|base|large)(?:-zh)?"), "thenlper"),
    (
        re.compile(
            r"gte-(?:Qwen\d[\w.]*-[\d.]+B|multilingual|modernbert|reranker|(?:base|large)-en-v)[\w.-]*"
        ),
        "Alibaba-NLP",
    ),
    (re.compile(r"nomic-embed-(?:text|code|vision)-v\d[\w.-]*"), "nomic-ai"),
    (re.compile(r"mxbai-(?:embed|rerank)-[a-z]+-v\d"), "mixedbread-ai"),
    (re.compile(r"snowflake-arctic-embed-[\w.-]+"), "Snowflake"),
    (re.compile(r"esm(?:1b?|1v|2|_msa1b?|_if1_gvp4)_t\d+_\d+[MB]_UR\d+\w*"), "facebook"),
    (re.compile(r"wtp-(?:bert|canine)-[\w-]+"), "benjamin"),
    (re.compile(r"sat-\d+l(?:-sm|-no-limited-lookahead)?"), "segment-any-text"),
    (
        re.compile(
            r"(?:[a-z]{2,10}_)?PP-(?:OCRv\d|LCNet|DocLayout|FormulaNet|Chart2Table|DocBee|DocBlockLayout|StructureV3)[\w-]*|PaddleOCR-VL[\w.-]*|SLANe[tX]t?(?:_\w+)?|UVDoc"
        ),
        "PaddlePaddle",
    ),
    (re.compile(r"Qwen3-(?:Embedding|Reranker)-[\d.]+B"), "Qwen"),
)
# The same of large models; these names are also given to copies, so a key or a loader must ask for a model.
_LARGE = (
    ("meta-llama", r"(?:Meta-)?Llama-[23](?:\.\d)?-\d+[bB](?:-Vision)?(?:-(?:chat|Instruct))?(?:-hf)?"),
    ("mistralai", r"Mistral-7B-(?:Instruct-)?v0\.\d|Mixtral-8x(?:7|22)B-(?:Instruct-)?v0\.\d"),
    ("tiiuae", r"falcon-(?:rw-)?\d+[bB](?:-instruct|-chat)?"),
    ("databricks", r"dolly-v\d-\d+b"),
    ("openlm-research", r"open_llama_\d+b(?:_v2)?"),
    ("stabilityai", r"stablelm-(?:base|tuned)-alpha-\db"),
    (
        "Qwen",
        r"Qwen\d?(?:\.\d)?-(?:[A-Za-z]+-)?[\d.]+B(?:-(?:Chat|Instruct|Base))?(?:-(?:AWQ|GPTQ-Int\d|FP8))?",
    ),
    ("google", r"gemma-(?:\d-)?\d+b(?:-it)?|flan-t5-(?:small|base|large|xl|xxl)"),
    (
        "microsoft",
        r"[Pp]hi-(?:[12](?:\.5)?|[34](?:\.5)?-(?:mini|small|medium|vision|MoE)(?:-\d+k)?-instruct)",
    ),
    ("openai", r"whisper-(?:(?:tiny|base|small|medium)(?:\.en)?|large(?:-v[123])?(?:-turbo)?)"),
    ("lmsys", r"vicuna-\d+b-v1\.\d(?:-16k)?"),
    ("EleutherAI", r"pythia-[\d.]+[mb](?:-deduped)?|gpt-(?:neo-(?:125[mM]|1\.3B|2\.7B)|j-6[bB]|neox-20b)"),
    ("facebook", r"opt-[\d.]+[mb]"),
    ("bigscience", r"bloomz?-\d+[bm]\d*"),
    ("deepseek-ai", r"DeepSeek-(?:R1|V[23])[\w.-]*"),
    ("HuggingFaceH4", r"zephyr-7b-(?:alpha|beta)"),
)
_LARGE_NAMES = [(re.compile(pattern), owner) for owner, pattern in _LARGE]
# Entries of price lists and names of files, not models.
_PRICED = re.compile(
    r"[.:-]$|-(?:completion|cached|finetuned)$|\.(?:jinja2?|json|ya?ml|py|txt|md|toml|svg|png|pth|ckpt|safetensors)$"
)
# Words that are a model of a vendor only where an argument or a key says so.
LOOSE = {
    "command": "cohere",
    "ada": "openai",
    "babbage": "openai",
    "curie": "openai",
    "davinci": "openai",
    "o1": "openai",
    "o3": "openai",
    "o4": "openai",
}

# What stands before the slash or the colon in litellm, OpenRouter, pydantic-ai, LangChain and promptfoo.
ROUTES = {
    "anthropic": "anthropic", "azure": "azure-openai", "azure_ai": "azure-openai", "azure_openai": "azure-openai",
    "azure-openai": "azure-openai", "azureopenai": "azure-openai", "bedrock": "bedrock", "bedrock_converse": "bedrock",
    "amazon-bedrock": "bedrock", "cohere": "cohere", "cohere_chat": "cohere", "gemini": "google",
    "google": "google", "google-gla": "google", "google-vertex": "vertex", "google_genai": "google",
    "google_vertexai": "vertex", "googleai": "google", "google-genai": "google",
    "generative-ai": "google", "mistral": "mistral", "mistralai": "mistral",
    "codestral": "mistral", "ollama": "ollama", "ollama_chat": "ollama", "openai": "openai", "openai-chat": "openai",
    "openai-responses": "openai", "text-completion-openai": "openai", "openrouter": "openrouter", "palm": "google", "sagemaker": "sagemaker",
    "text-completion-codestral": "mistral", "vertex": "vertex", "vertex_ai": "vertex", "vertex_ai_beta": "vertex",
    "vertexai": "vertex",
    "ai21": "ai21", "anyscale": "anyscale", "cerebras": "cerebras", "cloudflare": "cloudflare", "databricks": "databricks",
    "deepinfra": "deepinfra", "deepseek": "deepseek", "fireworks": "fireworks", "fireworks_ai": "fireworks",
    "groq": "groq", "nvidia_nim": "nvidia-nim", "perplexity": "perplexity", "replicate": "replicate",
    "sambanova": "sambanova", "together": "together", "together_ai": "together", "voyage": "voyage", "watsonx": "watsonx",
    "x-ai": "xai", "xai": "xai", "moonshot": "moonshot", "nebius": "nebius", "novita": "novita", "hyperbolic": "hyperbolic",
    "dashscope": "dashscope", "zai": "zai", "minimax": "minimax", "clarifai": "clarifai", "lm_studio": "lmstudio", "lmstudio": "lmstudio", "featherless_ai": "featherless", "github": "github-models", "github_copilot": "github-copilot",
}  # fmt: skip
# Routes that lead to models of the Hub.
HUB_ROUTES = frozenset(
    (
        "huggingface",
        "hf",
        "hf-inference-providers",
        "hf_hub",
        "hf-hub",
        "hosted_vllm",
        "llama-cpp-python",
        "vllm",
        "hub",
        "huggingface_hub",
        "text-generation-inference",
    )
)
_TASKS = (
    "chat/",
    "converse/",
    "completion/",
    "invoke/",
    "responses/",
    "embeddings/",
    "messages/",
    "embedding/",
)


@lru_cache(4096)
def name_family(written: str) -> str | None:
    """`openai:gpt-4o` for a name that only one vendor uses, None for any other text."""
    if written.startswith("fast-"):  # archives of fastembed
        return name_family(written.removeprefix("fast-"))
    if _PRICED.search(written):
        return None
    for pattern, owner in _BARE_WEIGHTS:
        if pattern.fullmatch(written):
            return f"{owner}/{written}"
    match = FAMILY.fullmatch(written)
    if match is None or match.lastgroup is None:
        return None
    name = written.removeprefix("models/").removesuffix(".pt")
    return f"{match.lastgroup}:{name}"


def name_owner(written: str) -> str | None:
    """Whose weights are called by a name without an organization, None where that is not known."""
    return next((owner for pattern, owner in _LARGE_NAMES if pattern.fullmatch(written)), None)


def follow_route(route: str, rest: str) -> str | None:
    """`ollama:llama3` for a route of a library and what follows it; None where it is no model of the route."""
    provider = ROUTES.get(route)
    if provider is None or not rest:
        return None
    while rest.startswith(_TASKS):
        rest = rest.partition("/")[2]
    return f"{provider}:{rest}" if rest else None
