from enum import Enum

from pydantic import Field


class Settings:
    model_name: str = Field(
        default="large",
        description="what embeds",
    )


class ChatModel(str, Enum):
    PLUS = "plus-2"
    NAME = "chat"


class Color(str, Enum):
    RED = "red-2"
