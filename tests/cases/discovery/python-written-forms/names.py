model = "anthropic::claude-sonnet-4-5"
judge_model = "projects/p/locations/l/publishers/google/models/gemini-2.5-flash"
served_model = "publishers/meta/models/llama-3.1-8b-instruct-maas"
model_arn = "arn:aws:bedrock:us-west-2::foundation-model/amazon.rerank-v1:0"
profile_model = "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/mine-7b"
source = "acme/reader-7b::weights/fp16"
external_model = "external://gemini/gemini-2.5-flash-image"
detector_model = "PP-OCRv5_mobile_det"
dataset = "huggingface://datasets/acme/questions?split=test"
TABLE_OF_MODELS = {
    "Llama-2-7B": {"path": "meta-llama/Llama-2-7b-hf"},
}
encoding_model = "openai/cl100k_base"
