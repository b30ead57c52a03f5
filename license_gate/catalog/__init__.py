"""What licenses say: one YAML per edition, the tables beside them, and their compiled form."""
