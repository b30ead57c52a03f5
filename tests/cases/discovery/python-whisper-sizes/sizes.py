"""Sizes are names of models where Whisper is at work."""

from faster_whisper import WhisperModel

MODEL_NAMES = ["tiny.en", "large-v3"]
SHIRTS = ["small", "medium"]


def transcribe(model_size="base", shirt="small"):
    return WhisperModel(model_size)
