"""Tables whose keys say what each model is for."""

NSFW_CLASSIFIER_MODELS = {
    "hf_first": "Nordlys/nsfw_image_detection",
    "hf_second": "AdamCodd/vit-base-nsfw-detector",
    "hf_third": "hoangtrung1801/nsfw-vit-model",
}
RECORDS = [
    {"model": "BAAI/bge-m3", "license_model": "someone/other_thing"},
    {"model": "BAAI/bge-small-en", "license_model": "someone/else_thing"},
]
PATTERN_TEST_MODELS = ["RedHatAI/Meta-Llama-3.1-8B-FP8"]
prefix_to_profile = {"ai21labs/jamba": 1, "meta/codellama": 2}
