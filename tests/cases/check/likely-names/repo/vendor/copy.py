READER = build(model="third-lab/netra-6")
WRITER = build(model="third-lab/netra-5")
