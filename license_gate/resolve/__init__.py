"""Declarations and references -> lineage and claims about licenses."""
