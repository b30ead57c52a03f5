# A folder of clients may hold architectures, and tables the beginnings of names.
ALIASES = {"anthropic/claude-sonnet-": "sonnet", "openai/gpt-4-": "four"}


class Registry:
    model = "Qwen3VLForConditionalGeneration"
    default_model = "something-obviously-wrong"


WEIGHTS = {"swin": "https://example.org/swin_base_patch4_window12_384_22k.pth", "file": "swin_base_patch4_window12_384_22k.pth"}
