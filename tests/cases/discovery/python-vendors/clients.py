"""Clients of vendors: whatever they call a model by default is one of theirs."""

import cohere
import requests
from django.db import migrations



class CohereEmbedder:
    def __init__(self, model_name: str = "large", input_type: str = "search_document"):
        self.model_name = model_name


class ElevenLabsSpeech:
    model: str = "auto"
    model_id: Annotated[str, "what speaks"] = "turbo-9"
    encoding_model: str = "cl100k_base"


class Plain:
    model: str = "large"


embedder = CohereEmbedder(model_name="nonexistent-1")


class OpenaiMigration:
    operations = [migrations.AddField(model_name="chatmodeloptions", name="text")]
