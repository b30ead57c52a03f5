import ollama
from langchain_ollama import ChatOllama

ollama.chat(model="llama3.2", messages=[])
ChatOllama(model="hf.co/acme/reader-GGUF:Q4_K_M")
ollama.pull("mistral")
