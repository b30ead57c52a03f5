from __future__ import annotations

from license_gate.discover.scan import Search


def test_documents_that_are_left_out_are_not_read() -> None:
    read: list[str] = []

    def give(path: str, _: int) -> bytes:
        read.append(path)
        return b'model = "acme/reader-7b"\n'

    found = Search(["app.py", "models.yaml"], give).result(own=["models.yaml"])
    assert [(each.file, each.model) for each in found.references] == [("app.py", "acme/reader-7b")]
    assert read == ["app.py"]
