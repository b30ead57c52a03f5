"""Repositories of code are called like models."""

TIMM = Provider("rwightman/pytorch-image-models", "https://github.com/rwightman/pytorch-image-models")
metrics = collect_github_repo_metrics("modelscope/FunASR-1.0")
agent = {"User-Agent": "Mozilla/5.0"}
SOURCES = [{"path": "vllm/v1/metrics/loggers.py", "model": "vllm/model_executor/models/llama.py"}]
