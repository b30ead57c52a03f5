"""Headers of weight files, read from their first bytes only; a length that lies is refused, never followed."""
