"""The support chat: one question in, one answer out."""

from transformers import pipeline

chat = pipeline("text-generation", model="acme/support-7b", device_map="auto")


def answer(question: str) -> str:
    """Answer a customer's question in at most 200 tokens."""
    (reply,) = chat([{"role": "user", "content": question}], max_new_tokens=200)
    return str(reply["generated_text"][-1]["content"])
