"""One file per kind of rule; the folder is the registry."""
