import json

import tensorflow_hub as hub
import torch

torch.hub.load("acme/seer", "small", trust_repo=True)
torch.hub.load(repo_or_dir="acme/hearer:v2", model="large")
torch.hub.load("./local", "small", source="local")
torch.load("acme/other")
json.load("acme/third")
hub.load("https://tfhub.dev/acme/fourth/1")
