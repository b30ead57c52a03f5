import os

ROOT = "src/utils"
TYPE = "application/json"
ZONE = "Europe/Berlin"
DAY = "24/11"
REPOSITORY = "pallets/flask"
IMAGE = "library/postgres:16"
model = "shop/Product"
os.path.join("models/best", "x")
VERSION = "app/1.0"
