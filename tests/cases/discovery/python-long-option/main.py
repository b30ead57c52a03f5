import argparse

parser = argparse.ArgumentParser()
parser.add_argument(
    "-m",
    "--model",
    default="nordlys/reader-npu",
)
parser.add_argument("-o", "--output", default="out/reader-npu")
