"""Addresses of the Hub."""

MODEL = "hf://acme/reader-7b"
DATA = "hf://datasets/acme/questions"
BUCKET = "hf://buckets/acme/files-7b"
SPACE = "hf://spaces/acme/chat-7b"
SHOWN = "hf://org/model"
SERVED = "openai://gpt-4o"
ROUTED = {"model": "openai/meta-llama/Llama-3.1-8B-Instruct"}
