"""Names in other strings, and behind a folder."""

import os

ROOT = os.environ["MODELS"]
READER = os.path.join(ROOT, "Qwen/Qwen3-32B")
NOTES = os.path.join(ROOT, "notes/2024-7b.txt")
BOTH = "neuralmagic/gemma-2-2b-it-FP8,mistralai/Mistral-7B-v0.1"
TEXT = "one,two/three"
model = None or "sensechat-5"
KERNEL = "diffusion/qwen_qkv_epilogue.cuh"
PERMISSIONS = ["bedrock:InvokeModel", "bedrock:anthropic.claude-3-haiku-20240307-v1:0"]
PREFIXES = ("claude-3-5", "claude-3-5-sonnet-20241022")
