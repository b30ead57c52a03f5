from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="meta-llama/llama-3.1-8b-instruct:free", messages=[])
