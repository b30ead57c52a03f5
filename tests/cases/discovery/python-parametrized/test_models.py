import pytest


@pytest.mark.parametrize("model", ["nordlys/label-classification-on-issues"])
def test_a_model(model: str) -> None: ...


@pytest.mark.parametrize("path", ["sydlys/label-classification-on-files"])
def test_a_path(path: str) -> None: ...
