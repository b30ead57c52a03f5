import sys

from transformers import AutoModel

AutoModel.from_pretrained(sys.argv[1])


def load(name):
    return AutoModel.from_pretrained(name)


def reload(output_dir):
    return AutoModel.from_pretrained(output_dir)
