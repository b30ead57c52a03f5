from transformers import AutoModel


def load(name="acme/reader"):
    return AutoModel.from_pretrained(name)


class Reader:
    def __init__(self, name: str = "acme/writer"):
        self.name = name

    def open(self):
        return AutoModel.from_pretrained(self.name)
