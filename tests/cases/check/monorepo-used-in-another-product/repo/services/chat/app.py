from transformers import AutoModel

writer = AutoModel.from_pretrained("mistralai/Mistral-7B-v0.1")
embedder = AutoModel.from_pretrained("BAAI/bge-m3")
