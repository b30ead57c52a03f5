from vllm import LLM
from transformers import pipeline

llm = LLM(
    model="acme/answerer",
)
ner = pipeline("ner", model="acme/names")
