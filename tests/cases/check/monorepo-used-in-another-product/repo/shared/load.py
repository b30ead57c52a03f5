from transformers import AutoModel

AutoModel.from_pretrained("mistralai/Mistral-7B-v0.1")
