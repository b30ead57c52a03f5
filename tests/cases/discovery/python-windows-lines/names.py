NAMES = [
    "castorini/monot5-base-msmarco",
    "dundalia/TWOLAR-xl",
]
