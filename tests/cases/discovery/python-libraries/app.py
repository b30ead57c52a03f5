import timm
import whisper
import spacy
from datasets import load_dataset
from faster_whisper import WhisperModel
from huggingface_hub import hf_hub_download
from peft import PeftModel
from sentence_transformers import CrossEncoder, SentenceTransformer

SentenceTransformer("all-MiniLM-L6-v2")
CrossEncoder("acme/ranker")
whisper.load_model("base")
WhisperModel("large-v3")
spacy.load("en_core_web_sm")
timm.create_model("resnet50.a1_in1k", pretrained=True)
hf_hub_download(repo_id="acme/reader", filename="x.bin")
load_dataset("squad")
load_dataset("csv", data_files="x.csv")
PeftModel.from_pretrained(None, "acme/adapter-lora")
