"""Loads a reader.

    >>> AutoModel.from_pretrained("acme/reader")

See https://huggingface.co/acme/writer.
"""

# AutoModel.from_pretrained("acme/talker")
