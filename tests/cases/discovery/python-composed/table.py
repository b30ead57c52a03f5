"""Names that are put together from constants, outside of any loader call."""

OWNER = "acme"
EITHER = "acme"
EITHER = "other"
hf_model_map = {
    "reader": f"{OWNER}/biosyn-sapbert-1",
    "unknown": f"{EITHER}/biosyn-sapbert-2",
    "one-line": "x",
}
CONFIGS = [
    dict(name="pythia-70m", hf_config=dict(org="EleutherAI", name="pythia-70m")),
    dict(name="falcon-40b{}", hf_config=dict(org="tiiuae", name="falcon-40b{}")),
]
for kind in ("", "-instruct"):
    CONFIGS.append(kind)
tagger_model_map = {"ner": "hearer/ner-english", "other": "hearer/upos-multi"}
QUESTIONS = f"{ENDPOINT_HF_ENDPOINT}/datasets/acme/questions"
