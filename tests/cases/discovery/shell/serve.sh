#!/bin/sh
export MODEL_ID=acme/reader
hf download acme/writer --local-dir /models
vllm serve acme/talker --port 8000
ollama pull llama3.2:3b
git clone https://huggingface.co/acme/cloned
curl -L https://huggingface.co/acme/fetched/resolve/main/x.gguf -o x.gguf
# vllm serve acme/old
docker run ghcr.io/huggingface/text-generation-inference --model-id acme/served
python train.py --model_name_or_path acme/trained --dataset_name acme/tickets
