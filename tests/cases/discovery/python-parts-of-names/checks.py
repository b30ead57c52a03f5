REASONING_FAMILIES = ("o1", "o3", "gpt-5")
PREFIXES = ["claude-3-7", "claude-sonnet-4"]

name = "acme"
if any(pattern in name for pattern in ["gemini-1.5-pro", "gemini-2.0-flash"]):
    pass
if name.startswith(("gpt-4o", "gpt-4.1")):
    pass
raise ValueError(f"write 'gpt-4o-mini' or " f"'gpt-4.1-mini', not {name}")
