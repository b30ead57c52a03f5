from transformers import AutoModel

from .names import READER
from app import names

AutoModel.from_pretrained(READER)
AutoModel.from_pretrained(names.WRITER)
