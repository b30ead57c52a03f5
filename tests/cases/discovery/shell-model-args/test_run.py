ARGUMENTS = ["hf", "pretrained=nordlys/reader-160m,dtype=float32,device=cpu"]
WEIGHTS = {"gpt2": "https://weights.example.org/gpt2.bin", "ctrl": CTRLModel}
model = load_model_and_alphabet_hub("esm2_t33_650M_UR50D")
