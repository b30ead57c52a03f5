"""What a copy of open_clip can fetch."""

_VITB32 = dict(
    openai=_pcfg(url="https://example.com/ViT-B-32.pt"),
    laion2b_s34b_b79k=_pcfg(hf_hub="laion/CLIP-ViT-B-32-laion2B-s34B-b79K/"),
)
_PRETRAINED = {
    "ViT-B-32": _VITB32,
    "ViT-B-16-SigLIP": dict(webli=_slpcfg()),
    "ViT-X": {"own": 1},
}
