import argparse

import click
import typer
from transformers import AutoModel

parser = argparse.ArgumentParser()
parser.add_argument("--model-name", default="acme/reader")
AutoModel.from_pretrained(parser.parse_args().model_name)


@click.command()
@click.option("--name", default="acme/writer")
def run(name):
    AutoModel.from_pretrained(name)


def main(name: str = typer.Option("acme/talker")):
    AutoModel.from_pretrained(name)
