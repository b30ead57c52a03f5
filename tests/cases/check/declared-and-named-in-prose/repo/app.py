from transformers import AutoModel

model = AutoModel.from_pretrained("meta-llama/Llama-2-7b-chat-hf")
