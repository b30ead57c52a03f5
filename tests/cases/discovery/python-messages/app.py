import logging

from transformers import AutoModel

DOCUMENTATION = """
    >>> model = AutoModel.from_pretrained(
    ...     "acme/shown-7b",
    ... )
"""
logging.warning('Name an organization, such as "acme/said-7b".')
logging.warning("One of ours, e.g. 'acme/also-said-7b'.")
COMMAND = 'vllm serve "acme/served-7b"'
logging.warning("Make one by `AutoModel.from_pretrained('acme/told-7b')`.")
