from transformers import AutoModel

ORG = "acme"
SIZE = "7b"
AutoModel.from_pretrained(ORG + "/reader")
AutoModel.from_pretrained(f"{ORG}/writer-{SIZE}")
AutoModel.from_pretrained("%s/talker" % ORG)
