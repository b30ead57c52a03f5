"""One file per derived fact; the folder is the registry."""
