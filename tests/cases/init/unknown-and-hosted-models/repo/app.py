from openai import OpenAI
from transformers import AutoModel

AutoModel.from_pretrained("acme/support-7b")
AutoModel.from_pretrained("Acme/Support-7B")
AutoModel.from_pretrained("BAAI/bge-m3")
OpenAI().chat.completions.create(model="gpt-4o", messages=[])
