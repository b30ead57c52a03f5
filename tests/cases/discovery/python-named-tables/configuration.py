"""What the library can load."""

ERNIE_PRETRAINED_INIT_CONFIGURATION = {
    "ernie-layout-base": {
        "hidden-act": {"name": "gelu"},
    },
    "skep_ernie_1.0_large_ch": {},
    "model_state": {},
}
