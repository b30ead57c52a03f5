"""One file per format, each ``render(verdict, style) -> str``; the folder is the registry."""
