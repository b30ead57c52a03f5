"""Quotes in quotes do not turn the rest of a file into prose."""

from transformers import AutoModel


def show(prompt):
    assert f'"""{prompt}' in prompt  # not """ here either
    return AutoModel.from_pretrained("acme/reader")


def more():
    """Say AutoModel.from_pretrained("acme/mentioned")."""
    text = "it's" + """acme/part-of-a-text"""
    return AutoModel.from_pretrained("acme/writer"), text
