"""One file per command, one function returning an exit code."""
