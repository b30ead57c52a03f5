def limit(model: str) -> int:
    if model == "gpt-4":
        return 8192
    return {"gpt-4o": 128_000}[model]
