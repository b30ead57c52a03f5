#!/bin/bash
models=(
    acme/small-7b
    "acme/large-70b"  # slow
)
FOLDERS=(src/tools lib/7b)
for model in "${models[@]}"; do
    python evaluate.py --model "$model"
done
