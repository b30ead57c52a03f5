// Uses "meta-llama/Llama-2-7b-hf" in a comment.
void preset(params & p) {
    p.model.hf_repo = "ggml-org/Qwen3-14B-GGUF";
    if (p.tokenizer == "kimi-k2") { return; }
}
