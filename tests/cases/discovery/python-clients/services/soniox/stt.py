class Service:
    def __init__(self, model: str = "stt-rt-v5", language: str = "en-1"):
        self.model = model
