"""A copy of OpenAI's package."""

_MODELS = {
    "RN50x16":
    "https://openaipublic.azureedge.net/clip/models/52378b407f34/RN50x16.pt",
    "RN101": 3,
}
