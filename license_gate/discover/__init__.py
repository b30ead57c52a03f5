"""Source files -> references to models."""
