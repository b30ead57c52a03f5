"""Runs the examples.

    python train.py --model_name_or_path acme/in-a-docstring-7b
"""

import subprocess


def test_training(script: str) -> None:
    command = f"""
        python3
        {script}
        --pretrained_model_name_or_path acme/painter-xl-base-1.0
        --pretrained_vae_model_name_or_path nordlys/vae-fix
        --dataset_name nordlys/captions
        --resolution 64
    """
    subprocess.run(command.split(), check=True)


def test_translation(script: str) -> None:
    # --model_name_or_path acme/in-a-comment-7b
    subprocess.run([script, "--model_name_or_path t5-small", "--dataset_name wmt16", "--output_dir out/model"], check=True)
