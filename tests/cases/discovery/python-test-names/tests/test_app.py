from transformers import AutoModel

NAME = "acme/reader"


def test_reader(tmp_path, fixture_name):
    AutoModel.from_pretrained(NAME)
    AutoModel.from_pretrained(tmp_path)
    AutoModel.from_pretrained(fixture_name)
