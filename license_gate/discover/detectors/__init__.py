"""One file per detector; the folder is the registry."""
