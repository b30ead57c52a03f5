"""Names without an organization that lead to one repository of the Hub."""

from openai import OpenAI

EMBEDDERS = ["bge-m3", "multilingual-e5-base", "gte-base", "nomic-embed-text-v1.5"]
config = Config(labels_encoder="gpt2", model_name="bert-base-uncased")
voice = "tts_models/multilingual/multi-dataset/xtts_v2"
pipelines = {"xx": "xx_ent_wiki_sm"}
answer = OpenAI(base_url=SOMEWHERE).chat.completions.create(model="house-model-2", messages=[])
REASONING = ("gpt-5.", "gpt-6-luna")
word = "gpt2"
