READER = build(model="third-lab/netra-4")
WRITER = build(model="third-lab/netra-5")
