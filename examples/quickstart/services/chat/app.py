"""The support chat: one question in, one answer out."""

from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

tokenizer = AutoTokenizer.from_pretrained("acme/support-7b")
model = AutoModelForCausalLM.from_pretrained("acme/support-7b", device_map="auto")
chat = pipeline("text-generation", model=model, tokenizer=tokenizer)


def answer(question: str) -> str:
    """Answer a customer's question in at most 200 tokens."""
    (reply,) = chat([{"role": "user", "content": question}], max_new_tokens=200)
    return str(reply["generated_text"][-1]["content"])
