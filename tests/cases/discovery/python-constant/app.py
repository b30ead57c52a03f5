from transformers import AutoModel

NAME = "acme/reader"


def load():
    return AutoModel.from_pretrained(NAME)
