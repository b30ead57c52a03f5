"""Names that say little by themselves, beside names that say much."""

TOKENS = {
    "castorini/monot5-base-msmarco": ["false", "true"],
    "castorini/monot5-base-msmarco-10k": ["false", "true"],
    "Dundalia/TWOLAR-xl": ["false", "true"],
    "placeholder/Name-1": ["false", "true"],
}
FOLDERS = {
    "small": "left/Part-1",
    "large": "right/Part-2",
}
TABLE = [
    {"model": "intfloat/e5-small", "license": "somewhere/License-2", "home": "place/Page-3"},
    {"model": "plainowner/Thing-4"},
]


def build(Model, register):
    first = Model(path="protectai/deberta-v3-base-prompt-injection")
    second = Model(path="guishe/nuner-v1_orgs")
    register("queue/Worker-1")
    return first, second, "guishe/other-2"
