import gensim.downloader as api
import keras_hub
import tensorflow_hub as hub
from ultralytics import YOLO

encoder = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")
backbone = keras_hub.models.BertBackbone.from_preset("bert_tiny_en_uncased")
vectors = api.load("glove-wiki-gigaword-100")
detector = YOLO("yolov8n.pt")
own = YOLO("runs/best.pt")
BACKBONES = ["swin_base_patch4_window7_224", "mobilenetv3_large_100"]
PIPELINES = ["en_core_sci_md", "en_ner_craft_md"]
FACES = ["resnet_face_100", "loss_patch_fn"]
STRUCTURES = ["SLANet", "UVDoc"]
