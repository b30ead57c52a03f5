READER = "acme/reader"
WRITER = "gpt2"
