from transformers import AutoModel

AutoModel.from_pretrained("./models/best")
AutoModel.from_pretrained("outputs/checkpoint-500")
AutoModel.from_pretrained("/data/model")
AutoModel.from_pretrained("my_model")
