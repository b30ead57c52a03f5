from dataclasses import dataclass, field

from pydantic import BaseModel, Field
from transformers import AutoModel


@dataclass
class Config:
    reader: str = field(default="acme/reader")


class Settings(BaseModel):
    writer: str = Field("acme/writer")


config = Config()
AutoModel.from_pretrained(config.reader)
AutoModel.from_pretrained(Settings().writer)
NAMES = {"small": "acme/small", "large": "acme/large"}
AutoModel.from_pretrained(NAMES["small"])
