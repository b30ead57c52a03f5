ORG=acme
for name in small-1b "large-70b"; do
    hf download "$ORG/$name" --local-dir "models/$name"
done
sets="acme/questions"
for one in acme/answers acme/ratings; do
    hf download --repo-type dataset $one
done
MODEL=acme/set-above-7b
vllm serve $MODEL
