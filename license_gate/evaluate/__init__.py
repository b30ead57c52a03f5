"""Lineage x policy x facts x today -> verdict, pure."""
