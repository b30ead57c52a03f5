"""What a loop goes through is what its name stands for."""

import argparse

from transformers import AutoModel, AutoTokenizer

SIZES = ["0.5B", "7B"]
READERS = {"small": ("reader-small", 1), "large": ("reader-large", 2)}
KINDS = {"canny": {"folder": "out"}, "depth": {"folder": "out"}}
VARIANTS = {"reader": {"repo": "acme-labs/reader-x", "size": 1}}

for size in SIZES:
    AutoModel.from_pretrained(f"Qwen/Qwen2.5-{size}")

for _, (name, _layers) in READERS.items():
    AutoModel.from_pretrained(f"acme-labs/{name}")

models = [AutoModel.from_pretrained("lllyasviel/control_v11p_sd15_" + kind) for kind in KINDS]

parser = argparse.ArgumentParser()
parser.add_argument("--size", choices=["base", "large"], default="base")
arguments = parser.parse_args()
AutoTokenizer.from_pretrained(f"intfloat/e5-{arguments.size}-v2")

for path in READERS.values():
    AutoModel.from_pretrained(path)

for variant in VARIANTS.values():
    AutoModel.from_pretrained("acme-labs/" + variant["name"])
    AutoModel.from_pretrained(variant["repo"])
