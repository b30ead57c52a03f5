from diffusers import DiffusionPipeline

EXAMPLE_DOC_STRING = """
    Examples:
        ```py
        pipe = DiffusionPipeline.from_pretrained("acme/shown-7b")
        ```
"""
PROGRAM = """
pipe = DiffusionPipeline.from_pretrained("acme/run-7b")
"""
