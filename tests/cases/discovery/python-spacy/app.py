import json

import spacy

NAME = "en_core_sci_md"
spacy.load(NAME)
spacy.load("de_dep_news_trf")
json.load(NAME)
