class AcmenetModel:
    model: str = "net-7"
