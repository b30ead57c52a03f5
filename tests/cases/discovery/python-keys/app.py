import os

file: dict = {}
file["training_cache/embeddings"] = {"embeddings": 1}
MODELS = {"embed": 1}
MODELS["cache/embeddings-2"] = 2
SPACY = "en_core_web_lg"


def load(spacy_model: str = "de_core_news_sm") -> None:
    """Loads a pipeline."""


DEPLOYMENT = os.getenv("AZURE_OPENAI_DEPLOYMENT", "gpt-4o")


class Words:
    def __init__(self, model: str = "all-MiniLM-L6-v2", other: str = "paraphrase-thing") -> None:
        """Reads words."""
