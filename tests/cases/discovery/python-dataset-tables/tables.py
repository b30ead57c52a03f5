CAPTION_DATASETS = {
    "captions": {
        "id": "acme-data/captions",
        "split": "train",
    },
}

CONFIG = {
    "base_model": "acme/base-7b",
    "datasets": [
        {
            "path": "acme-data/preferences",
            "type": "chat_template",
        }
    ],
}

MODELS = {
    "small": {
        "id": "acme/small-7b-chat",
    },
}

dataset_mapping = {
    "library": "acme-data/library_calls",
}
