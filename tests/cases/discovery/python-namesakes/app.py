"""Functions that are called like loaders and are none."""

import json

from mlx_lm import load
from transformers import WhisperModel, pipeline


class Reader:
    def __init__(self, reader_model=None):
        chosen = "acme/reader-7b-chat"
        self.reader_model = reader_model if reader_model else chosen
        self.pipe = pipeline("text-generation", model=self.reader_model)


def read(path, config):
    with open(path) as file:
        settings = json.load(file)
    return WhisperModel(config), settings, load("acme/writer")
