"""Fetches what the service needs: `ollama pull docstring`."""

import os
import subprocess

os.system("ollama pull llama3.1")
subprocess.run("vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000", shell=True, check=True)
subprocess.check_call("python -m spacy download en_core_web_sm".split())
command = "lm_eval --model hf --model_args pretrained=EleutherAI/pythia-160m,revision=step100000"
fetch = f"huggingface-cli download BAAI/bge-m3 --local-dir {os.getcwd()}"
help_text = "ollama pull mistral"
print("ollama run gemma2")
raise RuntimeError("spacy download de_core_news_sm")
# ollama pull phi3
