def load(model: str = "any-7"):
    return model
