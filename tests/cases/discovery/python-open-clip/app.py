import open_clip
from open_clip import create_model_from_pretrained

ARCHITECTURE = "ViT-H-14"
open_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")
open_clip.create_model(ARCHITECTURE, "laion2b_s32b_b79k")
create_model_from_pretrained("hf-hub:acme/seer")
open_clip.create_model_and_transforms("ViT-L-14", pretrained="weights/best.pt")
open_clip.create_model("RN50")
open_clip.get_tokenizer("ViT-B-32")


def load(tag):
    return open_clip.create_model("RN50", pretrained=tag)
