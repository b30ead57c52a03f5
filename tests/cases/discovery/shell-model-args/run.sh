lm_eval --model hf \
        --model_args pretrained=acme/reader-7b,dtype=float16 \
        --tasks letters
