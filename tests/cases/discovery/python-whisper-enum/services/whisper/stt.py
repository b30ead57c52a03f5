from enum import Enum

class Model(Enum):
    TINY = "tiny"
    LARGE = "large-v3"


class Mode(Enum):
    SMALL = "small"
