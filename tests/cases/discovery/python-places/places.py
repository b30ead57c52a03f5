"""Where a string stands says what it is for."""

import argparse


def model_name():
    return "cognitive-lab/netra-embed-2"


def sort_of(name):
    if "command-r" in name or name.startswith("gpt-4"):
        return "other-lab/netra-two"
    return None


parser = argparse.ArgumentParser()
parser.add_argument("--model", type=str, default="unbabel-lab/wmt22-comet")
parser.add_argument("--queue", type=str, default="night/queue-two")


class Settings:
    reader: str = Field("gpt2", title="acme/title-7b-chat")
    model: str = Field("gpt2")


URL = "https://huggingface.co/prithivida/flashrank/resolve/main/{}.zip"
OTHER = f"https://huggingface.co/prithivida/{model}/resolve/main/x.zip"
VIT = clip.load("ViT-B/32")
READER = build(model=given or "night-lab/netra-three", queue=given or "dusk/queue-three")
WRITER = build(model=given if given else "third-lab/netra-4")
