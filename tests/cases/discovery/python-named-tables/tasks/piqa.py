"""A task of an evaluation."""


class Piqa:
    DATASET_PATH = "piqa"
    DATASET_NAME = "plain"
