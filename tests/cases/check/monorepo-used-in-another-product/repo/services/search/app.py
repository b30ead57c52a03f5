from transformers import AutoModel

embedder = AutoModel.from_pretrained("BAAI/bge-m3")
own = AutoModel.from_pretrained("intfloat/e5-base")
writer = AutoModel.from_pretrained("mistralai/Mistral-7B-v0.1")
