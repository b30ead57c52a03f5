import os

from transformers import AutoModel

name = os.environ.get("LLM", "acme/reader")
AutoModel.from_pretrained(name)
AutoModel.from_pretrained(os.getenv("OTHER") or "acme/writer")
