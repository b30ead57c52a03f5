import open_clip
from .vendored import clip

DEFAULT_CLIP_MODEL = "ViT-B/32"
COLLECTION = [
    ("ViT-B-32", "laion2b_s34b_b79k"),
    ("xlm-roberta-base-ViT-B-32", "laion5b_s13b_b90k"),
]


class Encoder(BaseModel):
    model_name: str = "ViT-H-14"
    checkpoint: str = "laion2b_s32b_b79k"
