from transformers import AutoModel

model = AutoModel.from_pretrained("mistralai/Mistral-7B-v0.1")
